import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { BallotList } from '#contract/ballots';
import type { DutyItem } from '#contract/duties';
import type { MatterCard, MatterDetail } from '#contract/matters';
import { minuteMs, shanghaiDate } from '#shared/time';
import { doorStamp, TodayDoors } from '../../features/activities/today-doors.tsx';
import { BallotStrip } from '../../features/ballots/ballot-strip.tsx';
import { TodayDuties } from '../../features/duties/today-duties.tsx';
import { GridHead } from '../../features/matters/grid-head.tsx';
import { GridJob, GridRow } from '../../features/matters/grid-job.tsx';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Row, Section } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { comfort: true, grid: true };

const firstMax = 5;
const firstMin = 3;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const path = { areaId: visit.areaId };
  const list = (query: object) =>
    api(context).GET('/api/v1/areas/{areaId}/matters', { params: { path, query: { limit: 50, ...query } } });
  const today = shanghaiDate(context.now);
  const [waiting, acted, cards, day, doors, ballots] = await Promise.all([
    need(list({ mine: 'waiting', sort: 'due' }), request),
    need(list({ mine: 'handled', actedFrom: today, sort: 'created' }), request),
    maybe(api(context).GET('/api/v1/areas/{areaId}/cards/waiting', { params: { path } })),
    maybe(api(context).GET('/api/v1/duties/day', {})),
    maybe(api(context).GET('/api/v1/attendance/day')),
    maybe(api(context).GET('/api/v1/areas/{areaId}/ballots', { params: { path, query: { state: 'mine' } } })),
  ]);
  const items = (waiting.items as MatterCard[]).toSorted((a, b) => Number(isRun(b)) - Number(isRun(a)));
  const urgent = items.filter(({ dueState }) => dueState === 'late' || dueState === 'today');
  const ahead = items.slice(0, Math.min(firstMax, Math.max(firstMin, urgent.length)));
  const first = await Promise.all(ahead.map((card) => readWhole(context, card)));
  const shown = new Set(first.filter(Boolean).map((card) => card?.number));
  const stillMine = new Set(items.map(({ number }) => number));
  return {
    visit,
    first: first.filter((one) => one !== null) as MatterDetail[],
    rest: items.filter(({ number }) => !shown.has(number)),
    urgent,
    waiting: items.length,
    done: acted.items.filter(({ number }) => !stillMine.has(number)).length,
    cards: cards?.items ?? [],
    stamp: [
      ...items.map(({ number, version }) => `${number}:${version}`),
      ...(day?.items ?? []).map(({ duty, subject, state }) => `${duty}:${subject.id}:${state}`),
      ...(doors?.items ?? []).map(doorStamp),
    ].join(' '),
    doors: doors?.items ?? [],
    ballots: ballots as BallotList | null,
    duties: (day?.items ?? []) as DutyItem[],
    said: new URL(request.url).searchParams.get('done')?.slice(0, 20) ?? null,
    key: crypto.randomUUID(),
  };
}

const runMs = 60 * minuteMs;

/** Counted in minutes, not days: somebody is waiting at the spot, so it stands before what is late. */
function isRun({ createdAt, dueAt }: MatterCard): boolean {
  return dueAt !== null && Date.parse(dueAt) - Date.parse(createdAt) <= runMs;
}

function readWhole(context: LoaderFunctionArgs['context'], { areaId, number }: MatterCard) {
  const path = { areaId, number };
  return maybe(api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } }));
}

export const meta = (): { title: string }[] => [{ title: '今日' }];

/** Today of whoever goes about the neighbourhood: where people are waiting first. */
export default function GridToday(): ReactNode {
  const { visit, first, rest, urgent, waiting, done, cards, doors, ballots, duties, stamp, said, key } =
    useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <GridTabs on="today" waiting={waiting} />
      <GridHead visit={visit} now={now} done={done} urgent={urgent} />
      <main id="main" className="wrap page" data-live={visit.areaId} data-day={stamp}>
        {said ? (
          <p className="card calm pad gap" role="status">
            “{said}”记下了{waiting > 0 ? `，还有 ${waiting} 件等您` : '，手里没有等着的了'}。
          </p>
        ) : null}
        <BallotStrip list={ballots} code={visit.areaId} now={now} />
        <TodayDuties items={duties as DutyItem[]} formKey={key} now={now} />
        <TodayDoors doors={doors} />
        {first.length > 0 ? (
          <>
            <Section
              title={first.length === 1 ? '先办这一件' : `先办这 ${first.length} 件`}
              note={urgent.length > 0 ? '有人在等' : '按时限排'}
            />
            <div className="jobs">
              {first.map((matter) => (
                <GridJob key={matter.number} matter={matter as MatterDetail} formKey={key} now={now} />
              ))}
            </div>
          </>
        ) : null}
        {cards.length > 0 ? (
          <>
            <Section title="一户一码，等您确认" note="头一回用" />
            <div className="card">
              {cards.map((card) => (
                <Row
                  key={card.id}
                  to={`/grid/households/${card.householdId}`}
                  icon="qr"
                  tone="apricot"
                  title={card.householdLabel}
                  line={`${card.personName ?? '这一户'}的卡，打个电话核对一下`}
                />
              ))}
            </div>
          </>
        ) : null}
        {rest.length > 0 ? (
          <>
            <Section
              title={first.length > 0 ? `接下来 ${rest.length} 件` : `等您的 ${rest.length} 件`}
              note="按时限排"
            />
            <div className="card">
              {rest.map((matter) => (
                <GridRow key={matter.number} matter={matter as MatterCard} mine />
              ))}
            </div>
          </>
        ) : null}
        {waiting + cards.length + duties.length + (ballots?.items.length ?? 0) === 0 ? (
          <Empty
            picture="tea"
            title={done > 0 ? `今天的 ${done} 件都办完了` : '今天没有等您的事'}
            line="出去走走，看见不对的，拍一张就报上来。"
            to="/grid/report"
            word="拍照上报"
          />
        ) : null}
        <p className="center gap">
          <Link className="link" to="/grid/matters?tab=grid">
            <Icon name="list" size="s" />看{visit.place}在办的事
          </Link>
        </p>
      </main>
    </>
  );
}
