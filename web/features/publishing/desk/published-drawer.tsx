import { useState } from 'react';
import { App, Button, Drawer, Input } from 'antd';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ActivityPreview, NoticePreview } from './preview.tsx';
import { usePublished, usePublishing, type ActivityPage, type Kind, type NoticePage } from './publishing-api.ts';

type Props = { kind: Kind; areaId: string; id: string; onClose: () => void };

/** What was published: as everybody sees it, its text for the group, and the way to take it back. */
export function PublishedDrawer({ kind, areaId, id, onClose }: Props) {
  const page = usePublished(kind, areaId, id);
  const refused = refusedOf(page.error);
  const isActivity = kind === 'activities';
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title={isActivity ? '活动' : '公告'}
      footer={page.data && <Withdraw kind={kind} areaId={areaId} page={page.data} onDone={onClose} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!page.data && !refused && <Waiting />}
      {page.data && (
        <>
          {isActivity ? (
            <ActivityPreview activity={page.data as ActivityPage} />
          ) : (
            <NoticePreview notice={page.data as NoticePage} />
          )}
          <GroupText text={page.data.groupText} />
          <p className="sm">
            <a className="fig" href={`/${kind}/${areaId}/${id}`} target="_blank" rel="noreferrer">
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

type WithdrawProps = { kind: Kind; areaId: string; page: NoticePage | ActivityPage; onDone: () => void };

function Withdraw({ kind, areaId, page, onDone }: WithdrawProps) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [asks, ask] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = usePublishing(kind, () =>
    send(`areas/${areaId}/${kind}/${page.id}/withdraw`, { body: { reason: reason.trim() }, key }),
  );
  const refused = refusedOf(withdraw.error);
  if (!(page.actions as string[]).includes('withdraw')) return null;
  if (!asks) {
    return (
      <Button type="text" onClick={() => ask(true)}>
        {kind === 'notices' ? '撤下' : '取消这场'}
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
            void message.success(kind === 'notices' ? '已撤下' : '已取消，报了名的人会收到消息');
            onDone();
          },
        });
      }}
    >
      {refused && <Note tone="late">{refused.detail}</Note>}
      <label htmlFor="withdraw-reason">{kind === 'notices' ? '为什么撤下' : '为什么取消（会告诉报了名的人）'}</label>
      <div className="row">
        <Input
          id="withdraw-reason"
          autoFocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={withdraw.isPending}>
          {kind === 'notices' ? '撤下' : '取消这场'}
        </Button>
        <Button type="text" onClick={() => ask(false)}>
          先不
        </Button>
      </div>
    </form>
  );
}
