import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { TeamCard } from '../../features/teams/team-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const path = { areaId: area.id };
  const list = await need(api(context).GET('/api/v1/areas/{areaId}/teams', { params: { path } }), request);
  return { name: area.name, code: params.code, items: list.items };
}

export const meta = (): { title: string }[] => [{ title: '队伍' }];

export default function Teams(): ReactNode {
  const { name, code, items } = useLoaderData<typeof loader>();
  const parts = [
    { title: '您的队伍', teams: items.filter(({ standing }) => standing !== 'none') },
    { title: '正在招人', teams: items.filter(({ standing, isOpen }) => standing === 'none' && isOpen) },
    { title: '还有这些队伍', teams: items.filter(({ standing, isOpen }) => standing === 'none' && !isOpen) },
  ].filter(({ teams }) => teams.length > 0);
  return (
    <>
      <Tabs on="activities" />
      <Bar wide title={`${name} · 队伍`} back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        {parts.length === 0 ? (
          <Empty
            picture="empty-activities"
            title="这里还没有队伍"
            line="想唱、想跳、想搭把手，凑上几个人，跟社区说一声就能成一支。"
            to={`/c/${code}`}
            word="回到首页"
          />
        ) : null}
        {parts.map(({ title, teams }) => (
          <section key={title}>
            <Section title={title} note={`${teams.length} 支`} />
            <div className="stack grid3">
              {teams.map((team) => (
                <TeamCard key={team.id} team={team} />
              ))}
            </div>
          </section>
        ))}
        <Link className="btn line wide big gap-l" to={`/c/${code}/works`}>
          <Icon name="image" />
          看作品墙
        </Link>
      </main>
    </>
  );
}
