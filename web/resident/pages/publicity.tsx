import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { HangingRow } from '../../features/publicity/hanging.tsx';
import '../../features/publicity/publicity.css';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const path = { areaId: area.id };
  const list = (query: { ended: 'true' | 'false'; limit: number; cursor?: string }) =>
    need(api(context).GET('/api/v1/areas/{areaId}/publicities', { params: { path, query } }), request);
  const [open, ended] = await Promise.all([
    cursor ? null : list({ ended: 'false', limit: 100 }),
    list({ ended: 'true', limit: 20, ...(cursor ? { cursor } : {}) }),
  ]);
  return { name: area.name, code: params.code ?? '', open: open?.items ?? [], ended, isFirst: cursor === null };
}

export const meta = (): { title: string }[] => [{ title: '公示' }];

/** What hangs now with its days left, and how what hung before has ended. */
export default function Publicity(): ReactNode {
  const { name, code, open, ended, isFirst } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · 公示`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        {isFirst && open.length > 0 ? (
          <>
            <Section title="公示中" note={`${open.length} 件`} />
            <div className="card">
              {open.map((notice) => (
                <HangingRow key={notice.id} notice={notice} now={now} />
              ))}
            </div>
          </>
        ) : null}
        {isFirst && open.length === 0 && ended.items.length === 0 ? (
          <Empty picture="deliberation" title="现在没有公示" line="要大家看过才算数的事，会在这里贴满天数。" />
        ) : null}
        {ended.items.length > 0 ? (
          <>
            <Section title="已结束" />
            <div className="card">
              {ended.items.map((notice) => (
                <HangingRow key={notice.id} notice={notice} now={now} />
              ))}
            </div>
          </>
        ) : null}
        {ended.next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(ended.next)}`}>
            再看一些
          </Link>
        ) : null}
        <p className="hint gap-l">
          公示期从张贴的第二天算起，都是整天，最后一天 24:00 结束。住在这里的人都可以提异议。
        </p>
      </main>
    </>
  );
}
