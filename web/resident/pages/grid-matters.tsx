import type { ReactNode } from 'react';
import { Form, Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { MatterCard } from '#contract/matters';
import { GridRow } from '../../features/matters/grid-job.tsx';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, need } from '../../lib/api.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { grid: true };

const tabs = [
  { id: 'waiting', word: '等我办', empty: '没有等您办的事', query: { mine: 'waiting', sort: 'due' } },
  { id: 'handled', word: '我经手的', empty: '还没有经手过事情', query: { mine: 'handled', sort: 'created' } },
  { id: 'grid', word: '在办的', empty: '这一片没有在办的事', query: { status: 'open', sort: 'due' } },
] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const asked = new URL(request.url).searchParams;
  const tab = tabs.find(({ id }) => id === asked.get('tab')) ?? tabs[0];
  const q = (asked.get('q') ?? '').trim().slice(0, 50);
  const cursor = asked.get('cursor');
  const query = {
    ...tab.query,
    ...(tab.id === 'grid' && visit.gridId ? { grid: visit.gridId } : {}),
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
    limit: 30,
  };
  const path = { areaId: visit.areaId };
  const list = await need(api(context).GET('/api/v1/areas/{areaId}/matters', { params: { path, query } }), request);
  return { tab: tab.id, empty: tab.empty, q, list, place: visit.place, mayList: visit.me.roles.length > 0 };
}

export const meta = (): { title: string }[] => [{ title: '事项' }];

/** Matters by how they touch her: waiting, handled, open around her. */
export default function GridMatters(): ReactNode {
  const { tab, empty, q, list, place } = useLoaderData<typeof loader>();
  const search = (id: string): string => `/grid/matters?tab=${id}${q ? `&q=${encodeURIComponent(q)}` : ''}`;
  return (
    <>
      <GridTabs on="matters" />
      <main id="main" className="wrap">
        <h1 className="title gap">事项</h1>
        <Form method="get" role="search" className="find gap">
          <input type="hidden" name="tab" value={tab} />
          <label className="sr" htmlFor="q">
            事情、地点或编号
          </label>
          <input id="q" name="q" type="search" className="field" defaultValue={q} placeholder="事情、地点或编号" />
          <button type="submit" className="btn quiet" aria-label="找">
            <Icon name="search" />
          </button>
        </Form>
        <nav className="segments gap" aria-label="哪些事">
          {tabs.map(({ id, word }) => (
            <Link
              key={id}
              to={search(id)}
              className={id === tab ? 'on' : ''}
              aria-current={id === tab ? 'page' : undefined}
            >
              {id === 'grid' ? `${place}${word}` : word}
            </Link>
          ))}
        </nav>
        {list.items.length > 0 ? (
          <div className="card gap">
            {list.items.map((matter) => (
              <GridRow key={matter.number} matter={matter as MatterCard} mine={tab === 'waiting'} />
            ))}
          </div>
        ) : (
          <Empty
            title={q ? `没有找到“${q}”` : empty}
            line={q ? '少打一两个字再试，或者换一栏看看。' : '看见不对的，拍一张就报上来。'}
            to={q ? `/grid/matters?tab=${tab}` : '/grid/report'}
            word={q ? '看全部' : '拍照上报'}
          />
        )}
        {q ? (
          <Link className="btn quiet wide gap" to={`/grid/search?q=${encodeURIComponent(q)}`}>
            在公告、活动、住户里也搜“{q}”
          </Link>
        ) : null}
        {list.next ? (
          <Link className="btn quiet wide gap" to={`${search(tab)}&cursor=${encodeURIComponent(list.next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
