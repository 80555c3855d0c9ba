import { useState, type ReactNode } from 'react';
import { Button, Drawer } from 'antd';
import type { Refused } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';

type Props = {
  title: string;
  isReady: boolean;
  isSending: boolean;
  refused: Refused | null;
  fields: ReactNode;
  preview: ReactNode;
  hint: string;
  /** What must be written before it can be looked at. */
  needs: string;
  onPublish: () => void;
  onClose: () => void;
};

/** Write, look at it as everybody will see it, publish. */
export function FormDrawer(props: Props) {
  const [looks, look] = useState(false);
  const { refused } = props;
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={props.onClose}
      title={props.title}
      footer={
        <div className="publish-foot">
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">
              {looks ? props.hint : props.isReady ? '先看一眼居民会看到的样子' : props.needs}
            </span>
            {looks && <Button onClick={() => look(false)}>再改改</Button>}
            <Button
              type="primary"
              disabled={!props.isReady}
              loading={props.isSending}
              onClick={() => (looks ? props.onPublish() : look(true))}
            >
              {looks ? '发布' : '预览'}
            </Button>
          </div>
        </div>
      }
    >
      {looks ? props.preview : <div className="publish-fields">{props.fields}</div>}
    </Drawer>
  );
}

export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="publish-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
