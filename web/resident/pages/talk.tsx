import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Letter } from '#contract/deliberation/letters';
import type { DeliberationPlace, Meeting } from '#contract/deliberation/meetings';
import { dayName } from '#shared/time';
import { MeetingCard } from '../../features/deliberation/meeting-card.tsx';
import { TopicCard } from '../../features/deliberation/topic-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { readMe, useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Row, Section } from '../../ui/parts.tsx';
import '../../features/deliberation/talk.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const path = { areaId: area.id };
  const me = await readMe(context);
  const meetings = (when: 'next' | 'past', limit: number) =>
    maybe(api(context).GET('/api/v1/areas/{areaId}/meetings', { params: { path, query: { when, limit } } }));
  const [letters, next, past, places, topics, mine] = await Promise.all([
    maybe(api(context).GET('/api/v1/areas/{areaId}/letters', { params: { path } })),
    meetings('next', 10),
    meetings('past', 6),
    maybe(api(context).GET('/api/v1/areas/{areaId}/deliberation-places', { params: { path } })),
    need(api(context).GET('/api/v1/areas/{areaId}/topics', { params: { path, query: { limit: 60 } } }), request),
    me
      ? maybe(api(context).GET('/api/v1/areas/{areaId}/topics', { params: { path, query: { mine: '1', limit: 20 } } }))
      : null,
  ]);
  const own = (mine?.items ?? []).filter(({ state }) => ['waiting', 'declined', 'merged'].includes(state));
  return {
    area: { id: area.id, name: area.name, code: params.code ?? '' },
    topics: topics.items,
    own,
    next: next?.items ?? [],
    past: past?.items ?? [],
    places: places?.items ?? [],
    letters: (letters?.items ?? []).filter(({ state }) => state === 'sent').slice(0, 3),
  };
}

export const meta = ({ data: page }: { data?: { area: { name: string } } }): { title: string }[] => [
  { title: page ? `${page.area.name} · 议一议` : '议一议' },
];

/** 议一议: what neighbours are talking over, what is being decided, what came of it. */
export default function Talk(): ReactNode {
  const { area, topics, own, next, past, places, letters } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const groups = [
    { title: '正在听意见', items: topics.filter(({ state }) => state === 'open') },
    { title: '正在议', items: topics.filter(({ state }) => state === 'in-progress') },
    { title: '有回音的', items: topics.filter(({ state }) => state === 'answered' || state === 'closed') },
  ];
  return (
    <>
      <Bar title="议一议" back={`/c/${area.code}`} heading />
      <main id="main" className="wrap">
        <p className="soft">大家的事大家商量。提一个议题，邻居附议，社区答复。</p>
        <Link className="btn go wide big gap" to={`/topics/${area.id}/new`}>
          提一个议题
        </Link>
        <Meetings title="要开的会" items={next} now={now} />
        {own.length > 0 ? (
          <>
            <Section title="我提的" note="还没公开的" />
            <div className="stack">
              {own.map((topic) => (
                <TopicCard key={topic.id} topic={topic} />
              ))}
            </div>
          </>
        ) : null}
        {topics.length === 0 ? (
          <Empty
            picture="tea-banyan"
            title="还没有人提议题"
            line="停车、充电、晾晒、树荫——想让大家一起商量的，都可以提。"
          />
        ) : null}
        {groups.map(({ title, items }) =>
          items.length > 0 ? (
            <section key={title}>
              <Section title={title} note={`${items.length} 个`} />
              <div className="stack">
                {items.map((topic) => (
                  <TopicCard key={topic.id} topic={topic} />
                ))}
              </div>
            </section>
          ) : null,
        )}
        <Places places={places} />
        <Letters letters={letters} now={now} />
        <Meetings title="开过的会" items={past} now={now} />
      </main>
    </>
  );
}

function Meetings({ title, items, now }: { title: string; items: Meeting[]; now: string }): ReactNode {
  if (items.length === 0) return null;
  return (
    <>
      <Section title={title} />
      <div className="stack">
        {items.map((meeting) => (
          <MeetingCard key={meeting.id} meeting={meeting} now={now} />
        ))}
      </div>
    </>
  );
}

/** Where one sits together, and what came of it. */
function Places({ places }: { places: DeliberationPlace[] }): ReactNode {
  const [first] = places;
  if (!first) return null;
  return (
    <>
      <Section title="在哪儿议" />
      <div className="card">
        {places.map((place) => (
          <Row
            key={place.id}
            to={place.next ? `/meetings/${place.next.areaId}/${place.next.id}` : `/venues/${place.areaId}/${place.id}`}
            icon="leaf"
            tone="bamboo"
            title={place.name}
            line={placeLine(place)}
          />
        ))}
      </div>
    </>
  );
}

function placeLine({ held, agreed, done, next }: DeliberationPlace): string {
  const solved = held > 0 ? `议过 ${held} 次，定了 ${agreed} 件，办成 ${done} 件` : '还没开过会';
  return next ? `${solved}；下次：${next.title}` : solved;
}

function Letters({ letters, now }: { letters: Letter[]; now: string }): ReactNode {
  if (letters.length === 0) return null;
  return (
    <>
      <Section title="给各户的信" />
      <div className="card">
        {letters.map(({ id, areaId, title, to, sentAt }) => (
          <Row
            key={id}
            to={`/letters/${areaId}/${id}`}
            icon="mail"
            tone="apricot"
            title={title}
            line={`写给${to}${sentAt ? ` · ${dayName(sentAt, now)}` : ''}`}
          />
        ))}
      </div>
    </>
  );
}
