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
import { Belongs } from '../../features/links/belongs.tsx';
import { readBelongs } from '../../features/links/read-belongs.ts';
import { DaysLeft, DayStrip } from '../../features/publicity/hanging.tsx';
import {
  Answers,
  Fingerprint,
  ObjectionForm,
  OwnObjections,
  Proofs,
  Shown,
  type Said,
} from '../../features/publicity/parts.tsx';
import '../../features/publicity/publicity.css';
import { sendPictures } from '../../lib/send-pictures.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', publicityId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/publicities/{publicityId}', { params: { path } });
  const [notice, belongs] = await Promise.all([
    need(asked, request),
    readBelongs(context, path.areaId, { kind: 'publicity', id: path.publicityId }),
  ]);
  const qr = qrOf(`${context.origin}/p/${notice.areaId}/${notice.id}`);
  return { notice, belongs, qr, key: crypto.randomUUID(), signIn: signInPath(request) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', publicityId: params.id ?? '' };
  const form = await request.formData();
  const about = form.get('about') === 'prove' ? 'prove' : 'object';
  const words = String(form.get('words') ?? '').trim();
  const refuse = (sentence: string, status: number, fields: Record<string, string> = {}) =>
    data({ sentence, fields, words, about } satisfies Said, { status });
  const { ids, problem } = await sendPictures(context, path.areaId, form.getAll('pictures'));
  if (problem) return refuse(problem, 422);
  const sent = { params: { path, header: keyOf(form) } };
  const answer =
    about === 'prove'
      ? await api(context).POST('/api/v1/areas/{areaId}/publicities/{publicityId}/proofs', {
          ...sent,
          body: { pictures: ids },
        })
      : await api(context).POST('/api/v1/areas/{areaId}/publicities/{publicityId}/objections', {
          ...sent,
          body: { words, pictures: ids },
        });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return refuse(refused.detail, refused.status, refused.fields);
  return redirect(`/p/${path.areaId}/${path.publicityId}${about === 'object' ? '?sent=1' : ''}#main`);
}

export const meta = ({ data: page }: { data?: { notice: { title: string } } }): { title: string }[] => [
  { title: page?.notice.title ?? '公示' },
];

export default function PublicityNotice(): ReactNode {
  const { notice, belongs, qr, key, signIn } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  const { now, me } = useVisit();
  const { areaId, title } = notice;
  const own = notice.mine.some(({ answeredAt }) => answeredAt === null);
  return (
    <>
      <Bar title="公示" back={`/c/${areaId}/publicity`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {title}
        </h1>
        <p className="tags gap">
          <Tag tone={notice.state === 'clear' ? 'ok' : notice.state === 'open' ? 'wait' : 'plain'}>
            {notice.stateName}
          </Tag>
          <span className="soft num">
            {notice.areaName} · {notice.place}
          </span>
        </p>
        {own ? (
          <p className="card calm pad gap" role="status">
            您的异议收到了，正在等答复。没有答复以前，这份公示不会结束。
          </p>
        ) : null}
        <Linked areaId={areaId} notice={notice} />
        <div className="card gap">
          <div className="hang" data-read>
            <DaysLeft notice={notice} />
            <span>
              <span className="t num">{notice.period}</span>
              <span className="d num">{notice.until} 结束</span>
            </span>
          </div>
          <DayStrip notice={notice} now={now} />
        </div>
        <Shown notice={notice} />
        <button type="button" className="pill read gap script" data-do="read">
          <Icon name="sound" />
          读给我听
        </button>
        <OwnObjections notice={notice} now={now} />
        <Answers notice={notice} now={now} />
        <ObjectionForm notice={notice} formKey={key} said={said} signIn={me ? null : `${signIn}%23object`} />
        <Belongs found={belongs} />
        <Proofs notice={notice} now={now} formKey={key} said={said} />
        <Fingerprint notice={notice} />
        <Share title={title} from={`${notice.areaName} · 公示`} text={notice.groupText} qr={qr} />
      </main>
    </>
  );
}

type LinkedTo = { withdrawnReason: string; replaces: string | null; replacedBy: string | null };

/** Why it was taken down, and the one before or after it. */
function Linked({ areaId, notice }: { areaId: string; notice: LinkedTo }): ReactNode {
  const { withdrawnReason, replaces, replacedBy } = notice;
  if (!withdrawnReason && !replaces && !replacedBy) return null;
  return (
    <div className="card warm pad gap">
      {withdrawnReason ? <p>撤下的原因：{withdrawnReason}</p> : null}
      {replacedBy ? (
        <Link className="link" to={`/p/${areaId}/${replacedBy}`}>
          看更正后重新贴的公示
        </Link>
      ) : null}
      {replaces ? (
        <p>
          这是更正后重新贴的，天数重新算。
          <Link className="link" to={`/p/${areaId}/${replaces}`}>
            看原来的公示
          </Link>
        </p>
      ) : null}
    </div>
  );
}
