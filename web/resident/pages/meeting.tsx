import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { MeetingPage } from '#contract/deliberation/meetings';
import { Agreed, meetingTime } from '../../features/deliberation/meeting-card.tsx';
import { Belongs } from '../../features/links/belongs.tsx';
import { readBelongs } from '../../features/links/read-belongs.ts';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';
import '../../features/deliberation/talk.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', meetingId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/meetings/{meetingId}', { params: { path } });
  const [meeting, belongs] = await Promise.all([
    need(asked, request),
    readBelongs(context, path.areaId, { kind: 'meeting', id: path.meetingId }),
  ]);
  return {
    meeting: meeting as MeetingPage,
    belongs,
    qr: qrOf(`${context.origin}/meetings/${path.areaId}/${path.meetingId}`),
  };
}

export const meta = ({ data: page }: { data?: { meeting: { title: string } } }): { title: string }[] => [
  { title: page?.meeting.title ?? '议事会' },
];

/** A meeting as everybody sees it: when and where, what about, who came, what was agreed, the minutes once approved. */
export default function MeetingShown(): ReactNode {
  const { meeting, belongs, qr } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Bar title="议事会" back={`/c/${meeting.areaId}/talk`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={pictureAddress(meeting.picture)} alt="" width="360" height="203" />
        </div>
        <p className="tags gap">
          <Tag tone={meeting.state === 'called' ? 'wait' : 'plain'}>{meeting.stateName}</Tag>
          <Tag tone="plain">{meeting.kind}</Tag>
        </p>
        <h1 className="title gap" data-read>
          {meeting.title}
        </h1>
        <Facts meeting={meeting} now={now} />
        {meeting.cancelReason ? <p className="card warm pad gap">取消的原因：{meeting.cancelReason}</p> : null}
        {meeting.warning ? <p className="card warm pad gap">{meeting.warning}</p> : null}
        <Agenda meeting={meeting} now={now} />
        {meeting.agreed.length > 0 ? (
          <>
            <Section title="会上定的事" note={`${meeting.agreed.length} 件`} />
            <Agreed items={meeting.agreed} now={now} />
          </>
        ) : null}
        {meeting.minutes ? (
          <>
            <Section title="会议纪要" note="书记批准后公开" />
            <p className="quote" data-read>
              {meeting.minutes}
            </p>
            {meeting.images.map((image) => (
              <img key={image} className="card gap" src={image} alt="" width="360" loading="lazy" />
            ))}
          </>
        ) : meeting.state === 'held' ? (
          <p className="card pad soft gap">{meeting.minutesStateName}，批准后在这里公开。</p>
        ) : null}
        <Belongs found={belongs} />
        {meeting.state === 'called' ? (
          <Share
            title={meeting.title}
            from={`${meeting.areaName} · ${meeting.kind}`}
            text={meeting.groupText}
            qr={qr}
            pictures={[pictureAddress(meeting.picture)]}
          />
        ) : null}
      </main>
    </>
  );
}

function Facts({ meeting, now }: { meeting: MeetingPage; now: string }): ReactNode {
  const isHeld = meeting.state === 'held';
  const came = meeting.parties.filter(({ present }) => present > 0);
  return (
    <ul className="known gap" data-read>
      <li>
        <Icon name="clock" size="s" />
        <span className="num">{meetingTime(meeting, now)}</span>
      </li>
      <li>
        <Icon name="pin" size="s" />
        <span>{meeting.place || '地点待定'}</span>
      </li>
      <li>
        <Icon name="people" size="s" />
        <span className="num">
          {isHeld
            ? `来了 ${meeting.present} 人次${came.length > 0 ? `：${came.map(({ name, present }) => `${name} ${present} 人`).join('、')}` : ''}`
            : `请了${meeting.parties.map(({ name }) => name).join('、')}；住在这里的都可以来`}
        </span>
      </li>
    </ul>
  );
}

/** What is talked over; what earlier meetings agreed and is not settled comes up by itself. */
function Agenda({ meeting, now }: { meeting: MeetingPage; now: string }): ReactNode {
  return (
    <>
      {meeting.items.length > 0 ? (
        <>
          <Section title="议程" />
          <ol className="card pad agenda">
            {meeting.items.map(({ id, title, href }) => (
              <li key={id}>{href ? <Link to={href}>{title}</Link> : title}</li>
            ))}
          </ol>
        </>
      ) : null}
      {meeting.followUps.length > 0 && meeting.state !== 'cancelled' ? (
        <>
          <Section title="接着问的事" note="上次定的，还没办完" />
          <Agreed items={meeting.followUps} now={now} />
        </>
      ) : null}
    </>
  );
}
