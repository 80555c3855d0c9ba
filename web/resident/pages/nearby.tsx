import type { ReactNode } from 'react';
import { Form, Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { dayName, weekdayName } from '#shared/time';
import { NearbyCard } from '../../features/activities/nearby-card.tsx';
import { NearbyMap } from '../../features/activities/nearby-map.tsx';
import '../../features/activities/nearby.css';
import { readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { groundOf } from '../../features/activities/ground.ts';

export const handle = { comfort: true };

const asked = ['day', 'at', 'reach', 'kind', 'cursor'] as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const given = new URL(request.url).searchParams;
  const query = Object.fromEntries(asked.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
  const path = { areaId: area.id };
  const [page, map] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/nearby', { params: { path, query } }), request),
    maybe(api(context).GET('/api/v1/areas/{areaId}/map', { params: { path } })),
  ]);
  return { areaId: area.id, name: area.name, code: params.code ?? '', query, page, ground: groundOf(map) };
}

export const meta = (): { title: string }[] => [{ title: '附近' }];

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** The same page with something else asked. */
const linkOf = (query: Loaded['query'], change: Record<string, string | null>): string => {
  const kept = { ...query, cursor: null, ...change };
  const pairs = Object.entries(kept).flatMap(([name, value]) =>
    value ? [[name, String(value)] as [string, string]] : [],
  );
  return `?${new URLSearchParams(pairs).toString()}`;
};

export default function Nearby(): ReactNode {
  const { areaId, name, code, query, page, ground } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const all = query['reach'] === 'all';
  return (
    <>
      <Tabs on="activities" />
      <Bar wide title={all ? `${name} · 全部活动` : '附近，走路就到'} back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        <Days />
        <div className="two">
          <div>
            <NearbyMap origin={page.origin} items={page.items} ground={ground} />
            <From />
            <Kinds />
          </div>
          <div>
            {page.items.length === 0 ? <Nothing /> : null}
            <div className="stack gap">
              {page.items.map((session, at) => (
                <NearbyCard key={session.sessionId} session={session} number={at + 1} now={now} areaName={name} />
              ))}
            </div>
            {page.next ? (
              <Link className="btn quiet wide gap" to={linkOf(query, { cursor: page.next })}>
                再看一些
              </Link>
            ) : null}
            <Link
              className="btn line wide gap"
              to={all ? linkOf(query, { reach: null }) : linkOf(query, { reach: 'all' })}
            >
              {all ? '只看走路就到的' : `看${name}全部的`}
            </Link>
            <p className="hint gap center">
              <a className="link" href={`/feeds/areas/${areaId}/activities.ics`}>
                订到手机日历
              </a>
              ，有新的活动自己会来
            </p>
          </div>
        </div>
      </main>
    </>
  );
}

function Days(): ReactNode {
  const { query, page } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <nav className="near-days" aria-label="哪一天">
      {page.days.map(({ day, count }, at) => {
        const noon = `${day}T04:00:00.000Z`;
        const word = at === 0 ? '今天' : at === 1 ? '明天' : weekdayName(noon).replace('星期', '周');
        return (
          <Link
            key={day}
            to={linkOf(query, { day: at === 0 ? null : day, kind: null })}
            className={day === page.day ? 'on' : ''}
            aria-current={day === page.day ? 'date' : undefined}
          >
            {word}
            <b className="num">{count > 0 ? `${count} 场` : '—'}</b>
            <span className="sr">{dayName(noon, now)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

/** From where the minutes are counted, and how to count them from here. */
function From(): ReactNode {
  const { query, page } = useLoaderData<typeof loader>();
  const kept = (['day', 'reach', 'kind'] as const).flatMap((name) =>
    query[name] ? [[name, query[name]] as const] : [],
  );
  return (
    <Form className="near-from" reloadDocument>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <input type="hidden" name="at" value={String(query['at'] ?? '')} />
      <span className="hint">{page.origin.exact ? '' : '登录后，从您家楼下算起'}</span>
      <button type="button" className="btn quiet script" data-do="locate" data-to="at" data-submit="">
        <Icon name="pin" size="s" />
        用现在的位置
      </button>
    </Form>
  );
}

function Kinds(): ReactNode {
  const { query, page } = useLoaderData<typeof loader>();
  if (page.kinds.length < 2) return null;
  const chips = [{ kind: null, name: '都看', count: 0 }, ...page.kinds];
  return (
    <nav className="chips" aria-label="看哪一类">
      {chips.map(({ kind, name, count }) => (
        <Link
          key={name}
          className={`chip${(query['kind'] ?? null) === kind ? ' on' : ''}`}
          to={linkOf(query, { kind })}
          aria-current={(query['kind'] ?? null) === kind ? 'true' : undefined}
        >
          {name}
          {count > 0 ? <span className="num">{count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function Nothing(): ReactNode {
  const { query, page, code } = useLoaderData<typeof loader>();
  const next = page.days.find(({ day, count }) => day > page.day && count > 0);
  return (
    <Empty
      picture="empty-activities"
      title="这一天走路能到的没有"
      line={next ? '换一天就有。' : '有了新的，这里第一个知道。想办一场，跟社区说一声就行。'}
      to={next ? linkOf(query, { day: next.day, kind: null }) : `/c/${code}`}
      word={next ? '看有活动的那天' : '回到首页'}
    />
  );
}
