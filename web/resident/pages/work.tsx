import type { ReactNode } from 'react';
import {
  data,
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { WorkPage } from '#contract/teams/works';
import { Picture } from '../../features/teams/team-card.tsx';
import { madeBy } from '../../features/teams/work-card.tsx';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';
import '../../features/teams/teams.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', workId: params.id ?? '' };
  const work = await need(api(context).GET('/api/v1/areas/{areaId}/works/{workId}', { params: { path } }), request);
  return { work, qr: qrOf(`${context.origin}/works/${path.areaId}/${path.workId}`), key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', workId: params.id ?? '' };
  const form = await request.formData();
  const body = { decision: 'withdraw' as const, reason: '作者自己撤回' };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/works/{workId}/decision', {
    params: { path, header: keyOf(form) },
    body,
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/c/${path.areaId}/works`);
}

export const meta = ({ data: page }: { data?: { work: { title: string } } }): { title: string }[] => [
  { title: page?.work.title ?? '作品' },
];

export default function WorkShown(): ReactNode {
  const { work, qr, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  return (
    <>
      <Bar title="作品" back={`/c/${work.areaId}/works`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card">
          <Picture picture={work.picture ?? 'calligraphy'} wide />
        </div>
        <h1 className="title gap" data-read>
          {work.title}
        </h1>
        <p className="tags gap">
          <Tag tone="plain">{work.kind}</Tag>
          {work.theme ? <Tag tone="plain">{work.theme}</Tag> : null}
          {work.state === 'published' ? null : <Tag tone="wait">{work.stateName}</Tag>}
        </p>
        <FormProblem sentence={said?.sentence} />
        {work.reason ? <p className="card warm pad gap">{work.reason}</p> : null}
        <Made work={work} />
        {work.body ? (
          <p className="quote gap verse" data-read>
            {work.body}
          </p>
        ) : null}
        {work.images.slice(1).map((image) => (
          <img key={image} className="card gap" src={image} alt="" width="360" loading="lazy" />
        ))}
        {work.media ? (
          <a className="btn line wide big gap" href={work.media} rel="noreferrer">
            <Icon name="play" />
            去听去看
          </a>
        ) : null}
        {work.performances.length > 0 ? (
          <>
            <Section title="演过" note={`${work.performances.length} 场`} />
            <ul className="known">
              {work.performances.map(({ id, performedOn, place, audience }) => (
                <li key={id}>
                  <Icon name="star" size="s" />
                  <span className="num">
                    {performedOn} · {place}
                    {audience ? ` · ${audience} 人看了` : ''}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {work.state === 'published' ? (
          <Share
            title={work.title}
            from={`${work.areaName} · 作品墙`}
            text={work.groupText}
            qr={qr}
            pictures={[pictureAddress(work.picture ?? 'calligraphy')]}
          />
        ) : null}
        {work.actions.includes('withdraw') ? (
          <Form method="post" reloadDocument className="gap-l">
            <input type="hidden" name="key" value={key} />
            <button type="submit" className="btn quiet wide">
              撤回这件作品
            </button>
          </Form>
        ) : null}
      </main>
    </>
  );
}

/** Who made it, from which topic, carrying on what. */
function Made({ work }: { work: WorkPage }): ReactNode {
  return (
    <ul className="known gap" data-read>
      <li>
        <Icon name="people" size="s" />
        <span>
          {madeBy(work)}
          {work.madeOn ? <span className="num">，{work.madeOn.slice(0, 7).replace('-', ' 年 ')} 月</span> : null}
        </span>
      </li>
      {work.topic ? (
        <li>
          <Icon name="flag" size="s" />
          <span>社区出的题：{work.topic}</span>
        </li>
      ) : null}
      {work.heritage ? (
        <li>
          <Icon name="leaf" size="s" />
          <span>非遗：{work.heritage}</span>
        </li>
      ) : null}
      {work.teamId ? (
        <li>
          <Icon name="activity" size="s" />
          <Link to={`/teams/${work.areaId}/${work.teamId}`}>
            <b>去看{work.teamName}</b>
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
