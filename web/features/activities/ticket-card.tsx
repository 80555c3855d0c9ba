import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { clockTime, shanghaiDate, shanghaiParts, weekdayName } from '#shared/time';
import type { Ticket } from '../../../server/modules/activities/tickets/contract.ts';
import type { Qr } from '../../lib/qr.server.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { activityTime } from './activity-card.tsx';

const pathOf = ({ activity }: Ticket): string => `/activities/${activity.areaId}/${activity.id}`;

function Leaf({ startsAt }: { startsAt: string }): ReactNode {
  const { month, day } = shanghaiParts(startsAt);
  return (
    <div className="leaf num" aria-hidden="true">
      <span>{month}月</span>
      <b>{day}</b>
      <i>{weekdayName(startsAt).replace('星期', '周')}</i>
    </div>
  );
}

/** A ticket that comes: a leaf of the calendar, where, for whom; the code of the next one for the door. */
export function TicketCard({
  ticket,
  qr,
  now,
  formKey,
}: {
  ticket: Ticket;
  /** Shown for the ticket of the next session only. */
  qr: Qr | null;
  now: string;
  formKey: string;
}): ReactNode {
  const { activity, session, state, place, isMe, name } = ticket;
  return (
    <article className="card ticket">
      <div className="top">
        <Leaf startsAt={session.startsAt} />
        <div>
          <h2>
            <Link to={pathOf(ticket)}>{activity.title}</Link>
          </h2>
          <p className="soft num">
            {activityTime(session.startsAt, now)}—{clockTime(session.endsAt)}
            {ticket.sessionCount > 1 ? `（第 ${session.position} 次，共 ${ticket.sessionCount} 次）` : ''}
            <br />
            {session.place}
          </p>
          <p className="tags gap">
            <Tag tone={state === 'waiting' ? 'wait' : 'ok'} icon={state === 'waiting' ? 'hourglass' : 'user'}>
              {isMe ? '我' : name}
              {state === 'waiting' ? `，排在第 ${place} 位` : ''}
            </Tag>
            {ticket.ageToCheck ? <Tag tone="wait">年龄待核，请带证件</Tag> : null}
          </p>
        </div>
      </div>
      {qr && state === 'enrolled' ? <Code qr={qr} /> : null}
      {ticket.mayCancel ? (
        <Form method="post" reloadDocument className="acts">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="area" value={activity.areaId} />
          <input type="hidden" name="activity" value={activity.id} />
          <button type="submit" name="cancel" value={ticket.who} className="btn quiet" data-busy="正在记…">
            {state === 'waiting' ? '不排了' : '去不了，让座'}
          </button>
          <Link className="btn line" to={pathOf(ticket)}>
            看详情
          </Link>
        </Form>
      ) : null}
    </article>
  );
}

function Code({ qr }: { qr: Qr }): ReactNode {
  return (
    <div className="cut">
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" xmlns="http://www.w3.org/2000/svg">
        <title>这张票的二维码</title>
        <path d={`M0 0h${qr.size}v${qr.size}h-${qr.size}z`} fill="#fff" />
        <path d={qr.path} fill="#22262b" />
      </svg>
      <p className="hint gap">到了扫门口的码就签到；扫不了，把这个码给工作人员看</p>
    </div>
  );
}

/** What is over: what it was, what she said of it, and the certificate of a course. */
export function PastTicket({ ticket, now }: { ticket: Ticket; now: string }): ReactNode {
  const { activity, rating, came, sessionCount } = ticket;
  const certificate = `/tickets/certificate/${activity.areaId}/${activity.id}?who=${ticket.who}`;
  return (
    <article className="past-ticket">
      <img src={pictureAddress(activity.picture ?? 'tea')} alt="" width="76" height="56" loading="lazy" />
      <div>
        <p className="t">
          <Link to={pathOf(ticket)}>{activity.title}</Link>
        </p>
        <p className="hint num">
          {shanghaiDate(activity.startsAt).slice(0, 4) === shanghaiDate(now).slice(0, 4) ? '' : '去年'}
          {shanghaiDate(activity.startsAt).slice(5).replace('-', '月')}日{ticket.isMe ? '' : ` · ${ticket.name}`}
          {sessionCount > 1 ? ` · ${sessionCount} 次来了 ${came} 次` : ''}
        </p>
        <p className="tags">
          {rating ? (
            <span className="given" aria-label={`您评了 ${rating.stars} 星`}>
              {'★'.repeat(rating.stars)}
              {'☆'.repeat(5 - rating.stars)}
            </span>
          ) : ticket.mayRate ? (
            <Link className="link" to={`${pathOf(ticket)}#rate`}>
              <Icon name="star" size="s" />
              评一评
            </Link>
          ) : null}
          {ticket.hasCertificate ? (
            <Link className="link" to={certificate}>
              <Icon name="stamp" size="s" />
              结业证书
            </Link>
          ) : null}
        </p>
      </div>
    </article>
  );
}
