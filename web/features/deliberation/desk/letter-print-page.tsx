import { useParams } from 'react-router';
import { Button } from 'antd';
import { dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import '../../activities/desk/list-page.css';
import './letter-print.css';
import { useLetter } from './letters-api.ts';

/** A letter on paper, with the code that opens it on a phone. */
export function LetterPrintPage() {
  const { areaId = '', id = '' } = useParams();
  const { now } = useSession();
  const letter = useLetter(areaId, id);
  const refused = refusedOf(letter.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void letter.refetch()} />;
  if (!letter.data) return <Waiting />;
  const { title, body, signed, sentAt, address } = letter.data;
  return (
    <main className="paper-list">
      <div className="paper-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span>一户一张；送到了在手机上或者工作台点一下</span>
      </div>
      <article className="letter-paper">
        <h1>{title}</h1>
        <p className="letter-words">{body}</p>
        <p className="letter-name">
          {signed}
          <br />
          {sentAt ? dayName(sentAt, now()) : ''}
        </p>
        <div className="letter-code">
          <QrCode text={address} label="这封信的二维码" />
          <p>有想问的，扫码在信后面问；不会扫码，跟网格员说一声。</p>
        </div>
      </article>
    </main>
  );
}
