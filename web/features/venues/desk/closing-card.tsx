import { useState } from 'react';
import { App, Button, Input } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { closeVenue, useVenueChange, type VenuePage } from './venues-api.ts';

/** Closes a venue for good, and the rooms inside it. */
export function ClosingCard({ page }: { page: VenuePage }) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [asks, ask] = useState(false);
  const [reason, setReason] = useState('');
  const close = useVenueChange(() => closeVenue(page.areaId, page.id, reason.trim(), key));
  const refused = refusedOf(close.error);
  if (!asks)
    return (
      <p className="venue-close">
        <Button type="text" onClick={() => ask(true)}>
          永久关闭这个场地
        </Button>
      </p>
    );
  return (
    <form
      className="card venue-close"
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate(undefined, { onSuccess: () => void message.success(`“${page.name}”关闭了`) });
      }}
    >
      {refused && <Note tone="late">{refused.detail}</Note>}
      <label htmlFor="venue-close-reason">
        为什么关闭{page.rooms.length > 0 ? `（里面的 ${page.rooms.length} 间一起关闭）` : ''}
      </label>
      <div className="row">
        <Input
          id="venue-close-reason"
          autoFocus
          maxLength={100}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={close.isPending}>
          永久关闭
        </Button>
        <Button type="text" onClick={() => ask(false)}>
          先不
        </Button>
      </div>
    </form>
  );
}
