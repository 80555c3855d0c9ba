import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { MatterDetail } from '#contract/matters';
import { limitName } from '#shared/time';
import { Answers } from '../../features/matters/answers.tsx';
import { BothSides } from '../../features/matters/both-sides.tsx';
import { CarriedCard, ChildrenCard, GatheringCard } from '../../features/matters/carried-card.tsx';
import { DoMore } from '../../features/matters/do-more.tsx';
import { numberInWords, statusWords } from '../../features/matters/matter-words.ts';
import { ProgressLine } from '../../features/matters/progress-line.tsx';
import { RatingCard, ratingOf } from '../../features/matters/rating-card.tsx';
import { missingFrom, problemsByField, readAsked, type Values } from '../../features/matters/read-asked.ts';
import { sendPhotos, type Kept } from '../../features/matters/send-photos.ts';
import { typedWords } from '../../features/matters/typed-words.ts';
import { api, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Section, Tag, telHref } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', number: params.number ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  const matter = (await need(asked, request)) as MatterDetail;
  const link = `${context.origin}/t/${matter.traceCode}`;
  return { matter, link, qr: qrOf(link), key: crypto.randomUUID() };
}

export const meta = ({ data: page }: { data?: { matter: MatterDetail } }): { title: string }[] => [
  { title: `我的事 · ${page?.matter.title ?? ''}` },
];

/** What a refused form leaves on the page: the sentence, and everything typed. */
type Said = {
  sentence: string;
  problems: Record<string, string>;
  opened: string;
  values: Values;
  reason: string;
  kept: Kept[];
  /** What was typed in words, when someone else acted first. */
  mine?: string;
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', number: params.number ?? '' };
  const form = await request.formData();
  const id = String(form.get('action') ?? '');
  const matter = await need(api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } }), request);
  const allowed = (matter.actions as MatterDetail['actions']).find((one) => one.id === id);
  const fields = allowed?.fields ?? [];
  const photos = fields.find(({ type }) => type === 'images');
  const sent = await sendPhotos(context, path.areaId, form, photos);
  const values = readAsked(fields, form, []);
  const reason = String(form.get('reason') ?? '').trim();
  const again = (sentence: string, problems: Record<string, string>, mine?: string) =>
    data<Said>(
      { sentence, problems, opened: id, values, reason, kept: sent.kept, ...(mine === undefined ? {} : { mine }) },
      { status: 422 },
    );
  if (!allowed)
    return again(
      '这件事刚有了新的进展，您要做的这一步已经过去了。您写的还在，看看现在到哪一步了。',
      {},
      typedWords(form, matter as MatterDetail),
    );
  const problems = missingFrom(fields, values);
  if (photos && sent.problem) problems[photos.id] = sent.problem;
  if (allowed.needsReason && !reason) problems.reason = '写一句就行，办事的人好知道怎么办。';
  if (Object.keys(problems).length > 0) return again('还差一点，看看标出来的地方。', problems);
  const answer = await api(context).POST('/api/v1/areas/{areaId}/matters/{number}/actions/{action}', {
    params: { path: { ...path, action: id }, header: { 'Idempotency-Key': String(form.get('key') ?? '') } },
    body: { form: values, version: Number(form.get('version')), ...(reason ? { reason } : {}) },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused?.code === 'matter.acted-first')
    return again(refused.detail, {}, typedWords(form, matter as MatterDetail));
  if (refused) return again(refused.detail, problemsByField(refused.fields));
  return redirect(`/m/${path.areaId}/${path.number}?done=${encodeURIComponent(id)}#main`);
}

export default function MatterPage(): ReactNode {
  const { matter, link, qr, key } = useLoaderData<typeof loader>() as {
    matter: MatterDetail;
    link: string;
    qr: { size: number; path: string };
    key: string;
  };
  const said = useActionData<Said>();
  const { now, elder } = useVisit();
  const isMine = matter.reporter?.isMe ?? false;
  return (
    <>
      <Bar wide title="我的事" back="/my">
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap page" data-live={matter.areaId} data-number={matter.number}>
        <h1 className="title" data-read>
          {matter.title}
        </h1>
        <p className="hint num">
          {[matter.place, numberInWords(matter.number, matter.areaName)].filter(Boolean).join(' · ')}
        </p>
        {said?.mine === undefined ? (
          <FormProblem sentence={said?.sentence} />
        ) : (
          <BothSides matter={matter} sentence={said.sentence} mine={said.mine} formKey={key} now={now} />
        )}
        <div className="two gap">
          <div>
            <section className="card">
              <ProgressLine line={matter.line} now={now} upright={elder} isMine={isMine} />
            </section>
            <Standing matter={matter} now={now} />
            <GatheringCard gathering={matter.gathering} />
            <CarriedCard carried={matter.carried} />
            <ChildrenCard matter={matter} />
            <RatingCard matter={matter} now={now} formKey={key} said={said} />
            <Section title="一步一步怎么办的" />
            <Answers history={matter.history} before={matter.before} title={matter.title} now={now} isMine={isMine} />
          </div>
          <div>
            <CallRow matter={matter} />
            <DoMore matter={matter} formKey={key} said={said} />
            <Share
              title={matter.title}
              from={`${matter.areaName} · 一件事`}
              text={groupText(matter, link)}
              qr={qr}
              pictures={pictures(matter)}
            />
            <p className="hint gap">
              谁看得到：{matter.visibleTo}。照着“{matter.method.name.zh}”工作法办。
            </p>
          </div>
        </div>
      </main>
    </>
  );
}

function pictures(matter: MatterDetail): string[] {
  return [matter.before[0]?.small, matter.afterPictures[0]?.small].filter((one) => one !== undefined);
}

function groupText(matter: MatterDetail, link: string): string {
  const state = matter.status === 'open' ? `现在到“${matter.step.label.zh}”` : statusWords[matter.status];
  return `【${matter.areaName}】${matter.title}：${state}。\n看从头到尾怎么办的：${link}`;
}

/** Where it stands, whom it waits for, until when; late is said to the resident too. */
function Standing({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  if (matter.status !== 'open')
    return (
      <p className="card calm pad gap">
        <b>{statusWords[matter.status]}</b>
        {matter.stars ? `，评了 ${matter.stars} 星` : ''}。
        {matter.mergedInto ? '和另一件是同一回事，并到一起办了。' : ''}
      </p>
    );
  if (ratingOf(matter)) return null;
  const late = matter.dueState === 'late';
  return (
    <section className={late ? 'card overdue pad gap' : 'card pad gap'} data-read>
      <h2>
        {matter.aside ? `转到“${matter.aside.zh}”` : `现在到“${matter.step.label.zh}”`}，等{matter.waitsFor}
      </h2>
      <p className="soft">
        {matter.gateText ? (
          matter.gateText
        ) : matter.dueAt ? (
          <>
            {late ? '说好' : '最晚'} <b className="num">{limitName(matter.dueAt, now)}</b>
            {late ? '，没赶上。已经提醒了办事的人和他的上级，您也可以催一下。' : '，到时没办，系统会催，还会告诉上级。'}
          </>
        ) : (
          '这一步没有定时限，有进展就告诉您。'
        )}
      </p>
      {late ? (
        <Tag tone="late" icon="clock">
          {matter.dueText.replace('逾期', '晚了')}
        </Tag>
      ) : null}
    </section>
  );
}

function CallRow({ matter }: { matter: MatterDetail }): ReactNode {
  const worker = matter.gridWorker;
  if (!worker?.phone) return null;
  return (
    <a className="card row gap" href={telHref(worker.phone)}>
      <span className="disc bamboo">
        <Icon name="phone" />
      </span>
      <span>
        <span className="t">有话直接说</span>
        <br />
        <span className="d">打给网格员{worker.name}</span>
      </span>
      <Icon name="chevron-right" size="s" />
    </a>
  );
}
