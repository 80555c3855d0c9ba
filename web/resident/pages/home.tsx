import type { ReactNode } from 'react';
import { data, Form, Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { dayName, shanghaiDate, weekdayName } from '#shared/time';
import { ActivityCard } from '../../features/activities/activity-card.tsx';
import { MonthFigures, PublishedFigures } from '../../features/areas/month-figures.tsx';
import { SolvedCard } from '../../features/matters/solved-card.tsx';
import { NoticeRow } from '../../features/notices/notice-row.tsx';
import { FindForm } from '../../features/search/find-form.tsx';
import { GridWorkerCard } from '../../features/people/grid-worker-card.tsx';
import type { IconName } from '../../icons/icons.ts';
import { placeInWords, readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { communityCookie, keepCookie, readCommunity, readElder, readMe, useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const known = await readCommunity(context, request);
  if (known === area.id && (await readElder(context, request))) throw redirect('/elder');
  const path = { areaId: area.id };
  const me = await readMe(context);
  const today = shanghaiDate(context.now);
  const [face, notices, activities, home] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/face', { params: { path } }), request),
    maybe(api(context).GET('/api/v1/areas/{areaId}/notices', { params: { path, query: { limit: 3 } } })),
    maybe(api(context).GET('/api/v1/areas/{areaId}/activities', { params: { path, query: { limit: 6 } } })),
    me ? maybe(api(context).GET('/api/v1/me/home')) : null,
  ]);
  const mine = home?.area?.id === area.id ? home.contact : null;
  const contact = mine ?? (await maybe(api(context).GET('/api/v1/areas/{areaId}/grid-worker', { params: { path } })));
  const events = activities?.items ?? [];
  return data(
    {
      area: { id: area.id, code: params.code ?? '', name: area.name, place: placeInWords(area), figures: area.figures },
      face,
      notices: notices?.items ?? [],
      events,
      todayCount: events.filter(({ startsAt }) => shanghaiDate(startsAt) === today).length,
      contact,
      isMine: mine !== null,
    },
    known ? {} : { headers: { 'Set-Cookie': keepCookie(communityCookie, area.id) } },
  );
}

export const meta = ({ data: page }: { data?: { area: { name: string } } }): { title: string }[] => [
  { title: page?.area.name ?? '里仁' },
];

export default function Home(): ReactNode {
  const { area, face, notices, events, contact, isMine } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Hero name={area.name} place={area.place} />
      <main id="main" className="wrap page">
        <Tiles />
        <FindForm action={`/c/${area.code}/search`} />
        <div className="two">
          <div>
            {contact ? <GridWorkerCard contact={contact} mine={isMine} /> : null}
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
            {events.length > 0 ? (
              <div className="scroll" role="group" aria-label="近期活动" tabIndex={0}>
                {events.map((activity) => (
                  <ActivityCard key={activity.id} activity={activity} now={now} />
                ))}
              </div>
            ) : null}
          </div>
          <div>
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

/** The answer before the button: each tile says what is behind it now. */
function Tiles(): ReactNode {
  const { area, notices, todayCount, events } = useLoaderData<typeof loader>();
  const { waiting, me } = useVisit();
  const tiles: { to: string; icon: IconName; tone: string; name: string; line: string }[] = [
    {
      to: `/c/${area.code}/activities`,
      icon: 'activity',
      tone: 'bamboo',
      name: '看活动',
      line: todayCount > 0 ? `今天有 ${todayCount} 场` : events.length > 0 ? `近期 ${events.length} 场` : '这几天没有',
    },
    {
      to: '/my',
      icon: 'list',
      tone: 'apricot',
      name: '我的事',
      line: waiting > 0 ? `${waiting} 件等您` : me ? '没有等您的' : '登录后看',
    },
    {
      to: `/c/${area.code}/notices`,
      icon: 'megaphone',
      tone: 'cinnabar',
      name: '公告',
      line: notices.length > 0 ? `新的 ${notices.length} 条` : '没有新的',
    },
  ];
  return (
    <nav className="acts" aria-label="常用的事">
      <Link className="act1" to={`/report?area=${area.code}`}>
        <span>
          <span className="t">我要反映</span>
          <span className="d">拍一张，说一句，三步就好</span>
        </span>
        <span className="o">
          <Icon name="camera" />
        </span>
        <span className="o">
          <Icon name="mic" />
        </span>
      </Link>
      {tiles.map(({ to, icon, tone, name, line }) => (
        <Link key={to} className="act" to={to}>
          <span className={tone}>
            <Icon name={icon} size="l" />
          </span>
          <span className="t">{name}</span>
          <span className="d">{line}</span>
        </Link>
      ))}
    </nav>
  );
}
