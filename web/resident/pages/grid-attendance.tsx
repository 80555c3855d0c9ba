import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { clockTime } from '#shared/time';
import type { AttendanceList } from '../../../server/modules/activities/attendance/contract.ts';
import { activityTime } from '../../features/activities/activity-card.tsx';
import { DoorList } from '../../features/activities/door-list.tsx';
import { readTicks } from '../../features/activities/read-ticks.ts';
import { GridScript } from '../../features/matters/grid-script.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import '../../features/activities/activity.css';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { comfort: true, grid: true };

export const meta = (): { title: string }[] => [{ title: '点名' }];

const address = '/api/v1/areas/{areaId}/activities/{activityId}/sessions/{sessionId}/attendances';
const pathOf = ({ areaId = '', activityId = '', sessionId = '' }: LoaderFunctionArgs['params']) => ({
  areaId,
  activityId,
  sessionId,
});

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await requireGrid(context, request);
  const list = await need(api(context).GET(address, { params: { path: pathOf(params) } }), request);
  const search = new URL(request.url).searchParams;
  return {
    list: list as AttendanceList,
    asked: search.get('who'),
    said: search.has('done'),
    key: crypto.randomUUID(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const path = pathOf(params);
  const answer = await api(context).POST(address, {
    params: { path, header: keyOf(form) },
    body: { ...readTicks(form), madeAgoSeconds: 0 },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/grid/attendance/${path.areaId}/${path.activityId}/${path.sessionId}?done=1`);
}

/** The list of one door, for whoever stands at it. */
export default function GridAttendance(): ReactNode {
  const { list: loaded, asked, said, key } = useLoaderData<typeof loader>();
  const list = loaded as AttendanceList;
  const refused = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const { title, session, people, headcount } = list;
  return (
    <>
      <GridScript />
      <Bar title="点名" back="/grid" />
      <main id="main" className="wrap">
        <h1 className="title">{title}</h1>
        <p className="soft num">
          {activityTime(session.startsAt, now)}—{clockTime(session.endsAt)} · {session.place}
        </p>
        <p className="gap num" role={said ? 'status' : undefined}>
          {said ? '记下了。' : ''}到了 <b>{people}</b> 人{headcount ? `，另外 ${headcount} 人` : ''}
        </p>
        <FormProblem sentence={refused?.sentence} />
        <DoorList list={list} formKey={key} asked={asked} />
      </main>
    </>
  );
}
