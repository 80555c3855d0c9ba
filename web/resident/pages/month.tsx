import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { MonthFigures } from '../../features/areas/month-figures.tsx';
import { PublicMatterRow } from '../../features/matters/solved-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const states = { reported: '大家反映的', closed: '已经办好', open: '还在办' } as const;
type State = keyof typeof states;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const asked = new URL(request.url).searchParams;
  const state: State =
    asked.get('state') === 'closed' || asked.get('state') === 'open' ? (asked.get('state') as State) : 'reported';
  const cursor = asked.get('cursor');
  const path = { areaId: area.id };
  const query = { state, limit: 30, ...(cursor ? { cursor } : {}) };
  const [list, face] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/public-matters', { params: { path, query } }), request),
    need(api(context).GET('/api/v1/areas/{areaId}/face', { params: { path } }), request),
  ]);
  return { name: area.name, code: params.code ?? '', state, list, month: face.month };
}

export const meta = (): { title: string }[] => [{ title: '社区交的账' }];

/** The matters that add up to one figure of the month. */
export default function Month(): ReactNode {
  const { name, code, state, list, month } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · ${month.name}`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        <MonthFigures month={month} code={code} />
        <Section title={states[state]} note={`${month[state]} 件`} />
        {list.items.length > 0 ? (
          <div className="card">
            {list.items.map((matter) => (
              <PublicMatterRow key={matter.code} matter={matter} now={now} />
            ))}
          </div>
        ) : (
          <p className="card pad soft">这个月一件也没有。</p>
        )}
        {list.next ? (
          <Link className="btn quiet wide gap" to={`?state=${state}&cursor=${encodeURIComponent(list.next)}`}>
            再看一些
          </Link>
        ) : null}
        <p className="hint gap">不能公开的事（邻里纠纷、家事）算进数字，不列出来。</p>
      </main>
    </>
  );
}
