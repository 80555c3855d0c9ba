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
import type { ActivityPage as Shown } from '#contract/activities';
import { ActivityTag } from '../../features/activities/activity-card.tsx';
import { ActivityFacts, Sessions } from '../../features/activities/activity-facts.tsx';
import { eventData } from '../../features/activities/event-data.ts';
import { Party } from '../../features/activities/party.tsx';
import { RatingForm } from '../../features/activities/rating-form.tsx';
import { Belongs } from '../../features/links/belongs.tsx';
import { readBelongs } from '../../features/links/read-belongs.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { FormProblem, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';
import '../../features/activities/activity.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}', { params: { path } });
  const [activity, belongs] = await Promise.all([
    need(asked, request),
    readBelongs(context, path.areaId, { kind: 'activity', id: path.activityId }),
  ]);
  const event = eventData(activity, context.origin);
  return { activity, belongs, event, qr: qrOf(context.origin + activity.shortPath), key: crypto.randomUUID() };
}

function send({ context, params }: ActionFunctionArgs, form: FormData) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const base = '/api/v1/areas/{areaId}/activities/{activityId}';
  const header = keyOf(form);
  if (form.get('do') === 'rate') {
    const body = { stars: Number(form.get('stars') ?? 0), words: String(form.get('words') ?? '') };
    return api(context).PUT(`${base}/rating`, { params: { path, header }, body });
  }
  const who = form.get('cancel');
  if (who) {
    const query = { who: String(who) };
    return api(context).DELETE(`${base}/enrolment`, { params: { path, header, query } });
  }
  const body = { who: [String(form.get('who') ?? 'me')] };
  return api(context).POST(`${base}/enrolments`, { params: { path, header }, body });
}

export async function action(asked: ActionFunctionArgs) {
  const refused = refusedBy(await send(asked, await asked.request.formData()));
  if (refused?.status === 401) return redirect(signInPath(asked.request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/activities/${asked.params.areaId}/${asked.params.id}`);
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }): MetaDescriptor[] =>
  page ? [{ title: page.activity.title }, { 'script:ld+json': page.event }] : [{ title: '活动' }];

/** An activity: the picture first, then when and where, then one press. */
export default function ActivityPage(): ReactNode {
  const loaded = useLoaderData<typeof loader>();
  const { belongs, qr, key } = loaded;
  const activity = loaded.activity as Shown;
  const said = useActionData<{ sentence: string }>();
  const { now, me } = useVisit();
  const picture = pictureAddress(activity.picture ?? 'tea');
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
          <Tag tone="plain">{activity.kindName}</Tag>
          {activity.edition ? <Tag tone="plain">{activity.edition}</Tag> : null}
        </p>
        <FormProblem sentence={said?.sentence} />
        <ActivityFacts activity={activity} now={now} />
        <Sessions activity={activity} now={now} />
        {me ? <Party activity={activity} formKey={key} /> : <SignedOut activity={activity} formKey={key} />}
        <RatingForm activity={activity} formKey={key} />
        {activity.summary ? (
          <p className="quote gap" data-read>
            {activity.summary}
          </p>
        ) : null}
        <Belongs found={belongs} />
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

function SignedOut({ activity, formKey }: { activity: Shown; formKey: string }): ReactNode {
  if (!['open', 'full'].includes(activity.state)) return null;
  return (
    <Form method="post" reloadDocument className="gap">
      <input type="hidden" name="key" value={formKey} />
      <button type="submit" name="who" value="me" className="btn go wide big" data-busy="正在记…">
        {activity.state === 'full' ? '名额满了，我来排队' : '我要报名'}
      </button>
    </Form>
  );
}
