import type { ReactNode } from 'react';
import { Button, Drawer } from 'antd';
import type { Refused } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';

type Props = {
  title: string;
  verb: string;
  hint?: string;
  isReady: boolean;
  isSending: boolean;
  refused: Refused | null;
  children: ReactNode;
  onSend: () => void;
  onClose: () => void;
};

/** A form at the side: what is asked, what was refused, and one filled button. */
export function SideForm({ title, verb, hint, isReady, isSending, refused, children, onSend, onClose }: Props) {
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={title}
      footer={
        <div className="account-foot">
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">{hint}</span>
            <Button type="primary" disabled={!isReady} loading={isSending} onClick={onSend}>
              {verb}
            </Button>
          </div>
        </div>
      }
    >
      <div className="account-fields">{children}</div>
    </Drawer>
  );
}

export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
