import type { ReactNode } from 'react';
import {
  data,
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaDescriptor,
} from 'react-router';
import { clockTime } from '#shared/time';
import { activityTime, ActivityTag } from '../../features/activities/activity-card.tsx';
import { eventData } from '../../features/activities/event-data.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}', { params: { path } });
  const activity = await need(asked, request);
  const event = eventData(activity, context.origin);
  return { activity, event, qr: qrOf(context.origin + activity.shortPath), key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const form = await request.formData();
  const init = { params: { path, header: keyOf(form) } };
  const address = '/api/v1/areas/{areaId}/activities/{activityId}/enrolment';
  const answer =
    form.get('do') === 'cancel' ? await api(context).DELETE(address, init) : await api(context).POST(address, init);
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/activities/${path.areaId}/${path.activityId}`);
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }): MetaDescriptor[] =>
  page ? [{ title: page.activity.title }, { 'script:ld+json': page.event }] : [{ title: '活动' }];

export default function ActivityPage(): ReactNode {
  const { activity, qr, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now, me } = useVisit();
  const picture = pictureAddress(activity.picture ?? 'tea');
  const mayEnrol = activity.actions.includes('enrol') || (!me && activity.state === 'open');
  const mayCancel = activity.actions.includes('cancel');
  return (
    <>
      <Bar title="活动" back={`/c/${activity.areaId}/activities`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={picture} alt="" width="360" height="203" />
          {picture.startsWith('/illustrations/') ? <span className="mock">示意图</span> : null}
        </div>
        <h1 className="title gap" data-read>
          {activity.title}
        </h1>
        <p className="tags gap">
          <ActivityTag activity={activity} />
        </p>
        <FormProblem sentence={said?.sentence} />
        <ul className="known gap" data-read>
          <li>
            <Icon name="clock" size="s" />
            <b className="num">
              {activityTime(activity.startsAt, now)}—{clockTime(activity.endsAt)}
            </b>
          </li>
          <li>
            <Icon name="pin" size="s" />
            <span>{activity.place}</span>
          </li>
          <li>
            <Icon name="people" size="s" />
            <span>
              {activity.host}
              {activity.seats === null
                ? '，来了就能参加'
                : `，${activity.seats} 个座位，已有 ${activity.enrolled} 人报名`}
            </span>
          </li>
        </ul>
        <p className="quote gap" data-read>
          {activity.summary}
        </p>
        {mayEnrol || mayCancel ? (
          <Form method="post" reloadDocument className="gap">
            <input type="hidden" name="key" value={key} />
            <button
              type="submit"
              name="do"
              value={mayCancel ? 'cancel' : 'enrol'}
              className={`btn ${mayCancel ? 'quiet' : 'go'} wide big`}
              data-busy="正在记…"
            >
              {mayCancel ? '去不了，把座位让出来' : '我要报名'}
            </button>
          </Form>
        ) : null}
        <Share
          title={activity.title}
          from={`${activity.areaName} · 活动`}
          text={activity.groupText}
          qr={qr}
          pictures={[picture]}
        />
      </main>
    </>
  );
}
