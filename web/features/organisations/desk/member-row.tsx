import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover } from 'antd';
import { shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { reveal, useChangeMember, useLeave, type Body, type Member } from './bodies-api.ts';

/** A member with post, party membership, other posts, and what may be done. */
export function MemberRow({ body, member }: { body: Body; member: Member }) {
  const change = useChangeMember(body.areaId, body.id);
  return (
    <li className="line">
      <div className="row">
        <b>{member.name}</b> <span>{member.post}</span>
        {member.partyMember && <Tag tone="info">党员</Tag>}
        {member.standing && <Tag>{member.standing}</Tag>}
        {member.party && <span className="mute sm">{member.party}</span>}
        <span className="sp" />
        <Reveal body={body} member={member} />
        <Leave body={body} member={member} />
      </div>
      <div className="row mute sm">
        <span>
          {member.fromOn} 起{member.phone ? ` · ${member.phone}` : ''}
          {member.hasAccount ? ' · 有账号' : ' · 没有账号，待办到不了手机上'}
        </span>
        <span className="sp" />
        <Checkbox
          checked={member.shown}
          onChange={(event) => change.mutate({ memberId: member.id, change: { shown: event.target.checked } })}
        >
          本人同意公开姓名
        </Checkbox>
      </div>
      {member.others.length > 0 && <p className="mute sm">还任：{member.others.join('；')}</p>}
    </li>
  );
}

const shortest = 2;

function Leave({ body, member }: { body: Body; member: Member }) {
  const { now } = useSession();
  const [reason, setReason] = useState('');
  const leave = useLeave(body.areaId, body.id);
  const refused = refusedOf(leave.error);
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        leave.mutate({ memberId: member.id, leaving: { reason: reason.trim(), leftOn: shanghaiDate(now()) } });
      }}
    >
      <label htmlFor={`leave-${member.id}`}>为什么离任？名册里会留着</label>
      <Input
        id={`leave-${member.id}`}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      {refused && <p className="problem">{refused.detail}</p>}
      <Button size="small" htmlType="submit" disabled={reason.trim().length < shortest} loading={leave.isPending}>
        办离任
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" content={form} arrow={false} destroyOnHidden>
      <Button size="small" type="text" aria-label={`离任：${member.name} ${member.post}`}>
        离任
      </Button>
    </Popover>
  );
}

const reasonShortest = 4;

function Reveal({ body, member }: { body: Body; member: Member }) {
  const { can } = useSession();
  const [reason, setReason] = useState('');
  const asked = useMutation({ mutationFn: () => reveal(body.areaId, body.id, member.id, reason.trim()) });
  if (!can('people.reveal')) return null;
  if (asked.data)
    return (
      <b className="nw">
        {asked.data.name} {asked.data.phone}
      </b>
    );
  const refused = refusedOf(asked.error);
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        asked.mutate();
      }}
    >
      <label htmlFor={`why-${member.id}`}>为什么要看姓名和电话？会记下您的名字和时间</label>
      <Input
        id={`why-${member.id}`}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      {refused && <p className="problem">{refused.detail}</p>}
      <Button size="small" htmlType="submit" disabled={reason.trim().length < reasonShortest} loading={asked.isPending}>
        查看
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" content={form} arrow={false} destroyOnHidden>
      <Button size="small" type="text" aria-label={`查看（留痕）：${member.name} ${member.post}`}>
        查看（留痕）
      </Button>
    </Popover>
  );
}
