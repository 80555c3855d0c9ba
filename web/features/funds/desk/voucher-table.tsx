import { formatFen } from '#shared/money';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { stateTones } from './fund-words.ts';
import type { VoucherCard } from './funds-api.ts';

type Props = { items: VoucherCard[]; open: string | null; onOpen: (id: string) => void; waiting?: boolean };

/** Vouchers one below another: what came in on the left, what went out on the right of it. */
export function VoucherTable({ items, open, onOpen, waiting = false }: Props) {
  return (
    <table className="t vouchers">
      <caption className="sr">凭证</caption>
      <thead>
        <tr>
          <th className="w-number">{waiting ? '到哪一步' : '凭证号'}</th>
          <th className="w-day">日期</th>
          <th>摘要</th>
          <th className="w-kind">类别</th>
          <th className="w-fen">收入（元）</th>
          <th className="w-fen">支出（元）</th>
          <th className="w-people">经办、复核</th>
          <th className="w-proof">凭据</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Row key={one.id} one={one} isOpen={one.id === open} onOpen={onOpen} waiting={waiting} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { one: VoucherCard; isOpen: boolean; onOpen: (id: string) => void; waiting: boolean };

function Row({ one, isOpen, onOpen, waiting }: RowProps) {
  const amount = formatFen(one.amount);
  const comes = one.kind === 'income';
  return (
    <tr className={isOpen ? 'open' : undefined}>
      <td>{waiting ? <Tag tone={stateTones[one.state]}>{one.stateName}</Tag> : one.number}</td>
      <td>{one.day}</td>
      <td>
        <button type="button" className="plain link a" onClick={() => onOpen(one.id)}>
          {one.memo}
        </button>
        <div className="z">{[one.party, one.wayName, one.matter?.title].filter(Boolean).join(' · ')}</div>
      </td>
      <td>
        <div className="a">{one.accountName}</div>
        <div className="z">{one.kindName}</div>
      </td>
      <td className="fen">{comes ? amount : ''}</td>
      <td className="fen">{comes ? '' : amount}</td>
      <td>
        <div className="a">{one.draftedName ?? '等经办'}</div>
        <div className="z">{one.approvedName ?? (one.kind === 'income' ? '收入不用复核' : '等复核')}</div>
      </td>
      <td>
        <Proof one={one} />
      </td>
    </tr>
  );
}

/** What proves it: papers, the bank; and what was corrected. */
function Proof({ one }: { one: VoucherCard }) {
  if (one.correctedBy) return <Tag tone="due">已更正</Tag>;
  return (
    <span className="proof">
      {one.papers.length > 0 && (
        <span title={`${one.papers.length} 张凭据`}>
          <Icon name="image" size="xs" /> {one.papers.length}
        </span>
      )}
      {one.papers.length === 0 && one.receiptNo && <span className="z">{one.receiptNo}</span>}
      {one.matched && <Tag tone="ok">银行对上</Tag>}
    </span>
  );
}
