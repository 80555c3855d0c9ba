import type { ReactNode } from 'react';
import { data, Form, Link, redirect, useLoaderData, type LoaderFunctionArgs, type MetaDescriptor } from 'react-router';
import { addDays, dayName, shanghaiDate, weekdayName } from '#shared/time';
import { MonthFigures, PublishedFigures } from '../../features/areas/month-figures.tsx';
import { BallotStrip } from '../../features/ballots/ballot-strip.tsx';
import { ChoiceStrip } from '../../features/brands/choice-strip.tsx';
import { BrandBanner } from '../../features/home/brand-banner.tsx';
import '../../features/home/home.css';
import { ForYou } from '../../features/home/for-you.tsx';
import { NearStrip } from '../../features/home/near-strip.tsx';
import { AccountStrip } from '../../features/funds/account-strip.tsx';
import { TalkRow } from '../../features/deliberation/talk-row.tsx';
import { TeamStrip } from '../../features/home/team-strip.tsx';
import { Tiles, type Tile } from '../../features/home/tiles.tsx';
import { SolvedCard } from '../../features/matters/solved-card.tsx';
import { NoticeRow } from '../../features/notices/notice-row.tsx';
import { PublicityStrip } from '../../features/publicity/publicity-strip.tsx';
import { FindForm } from '../../features/search/find-form.tsx';
import { GridWorkerCard } from '../../features/people/grid-worker-card.tsx';
import { placeInWords, readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { communityCookie, keepCookie, readCommunity, readElder, readMe, useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Row, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const known = await readCommunity(context, request);
  if (known === area.id && (await readElder(context, request))) throw redirect('/elder');
  const path = { areaId: area.id };
  const me = await readMe(context);
  const today = shanghaiDate(context.now);
  const near = (day: string) =>
    maybe(api(context).GET('/api/v1/areas/{areaId}/nearby', { params: { path, query: { day, limit: 6 } } }));
  const [face, notices, publicities, onToday, onTomorrow, venues, teams, brands, brandFace, topics, picked, home] =
    await Promise.all([
      need(api(context).GET('/api/v1/areas/{areaId}/face', { params: { path } }), request),
      maybe(api(context).GET('/api/v1/areas/{areaId}/notices', { params: { path, query: { limit: 3 } } })),
      maybe(api(context).GET('/api/v1/areas/{areaId}/publicities', { params: { path, query: { limit: 20 } } })),
      near(today),
      near(addDays(today, 1)),
      maybe(api(context).GET('/api/v1/areas/{areaId}/venues', { params: { path } })),
      maybe(api(context).GET('/api/v1/areas/{areaId}/teams', { params: { path } })),
      maybe(api(context).GET('/api/v1/brands', { params: { query: { area: area.id } } })),
      maybe(api(context).GET('/api/v1/areas/{areaId}/brand/face', { params: { path } })),
      maybe(
        api(context).GET('/api/v1/areas/{areaId}/topics', { params: { path, query: { state: 'open', limit: 20 } } }),
      ),
      me ? maybe(api(context).GET('/api/v1/me/recommended')) : null,
      me ? maybe(api(context).GET('/api/v1/me/home')) : null,
    ]);
  const mine = home?.area?.id === area.id ? home.contact : null;
  const contact = mine ?? (await maybe(api(context).GET('/api/v1/areas/{areaId}/grid-worker', { params: { path } })));
  const open = { params: { path, query: { state: 'open', limit: 20 } } } as const;
  const [ballots, accounts] = await Promise.all([
    maybe(api(context).GET('/api/v1/areas/{areaId}/ballots', open)),
    maybe(api(context).GET('/api/v1/areas/{areaId}/public-accounts', { params: { path } })),
  ]);
  return data(
    {
      area: { id: area.id, code: params.code ?? '', name: area.name, place: placeInWords(area), figures: area.figures },
      face,
      notices: notices?.items ?? [],
      publicities,
      near: [...(onToday?.items ?? []), ...(onTomorrow?.items ?? [])].slice(0, 8),
      weekCounts: onToday?.days.map(({ count }) => count) ?? [],
      openVenues: (venues?.items ?? []).filter(({ open }) => open?.isOpen).length,
      picked: picked?.items.slice(0, 6) ?? [],
      teams: teams?.items ?? [],
      topics: (topics?.items ?? []).map(({ title, supports }) => ({ title, supports })),
      ballots,
      accounts,
      brandFace,
      brand: brands?.districts.flatMap((district) => district.brands)[0] ?? null,
      hasVenues: (venues?.items ?? []).length > 0,
      contact,
      isMine: mine !== null,
    },
    known ? {} : { headers: { 'Set-Cookie': keepCookie(communityCookie, area.id) } },
  );
}

export const meta = ({ data: page }: { data?: { area: { id: string; name: string } } }): MetaDescriptor[] => {
  if (!page) return [{ title: '里仁' }];
  const { id, name } = page.area;
  const feed = { tagName: 'link', rel: 'alternate' } as const;
  return [
    { title: name },
    { ...feed, type: 'text/calendar', href: `/feeds/areas/${id}/activities.ics`, title: `${name} · 活动` },
    { ...feed, type: 'application/atom+xml', href: `/feeds/areas/${id}/notices.atom`, title: `${name} · 公告` },
  ];
};

export default function Home(): ReactNode {
  const page = useLoaderData<typeof loader>();
  const { area, face, notices, near, picked, teams, brand, contact, isMine } = page;
  const inviting = teams.filter(({ isOpen }) => isOpen).slice(0, 8);
  const { now, waiting, me } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Hero name={area.name} place={area.place} />
      <main id="main" className="wrap page">
        <Tiles reportTo={`/report?area=${area.code}`} tiles={tilesOf(page, { waiting, signedIn: me !== null })} />
        <FindForm action={`/c/${area.code}/search`} />
        <div className="two">
          <div>
            <BallotStrip list={page.ballots} code={area.code} now={now} />
            {contact ? <GridWorkerCard contact={contact} mine={isMine} /> : null}
            <TalkRow topics={page.topics} code={area.code} />
            <PublicityStrip list={page.publicities} code={area.code} />
            {near.length > 0 ? <NearStrip sessions={near} now={now} code={area.code} areaName={area.name} /> : null}
            {picked.length > 0 ? <ForYou items={picked} now={now} /> : null}
            <div className="h">
              <h2>今天的社区</h2>
              <span className="hint">
                {dayName(now, now)} {weekdayName(now)}
              </span>
            </div>
            {notices.length > 0 ? (
              <div className="card">
                {notices.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} now={now} />
                ))}
              </div>
            ) : (
              <p className="card pad soft">今天没有新的公告。</p>
            )}
          </div>
          <div>
            {brand ? <BrandBanner brand={brand} /> : null}
            <ChoiceStrip face={page.brandFace} code={area.code} now={now} />
            {inviting.length > 0 ? <TeamStrip teams={inviting} code={area.code} /> : null}
            <div className="card gap">
              <AccountStrip list={page.accounts} code={area.code} />
              <Row to={`/c/${area.code}/works`} icon="image" title="作品墙" line="邻居写的、画的、唱的" />
              <Row to={`/r/${area.id}/talents`} icon="user" title="社区达人" line="谁有一手好本事，愿意搭把手" />
              <Row
                to={`/c/${area.code}/bodies`}
                icon="family"
                title="谁在为我们办事"
                line="居委会、业委会、物管会，怎么找"
              />
            </div>
            {face.solved.length > 0 ? (
              <>
                <Section title="身边解决的事" more={`/c/${area.code}/solved`} />
                <div className="stack">
                  {face.solved.slice(0, 2).map((matter) => (
                    <SolvedCard key={matter.code} matter={matter} now={now} />
                  ))}
                </div>
              </>
            ) : null}
            <Section title={`${face.month.name}，社区交的账`} />
            <MonthFigures month={face.month} code={area.code} />
            {area.figures.length > 0 ? <Section title="这个社区" /> : null}
            <PublishedFigures figures={area.figures} />
            <p className="hint gap center">
              <Link className="link" to="/?choose=1">
                换一个社区
              </Link>
            </p>
          </div>
        </div>
      </main>
    </>
  );
}

function Hero({ name, place }: { name: string; place: string }): ReactNode {
  return (
    <header className="hero">
      <img src="/illustrations/street.svg" alt="" width="390" height="170" />
      <div className="id wrap">
        <span className="seal house" aria-hidden="true">
          里仁
        </span>
        <div>
          <h1>{name}</h1>
          <p>{place}</p>
        </div>
        <Form method="post" action="/view" reloadDocument>
          <button type="submit" className="pill" name="view" value="elder">
            <Icon name="elder" size="s" />
            长辈版
          </button>
        </Form>
      </div>
    </header>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const onWords = ([today = 0, ...later]: number[]): string => {
  const rest = later.reduce((sum, count) => sum + count, 0);
  return today > 0 ? `今天 ${today} 场` : rest > 0 ? `这周 ${rest} 场` : '这周没有';
};

function tilesOf(page: Page, { waiting, signedIn }: { waiting: number; signedIn: boolean }): Tile[] {
  const { area, notices, weekCounts, openVenues, hasVenues, teams, brand } = page;
  const tiles: (Tile | false | null)[] = [
    { to: `/c/${area.code}/nearby`, icon: 'walk', tone: 'bamboo', name: '看活动', line: onWords(weekCounts) },
    {
      to: '/my',
      icon: 'list',
      tone: 'apricot',
      name: '我的事',
      line: waiting > 0 ? `${waiting} 件等您` : signedIn ? '没有等您的' : '登录后看',
    },
    {
      to: `/c/${area.code}/notices`,
      icon: 'megaphone',
      tone: 'cinnabar',
      name: '公告',
      line: notices.length > 0 ? `新的 ${notices.length} 条` : '没有新的',
    },
    hasVenues && {
      to: `/c/${area.code}/venues`,
      icon: 'building',
      tone: 'bamboo',
      name: '去阵地',
      line: openVenues > 0 ? `${openVenues} 处开着` : '现在都关着',
    },
    teams.length > 0 && {
      to: `/c/${area.code}/teams`,
      icon: 'people',
      tone: 'apricot',
      name: '找队伍',
      line: `${teams.length} 支在活动`,
    },
    brand && { to: `/b/${area.id}`, icon: 'star', tone: 'cinnabar', name: '一社一品', line: brand.name },
  ];
  return tiles.filter((tile) => tile !== false && tile !== null);
}
