import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { z } from 'zod';
import type { MethodPage as MethodShape } from '#contract/matters/methods';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

type Method = z.infer<typeof MethodShape>;
type Shown = Pick<
  Method,
  'id' | 'name' | 'promise' | 'stepRows' | 'published' | 'reads' | 'objections' | 'variant' | 'areaName'
>;

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = params.areaId ?? '';
  const asked = api(context).GET('/api/v1/methods/{id}', {
    params: { path: { id: params.id ?? '' }, query: { area } },
  });
  const { id, name, promise, stepRows, published, reads, objections, variant, areaName } = (await need(
    asked,
    request,
  )) as Method;
  const method: Shown = { id, name, promise, stepRows, published, reads, objections, variant, areaName };
  return { method, areaId: area, qr: qrOf(`${context.origin}/w/${area}/${id}`) };
}

export const meta = ({ data: page }: { data?: { method: Shown } }): { title: string }[] => [
  { title: `${page?.method.name.zh ?? '工作法'} · 明白卡` },
];

/** A method as everybody may read it: who does what by when, what is asked, what is published, who may object. */
export default function MethodCardPage(): ReactNode {
  const { method, areaId, qr } = useLoaderData<typeof loader>();
  const main = method.stepRows.filter((row) => row.main);
  return (
    <>
      <Bar title="明白卡" back={method.areaName ? `/c/${areaId}` : '/'}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {method.name.zh}
        </h1>
        <p className="soft gap" data-read>
          {method.promise.zh}。
        </p>
        {method.variant ? <p className="hint gap">{method.variant.areaName}按自己的情况改过几处。</p> : null}
        <Section title="一步一步" note={`${main.length} 步`} />
        {main.map((row) => (
          <section key={row.id} className="card pad gap" data-read>
            <h3>
              {row.position + 1}. {row.label.zh}
            </h3>
            {[
              row.who && `谁：${row.who}`,
              row.limit && `时限：${row.limit}`,
              row.fills && `填什么：${row.fills}`,
              row.late && `晚了：${row.late}`,
            ]
              .filter(Boolean)
              .map((line) => (
                <p key={line} className="soft">
                  {line}
                </p>
              ))}
          </section>
        ))}
        <Lines title="公开什么" lines={[...method.published, method.reads]} />
        <Lines title="谁可以提意见" lines={method.objections} />
        <button type="button" className="pill read gap script" data-do="read">
          <Icon name="sound" />
          读给我听
        </button>
        <Share
          title={method.name.zh}
          from={`${method.areaName} · 明白卡`}
          text={`${method.name.zh}：${method.promise.zh}。`}
          qr={qr}
        />
      </main>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }): ReactNode {
  return (
    <>
      <Section title={title} />
      <section className="card pad" data-read>
        {lines.map((line) => (
          <p key={line} className="soft">
            {line}
          </p>
        ))}
      </section>
    </>
  );
}
