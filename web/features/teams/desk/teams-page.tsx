import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TeamDrawer } from './team-drawer.tsx';
import { TeamFormDrawer } from './team-form.tsx';
import { useReview, type Team } from './teams-api.ts';
import './desk.css';

/** The teams of a community: who is in, whether they count for the standard, and why not. */
export function TeamsPage() {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const [founds, found] = useState(false);
  const review = useReview(area.id);
  const refused = refusedOf(review.error);
  const open = search.get('open');
  const show = (id: string | null): void => setSearch(id ? { open: id } : {}, { replace: true });
  return (
    <div className="culture">
      <div className="page-head">
        <h1>队伍</h1>
        <span className="sp" />
        <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/teams.xlsx`}>
          导出 Excel
        </Button>
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => found(true)}>
          登记一支队伍
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void review.refetch()} />}
      {!review.data && !refused && <Waiting />}
      {review.data && (
        <>
          <Note tone={review.data.passed ? 'ok' : 'due'}>{review.data.sentence}</Note>
          <section className="card">
            <h2>
              全部队伍<span className="mute">{review.data.items.length} 支</span>
            </h2>
            {review.data.items.length === 0 && <Empty>还没有登记队伍。</Empty>}
            {review.data.items.length > 0 && <Table items={review.data.items} open={open} onOpen={show} />}
          </section>
        </>
      )}
      {open && review.data && (
        <TeamDrawer key={open} areaId={area.id} id={open} words={review.data.words} onClose={() => show(null)} />
      )}
      {founds && review.data && (
        <TeamFormDrawer areaId={area.id} team={null} words={review.data.words} onClose={() => found(false)} />
      )}
    </div>
  );
}

function Table({ items, open, onOpen }: { items: Team[]; open: string | null; onOpen: (id: string) => void }) {
  return (
    <table className="t">
      <caption className="sr">队伍</caption>
      <thead>
        <tr>
          <th>队伍</th>
          <th className="w-short">人数</th>
          <th className="w-mid">近 12 个月有活动</th>
          <th className="w-mid">是否达标</th>
          <th>为什么</th>
        </tr>
      </thead>
      <tbody>
        {items.map((team) => (
          <tr key={team.id} className={team.id === open ? 'open' : undefined}>
            <td>
              <button type="button" className="plain link a" onClick={() => onOpen(team.id)}>
                {team.name}
              </button>
              <div className="z">
                {team.sort} · {team.field}
                {team.waiting > 0 && <span className="due-text"> · {team.waiting} 人等回复</span>}
              </div>
            </td>
            <td>{team.members} 人</td>
            <td>{team.activeMonths} 个月</td>
            <td>
              {team.counts ? (
                <Tag tone="ok" icon="check">
                  计入
                </Tag>
              ) : (
                <Tag>不计入</Tag>
              )}
            </td>
            <td className="mute">{team.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
