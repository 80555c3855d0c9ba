import { useState } from 'react';
import { App, Button, Input, Popconfirm, Select } from 'antd';
import { momentName } from '#shared/time';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useConsents, usePeopleChange, type Consent, type HouseholdPage, type MaskedPerson } from './people-api.ts';

/** Family that may act for an elder, each with how she said yes. */
export function FamilyPart({ areaId, household }: { areaId: string; household: HouseholdPage }) {
  const members = household.members.filter((member) => member.leftAt === null);
  return (
    <section className="card">
      <h2>
        <Icon name="family" size="xs" />
        家人代办
        <span className="r">要老人自己同意</span>
      </h2>
      {members.map((member) => (
        <Member key={member.id} areaId={areaId} member={member} may={household.actions.includes('record-consent')} />
      ))}
      {members.length === 0 && <p className="sm mute pad">先登记住在这里的人。</p>}
    </section>
  );
}

function Member({ areaId, member, may }: { areaId: string; member: MaskedPerson; may: boolean }) {
  const [adds, add] = useState(false);
  const consents = useConsents(areaId, member.id);
  return (
    <div className="family">
      <div className="row">
        <b>{member.name}</b>
        <span className="sm mute sp">
          {consents.data?.length ? `同意 ${consents.data.length} 位家人代办` : '没有同意别人代办'}
        </span>
        {may && !adds && (
          <Button size="small" onClick={() => add(true)}>
            记一位家人
          </Button>
        )}
      </div>
      <ul className="card-list">
        {(consents.data ?? []).map((one) => (
          <ConsentRow key={one.id} areaId={areaId} consent={one} may={may} />
        ))}
      </ul>
      {adds && <ConsentForm areaId={areaId} personId={member.id} onClose={() => add(false)} />}
    </div>
  );
}

function ConsentRow({ areaId, consent, may }: { areaId: string; consent: Consent; may: boolean }) {
  const { now } = useSession();
  const { message } = App.useApp();
  const revoke = usePeopleChange(() =>
    send(`areas/${areaId}/people/${consent.elderId}/family/${consent.id}`, { method: 'DELETE' }),
  );
  return (
    <li>
      <span>
        {consent.relation} {consent.familyName}
      </span>
      <span className="sm mute sp">
        {consent.givenHow}同意 · {momentName(consent.givenAt, now())}
      </span>
      {may && (
        <Popconfirm
          title="老人要收回这份同意？"
          description="收回以后，这位家人马上不能再代办。"
          okText="收回"
          cancelText="先不"
          onConfirm={() =>
            revoke.mutate(undefined, { onError: (error) => void message.error(refusedOf(error)?.detail, 6) })
          }
        >
          <Button size="small" type="text">
            收回
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}

const hows = ['当面', '电话录音', '书面'].map((value) => ({ value, label: value }));

function ConsentForm({ areaId, personId, onClose }: { areaId: string; personId: string; onClose: () => void }) {
  const [key] = useState(newKey);
  const [form, setForm] = useState({ family: '', relation: '', givenHow: '当面' });
  const save = usePeopleChange(() => send(`areas/${areaId}/people/${personId}/family`, { body: form, key }));
  const refused = refusedOf(save.error);
  return (
    <form
      className="consent-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined, { onSuccess: onClose });
      }}
    >
      <Input
        aria-label="家人的用户名或手机号"
        placeholder="家人的用户名或手机号"
        value={form.family}
        onChange={(event) => setForm({ ...form, family: event.target.value })}
      />
      <Input
        aria-label="是老人的谁"
        placeholder="女儿、孙子"
        value={form.relation}
        onChange={(event) => setForm({ ...form, relation: event.target.value })}
      />
      <Select
        aria-label="怎样同意的"
        value={form.givenHow}
        options={hows}
        onChange={(givenHow: string) => setForm({ ...form, givenHow })}
      />
      <Button
        type="primary"
        htmlType="submit"
        disabled={!form.family.trim() || !form.relation.trim()}
        loading={save.isPending}
      >
        记下
      </Button>
      <Button type="text" onClick={onClose}>
        取消
      </Button>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </form>
  );
}
