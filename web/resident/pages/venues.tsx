import type { ReactNode } from 'react';
import { Form, Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Venue } from '#contract/venues';
import { walkMinutes } from '#shared/walking';
import { groundOf } from '../../features/activities/ground.ts';
import { NearbyMap } from '../../features/activities/nearby-map.tsx';
import '../../features/activities/nearby.css';
import { FacilityRow, VenueCard } from '../../features/venues/venue-card.tsx';
import { isPlaceToGo } from '../../features/venues/venue-words.ts';
import { readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export const handle = { comfort: true };

const asked = ['at', 'kind', 'function', 'open', 'bookable'] as const;
type Asked = Partial<Record<(typeof asked)[number], string>>;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const given = new URL(request.url).searchParams;
  const query: Asked = Object.fromEntries(asked.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : [])));
  const path = { areaId: area.id };
  const { at } = query;
  const [{ items }, near, map] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/venues', { params: { path, query: {} } }), request),
    maybe(
      api(context).GET('/api/v1/areas/{areaId}/nearby', {
        params: { path, query: { limit: 1, ...(at ? { at } : {}) } },
      }),
    ),
    maybe(api(context).GET('/api/v1/areas/{areaId}/map', { params: { path } })),
  ]);
  const origin = near?.origin ?? { label: '', point: null, exact: false };
  const shown = items
    .filter((venue) => isAsked(venue, query))
    .map((venue) => ({ venue, minutes: minutesTo(venue, origin) }));
  return {
    name: area.name,
    code: params.code ?? '',
    query,
    origin,
    kinds: [...new Set(items.map(({ kind }) => kind))],
    functions: [...new Set(items.flatMap((venue) => venue.functions))],
    shown: origin.exact ? shown.toSorted((a, b) => (a.minutes ?? 99) - (b.minutes ?? 99)) : shown,
    ground: groundOf(map),
  };
}

/** Rooms inside a house are on its page; they stand here only when something is asked for. */
function isAsked(venue: Venue, query: Asked): boolean {
  const { kind, open, bookable } = query;
  if (kind && venue.kind !== kind) return false;
  if (query.function && !venue.functions.includes(query.function)) return false;
  if (open && !venue.open?.isOpen) return false;
  if (bookable && !venue.bookable) return false;
  return venue.parentId === null || Boolean(kind ?? query.function ?? bookable);
}

function minutesTo(venue: Venue, origin: { point: { lng: number; lat: number } | null }): number | null {
  if (!origin.point || venue.lng === null || venue.lat === null) return null;
  return walkMinutes([origin.point.lng, origin.point.lat], [venue.lng, venue.lat]);
}

export const meta = (): { title: string }[] => [{ title: '阵地' }];

const linkOf = (query: Asked, change: Partial<Record<keyof Asked, string | null>>): string => {
  const pairs = Object.entries({ ...query, ...change }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  );
  return `?${new URLSearchParams(pairs).toString()}`;
};

export default function Venues(): ReactNode {
  const { name, code, origin, shown, ground } = useLoaderData<typeof loader>();
  const places = shown.filter(({ venue }) => isPlaceToGo(venue));
  const facilities = shown.filter(({ venue }) => !isPlaceToGo(venue));
  const numbered = [...places, ...facilities];
  const spots = numbered.map(({ venue }) => ({
    place: venue.name,
    point: venue.lng === null || venue.lat === null ? null : { lng: venue.lng, lat: venue.lat },
  }));
  return (
    <>
      <Tabs on="home" />
      <Bar wide title={`${name} · 阵地`} back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        <Filters />
        {shown.length === 0 ? (
          <Empty
            title="这样的地方还没有"
            line="换个条件看看。觉得缺，可以跟社区说一声。"
            to={`/c/${code}/venues`}
            word="看全部"
          />
        ) : null}
        {places.length > 0 ? (
          <div className="stack grid3 gap">
            {places.map(({ venue, minutes }, at) => (
              <VenueCard
                key={venue.id}
                venue={venue}
                number={at + 1}
                minutes={origin.exact ? minutes : null}
                first={at < 2}
              />
            ))}
          </div>
        ) : null}
        {facilities.length > 0 ? (
          <>
            <Section title="身边的设施" note={`${facilities.length} 处`} />
            <div className="card">
              {facilities.map(({ venue, minutes }, at) => (
                <FacilityRow
                  key={venue.id}
                  venue={venue}
                  number={places.length + at + 1}
                  minutes={origin.exact ? minutes : null}
                />
              ))}
            </div>
          </>
        ) : null}
        <NearbyMap origin={origin} items={spots} ground={ground} unit="处" />
        <From />
        <p className="gap">
          <Link className="btn line wide" to={`/c/${code}/circle`}>
            看看15分钟能走到什么
          </Link>
        </p>
      </main>
    </>
  );
}

function Filters(): ReactNode {
  const { query, kinds, functions } = useLoaderData<typeof loader>();
  const isAll = !query.kind && !query.function && !query.open && !query.bookable;
  const chosen = query.kind ?? query.function;
  const none = { kind: null, function: null, open: null, bookable: null };
  return (
    <>
      <nav className="chips top" aria-label="看哪些">
        <Chip word="都看" to={linkOf(query, none)} on={isAll} />
        <Chip word="现在开着" to={linkOf(query, { ...none, open: 'true' })} on={query.open === 'true'} />
        <Chip word="可以预约" to={linkOf(query, { ...none, bookable: 'true' })} on={query.bookable === 'true'} />
        {chosen ? <Chip word={chosen} to={linkOf(query, none)} on /> : null}
      </nav>
      <details key={chosen ?? ''}>
        <summary className="soft">
          按类别、按功能找
          <Icon name="chevron-right" size="s" />
        </summary>
        <nav className="chips" aria-label="哪一类">
          {kinds.map((kind) => (
            <Chip key={kind} word={kind} to={linkOf(query, { ...none, kind })} on={query.kind === kind} />
          ))}
        </nav>
        <nav className="chips gap" aria-label="做什么用">
          {functions.map((one) => (
            <Chip key={one} word={one} to={linkOf(query, { ...none, function: one })} on={query.function === one} />
          ))}
        </nav>
      </details>
    </>
  );
}

function Chip({ word, to, on }: { word: string; to: string; on: boolean }): ReactNode {
  return (
    <Link className={on ? 'chip on' : 'chip'} to={to} aria-current={on ? 'true' : undefined}>
      {word}
    </Link>
  );
}

/** From where the minutes are counted, and how to count them from here. */
function From(): ReactNode {
  const { query, origin } = useLoaderData<typeof loader>();
  return (
    <Form className="near-from" reloadDocument>
      {asked.map((name) =>
        name !== 'at' && query[name] ? <input key={name} type="hidden" name={name} value={query[name]} /> : null,
      )}
      <input type="hidden" name="at" value={query.at ?? ''} />
      <span className="hint">{origin.exact ? '' : '登录后，从您家楼下算走几分钟'}</span>
      <button type="button" className="btn quiet script" data-do="locate" data-to="at" data-submit="">
        <Icon name="pin" size="s" />
        用现在的位置
      </button>
    </Form>
  );
}
