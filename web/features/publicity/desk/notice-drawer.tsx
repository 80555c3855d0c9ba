import { useState } from 'react';
import { App, Button, Drawer, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { BoardPhotos } from './board-photos.tsx';
import { DraftDrawer } from './draft-drawer.tsx';
import { Objections } from './objections.tsx';
import { useChange, usePublicity, type DeskPublicityPage } from './publicity-api.ts';

type Props = { areaId: string; id: string; onOpen: (id: string | null) => void };

/** One notice at the desk: what hangs, who drafted, checked and approved it, what was said against it, what to do now. */
export function NoticeDrawer({ areaId, id, onOpen }: Props) {
  const [edits, edit] = useState(false);
  const page = usePublicity(areaId, id);
  const refused = refusedOf(page.error);
  if (edits && page.data) {
    return <DraftDrawer areaId={areaId} page={page.data} onClose={() => edit(false)} onDone={() => edit(false)} />;
  }
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={() => onOpen(null)}
      title="公示"
      footer={page.data && <Doing areaId={areaId} page={page.data} onEdit={() => edit(true)} onOpen={onOpen} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!page.data && !refused && <Waiting />}
      {page.data && <Whole areaId={areaId} page={page.data} />}
    </Drawer>
  );
}

function Whole({ areaId, page }: { areaId: string; page: DeskPublicityPage }) {
  const posted = page.postedAt !== null;
  return (
    <div className="publicity-whole">
      {page.returnedReason && <Note tone="due">退回修改：{page.returnedReason}</Note>}
      {page.overdue && <Note tone="late">公示期满了，还有 {page.openObjections} 条异议没有答复，答复完才结束。</Note>}
      {page.withdrawnReason && <Note tone="info">撤下的原因：{page.withdrawnReason}</Note>}
      {!page.intact && <Note tone="late">现在的内容和张贴时的不一样，请马上告诉管理员。</Note>}
      <header>
        <Tag tone={page.state === 'clear' ? 'ok' : 'info'}>{page.stateName}</Tag>
        <h2>{page.title}</h2>
        <p className="mute">
          {page.place} · {page.period}
          {page.until && `，${page.until} 结束`}
        </p>
        {page.daysLeft > 0 && (
          <p>
            还剩 <b className="days-left">{page.daysLeft}</b> 天
          </p>
        )}
      </header>
      <Content page={page} />
      <People page={page} />
      <Objections areaId={areaId} page={page} />
      {posted && <BoardPhotos areaId={areaId} page={page} />}
      {posted && <Outside areaId={areaId} page={page} />}
    </div>
  );
}

function Content({ page }: { page: DeskPublicityPage }) {
  return (
    <section>
      {page.shown.length > 0 && (
        <dl>
          {page.shown.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{lines.join('\n')}</dd>
            </div>
          ))}
        </dl>
      )}
      {page.body && <p className="words">{page.body}</p>}
      <div className="publicity-pictures">
        {page.pictures.map(({ id, full, small }) => (
          <a key={id} href={full} target="_blank" rel="noreferrer" aria-label="看大图">
            <img src={small} alt="公示的图" width="84" height="64" />
          </a>
        ))}
      </div>
    </section>
  );
}

/** Three pairs of eyes: who drafted, who checked, who approved. */
function People({ page }: { page: DeskPublicityPage }) {
  const { now } = useSession();
  const steps = [
    ['拟稿', `${page.draftedName} ${momentName(page.draftedAt, now())}`],
    ['审核', page.checkedName ?? '还没有'],
    [
      '批准发布',
      page.approvedName ? `${page.approvedName} ${momentName(page.postedAt ?? page.draftedAt, now())}` : '还没有',
    ],
  ];
  return (
    <dl className="people">
      {steps.map(([name, who]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{who}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where it stands outside: the public page, the paper for the board, the words for the group, the code. */
function Outside({ areaId, page }: { areaId: string; page: DeskPublicityPage }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    if (await copyText(page.groupText)) void message.success('复制好了，去群里粘贴');
    else void message.error('这个浏览器不让复制，请用鼠标选中再复制');
  };
  return (
    <section>
      <p className="row">
        <Button
          icon={<Icon name="print" size="xs" />}
          href={`/desk/publicity/${areaId}/${page.id}/print`}
          target="_blank"
        >
          打印贴公示栏
        </Button>
        <Button icon={<Icon name="copy" size="xs" />} onClick={() => void copy()}>
          复制发群文字
        </Button>
        <a className="fig" href={`/p/${areaId}/${page.id}`} target="_blank" rel="noreferrer">
          看居民看到的页面
        </a>
      </p>
      <p className="sm mute">
        公示编码 <code>{page.openingShort}</code>，打印的纸上也有，两边一样就没有改过。
      </p>
    </section>
  );
}

type DoingProps = { areaId: string; page: DeskPublicityPage; onEdit: () => void; onOpen: (id: string | null) => void };

/** What this person may do now: approve, check, give back, change, take down. */
function Doing({ areaId, page, onEdit, onOpen }: DoingProps) {
  const [asks, ask] = useState<'return' | 'withdraw' | null>(null);
  const change = useChange(areaId);
  const refused = refusedOf(change.error);
  const may = (action: DeskPublicityPage['actions'][number]): boolean => page.actions.includes(action);
  const act = (path: string, body: object = {}): void =>
    change.mutate(
      { path: `/${page.id}/${path}`, body },
      {
        onSuccess: ({ id }) => {
          ask(null);
          if (id !== page.id) onOpen(id);
        },
      },
    );
  return (
    <div className="publicity-foot">
      {refused && <Note tone="late">{refused.detail}</Note>}
      {asks ? (
        <Reason
          asks={asks}
          page={page}
          isSending={change.isPending}
          onSay={(body) => act(asks, body)}
          onClose={() => ask(null)}
        />
      ) : (
        <div className="row">
          {may('withdraw') && (
            <Button type="text" onClick={() => ask('withdraw')}>
              {page.postedAt ? '撤下' : '不发了'}
            </Button>
          )}
          <span className="sp" />
          {may('edit') && <Button onClick={onEdit}>改稿</Button>}
          {may('return') && <Button onClick={() => ask('return')}>退回修改</Button>}
          {may('check') && !may('approve') && (
            <Button type="primary" loading={change.isPending} onClick={() => act('check')}>
              审核通过
            </Button>
          )}
          {may('approve') && (
            <Button type="primary" loading={change.isPending} onClick={() => act('approve')}>
              {page.state === 'checked' ? '批准发布' : '审核并发布'}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type ReasonProps = {
  asks: 'return' | 'withdraw';
  page: DeskPublicityPage;
  isSending: boolean;
  onSay: (body: { reason: string; anew?: boolean }) => void;
  onClose: () => void;
};

function Reason({ asks, page, isSending, onSay, onClose }: ReasonProps) {
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const posted = page.postedAt !== null;
  const short = said.length < 2;
  return (
    <div className="publicity-foot">
      <label htmlFor="publicity-reason">
        {asks === 'return' ? '要改哪里' : posted ? '为什么撤下（公示页上会写出来）' : '为什么不发了'}
      </label>
      <Input
        id="publicity-reason"
        autoFocus
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row">
        <span className="sp" />
        <Button type="text" onClick={onClose}>
          先不
        </Button>
        {asks === 'withdraw' && posted && (
          <Button disabled={short} loading={isSending} onClick={() => onSay({ reason: said, anew: true })}>
            撤下，更正后重贴
          </Button>
        )}
        {!(asks === 'withdraw' && posted && page.carried) && (
          <Button type="primary" disabled={short} loading={isSending} onClick={() => onSay({ reason: said })}>
            {asks === 'return' ? '退回' : posted ? '撤下' : '不发了'}
          </Button>
        )}
      </div>
    </div>
  );
}
