import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { TopicCard } from '../../features/deliberation/topic-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import '../../features/deliberation/talk.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const path = { areaId: area.id };
  const me = await readMe(context);
  const [topics, mine] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/topics', { params: { path, query: { limit: 60 } } }), request),
    me
      ? maybe(api(context).GET('/api/v1/areas/{areaId}/topics', { params: { path, query: { mine: '1', limit: 20 } } }))
      : null,
  ]);
  const own = (mine?.items ?? []).filter(({ state }) => ['waiting', 'declined', 'merged'].includes(state));
  return { area: { id: area.id, name: area.name, code: params.code ?? '' }, topics: topics.items, own };
}

export const meta = ({ data: page }: { data?: { area: { name: string } } }): { title: string }[] => [
  { title: page ? `${page.area.name} · 议一议` : '议一议' },
];

/** 议一议: what neighbours are talking over, what is being decided, what came of it. */
export default function Talk(): ReactNode {
  const { area, topics, own } = useLoaderData<typeof loader>();
  const groups = [
    { title: '正在听意见', items: topics.filter(({ state }) => state === 'open') },
    { title: '正在议', items: topics.filter(({ state }) => state === 'in-progress') },
    { title: '有回音的', items: topics.filter(({ state }) => state === 'answered' || state === 'closed') },
  ];
  return (
    <>
      <Bar title="议一议" back={`/c/${area.code}`} heading />
      <main id="main" className="wrap">
        <p className="soft">大家的事大家商量。提一个议题，邻居附议，社区答复。</p>
        <Link className="btn go wide big gap" to={`/topics/${area.id}/new`}>
          提一个议题
        </Link>
        {own.length > 0 ? (
          <>
            <Section title="我提的" note="还没公开的" />
            <div className="stack">
              {own.map((topic) => (
                <TopicCard key={topic.id} topic={topic} />
              ))}
            </div>
          </>
        ) : null}
        {topics.length === 0 ? (
          <Empty
            picture="tea-banyan"
            title="还没有人提议题"
            line="停车、充电、晾晒、树荫——想让大家一起商量的，都可以提。"
          />
        ) : null}
        {groups.map(({ title, items }) =>
          items.length > 0 ? (
            <section key={title}>
              <Section title={title} note={`${items.length} 个`} />
              <div className="stack">
                {items.map((topic) => (
                  <TopicCard key={topic.id} topic={topic} />
                ))}
              </div>
            </section>
          ) : null,
        )}
      </main>
    </>
  );
}
