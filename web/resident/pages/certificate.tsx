import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { api, need } from '../../lib/api.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import '../../features/activities/activity.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const query = { who: new URL(request.url).searchParams.get('who') ?? 'me' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}/certificate', {
    params: { path, query },
  });
  return { certificate: await need(asked, request) };
}

export const meta = (): { title: string }[] => [{ title: '结业证书' }];

const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** A certificate to print; the name of a child is written by hand. */
export default function CertificatePage(): ReactNode {
  const { certificate } = useLoaderData<typeof loader>();
  const { name, title, areaName, host, organisers, from, to, came, sessionCount, number } = certificate;
  const hosts = [...new Set([areaName, host, ...organisers])].filter(Boolean).join(' · ');
  return (
    <>
      <Bar title="结业证书" back="/tickets">
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <article className="card paper gap">
          <h1>结业证书</h1>
          <p className="gap-l">
            <span className="who">{name || ' '}</span> 同学
          </p>
          <p>
            于 {dayWords(from)} 至 {dayWords(to)}
            <br />
            参加<b>“{title}”</b>
            <br />共 {sessionCount} 次课，到课 {came} 次，准予结业。
          </p>
          <footer>
            <p>{hosts}</p>
            <p>{dayWords(to)}</p>
            <p className="hint num">编号 {number}</p>
          </footer>
        </article>
        {name ? null : <p className="hint center gap no-print">孩子的名字请打印后用笔写上</p>}
      </main>
    </>
  );
}
