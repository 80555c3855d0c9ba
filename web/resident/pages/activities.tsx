import type { ReactNode } from 'react';
import { Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { shanghaiDate } from '#shared/time';
import { Programmes } from '../../features/activities/programmes.tsx';
import { ActivityCard } from '../../features/activities/activity-card.tsx';
import { communityPath, readArea, requireCommunity } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** Under `/activities`: what is near in one's own community; under `/c/{code}/activities`: all there is in the one named. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  if (!params.code) throw redirect(`${communityPath(await requireCommunity(context, request))}/nearby`);
  const area = await readArea(context, request, params.code);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  const path = { areaId: area.id };
  const [list, series] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/activities', { params: { path, query } }), request),
    need(api(context).GET('/api/v1/areas/{areaId}/series', { params: { path } }), request),
  ]);
  return { name: area.name, code: params.code, list, series: series.items };
}

export const meta = (): { title: string }[] => [{ title: '活动' }];

export default function Activities(): ReactNode {
  const { name, code, list, series } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const today = shanghaiDate(now);
  const parts = [
    { title: '今天', items: list.items.filter(({ startsAt }) => shanghaiDate(startsAt) <= today) },
    { title: '往后几天', items: list.items.filter(({ startsAt }) => shanghaiDate(startsAt) > today) },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <Tabs on="activities" />
      <Bar wide title={`${name} · 活动`} back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        {parts.length === 0 ? (
          <Empty
            picture="empty-activities"
            title="这几天没有活动"
            line="有了新的，这里第一个知道。想办一场，跟社区说一声就行。"
            to={`/c/${code}`}
            word="回到首页"
          />
        ) : null}
        {parts.map(({ title, items }) => (
          <section key={title}>
            <Section title={title} note={`${items.length} 场`} />
            <div className="stack grid3">
              {items.map((activity) => (
                <ActivityCard key={activity.id} activity={activity} now={now} />
              ))}
            </div>
          </section>
        ))}
        <Programmes code={code} items={list.items} series={series} />
        {list.next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(list.next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
