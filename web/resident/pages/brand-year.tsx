import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { clockTime, dayName } from '#shared/time';
import { YearFigures } from '../../features/brands/year-figures.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import '../../features/brands/brands.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.areaId);
  const path = { areaId: area.id };
  return { year: await need(api(context).GET('/api/v1/areas/{areaId}/brand/year', { params: { path } }), request) };
}

export const meta = ({ data: page }: { data?: { year: { name: string } } }): { title: string }[] => [
  { title: `${page?.year.name ?? '品牌'} · 这一年` },
];

/** Everything the figures of a brand's year add up to. */
export default function BrandYearPage(): ReactNode {
  const { year } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Bar title={`${year.name} · 这一年`} back={`/b/${year.areaId}`} heading>
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <YearFigures figures={year.figures} to="#held" />
        <p className="hint gap">“人”是不同的人，一年里来几回都算一个；“人次”是来的次数。两个数分开记，不相加。</p>
        <div id="held">
          <Section title="办过的" note={`${year.activities.length} 场`} />
        </div>
        {year.activities.length === 0 ? (
          <Empty title="这十二个月还没有办过" line="活动办了、来的人签了到，就会算到这里。" />
        ) : (
          <ul className="card">
            {year.activities.map((activity) => (
              <li key={activity.id}>
                <Link className="row bare" to={`/activities/${year.areaId}/${activity.id}`}>
                  <span>
                    <span className="t">{activity.title}</span>
                    <br />
                    <span className="d num">
                      {dayName(activity.startsAt, now)} {clockTime(activity.startsAt)}
                    </span>
                  </span>
                  <span className="d num">
                    {activity.people} 人
                    <br />
                    {activity.personTimes} 人次
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
}
