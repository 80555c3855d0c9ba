import { useState } from 'react';
import { Button, Input } from 'antd';
import type { Booking } from '#contract/venues/bookings';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useAct } from './bookings-api.ts';

/** Bookings that wait for a decision: agree in one click, or say why not. */
export function PendingCard({
  areaId,
  pending,
  onOpen,
}: {
  areaId: string;
  pending: Booking[];
  onOpen: (id: string) => void;
}) {
  const act = useAct(areaId);
  const [refusing, refuse] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const refused = refusedOf(act.error);
  if (pending.length === 0) return null;
  return (
    <section className="card pending" aria-label="等您确认">
      <h2>
        等您确认 <em>{pending.length}</em>
      </h2>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <ul>
        {pending.map((one) => (
          <li key={one.id}>
            <button type="button" className="plain what" onClick={() => onOpen(one.id)}>
              <b>{one.time}</b>
              <span>{one.venueName}</span>
              <span className="mute">
                {[one.holderName, one.title, one.people ? `${one.people} 人` : ''].filter(Boolean).join(' · ')}
              </span>
            </button>
            {refusing === one.id ? (
              <>
                <Input
                  aria-label="为什么不同意"
                  placeholder="为什么不同意，会告诉对方"
                  value={reason}
                  maxLength={200}
                  autoFocus
                  onChange={(event) => setReason(event.target.value)}
                />
                <Button
                  danger
                  disabled={reason.trim().length < 2}
                  loading={act.isPending}
                  onClick={() =>
                    act.mutate({ id: one.id, action: 'refuse', reason }, { onSuccess: () => refuse(null) })
                  }
                >
                  发出
                </Button>
              </>
            ) : (
              <>
                <Button onClick={() => (setReason(''), refuse(one.id))}>不同意</Button>
                <Button
                  type="primary"
                  loading={act.isPending}
                  onClick={() => act.mutate({ id: one.id, action: 'confirm' })}
                >
                  同意
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
