import { useState } from 'react';
import { App, Button, Drawer, Input } from 'antd';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { NoticePreview } from './preview.tsx';
import { usePublished, usePublishing, type NoticePage } from './publishing-api.ts';

type Props = { areaId: string; id: string; onClose: () => void };

/** What was published: as everybody sees it, its text for the group, and the way to take it back. */
export function PublishedDrawer({ areaId, id, onClose }: Props) {
  const page = usePublished(areaId, id);
  const refused = refusedOf(page.error);
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title="公告"
      footer={page.data && <Withdraw areaId={areaId} page={page.data} onDone={onClose} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!page.data && !refused && <Waiting />}
      {page.data && (
        <>
          <NoticePreview notice={page.data} />
          <GroupText text={page.data.groupText} />
          <p className="sm">
            <a className="fig" href={`/notices/${areaId}/${id}`} target="_blank" rel="noreferrer">
              看居民看到的页面
            </a>
          </p>
        </>
      )}
    </Drawer>
  );
}

function GroupText({ text }: { text: string }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    if (await copyText(text)) void message.success('复制好了，去群里粘贴');
    else void message.error('这个浏览器不让复制，请用鼠标选中再复制');
  };
  return (
    <section className="group-text">
      <div className="row">
        <b>发到群里的文字</b>
        <span className="sp" />
        <Button size="small" icon={<Icon name="copy" size="xs" />} onClick={() => void copy()}>
          复制文字
        </Button>
      </div>
      <pre>{text}</pre>
    </section>
  );
}

type WithdrawProps = { areaId: string; page: NoticePage; onDone: () => void };

function Withdraw({ areaId, page, onDone }: WithdrawProps) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [asks, ask] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = usePublishing(() =>
    send(`areas/${areaId}/notices/${page.id}/withdraw`, { body: { reason: reason.trim() }, key }),
  );
  const refused = refusedOf(withdraw.error);
  if (!page.actions.includes('withdraw')) return null;
  if (!asks) {
    return (
      <Button type="text" onClick={() => ask(true)}>
        撤下
      </Button>
    );
  }
  return (
    <form
      className="withdraw"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate(undefined, {
          onSuccess: () => {
            void message.success('已撤下');
            onDone();
          },
        });
      }}
    >
      {refused && <Note tone="late">{refused.detail}</Note>}
      <label htmlFor="withdraw-reason">为什么撤下</label>
      <div className="row">
        <Input
          id="withdraw-reason"
          autoFocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={withdraw.isPending}>
          撤下
        </Button>
        <Button type="text" onClick={() => ask(false)}>
          先不
        </Button>
      </div>
    </form>
  );
}
