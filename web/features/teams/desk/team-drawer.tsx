import { useState } from 'react';
import { Button, DatePicker, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { MemberRows } from './member-rows.tsx';
import { TeamFormDrawer } from './team-form.tsx';
import { useAddHonour, useTeam, type TeamPage, type TeamReview } from './teams-api.ts';

type Props = { areaId: string; id: string; words: TeamReview['words']; onClose: () => void };

/** One team: its people, who waits for an answer, its honours. */
export function TeamDrawer({ areaId, id, words, onClose }: Props) {
  const team = useTeam(areaId, id);
  const [edits, edit] = useState(false);
  const refused = refusedOf(team.error);
  if (edits && team.data)
    return <TeamFormDrawer areaId={areaId} team={team.data} words={words} onClose={() => edit(false)} />;
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title={team.data?.name ?? '队伍'}
      extra={
        team.data && (
          <Button size="small" onClick={() => edit(true)}>
            改资料
          </Button>
        )
      }
    >
      {refused && <RefusedPage refused={refused} />}
      {!team.data && !refused && <Waiting />}
      {team.data && (
        <div className="team-fields">
          <p className="mute sm">
            {team.data.field} · {team.data.meets || '没有写碰头时间'} · 近一年排练 {team.data.rehearsals.held} 次{' '}
            <a className="fig" href={`/teams/${areaId}/${id}`} target="_blank" rel="noreferrer">
              看居民看到的页面
            </a>
          </p>
          <MemberRows areaId={areaId} id={id} />
          <Honours areaId={areaId} team={team.data} />
        </div>
      )}
    </Drawer>
  );
}

function Honours({ areaId, team }: { areaId: string; team: TeamPage }) {
  const { now } = useSession();
  const [form, setForm] = useState({ title: '', givenBy: '', givenOn: shanghaiDate(now()) });
  const add = useAddHonour(areaId, team.id);
  const refused = refusedOf(add.error);
  return (
    <section>
      <h2 className="part">荣誉</h2>
      {team.honours.length === 0 && <Empty>还没有记过荣誉。</Empty>}
      <ul>
        {team.honours.map(({ id, title, givenBy, givenOn }) => (
          <li key={id} className="line">
            <b>{title}</b>{' '}
            <span className="mute sm">
              {givenOn} · {givenBy}
            </span>
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(form, { onSuccess: () => setForm({ ...form, title: '', givenBy: '' }) });
        }}
      >
        <Input
          aria-label="荣誉名称"
          placeholder="荣誉名称"
          maxLength={60}
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.target.value })}
        />
        <Input
          aria-label="谁发的"
          placeholder="谁发的"
          maxLength={60}
          value={form.givenBy}
          onChange={(event) => setForm({ ...form, givenBy: event.target.value })}
        />
        <DatePicker
          aria-label="哪天发的"
          allowClear={false}
          value={dayjs(form.givenOn)}
          onChange={(day) => day && setForm({ ...form, givenOn: day.format('YYYY-MM-DD') })}
        />
        <Button
          htmlType="submit"
          disabled={form.title.trim().length < 2 || form.givenBy.trim().length < 2}
          loading={add.isPending}
        >
          记下
        </Button>
      </form>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}
