import { useParams } from 'react-router';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import '../../activities/desk/door-page.css';
import { useSignInPass } from './meetings-api.ts';

/** The screen in the room: a code that changes, and how many have signed in. */
export function MeetingDoorPage() {
  const { areaId = '', id = '' } = useParams();
  const { now } = useSession();
  const pass = useSignInPass(areaId, id);
  const refused = refusedOf(pass.error);
  if (refused && !pass.data) return <RefusedPage refused={refused} retry={() => void pass.refetch()} />;
  if (!pass.data) return <Waiting />;
  const { title, startsAt, place, address, people } = pass.data;
  return (
    <main className="door-screen">
      <div className="door-code">
        <QrCode text={address} label={`${title}的签到码`} />
      </div>
      <div className="door-words">
        <h1>{title}</h1>
        <p className="door-when">
          {dayName(startsAt, now())} {weekdayName(startsAt)} {clockTime(startsAt)}
          <br />
          {place}
        </p>
        <p className="door-how">微信扫一扫，签到</p>
        <p className="door-count" aria-live="polite">
          签到 <b>{people}</b> 人
        </p>
        <p className={`door-note ${refused ? 'stale' : ''}`} role="status">
          {refused
            ? '网断了，这个码可能过期。先请工作人员记在名单上。'
            : '码一直在变，拍照转发不管用。没带手机，找工作人员。'}
        </p>
      </div>
    </main>
  );
}
