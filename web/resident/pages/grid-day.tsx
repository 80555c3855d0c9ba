import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { DutyItem } from '#contract/duties';
import type { MatterCard, MatterDetail } from '#contract/matters';
import { clockTime } from '#shared/time';
import type { AttendanceList } from '../../../server/modules/activities/attendance/contract.ts';
import type { Door } from '../../features/activities/today-doors.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { readReporting, type Reporting } from '../../features/matters/grid-reporting.ts';
import { isWaiting, roundPath, roundsOf } from '../../features/duties/rounds.ts';
import {
  PocketDoor,
  PocketDuty,
  PocketMatter,
  PocketReport,
  PocketToday,
} from '../../features/offline/pocket-pages.tsx';
import { forPocket } from '../../features/offline/pocket.ts';
import { api, maybe, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import '../../features/activities/activity.css';
import '../../features/duties/duties.css';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

const keptMax = 30;
const doorsMax = 10;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const path = { areaId: visit.areaId };
  const query = { mine: 'waiting', sort: 'due', limit: keptMax } as const;
  const [waiting, methods, report, day, doors] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/matters', { params: { path, query } }), request),
    maybe(api(context).GET('/api/v1/methods', { params: { query: { area: visit.areaId } } })),
    readReporting(context, request, visit, null),
    maybe(api(context).GET('/api/v1/duties/day', {})),
    maybe(api(context).GET('/api/v1/attendance/day')),
  ]);
  const lists = await Promise.all((doors?.items ?? []).slice(0, doorsMax).map((door) => readDoor(context, door)));
  const closed = new Set(methods?.items.filter(({ visible }) => !isOpen(visible)).map(({ id }) => id));
  const cards = (waiting.items as MatterCard[]).filter(({ method }) => !closed.has(method.id));
  const wholes = await Promise.all(
    cards.map(({ areaId, number }) =>
      maybe(api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path: { areaId, number } } })),
    ),
  );
  return {
    visit,
    duties: ((day?.items ?? []) as DutyItem[]).map((item) => ({
      ...item,
      last: null,
      done: item.done && { ...item.done, by: '' },
    })),
    matters: wholes.filter((one) => one !== null).map((one) => forPocket(one as MatterDetail)),
    doors: (doors?.items ?? []).slice(0, doorsMax),
    lists: lists.filter((one) => one !== null) as AttendanceList[],
    left: waiting.items.length - cards.length,
    report,
  };
}

function readDoor(context: LoaderFunctionArgs['context'], { areaId, activityId, sessionId }: Door) {
  const path = { areaId, activityId, sessionId };
  const address = '/api/v1/areas/{areaId}/activities/{activityId}/sessions/{sessionId}/attendances';
  return maybe(api(context).GET(address, { params: { path } }));
}

// What only some may read is read where it is kept, never on a phone without network.
function isOpen(visible: string): boolean {
  return visible !== 'restricted';
}

export const meta = (): { title: string }[] => [{ title: '今天的内容' }];

/** All a worker's phone keeps for today, page by page, for the script to lay away. Nothing else is kept of the server. */
export default function GridDay(): ReactNode {
  const { visit, duties: asked, matters: read, doors, lists, left, report } = useLoaderData<typeof loader>();
  const matters = read as MatterDetail[];
  const duties = asked as DutyItem[];
  const rounds = roundsOf(duties).filter(({ items }) => items.some(isWaiting));
  const { now, elder } = useVisit();
  return (
    <div id="day" data-at={clockTime(now)} data-elder={elder ? '1' : ''}>
      <section data-page="/grid">
        <PocketToday visit={visit} duties={duties} matters={matters} doors={doors} left={left} now={now} />
      </section>
      <section data-page="/grid/report">
        <PocketReport page={report as Reporting} />
      </section>
      {(lists as AttendanceList[]).map((list) => (
        <section
          key={list.session.id}
          data-page={`/grid/attendance/${list.areaId}/${list.activityId}/${list.session.id}`}
        >
          <PocketDoor list={list} />
        </section>
      ))}
      {rounds.map((round) => (
        <section key={roundPath(round)} data-page={roundPath(round)}>
          <PocketDuty round={round} />
        </section>
      ))}
      {matters.map((matter) => (
        <section key={matter.number} data-page={`/grid/m/${matter.areaId}/${matter.number}`}>
          <PocketMatter matter={matter} now={now} />
        </section>
      ))}
    </div>
  );
}
