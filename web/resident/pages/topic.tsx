import type { ReactNode } from 'react';
import {
  data,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { TopicPage } from '#contract/deliberation/topics';
import { actOnTopic } from '../../features/deliberation/act-on-topic.ts';
import { TopicTag } from '../../features/deliberation/topic-card.tsx';
import { TopicSteps } from '../../features/deliberation/topic-steps.tsx';
import { SpeakForm, SupportCard } from '../../features/deliberation/topic-forms.tsx';
import { ReportForm, VoiceList } from '../../features/deliberation/voice-list.tsx';
import { Belongs } from '../../features/links/belongs.tsx';
import { readBelongs } from '../../features/links/read-belongs.ts';
import { api, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { FormProblem, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';
import '../../features/deliberation/talk.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', topicId: params.id ?? '' };
  const [topic, belongs] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/topics/{topicId}', { params: { path } }), request),
    readBelongs(context, path.areaId, { kind: 'topic', id: path.topicId }),
  ]);
  const { searchParams, pathname } = new URL(request.url);
  return {
    topic: topic as TopicPage,
    belongs,
    qr: qrOf(`${context.origin}/topics/${path.areaId}/${path.topicId}`),
    key: crypto.randomUUID(),
    said: searchParams.get('said'),
    path: pathname,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', topicId: params.id ?? '' };
  const form = await request.formData();
  const refused = refusedBy(await actOnTopic(context, path, form));
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  const act = String(form.get('act'));
  return redirect(`/topics/${path.areaId}/${path.topicId}${act === 'speak' || act === 'report' ? `?said=${act}` : ''}`);
}

export const meta = ({ data: page }: { data?: { topic: { title: string } } }): { title: string }[] => [
  { title: page?.topic.title ?? '议题' },
];

const thanks: Record<string, string> = {
  speak: '收到了。社区看过就登出来，结果会告诉您。',
  report: '收到了。社区会看，看完告诉您。',
};

export default function TopicShown(): ReactNode {
  const { topic, belongs, qr, key, said, path } = useLoaderData<typeof loader>();
  const problem = useActionData<{ sentence: string }>();
  const { now, me } = useVisit();
  return (
    <>
      <Bar title="议一议" back={`/c/${topic.areaId}/talk`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <p className="tags">
          <TopicTag topic={topic} />
          <Tag tone="plain" icon="pin">
            {topic.concerns}
          </Tag>
        </p>
        <h1 className="title gap" data-read>
          {topic.title}
        </h1>
        <p className="hint">{topic.isMine ? '我提的' : `${topic.proposer}提的`}</p>
        <FormProblem sentence={problem?.sentence} />
        {said && thanks[said] ? (
          <p className="card calm pad gap" role="status">
            {thanks[said]}
          </p>
        ) : null}
        <Standing topic={topic} />
        <p className="quote gap" data-read>
          {topic.why}
        </p>
        {topic.picture ? (
          <div className="card pic gap">
            <img src={pictureAddress(topic.picture)} alt="" width="360" height="203" />
          </div>
        ) : null}
        <SupportCard topic={topic} formKey={key} signedIn={me !== null} path={path} />
        <TopicSteps topic={topic} now={now} />
        {topic.matter ? null : <Belongs found={belongs} />}
        <VoiceList topic={topic} formKey={key} now={now} />
        {topic.actions.includes('speak') ? <SpeakForm formKey={`${key}-say`} /> : null}
        {topic.actions.includes('report') ? <ReportForm formKey={`${key}-report`} /> : null}
        {topic.state === 'waiting' || topic.state === 'declined' || topic.state === 'merged' ? null : (
          <Share title={topic.title} from={`${topic.areaName} · 议一议`} text={topic.groupText} qr={qr} />
        )}
      </main>
    </>
  );
}

/** What came of it so far: declined and why, merged into what, answered, closed with a result. */
function Standing({ topic }: { topic: TopicPage }): ReactNode {
  return (
    <>
      {topic.reason ? (
        <p className="card warm pad gap">
          <b>没有列入的原因：</b>
          {topic.reason}
        </p>
      ) : null}
      {topic.mergedInto ? (
        <p className="card calm pad gap">
          并到一起议：
          <Link className="link" to={`/topics/${topic.areaId}/${topic.mergedInto.id}`}>
            {topic.mergedInto.title}
          </Link>
        </p>
      ) : null}
      {topic.answer ? (
        <p className="card calm pad gap" data-read>
          <b>社区答复：</b>
          {topic.answer}
        </p>
      ) : null}
      {topic.result ? (
        <p className="card calm pad gap" data-read>
          <b>结果：</b>
          {topic.result}
        </p>
      ) : null}
    </>
  );
}
