import { useState } from 'react';
import { Button, Drawer, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useWithdraw, type BallotPage } from './ballots-api.ts';

/** Gives up a draft, with the reason; what has opened is counted and cannot be taken back. */
export function WithdrawDrawer({ ballot, onClose }: { ballot: BallotPage; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(ballot.areaId, ballot.id);
  const refused = refusedOf(withdraw.error);
  return (
    <Drawer open size={420} mask={false} onClose={onClose} title="这份表决不办了">
      <div className="ballot-fields">
        <p className="mute">还没开始的才能撤回。要改内容，撤回以后重新发起一次。</p>
        <label htmlFor="withdraw-reason">原因</label>
        <Input.TextArea
          id="withdraw-reason"
          autoFocus
          maxLength={200}
          autoSize={{ minRows: 3, maxRows: 6 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {refused && <Note tone="late">{refused.detail}</Note>}
        <Button
          danger
          disabled={reason.trim().length < 2}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(reason.trim(), { onSuccess: onClose })}
        >
          撤回
        </Button>
      </div>
    </Drawer>
  );
}
