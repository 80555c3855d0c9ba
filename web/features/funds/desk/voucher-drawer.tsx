import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { App, Button, Drawer, Input } from 'antd';
import { formatFen } from '#shared/money';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { CorrectionDrawer } from './correction-drawer.tsx';
import { stateTones } from './fund-words.ts';
import { useApprove, useRefuse, useVoucher, type FundPage, type VoucherCard } from './funds-api.ts';
import { VoucherForm } from './voucher-form.tsx';

type Props = { fund: FundPage; id: string; onClose: () => void; onOpen: (id: string) => void };

/** One voucher with its papers, who prepared and approved it, and what to do now. */
export function VoucherDrawer({ fund, id, onClose, onOpen }: Props) {
  const [does, doing] = useState<'change' | 'correct' | null>(null);
  const voucher = useVoucher(fund, id);
  const refused = refusedOf(voucher.error);
  const back = (): void => doing(null);
  if (does === 'change' && voucher.data)
    return <VoucherForm fund={fund} voucher={voucher.data} onClose={back} onDone={back} />;
  if (does === 'correct' && voucher.data)
    return <CorrectionDrawer fund={fund} voucher={voucher.data} onClose={back} onDone={back} />;
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title="凭证"
      footer={voucher.data && hasFoot(voucher.data) && <Doing fund={fund} one={voucher.data} onDoing={doing} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!voucher.data && !refused && <Waiting />}
      {voucher.data && <Whole fund={fund} one={voucher.data} onOpen={onOpen} />}
    </Drawer>
  );
}

function Whole({ fund, one, onOpen }: { fund: FundPage; one: VoucherCard; onOpen: (id: string) => void }) {
  return (
    <div className="voucher">
      {one.state === 'refused' && <Note tone="info">没有付，原因：{one.refusedReason}</Note>}
      {one.corrects && (
        <Note tone="info" action={<Other id={one.corrects.id} onOpen={onOpen} />}>
          更正 {one.corrects.number}：原来的一笔冲回，按这张重新记。两张都留着。
        </Note>
      )}
      {one.correctedBy && (
        <Note tone="due" action={<Other id={one.correctedBy.id} onOpen={onOpen} />}>
          {one.correctedBy.number ? `已由 ${one.correctedBy.number} 更正。` : '更正正在等复核。'}
        </Note>
      )}
      {one.related.length > 0 && (
        <Note tone="due">
          收款方和{one.related.map(({ name }) => name).join('、')}有关联
          {one.relatedNote && `（${one.relatedNote}）`}，有关联的人不能复核。
        </Note>
      )}
      <header>
        <Tag tone={stateTones[one.state]}>{one.stateName}</Tag>{' '}
        {one.number && <span className="mute">{one.number}</span>}
        <h2>
          {one.kindName} <b>{formatFen(one.amount)}</b> 元
        </h2>
        <p>{one.memo}</p>
      </header>
      <Facts fund={fund} one={one} />
      <Papers one={one} />
    </div>
  );
}

function Other({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  return (
    <button type="button" className="plain fig" onClick={() => onOpen(id)}>
      看那一张
    </button>
  );
}

function Facts({ fund, one }: { fund: FundPage; one: VoucherCard }) {
  const { now } = useSession();
  const who = (name: string | null, at: string | null): string =>
    name && at ? `${name} ${momentName(at, now())}` : '还没有';
  const facts: [string, ReactNode][] = [
    ['日期', one.day],
    ['类别', one.accountName],
    [one.kind === 'income' ? '谁付的' : '付给谁', one.party],
    ['方式', [one.wayName, one.receiptNo].filter(Boolean).join(' ')],
    ['经办', who(one.draftedName, one.draftedAt)],
    ['复核', one.kind === 'income' && one.state === 'posted' ? '收入不用复核' : who(one.approvedName, one.approvedAt)],
    ['银行流水', one.matched ? '对上了' : ''],
    ['事项', one.matter && <Link to={`/matters/${fund.areaId}/${one.matter.number}`}>{one.matter.title}</Link>],
    ...one.shown.map(({ label, lines }): [string, ReactNode] => [label, lines.join('\n')]),
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Papers({ one }: { one: VoucherCard }) {
  if (one.papers.length === 0)
    return <p className="mute sm">{one.receiptNo ? '只有凭据号，没有照片。' : '还没有凭据照片。'}</p>;
  return (
    <div className="papers">
      {one.papers.map(({ id, full, small, drawn }) => (
        <a key={id} href={full} target="_blank" rel="noreferrer" aria-label="看大图">
          <img src={small} alt={drawn ? '凭据示意图' : '凭据'} width="120" height="90" />
        </a>
      ))}
    </div>
  );
}

const hasFoot = ({ actions, whyNotApprove }: VoucherCard): boolean => actions.length > 0 || whyNotApprove !== null;

type Act = 'change' | 'correct' | null;

function Doing({ fund, one, onDoing }: { fund: FundPage; one: VoucherCard; onDoing: (act: Act) => void }) {
  const { message } = App.useApp();
  const [asks, ask] = useState(false);
  const [reason, setReason] = useState('');
  const approve = useApprove(fund);
  const refuse = useRefuse(fund);
  const refused = refusedOf(approve.error ?? refuse.error);
  const may = (act: VoucherCard['actions'][number]): boolean => one.actions.includes(act);
  return (
    <div className="funds-foot">
      {refused && <Note tone="late">{refused.detail}</Note>}
      {one.whyNotApprove && <Note tone="info">{one.whyNotApprove}</Note>}
      {asks && (
        <Input
          aria-label="为什么不付"
          placeholder="为什么不付，经办的人会看到"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <div className="row">
        <span className="sp" />
        {may('correct') && <Button onClick={() => onDoing('correct')}>更正</Button>}
        {may('refuse') && !asks && <Button onClick={() => ask(true)}>不付</Button>}
        {may('refuse') && asks && (
          <Button
            danger
            disabled={reason.trim().length < 2}
            loading={refuse.isPending}
            onClick={() => refuse.mutate({ id: one.id, version: one.version, reason }, { onSuccess: () => ask(false) })}
          >
            确定不付
          </Button>
        )}
        {may('change') && (
          <Button type={one.state === 'proposed' ? 'primary' : 'default'} onClick={() => onDoing('change')}>
            {one.state === 'proposed' ? '我来经办' : '改'}
          </Button>
        )}
        {may('approve') && (
          <Button
            type="primary"
            loading={approve.isPending}
            onClick={() =>
              approve.mutate(one, { onSuccess: ({ number }) => void message.success(`记账了，凭证号 ${number ?? ''}`) })
            }
          >
            复核无误，付款记账
          </Button>
        )}
      </div>
    </div>
  );
}
