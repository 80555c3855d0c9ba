import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { CommunityStand, StandardList, StandardOverview } from '#contract/assessment';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { looks, stateOrder, useOverview } from './assessment-api.ts';

/** The communities below an area side by side, in their own order: no score and no rank. Each figure opens the sheet. */
export function OverviewCard({ standard }: { standard: StandardList['items'][number] }) {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const year = search.get('year') ?? undefined;
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const found = useOverview(area.id, { standard: standard.id, year }, cursors.at(-1) ?? null);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={9} />;
  const overview = found.data;
  return (
    <>
      <div className="page-head">
        <h1>{standard.name}</h1>
        <div className="tabs" role="group" aria-label="哪一年">
          {overview.years.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === overview.year}
              onClick={() => setSearch({ year: String(one) }, { replace: true })}
            >
              {one}年
            </button>
          ))}
        </div>
      </div>
      <section className={found.isPlaceholderData ? 'card overview stale' : 'card overview'}>
        <h2>
          {area.name}的社区
          <span className="r">{overview.without > 0 && `另有 ${overview.without} 个社区还没有采用这个标准`}</span>
        </h2>
        {overview.items.length === 0 ? (
          <Empty>这里的社区还没有采用这个标准。</Empty>
        ) : (
          <Communities overview={overview} />
        )}
        <p className="pager">
          {cursors.length > 1 && (
            <button type="button" className="plain fig" onClick={() => setCursors(cursors.slice(0, -1))}>
              上一页
            </button>
          )}
          {overview.next && (
            <button type="button" className="plain fig" onClick={() => setCursors([...cursors, overview.next])}>
              下一页
            </button>
          )}
        </p>
      </section>
    </>
  );
}

function Communities({ overview }: { overview: StandardOverview }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="各社区对照标准">
      <table className="t">
        <thead>
          <tr>
            <th scope="col" className="place">
              社区
            </th>
            {stateOrder.slice(0, 4).map((state) => (
              <th key={state} scope="col" className="n">
                {looks[state].word}
              </th>
            ))}
            {overview.groups.map(({ id, name }) => (
              <th key={id} scope="col" className="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.items.map((row) => (
            <CommunityRow key={row.areaId} row={row} year={overview.year} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CommunityRow({ row, year }: { row: CommunityStand; year: number }) {
  const to = (query: Record<string, string>): string =>
    `/standard?${new URLSearchParams({ area: row.areaId, year: String(year), ...query }).toString()}`;
  return (
    <tr>
      <td>
        <Link className="link a" to={to({})}>
          {row.name}
        </Link>
        <div className="z">
          {row.district} {row.street}
        </div>
      </td>
      {stateOrder.slice(0, 4).map((state) => (
        <td key={state} className="n">
          {row.counts[state] > 0 ? (
            <Link className={state === 'unmet' ? 'fig l' : 'fig'} to={to({ state })}>
              {row.counts[state]}
            </Link>
          ) : (
            <span className="faint">0</span>
          )}
        </td>
      ))}
      {row.groups.map(({ id, met, of }) => (
        <td key={id} className="n">
          <Link className="fig" to={to({ group: id })}>
            {met}／{of}
          </Link>
        </td>
      ))}
    </tr>
  );
}
