import { useState } from 'react';
import { Button, Drawer, Input } from 'antd';
import type { Booking, BookingAction } from '#contract/venues/bookings';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import { useAct, useBooking } from './bookings-api.ts';

const words: Record<BookingAction, string> = {
  confirm: '同意',
  refuse: '不同意',
  'check-in': '来了，签到',
  'no-show': '没有来',
  cancel: '取消这个预约',
};
const asksWhy: BookingAction[] = ['refuse', 'cancel'];

const holderWords: Record<Booking['holderKind'], string> = {
  person: '居民',
  activity: '活动',
  team: '队伍',
  closure: '维修',
};

/** One booking with what may be done with it now. */
export function BookingDrawer({ areaId, id, onClose }: { areaId: string; id: string; onClose: () => void }) {
  const { now } = useSession();
  const booking = useBooking(areaId, id);
  const act = useAct(areaId);
  const [asking, setAsking] = useState<BookingAction | null>(null);
  const [reason, setReason] = useState('');
  const refused = refusedOf(booking.error ?? act.error);
  const one = booking.data;
  const perform = (action: BookingAction): void => {
    if (asksWhy.includes(action) && asking !== action) return setAsking(action);
    const why = asksWhy.includes(action) ? { reason: reason.trim() } : {};
    act.mutate({ id, action, ...why }, { onSuccess: () => (setAsking(null), setReason('')) });
  };
  const facts: [string, string | null | undefined][] = one
    ? [
        ['时间', one.time],
        ['场地', one.venueName],
        [holderWords[one.holderKind], one.holderName],
        ['用途', one.title],
        ['人数', one.people ? `${one.people} 人` : null],
        ['状态', one.state === 'waiting' ? `${one.stateName}，第 ${one.waitingPlace} 位` : one.stateName],
        ['签到', one.checkedInAt ? momentName(one.checkedInAt, now()) : null],
        ['说明', one.reason],
        ['提出', momentName(one.askedAt, now())],
      ]
    : [];
  return (
    <Drawer open size={420} mask={false} onClose={onClose} title="预约">
      {!one && !refused && <Waiting />}
      <dl className="booking-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {asking && (
        <Input.TextArea
          aria-label="原因"
          autoFocus
          placeholder="写一句原因，会告诉对方"
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="booking-acts">
        {one?.actions.map((action) => (
          <Button
            key={action}
            type={action === 'confirm' || action === 'check-in' ? 'primary' : 'default'}
            danger={asksWhy.includes(action)}
            disabled={asking === action && reason.trim().length < 2}
            loading={act.isPending && act.variables.action === action}
            onClick={() => perform(action)}
          >
            {asking === action ? `${words[action]}，告诉对方` : words[action]}
          </Button>
        ))}
      </div>
    </Drawer>
  );
}
