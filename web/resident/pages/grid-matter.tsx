import type { ReactNode } from 'react';
import {
  data,
  Link,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { MatterDetail } from '#contract/matters';
import { clockTime, dayName, limitName } from '#shared/time';
import { Answers } from '../../features/matters/answers.tsx';
import { BothSides } from '../../features/matters/both-sides.tsx';
import { CarriedCard } from '../../features/matters/carried-card.tsx';
import { actFromForm, type GridSaid } from '../../features/matters/grid-act.ts';
import { GridCountdown, isRace } from '../../features/matters/grid-countdown.tsx';
import { GridHandle } from '../../features/matters/grid-handle.tsx';
import { LimitTag, likelyActions } from '../../features/matters/grid-job.tsx';
import { GridReporter, type Called } from '../../features/matters/grid-reporter.tsx';
import { GridScript } from '../../features/matters/grid-script.tsx';
import { GridSealed, sealedFields, wordsOfSealed, type Unsealed } from '../../features/matters/grid-sealed.tsx';
import { GridStamp } from '../../features/matters/grid-stamp.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { numberInWords } from '../../features/matters/matter-words.ts';
import { ProgressLine } from '../../features/matters/progress-line.tsx';
import { prefill } from '../../features/tour/prefill.ts';
import { api, need, refusedBy } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Section, Tag } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { comfort: true, grid: true };

function pathOf(params: LoaderFunctionArgs['params']): { areaId: string; number: string } {
  return { areaId: params.areaId ?? '', number: params.number ?? '' };
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await requireGrid(context, request);
  const path = pathOf(params);
  const asked = api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  const matter = (await need(asked, request)) as MatterDetail;
  const search = new URL(request.url).searchParams;
  const fields = likelyActions(matter.actions).lead?.fields ?? [];
  return {
    matter,
    done: search.get('done')?.slice(0, 20) ?? null,
    did: search.get('did'),
    open: search.get('open'),
    prefilled: prefill(request, { step: 'handle', ...path, fields }),
    call: search.has('call'),
    upward: search.has('upward'),
    key: crypto.randomUUID(),
  };
}

export const meta = ({ data: page }: { data?: { matter: MatterDetail } }): { title: string }[] => [
  { title: `办这件事 · ${page?.matter.title ?? ''}` },
];

type Answered = { said?: GridSaid; called?: Called; unsealed?: Unsealed };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = pathOf(params);
  const form = await request.clone().formData();
  if (!form.has('do')) {
    const answer = await actFromForm(context, request, path);
    return answer instanceof Response ? answer : data<Answered>({ said: answer.data }, { status: 422 });
  }
  const reason = String(form.get('reason') ?? '').trim();
  const field = String(form.get('field') ?? '');
  const opened = await reveal(context, path, { fields: form.get('do') === 'call' ? [field] : null, reason });
  const status = opened.sentence ? 422 : 200;
  if (form.get('do') === 'unseal') return data<Answered>({ unsealed: { ...opened, reason } }, { status });
  const phone = opened.values[0]?.text;
  const called = { reason, ...(phone ? { phone } : {}), ...(opened.sentence ? { sentence: opened.sentence } : {}) };
  return data<Answered>({ called }, { status });
}

type Opened = { values: { label: string; text: string }[]; sentence?: string };

/** Opens sealed fields, each an act of its own that is logged with the reason; null means all but telephones. */
async function reveal(
  context: ActionFunctionArgs['context'],
  path: { areaId: string; number: string },
  wanted: { fields: string[] | null; reason: string },
): Promise<Opened> {
  if (wanted.reason.length < reasonMin) return { values: [], sentence: '写一句为什么，四个字就行。' };
  const asked = await api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  const matter = asked.data as MatterDetail | undefined;
  const fields = wanted.fields ?? (matter ? sealedFields(matter).map(({ id }) => id) : []);
  const values: Opened['values'] = [];
  for (const field of fields) {
    const body = { field, reason: wanted.reason };
    const answer = await api(context).POST('/api/v1/areas/{areaId}/matters/{number}/reveal', {
      params: { path },
      body,
    });
    if (!answer.data) return { values: [], sentence: refusedBy(answer)?.detail ?? '' };
    const label = matter?.fields.find(({ id }) => id === field)?.label.zh ?? '';
    values.push({ label, text: wordsOfSealed(answer.data.value) });
  }
  return { values };
}

const reasonMin = 4;

/** One matter for whoever handles it: the clock, the facts, whom to call, the form, what was done. */
export default function GridMatter(): ReactNode {
  const { matter: read, done, did, open, prefilled, call, upward, key } = useLoaderData<typeof loader>();
  const matter = read as MatterDetail;
  const answered = useActionData<Answered>();
  const { me, now, elder } = useVisit();
  const { lead } = likelyActions(matter.actions);
  return (
    <>
      <GridScript />
      <Bar wide title="办这件事" back="/grid" />
      <main
        id="main"
        className="wrap page"
        data-live={matter.areaId}
        data-number={matter.number}
        data-subject={`matter:${matter.number}`}
        data-draft-done={did ? `act-${matter.number}-${did}` : undefined}
      >
        {done ? <Done matter={matter} done={done} /> : null}
        {answered?.said?.mine === undefined ? null : (
          <BothSides
            matter={matter}
            sentence={answered.said.sentence}
            mine={answered.said.mine}
            formKey={answered.said.key}
            now={now}
          />
        )}
        <h1 className={done ? 'title gap-l' : 'title'}>{matter.title}</h1>
        <p className="hint num">
          {[matter.place, numberInWords(matter.number, matter.areaName)].filter(Boolean).join(' · ')}
        </p>
        <div className="two gap">
          <div>
            {isRace(matter, lead) ? (
              <GridCountdown matter={matter} now={now} />
            ) : (
              <Standing matter={matter} now={now} />
            )}
            <CarriedCard carried={linksFor(matter, me?.can ?? [])} />
            <Facts matter={matter} now={now} />
            <GridSealed matter={matter} unsealed={answered?.unsealed} />
            <GridReporter matter={matter} called={answered?.called} open={call} />
            <div className="gap">
              <GridHandle matter={matter} formKey={key} said={answered?.said} open={open} prefilled={prefilled} />
            </div>
          </div>
          <div>
            <section className="card gap">
              <ProgressLine line={matter.line} now={now} upright={elder} isMine={false} />
            </section>
            <GridStamp matter={matter} now={now} open={upward} />
            <Section title="一步一步怎么办的" />
            <Answers
              history={matter.history}
              before={matter.before}
              title={matter.title}
              now={now}
              isMine={matter.reporter?.isMe ?? false}
            />
          </div>
        </div>
      </main>
    </>
  );
}

function Done({ matter, done }: { matter: MatterDetail; done: string }): ReactNode {
  const waitsFor = matter.actions.some(({ kind }) => kind === 'action') ? '您接着办' : matter.waitsFor;
  return (
    <section className="card calm pad" role="status">
      <p>
        <b>“{done}”记下了。</b>
        {matter.status === 'open' ? `现在到“${matter.step.label.zh}”，等${waitsFor}。` : `${matter.statusName}。`}
      </p>
      <div className="pair even gap">
        <Link className="btn go" to="/grid">
          办下一件
        </Link>
        <Link className="btn quiet" to="?upward=1#upward">
          报到上级平台
        </Link>
      </div>
    </section>
  );
}

function Standing({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  const mine = matter.actions.some(({ kind }) => kind === 'action');
  const words = matter.aside ? `转到“${matter.aside.zh}”` : `到“${matter.step.label.zh}”`;
  return (
    <section className={matter.dueState === 'late' ? 'card overdue pad stand' : 'card pad stand'}>
      <p>
        <b>{matter.status === 'open' ? `${words}，${mine ? '等您' : `等${matter.waitsFor}`}` : matter.statusName}</b>
        <br />
        <span className={matter.gateText ? 'num' : 'hint num'}>
          {matter.gateText || limitOf(matter, now)}
          {matter.reminded > 0 ? ` · 催过 ${matter.reminded} 次` : ''}
        </span>
      </p>
      <p className="tags">
        <LimitTag matter={matter} />
        {matter.supervised ? (
          <Tag tone="late" icon="flag">
            督办
          </Tag>
        ) : null}
      </p>
    </section>
  );
}

function limitOf({ dueAt, status }: MatterDetail, now: string): string {
  return dueAt && status === 'open' ? `最晚 ${limitName(dueAt, now)}` : '没有时限';
}

/** A payment is prepared and approved at the desk: who may look into the fund is led there. */
function linksFor({ carried }: MatterDetail, can: string[]): MatterDetail['carried'] {
  const atDesk = (kind: string): boolean => kind === 'pay' && can.includes('fund.read');
  return carried.map((one) => (atDesk(one.kind) && one.deskHref ? { ...one, href: one.deskHref } : one));
}

const asWords = ['longtext', 'text'];

function Facts({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  const words = matter.fields.find(({ type, private: closed }) => asWords.includes(type) && !closed)?.text;
  const facts = [
    matter.category,
    `${matter.channelName}，${dayName(matter.createdAt, now)} ${clockTime(matter.createdAt)}`,
    matter.grid?.name ?? null,
    matter.sameSpot > 0 ? `这栋楼一年多来还有 ${matter.sameSpot} 件同类的` : null,
  ].filter((one) => one !== null);
  return (
    <section className="card pad gap">
      {words ? <p className="lines">{words}</p> : null}
      <ul className={words ? 'facts gap' : 'facts'}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {matter.before.length > 0 ? (
        <div className="seen gap">
          {matter.before.map(({ id, small, full, drawn }, index) => (
            <a key={id} href={full}>
              <img src={small} alt={`反映时的照片 ${index + 1}`} loading="lazy" />
              {drawn ? <span className="mock">示意图</span> : null}
            </a>
          ))}
        </div>
      ) : null}
    </section>
  );
}
