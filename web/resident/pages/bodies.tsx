import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { PublicBodies } from '#contract/organisations';
import { BodyCard } from '../../features/organisations/body-card.tsx';
import '../../features/organisations/organisations.css';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const path = { areaId: area.id };
  const found = await need(api(context).GET('/api/v1/areas/{areaId}/bodies', { params: { path } }), request);
  return { code: params.code, found };
}

export const meta = (): { title: string }[] => [{ title: '谁在为我们办事' }];

const levels = ['街道', '社区', '网格', '楼栋', '中心户'];

export default function Bodies(): ReactNode {
  const { code, found } = useLoaderData<typeof loader>();
  const estates = found.estates.filter(({ bodies, party }) => bodies.length + party.length > 0);
  const isBare = found.community.length + found.tree.length + estates.length === 0;
  return (
    <>
      <Tabs on="home" />
      <Bar wide title="谁在为我们办事" back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        {isBare ? (
          <Empty
            title="还没有登记"
            line="社区把组织和成员登记好以后，这里就能看到谁在为大家办事。"
            to={`/c/${code}`}
            word="回到首页"
          />
        ) : (
          <p className="soft">名字是本人同意公开的；没有同意的打了码。有事可以按“怎么找”去找他们。</p>
        )}
        {estates.map((estate) => (
          <EstatePart key={estate.id} estate={estate} />
        ))}
        {found.community.length > 0 ? <Section title={found.areaName} note="全社区的" /> : null}
        {found.community.map((body) => (
          <BodyCard key={body.id} body={body} />
        ))}
        {found.tree.length > 0 ? <Tree tree={found.tree} /> : null}
      </main>
    </>
  );
}

/** What stands in an estate: its party organisation, where one talks things over, who leads; then its bodies. */
function EstatePart({ estate }: { estate: PublicBodies['estates'][number] }): ReactNode {
  const facts: [string, string[]][] = [
    ['党组织', estate.party],
    ['议事的地方', estate.platform],
    ['带头人', estate.leader],
  ];
  return (
    <section>
      <Section title={estate.name} note="小区里的" />
      <div className="card pad gap">
        {facts
          .filter(([, words]) => words.length > 0)
          .map(([name, words]) => (
            <p key={name}>
              <span className="soft">{name}：</span>
              {words.join('、')}
            </p>
          ))}
      </div>
      {estate.bodies.map((body) => (
        <BodyCard key={body.id} body={body} />
      ))}
    </section>
  );
}

function Tree({ tree }: { tree: PublicBodies['tree'] }): ReactNode {
  return (
    <section>
      <Section title="党组织五级" note="从街道到身边" />
      <ul className="card pad party-tree">
        {tree.map(({ id, level, name, head }) => (
          <li key={id} className={`l${level}`}>
            <span className="soft">{levels[level - 1]}</span> <b>{name}</b>
            {head ? <span className="soft"> {head}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
