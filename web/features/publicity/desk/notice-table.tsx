import { dayName, momentName, shanghaiInstant } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import type { DeskPublicity } from './publicity-api.ts';

type Props = { items: DeskPublicity[]; open: string | null; ended: boolean; onOpen: (id: string) => void };

const tones: Record<DeskPublicity['state'], Tone> = {
  drafted: 'due',
  checked: 'due',
  open: 'info',
  clear: 'ok',
  upheld: 'late',
  withdrawn: 'plain',
};

/** The notices of the office; what waits for who looks stands first, under a heading of its own. */
export function NoticeTable({ items, open, ended, onOpen }: Props) {
  const waiting = items.filter(({ waitsForMe }) => waitsForMe);
  const others = items.filter(({ waitsForMe }) => !waitsForMe);
  return (
    <section className="card">
      <table className="t">
        <caption className="sr">公示</caption>
        <thead>
          <tr>
            <th className="w-state">到哪一步</th>
            <th>公示</th>
            <th className="w-place">范围</th>
            <th className="w-period">公示期</th>
            <th className="w-left">还剩</th>
            <th className="w-said">异议</th>
            <th className="w-who">拟稿</th>
          </tr>
        </thead>
        {!ended && waiting.length > 0 && (
          <Rows name={`等我办的 ${waiting.length} 件`} {...{ items: waiting, open, onOpen }} />
        )}
        {others.length > 0 && (
          <Rows name={ended || waiting.length === 0 ? null : '其他'} {...{ items: others, open, onOpen }} />
        )}
      </table>
    </section>
  );
}

function Rows({ name, items, open, onOpen }: Omit<Props, 'ended'> & { name: string | null }) {
  return (
    <tbody>
      {name && (
        <tr className="group">
          <th colSpan={7} scope="rowgroup">
            {name}
          </th>
        </tr>
      )}
      {items.map((one) => (
        <Row key={one.id} one={one} isOpen={one.id === open} onOpen={onOpen} />
      ))}
    </tbody>
  );
}

function Row({ one, isOpen, onOpen }: { one: DeskPublicity; isOpen: boolean; onOpen: (id: string) => void }) {
  const { now } = useSession();
  const day = (date: string): string => dayName(shanghaiInstant(date, 12), now());
  return (
    <tr className={isOpen ? 'open' : undefined}>
      <td>
        <Tag tone={one.overdue ? 'late' : tones[one.state]}>{one.stateName}</Tag>
      </td>
      <td>
        <button type="button" className="plain link a" onClick={() => onOpen(one.id)}>
          {one.title}
        </button>
        {one.needsPhoto && <Tag tone="due">缺公示栏照片</Tag>}
      </td>
      <td>{one.place}</td>
      <td>
        {one.from && one.to ? (
          `${day(one.from)}—${day(one.to)}`
        ) : (
          <span className="faint">{one.days} 天，发布后起算</span>
        )}
      </td>
      <td>{one.daysLeft > 0 ? <b>{one.daysLeft} 天</b> : <span className="faint">—</span>}</td>
      <td>
        {one.openObjections > 0 ? (
          <span className="late-text">{one.openObjections} 条等答复</span>
        ) : one.objections > 0 ? (
          `${one.objections} 条`
        ) : (
          <span className="faint">没有</span>
        )}
      </td>
      <td className="mute cut">
        {one.draftedName} {momentName(one.draftedAt, now())}
      </td>
    </tr>
  );
}
