import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { MatterDetail } from '#contract/matters';
import { dayName, limitName } from '#shared/time';
import { numberInWords } from '../../features/matters/matter-words.ts';
import { ProgressLine } from '../../features/matters/progress-line.tsx';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { telHref } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', number: params.number ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  const matter = (await need(asked, request)) as MatterDetail;
  const link = `${context.origin}/t/${matter.traceCode}`;
  return { matter, link, qr: qrOf(link) };
}

export const meta = (): { title: string }[] => [{ title: '发出去了' }];

/** After sending: the number, who has it, until when, and what happens then. */
export default function Sent(): ReactNode {
  const { matter, link, qr } = useLoaderData<typeof loader>();
  const { now, elder } = useVisit();
  const address = `/m/${matter.areaId}/${matter.number}`;
  const worker = matter.gridWorker;
  const isHers = worker !== null && [worker.name, '网格员'].some((word) => matter.waitsFor.includes(word));
  const latest = matter.dueAt ? limitName(matter.dueAt, now) : null;
  return (
    <>
      <Bar title="我要反映" back="/" />
      <main id="main" className="wrap" data-draft-done={`report-${matter.areaId}`}>
        <section className="card calm pad">
          <h1 className="title">发出去了</h1>
          <p className="num">{numberInWords(matter.number, matter.areaName)}</p>
        </section>
        <section className="card gap">
          <ProgressLine line={matter.line as MatterDetail['line']} now={now} upright={elder} isMine />
        </section>
        <ul className="known gap" data-read>
          <li>
            <Icon name="user" size="s" />
            <span>
              现在在<b>{isHers ? `网格员${worker.name}` : matter.waitsFor}</b>手里
            </span>
          </li>
          {latest ? (
            <li>
              <Icon name="clock" size="s" />
              <span>
                最晚<b className="num">{latest}</b>，告诉您收不收、谁来办
              </span>
            </li>
          ) : null}
          <li>
            <Icon name="bell" size="s" />
            <span>到时没回话，系统会催，还会告诉他的上级；每走一步都给您发消息</span>
          </li>
        </ul>
        <div className="pair even gap">
          <Link className="btn go big" to={address}>
            看这件事
          </Link>
          <Link className="btn quiet big" to="/">
            回到首页
          </Link>
        </div>
        {worker?.phone ? (
          <p className="center">
            <a className="link" href={telHref(worker.phone)}>
              <Icon name="phone" size="s" />
              急的话，直接打给{worker.name}
            </a>
          </p>
        ) : null}
        <Share
          title={matter.title}
          from={`${matter.areaName} · 已经反映`}
          text={`【${matter.areaName}】${matter.title}，已经反映给社区了${matter.dueAt ? `，最晚 ${dayName(Date.parse(matter.dueAt) - 1, now)} 有回话` : ''}。一样的事不用再报，进展看这里：${link}`}
          qr={qr}
        />
      </main>
    </>
  );
}
