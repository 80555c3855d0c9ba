import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Venue, VenuePage } from '#contract/venues';
import { shanghaiDate } from '#shared/time';
import { walkMinutes } from '#shared/walking';
import { ActivityCard } from '../../features/activities/activity-card.tsx';
import { FacilityRow, OpenTag } from '../../features/venues/venue-card.tsx';
import { VenueStory } from '../../features/venues/venue-story.tsx';
import { VenueWeek } from '../../features/venues/venue-week.tsx';
import { hoursName, openingName, ownerName, sizeName, weekdayNames } from '../../features/venues/venue-words.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', venueId: params.id ?? '' };
  const venue = await need(api(context).GET('/api/v1/areas/{areaId}/venues/{venueId}', { params: { path } }), request);
  const area = { areaId: venue.areaId };
  const [activities, near, words] = await Promise.all([
    maybe(
      api(context).GET('/api/v1/areas/{areaId}/activities', {
        params: { path: area, query: { venueId: venue.id, limit: 6 } },
      }),
    ),
    maybe(api(context).GET('/api/v1/areas/{areaId}/nearby', { params: { path: area, query: { limit: 1 } } })),
    maybe(api(context).GET('/api/v1/venue-words')),
  ]);
  const origin = near?.origin.exact ? near.origin.point : null;
  return {
    venue,
    activities: activities?.items ?? [],
    groups: words?.functions ?? [],
    minutes:
      origin && venue.lng !== null && venue.lat !== null
        ? walkMinutes([origin.lng, origin.lat], [venue.lng, venue.lat])
        : null,
    url: context.origin + venue.shortPath,
    qr: qrOf(context.origin + venue.shortPath),
  };
}

export const meta = ({ data: page }: { data?: { venue: { name: string } } }): { title: string }[] => [
  { title: page?.venue.name ?? '阵地' },
];

export default function VenueOnPhone(): ReactNode {
  const { venue, url, qr } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const picture = pictureAddress(venue.picture);
  return (
    <>
      <Bar title="阵地" back={`/c/${venue.areaId}/venues`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={picture} alt="" width="360" height="204" />
          {picture.startsWith('/illustrations/') ? <span className="mock">示意图</span> : null}
        </div>
        <h1 className="title gap" data-read>
          {venue.name}
        </h1>
        <Known />
        {venue.bookable && !venue.closedOn ? (
          <Link className="btn go wide big gap" to={`/venues/${venue.areaId}/${venue.id}/book`}>
            看看哪天空着，订一个
          </Link>
        ) : null}
        {venue.week.some(({ openings }) => openings.length > 0) ? (
          <>
            <Section title="这一周" note={`共开 ${hoursName(venue.weekMinutes)}`} />
            <div className="card">
              <VenueWeek week={venue.week} today={shanghaiDate(now)} />
            </div>
          </>
        ) : null}
        <Held />
        <Rooms rooms={venue.rooms} />
        <Offers />
        {venue.story || venue.usedBefore ? <Section title="它的来历" /> : null}
        <VenueStory venue={venue} />
        <Share
          title={venue.name}
          from={`${venue.areaName} · 阵地`}
          text={groupText(venue, url)}
          qr={qr}
          pictures={[picture]}
        />
      </main>
    </>
  );
}

/** Open or not, where, how large, whose. */
function Known(): ReactNode {
  const { venue, minutes } = useLoaderData<typeof loader>();
  const facts = [
    venue.sizeTenths === null ? '' : sizeName(venue.sizeTenths),
    venue.capacity === null ? '' : `坐得下 ${venue.capacity} 人`,
    venue.free ? '免费开放' : '',
  ].filter(Boolean);
  return (
    <>
      <p className="tags gap">
        <Tag tone="plain">{venue.kind}</Tag>
        {venue.closedOn ? <Tag tone="late">已关闭</Tag> : <OpenTag venue={venue} />}
      </p>
      <ul className="known gap" data-read>
        <li>
          <Icon name="pin" size="s" />
          <span>
            {venue.parent ? (
              <>
                <Link className="u" to={`/venues/${venue.areaId}/${venue.parent.id}`}>
                  {venue.parent.name}
                </Link>
                {' · '}
              </>
            ) : null}
            {venue.place}
            {minutes === null ? '' : `，从您家走路约 ${minutes} 分钟`}
          </span>
        </li>
        {facts.length > 0 ? (
          <li>
            <Icon name="home" size="s" />
            <span className="num">{facts.join(' · ')}</span>
          </li>
        ) : null}
        <li>
          <Icon name="people" size="s" />
          <span>
            {ownerName(venue)}
            {venue.ownerTerms ? `。${venue.ownerTerms}` : ''}
          </span>
        </li>
      </ul>
    </>
  );
}

/** What takes place here, and its calendar to subscribe to. */
function Held(): ReactNode {
  const { venue, activities } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  if (activities.length === 0) return null;
  return (
    <>
      <Section title="在这里办的" />
      <div className="scroll" role="group" aria-label="在这里办的活动" tabIndex={0}>
        {activities.map((activity) => (
          <ActivityCard key={activity.id} activity={activity} now={now} />
        ))}
      </div>
      <p className="hint center">
        <a className="link" href={`/feeds/areas/${venue.areaId}/venues/${venue.id}.ics`}>
          订到手机日历
        </a>
        ，这里有新的活动自己会来
      </p>
    </>
  );
}

function Rooms({ rooms }: { rooms: Venue[] }): ReactNode {
  if (rooms.length === 0) return null;
  return (
    <>
      <Section title="里面有" note={`${rooms.length} 间`} />
      <div className="card">
        {rooms.map((room) => (
          <FacilityRow key={room.id} venue={room} minutes={null} />
        ))}
      </div>
    </>
  );
}

/** What it does for people, each with the rooms that do it. Source: B31, C53, D16. */
function Offers(): ReactNode {
  const { venue, groups } = useLoaderData<typeof loader>();
  const within = (word: string): string =>
    venue.rooms
      .filter((room) => room.functions.includes(word))
      .map((room) => room.name)
      .join('、');
  const offered = groups
    .map((one) => ({ ...one, words: one.words.filter(({ name }) => venue.functions.includes(name)) }))
    .filter(({ words }) => words.length > 0);
  if (offered.length === 0) return null;
  return (
    <>
      <Section title="能做什么" />
      <div className="stack">
        {offered.map(({ group, words }) => (
          <section key={group} className="card pad">
            <h3>{group}</h3>
            <ul className="gap">
              {words.map(({ name }) => (
                <li key={name} className="offer">
                  <Icon name="check" size="s" />
                  <span>
                    {name}
                    {within(name) ? <span className="soft">：{within(name)}</span> : null}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function groupText(venue: VenuePage, url: string): string {
  const week = venue.week.map(
    ({ openings }, at) => `${weekdayNames[at]}：${openings.length > 0 ? openings.map(openingName).join('，') : '不开'}`,
  );
  const isSame = new Set(week.map((line) => line.slice(3))).size === 1;
  return [
    `【${venue.areaName}】${venue.name}`,
    `地点：${venue.place || (venue.parent?.name ?? '')}`,
    ...(isSame ? [`每天${week[0]?.slice(3) ?? ''}`] : week),
    venue.free ? '免费开放，欢迎来。' : '',
    `详情：${url}`,
  ]
    .filter(Boolean)
    .join('\n');
}
