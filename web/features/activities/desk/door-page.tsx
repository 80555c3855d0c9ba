import { useParams } from 'react-router';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useDoorPass, useSessionAsked } from './attendances-api.ts';
import './door-page.css';

/** The screen at the door: a code to scan from three metres away that changes, and how many have come. */
export function DoorPage() {
  const { areaId = '', id = '' } = useParams();
  const { refused: recordRefused, ...asked } = useSessionAsked(areaId, id);
  const { now } = useSession();
  const pass = useDoorPass(asked);
  const refused = refusedOf(pass.error) ?? recordRefused;
  if (refused && !pass.data) return <RefusedPage refused={refused} retry={() => void pass.refetch()} />;
  if (!pass.data) return <Waiting />;
  const { activityTitle, session, address, enrolled, seats, people, headcount } = pass.data;
  return (
    <main className="door-screen">
      <div className="door-code">
        <QrCode text={address} label={`${activityTitle}的签到码`} />
      </div>
      <div className="door-words">
        <h1>{activityTitle}</h1>
        <p className="door-when">
          {dayName(session.startsAt, now())} {weekdayName(session.startsAt)} {clockTime(session.startsAt)}—
          {clockTime(session.endsAt)}
          <br />
          {session.place}
        </p>
        <p className="door-how">微信扫一扫，签到</p>
        <p className="door-count" aria-live="polite">
          来了 <b>{people + headcount}</b> 人次
        </p>
        {seats !== null && <p className="door-when">报了名 {enrolled} 人</p>}
        <p className={`door-note ${refused ? 'stale' : ''}`} role="status">
          {refused
            ? '网断了，这个码可能过期。先请工作人员在纸名单上记。'
            : '码一直在变，拍照转发不管用。没带手机，找工作人员。'}
        </p>
      </div>
    </main>
  );
}
