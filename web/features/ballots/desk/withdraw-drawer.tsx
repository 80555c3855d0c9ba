import { useState } from 'react';
import { Button, Drawer, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useWithdraw, type BallotPage } from './ballots-api.ts';

/** Takes a ballot back with a reason that everybody reads; votes that were cast stay in the archive and count for nothing. */
export function WithdrawDrawer({ ballot, onClose }: { ballot: BallotPage; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(ballot.areaId, ballot.id);
  const refused = refusedOf(withdraw.error);
  return (
    <Drawer open size={420} mask={false} onClose={onClose} title="撤回这次表决">
      <div className="ballot-fields">
        <p className="mute">撤回以后不能再开，原因写在居民的页面上。要改内容，就重新发起一次。</p>
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
          撤回，告诉大家
        </Button>
      </div>
    </Drawer>
  );
}
