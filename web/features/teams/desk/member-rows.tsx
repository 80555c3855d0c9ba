import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useAddMember, useAnswer, useChangeMember, useMembers, type Member } from './teams-api.ts';

const roles = [
  { value: 'leader', label: '队长' },
  { value: 'deputy', label: '副队长' },
  { value: 'member', label: '队员' },
];

/** Who waits for an answer, who belongs, and a name for who has no phone. */
export function MemberRows({ areaId, id }: { areaId: string; id: string }) {
  const members = useMembers(areaId, id);
  const answer = useAnswer(areaId, id);
  const change = useChangeMember(areaId, id);
  const refused = refusedOf(members.error ?? answer.error ?? change.error);
  const items = members.data?.items ?? [];
  return (
    <section>
      <h2 className="part">
        队员 <span className="mute">{items.filter(({ state }) => state === 'member').length} 人</span>
      </h2>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {!members.data && !refused && <Waiting lines={4} />}
      <ul>
        {items.map((member) => (
          <li key={member.id} className="line row">
            <b>{member.name}</b>
            {member.skills.map((skill) => (
              <Tag key={skill}>{skill}</Tag>
            ))}
            <span className="sp" />
            {member.state === 'asked' ? (
              <>
                <Button size="small" onClick={() => answer.mutate({ memberId: member.id, accept: false })}>
                  不收
                </Button>
                <Button
                  size="small"
                  type="primary"
                  onClick={() => answer.mutate({ memberId: member.id, accept: true })}
                >
                  收下
                </Button>
              </>
            ) : (
              <>
                <Select
                  size="small"
                  aria-label={`${member.name}的职务`}
                  value={member.role}
                  options={roles}
                  onChange={(role: Member['role']) => change.mutate({ memberId: member.id, change: { role } })}
                />
                <Button
                  size="small"
                  type="text"
                  onClick={() => change.mutate({ memberId: member.id, change: { left: true } })}
                >
                  退出了
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <AddMember areaId={areaId} id={id} />
    </section>
  );
}

function AddMember({ areaId, id }: { areaId: string; id: string }) {
  const [name, setName] = useState('');
  const add = useAddMember(areaId, id);
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ name: name.trim() }, { onSuccess: () => setName('') });
      }}
    >
      <Input
        aria-label="添一个人的姓名"
        placeholder="姓名（没有手机的也能记）"
        maxLength={20}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={name.trim().length < 2} loading={add.isPending}>
        添上
      </Button>
    </form>
  );
}
