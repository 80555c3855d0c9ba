import { useEffect, useState, type ReactNode } from 'react';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../icon.tsx';

export type NoteTone = 'late' | 'due' | 'info' | 'ok';
const signs: Record<NoteTone, IconName> = { late: 'warn', due: 'clock', info: 'info', ok: 'check' };

/** A sentence that matters now, with what to do next at its end. */
export function Note({ tone, children, action }: { tone: NoteTone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`note ${tone}`} role={tone === 'late' ? 'alert' : 'status'}>
      <Icon name={signs[tone]} size="xs" />
      <div className="sp">{children}</div>
      {action}
    </div>
  );
}

/** One sentence and the next act, no picture. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

const quietMs = 300;
const longMs = 5000;

/** Nothing for the first moment, then grey lines where rows will be, then a word when it takes long. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const [phase, setPhase] = useState<'quiet' | 'lines' | 'long'>('quiet');
  useEffect(() => {
    const first = setTimeout(() => setPhase('lines'), quietMs);
    const second = setTimeout(() => setPhase('long'), longMs);
    return () => {
      clearTimeout(first);
      clearTimeout(second);
    };
  }, []);
  if (phase === 'quiet') return null;
  return (
    <div className="bones" role="status" aria-label="正在取">
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} />
      ))}
      {phase === 'long' && <p className="mute sm">还在取，可先做别的</p>}
    </div>
  );
}

type RefusedLike = { status: number; detail: string };

/** What the server said instead of an answer, with a way on. */
export function RefusedPage({ refused, retry }: { refused: RefusedLike; retry?: () => void }) {
  const isBroken = refused.status === 0 || refused.status >= 500;
  return (
    <div className="no-right">
      <img src={isBroken ? '/illustrations/offline.svg' : '/illustrations/error-page.svg'} alt="" />
      <h1>{isBroken ? '这一页没有取到' : refused.status === 404 ? '没有找到' : '这里看不了'}</h1>
      <p className="mute">{refused.detail}</p>
      {retry && isBroken && (
        <p style={{ marginTop: 12 }}>
          <button type="button" className="plain fig" onClick={retry}>
            再取一次
          </button>
        </p>
      )}
    </div>
  );
}
