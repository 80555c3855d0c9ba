import type { ReactNode } from 'react';
import { data, Form, Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { communityPath, readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { readCommunity, readElder } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Row } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

type Community = { id: string; path: string; name: string; line: string };

/** Home: one's own community, or the list to choose one from. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const choosing = url.searchParams.has('choose') || url.searchParams.has('q');
  const mine = choosing ? null : await readCommunity(context, request);
  if (mine) {
    if (await readElder(context, request)) throw redirect('/elder');
    throw redirect(communityPath(await readArea(context, request, mine)));
  }
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 50);
  const query = { level: 'community' as const, ...(q ? { q } : {}) };
  const { items } = await need(api(context).GET('/api/v1/areas', { params: { query } }), request);
  if (items.length === 0 && !q && (await need(api(context).GET('/api/v1/setup'), request)).open)
    throw redirect('/setup');
  const communities: Community[] = items.map((area) => ({
    id: area.id,
    path: communityPath(area),
    name: area.name,
    line: [area.fullName.slice(0, -area.name.length), aliasLine(area.details['aliases'])].filter(Boolean).join(' · '),
  }));
  return data({ q, communities });
}

function aliasLine(aliases: unknown): string {
  return Array.isArray(aliases) && aliases.length > 0 ? `又写作${aliases.join('、')}` : '';
}

export const meta = (): { title: string }[] => [{ title: '里仁 · 选您的社区' }];

export default function Choose(): ReactNode {
  const { q, communities } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs on="home" />
      <header className="hero">
        <img src="/illustrations/street.svg" alt="" width="390" height="170" />
        <div className="id wrap">
          <span className="seal house">里仁</span>
          <div>
            <h1>您住在哪个社区</h1>
            <p>选一次就记住，以后直接到您的社区</p>
          </div>
        </div>
      </header>
      <main id="main" className="wrap page">
        <Form method="get" action="/" className="find gap" role="search">
          <label className="sr" htmlFor="q">
            社区或区县的名字
          </label>
          <input id="q" name="q" className="field" type="search" defaultValue={q} placeholder="社区或区县，例如 张店" />
          <button type="submit" className="btn go">
            <Icon name="search" size="s" />
            找一找
          </button>
        </Form>
        {communities.length === 0 ? (
          <Empty
            title={`没有找到“${q}”`}
            line="少打一两个字再试，或者只写区县的名字。"
            to="/?choose=1"
            word="看全部社区"
          />
        ) : (
          <ul className="card gap">
            {communities.map(({ id, path, name, line }) => (
              <li key={id}>
                <Row to={path} icon="building" tone="bamboo" title={name} line={line} />
              </li>
            ))}
          </ul>
        )}
        <p className="hint gap">
          工作人员请到 <Link to="/login">登录页</Link>。
        </p>
      </main>
    </>
  );
}
