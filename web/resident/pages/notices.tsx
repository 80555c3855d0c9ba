import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { NoticeRow } from '../../features/notices/notice-row.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  const path = { areaId: area.id };
  const list = await need(api(context).GET('/api/v1/areas/{areaId}/notices', { params: { path, query } }), request);
  return { name: area.name, code: params.code ?? '', list };
}

export const meta = (): { title: string }[] => [{ title: '公告' }];

export default function Notices(): ReactNode {
  const { name, code, list } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · 公告`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        {list.items.length === 0 ? (
          <Empty picture="empty-messages" title="还没有公告" line="停水停电、施工、办事的消息，都会贴在这里。" />
        ) : (
          <div className="card">
            {list.items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} now={now} />
            ))}
          </div>
        )}
        {list.next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(list.next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
