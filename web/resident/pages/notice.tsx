import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { momentName } from '#shared/time';
import { isToday, noticeLine } from '../../features/notices/notice-row.tsx';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', noticeId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/notices/{noticeId}', { params: { path } });
  const notice = await need(asked, request);
  return { notice, qr: qrOf(context.origin + notice.shortPath) };
}

export const meta = ({ data: page }: { data?: { notice: { title: string } } }): { title: string }[] => [
  { title: page?.notice.title ?? '公告' },
];

export default function NoticePage(): ReactNode {
  const { notice, qr } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Bar title="公告" back={`/c/${notice.areaId}/notices`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {notice.title}
        </h1>
        <p className="tags gap">
          <Tag tone={isToday(notice, now) ? 'wait' : 'plain'}>{notice.kindName}</Tag>
          <span className="soft num">{noticeLine(notice, now)}</span>
        </p>
        <p className="quote gap" data-read>
          {notice.body}
        </p>
        <p className="hint num gap">
          {notice.areaName} · {momentName(notice.publishedAt, now)} 发布
        </p>
        <button type="button" className="pill read gap script" data-do="read">
          <Icon name="sound" />
          读给我听
        </button>
        <Share title={notice.title} from={`${notice.areaName} · 公告`} text={notice.groupText} qr={qr} />
      </main>
    </>
  );
}
