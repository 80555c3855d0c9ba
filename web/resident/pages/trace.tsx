import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { z } from 'zod';
import type { Picture } from '#contract/matters';
import type { Trace as TraceShape } from '#contract/matters/trace';
import { dayName, limitName, shanghaiParts } from '#shared/time';
import { CarriedCard } from '../../features/matters/carried-card.tsx';
import { numberInWords, statusWords } from '../../features/matters/matter-words.ts';
import { ProgressLine } from '../../features/matters/progress-line.tsx';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { Section } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

type Trace = z.infer<typeof TraceShape>;

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const asked = api(context).GET('/api/v1/traces/{code}', { params: { path: { code: params.code ?? '' } } });
  const trace = (await need(asked, request)) as Trace;
  return { trace, qr: qrOf(`${context.origin}/t/${trace.code}`) };
}

export const meta = ({
  data: page,
}: {
  data?: { trace: Trace };
}): { title?: string; name?: string; content?: string }[] => [
  { title: `一件事 · ${page?.trace.title ?? ''}` },
  { name: 'description', content: page?.trace.groupText ?? '' },
];

/** The public page of one story, from need to result: no login, no names. */
export default function TracePage(): ReactNode {
  const { trace, qr } = useLoaderData<typeof loader>() as { trace: Trace; qr: { size: number; path: string } };
  const { now, elder } = useVisit();
  const shown = [trace.before[0]?.small, trace.after[0]?.small].filter((one) => one !== undefined);
  return (
    <>
      <Bar wide title="一件事" back={`/c/${trace.areaId}`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap page" data-live={trace.areaId} data-number={trace.number}>
        <div className="two">
          <div>
            <div className="card">
              <BeforeAfter before={trace.before[0]} after={trace.after[0]} title={trace.title} first />
            </div>
            <h1 className="title gap" data-read>
              {trace.title}
            </h1>
            <p className="hint num">
              {[trace.place, numberInWords(trace.number, trace.areaName)].filter(Boolean).join(' · ')}
            </p>
            {trace.result ? (
              <p className="soft gap" data-read>
                {trace.result}
              </p>
            ) : null}
            <Facts trace={trace} now={now} />
            <section className="card gap">
              <ProgressLine line={trace.line} now={now} upright={elder} isMine={false} />
            </section>
            <CarriedCard carried={trace.carried} />
            <Shown trace={trace} />
            <Section title="从头到尾" note={`${shanghaiParts(trace.createdAt).year} 年`} />
            <Story trace={trace} />
          </div>
          <div>
            <section className="card calm pad gap">
              这件事照着{' '}
              <Link className="link" to={`/w/${trace.areaId}/${trace.method.id}`}>
                “{trace.method.name.zh}”工作法
              </Link>
              办，做法来自{sourcePlace(trace.method.source)}
              。别的社区也可以照着办。
            </section>
            <Share
              title={trace.title}
              from={`${trace.areaName} · 一件事`}
              text={trace.groupText}
              qr={qr}
              pictures={shown}
            />
            <p className="hint gap center">
              <Link className="link" to={`/c/${trace.areaId}`}>
                看{trace.areaName}还办了什么
              </Link>
            </p>
          </div>
        </div>
      </main>
    </>
  );
}

/** The place in `C73 · 前进街道 (C:L620), F33`: whose way of working it was. */
function sourcePlace(source: string): string {
  return /·\s*([^(（,，;；]+)/.exec(source)?.[1]?.trim() ?? '社区自己';
}

/** Three facts at most; an open matter says until when. */
function Facts({ trace, now }: { trace: Trace; now: string }): ReactNode {
  const facts = [
    { name: '反映', value: dayName(trace.createdAt, now), unit: '' },
    trace.open
      ? { name: '现在到', value: trace.stepName, unit: '' }
      : { name: '办好用了', value: String(Math.max(1, Math.round(trace.daysUsed ?? 1))), unit: '天' },
    trace.stars
      ? { name: '提出的人打了', value: String(trace.stars), unit: '星' }
      : trace.open && trace.dueAt
        ? { name: '最晚', value: limitName(trace.dueAt, now).replace(/ .*$/, ''), unit: '' }
        : { name: '现在', value: statusWords[trace.status], unit: '' },
  ];
  return (
    <section className="card gap">
      <div className="figs">
        {facts.map(({ name, value, unit }) => (
          <div key={name} className="fig">
            <span className="k">{name}</span>
            <span className="v">
              {value}
              {unit ? <small>{unit}</small> : null}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What else its steps have shown. */
function Shown({ trace }: { trace: Trace }): ReactNode {
  if (trace.shown.length === 0) return null;
  return (
    <section className="card pad gap" aria-label="公开的内容">
      {trace.shown.map(({ label, text }) => (
        <p key={label}>
          <span className="hint">{label}</span>
          <br />
          {text}
        </p>
      ))}
    </section>
  );
}

function Story({ trace }: { trace: Trace }): ReactNode {
  return (
    <ol className="story">
      {trace.story.map((part, index) => {
        const { month, day } = shanghaiParts(part.at);
        return (
          <li key={`${part.at}-${index}`} className={part.turning ? 'key' : undefined}>
            <span className="when num">
              <b>{month}月</b>
              {day}日
            </span>
            <h3>{part.headline}</h3>
            {part.text ? <p>{part.text}</p> : null}
            <StoryPictures pictures={part.pictures} title={part.headline} isFirst={index === 0} />
          </li>
        );
      })}
    </ol>
  );
}

function StoryPictures({
  pictures,
  title,
  isFirst,
}: {
  pictures: Picture[];
  title: string;
  isFirst: boolean;
}): ReactNode {
  return (
    <BeforeAfter before={isFirst ? pictures[0] : undefined} after={isFirst ? undefined : pictures[0]} title={title} />
  );
}
