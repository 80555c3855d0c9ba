import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Circle } from '../../../server/modules/venues/circle/contract.ts';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Section, Tag } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import '../../features/venues/venues.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const path = { areaId: area.id };
  const circle = await need(api(context).GET('/api/v1/areas/{areaId}/circle', { params: { path } }), request);
  return { name: area.name, code: params.code ?? '', circle };
}

export const meta = (): { title: string }[] => [{ title: '15分钟圈' }];

export default function CircleOnPhone(): ReactNode {
  const { name, code, circle } = useLoaderData<typeof loader>();
  const { minutes, missing, needs, wanted, stations } = circle;
  const lacking = wanted.filter(({ places }) => places.length === 0).map(({ kind }) => kind);
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · ${minutes}分钟圈`} back={`/c/${code}/venues`} heading />
      <main id="main" className="wrap">
        <p className="card calm pad gap" data-read>
          {missing.length === 0
            ? `菜场、运动、办事、看病，每栋楼走路 ${minutes} 分钟都能到。`
            : `还没做到每栋楼走路 ${minutes} 分钟能到的：${missing.join('、')}。`}
        </p>
        <Section title={`走路 ${minutes} 分钟`} />
        <div className="stack">
          {needs.map((need) => (
            <Need key={need.name} title={need.name} reach={need} minutes={minutes} />
          ))}
          <Need title="志愿服务站点" reach={stations} minutes={minutes} />
        </div>
        <Section title="功能设施" note={lacking.length === 0 ? '都有了' : `还缺 ${lacking.length} 样`} />
        <div className="card pad">
          <p className="tags">
            {wanted.map(({ kind, places }) => (
              <Tag key={kind} tone={places.length > 0 ? 'ok' : 'plain'} icon={places.length > 0 ? 'check' : 'minus'}>
                {kind}
                {places.length > 0 ? '' : '：还没有'}
              </Tag>
            ))}
          </p>
        </div>
        <p className="hint gap">走几分钟是按直线估的，路弯的地方会久一些；街道内邻近社区的也算上了。</p>
      </main>
    </>
  );
}

type Reach = Circle['stations'];

function Need({ title, reach, minutes }: { title: string; reach: Reach; minutes: number }): ReactNode {
  const { buildings, reached, beyond, places } = reach;
  const isWhole = places.length > 0 && reached === buildings;
  return (
    <section className="card pad">
      <h3>{title}</h3>
      <p className="tags gap">
        <Tag tone={isWhole ? 'ok' : 'wait'} icon={isWhole ? 'check' : 'warn'}>
          {places.length === 0 ? '还没有' : isWhole ? `${buildings} 栋楼都能到` : `${buildings} 栋里 ${reached} 栋能到`}
        </Tag>
      </p>
      {places.length > 0 ? (
        <p className="soft gap">
          {places.slice(0, 6).map((place, at) => (
            <span key={place.id}>
              {at > 0 ? '、' : ''}
              <Link className="u" to={`/venues/${place.areaId}/${place.id}`}>
                {place.areaName ? `${place.areaName} ${place.name}` : place.name}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
      {places.length > 0 && beyond.length > 0 ? (
        <p className="hint num">
          超过 {minutes} 分钟：
          {beyond
            .slice(0, 12)
            .map(({ label, minutes: far }) => `${label}（约 ${far} 分钟）`)
            .join('、')}
          {beyond.length > 12 ? `等 ${beyond.length} 栋` : ''}
        </p>
      ) : null}
    </section>
  );
}
