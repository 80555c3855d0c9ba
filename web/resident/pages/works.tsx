import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { WorkCard } from '../../features/teams/work-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import '../../features/teams/teams.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const search = new URL(request.url).searchParams;
  const [cursor, kind] = [search.get('cursor'), search.get('kind')];
  const query = { ...(cursor ? { cursor } : {}), ...(kind ? { kind } : {}) };
  const path = { areaId: area.id };
  const [list, all] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/works', { params: { path, query } }), request),
    need(api(context).GET('/api/v1/areas/{areaId}/works', { params: { path, query: { limit: 100 } } }), request),
  ]);
  const kinds = [...new Set(all.items.map((work) => work.kind))];
  return { name: area.name, areaId: area.id, code: params.code, kind, kinds, list };
}

export const meta = (): { title: string }[] => [{ title: '作品墙' }];

export default function Works(): ReactNode {
  const { name, areaId, code, kind, kinds, list } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs on="activities" />
      <Bar wide title={`${name} · 作品墙`} back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        {kinds.length > 1 ? (
          <nav className="chips top" aria-label="看哪一种">
            {[null, ...kinds].map((one) => (
              <Link
                key={one ?? ''}
                className={one === kind ? 'chip on' : 'chip'}
                aria-current={one === kind ? 'page' : undefined}
                to={one ? `?kind=${encodeURIComponent(one)}` : '?'}
              >
                {one ?? '全部'}
              </Link>
            ))}
          </nav>
        ) : null}
        {list.items.length === 0 ? (
          <Empty picture="calligraphy" title="墙还空着" line="一首歌、一幅字、一张照片，自己做的都可以挂上来。" />
        ) : null}
        <div className="stack grid3 gap">
          {list.items.map((work) => (
            <WorkCard key={work.id} work={work} />
          ))}
        </div>
        {list.next ? (
          <Link
            className="btn quiet wide gap"
            to={`?cursor=${list.next}${kind ? `&kind=${encodeURIComponent(kind)}` : ''}`}
          >
            再看一些
          </Link>
        ) : null}
        <Link className="btn line wide big gap-l" to={`/works/${areaId}/new`}>
          <Icon name="plus" />
          交一件作品
        </Link>
      </main>
    </>
  );
}
