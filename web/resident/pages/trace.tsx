import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Story } from '#contract/links';
import { shanghaiParts } from '#shared/time';
import { StoryFacts } from '../../features/links/story-facts.tsx';
import { StillToCome, StoryThread } from '../../features/links/story-thread.tsx';
import { numberInWords } from '../../features/matters/matter-words.ts';
import { ProgressLine } from '../../features/matters/progress-line.tsx';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { Section } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const asked = api(context).GET('/api/v1/stories/{code}', { params: { path: { code: params.code ?? '' } } });
  const trace: Story = await need(asked, request);
  return { trace, qr: qrOf(`${context.origin}/t/${trace.code}`) };
}

export const meta = ({
  data: page,
}: {
  data?: { trace: Story };
}): { title?: string; name?: string; content?: string }[] => [
  { title: `一件事 · ${page?.trace.title ?? ''}` },
  { name: 'description', content: page?.trace.groupText ?? '' },
];

/** A longer line of steps is told by the story itself, and by what is still to come. */
const acrossMost = 7;

/** The public page of one story, from need to result: no login, no names. */
export default function TracePage(): ReactNode {
  const { trace, qr } = useLoaderData<typeof loader>();
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
            {shown.length > 0 ? (
              <div className="card">
                <BeforeAfter before={trace.before[0]} after={trace.after[0]} title={trace.title} first />
              </div>
            ) : null}
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
            <StoryFacts story={trace} now={now} />
            {trace.line.length > acrossMost ? null : (
              <section className="card gap">
                <ProgressLine line={trace.line} now={now} upright={elder} isMine={false} />
              </section>
            )}
            <Shown trace={trace} />
            <Section title="从头到尾" note={`${shanghaiParts(trace.hops[0]?.at ?? trace.createdAt).year} 年`} />
            <StoryThread hops={trace.hops} now={now} />
            {trace.line.length > acrossMost ? <StillToCome line={trace.line} gateText={trace.gateText} /> : null}
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

/** What else its steps have shown. */
function Shown({ trace }: { trace: Story }): ReactNode {
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
