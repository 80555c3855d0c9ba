import type { RecordRow, RegisterPage } from '#contract/registers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { dayName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { DueMark } from './due-mark.tsx';
import { useRecords, type ListAsked } from './registers-api.ts';

type Props = {
  areaId: string;
  page: RegisterPage;
  asked: ListAsked;
  open: string | null;
  onOpen: (id: string) => void;
};

/** The records that were asked for, with the columns of the file. */
export function RecordTable({ areaId, page, asked, open, onOpen }: Props) {
  const records = useRecords(areaId, page.id, asked);
  const refused = refusedOf(records.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void records.refetch()} />;
  if (!records.data) return <Waiting />;
  const items = records.data.pages.flatMap((one) => one.items);
  const total = records.data.pages[0]?.total ?? 0;
  const hasLife = page.states.length > 0;
  const hasDues = page.duties.length > 0;
  return (
    <section className="card">
      <h2>
        {Object.keys(asked).length > 0 ? '查到的' : '全部'} <span className="mute">{total} 条</span>
      </h2>
      {items.length === 0 ? (
        <Empty>{Object.keys(asked).length > 0 ? '没有符合的。换个条件再找找。' : '还没有登记。'}</Empty>
      ) : (
        <div className="scroll">
          <table className="t">
            <caption className="sr">{page.name.zh}</caption>
            <thead>
              <tr>
                <th>{page.fields[0]?.label.zh ?? '名称'}</th>
                {page.columns.map(({ id, label }) => (
                  <th key={id}>{label}</th>
                ))}
                {hasLife && <th>状态</th>}
                {hasDues && <th>定期要做</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row key={one.id} one={one} page={page} isOpen={one.id === open} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {records.hasNextPage && (
        <button
          type="button"
          className="plain fig more"
          disabled={records.isFetchingNextPage}
          onClick={() => void records.fetchNextPage()}
        >
          再看一些
        </button>
      )}
    </section>
  );
}

type RowProps = { one: RecordRow; page: RegisterPage; isOpen: boolean; onOpen: (id: string) => void };

function Row({ one, page, isOpen, onOpen }: RowProps) {
  const { now } = useSession();
  return (
    <tr className={isOpen ? 'open' : undefined}>
      <td>
        <button type="button" className="plain link a" onClick={() => onOpen(one.id)}>
          {one.label}
        </button>
      </td>
      {page.columns.map(({ id }) => (
        <td key={id}>
          <span className="cell">{one.cells[id] ?? <span className="faint">—</span>}</span>
        </td>
      ))}
      {page.states.length > 0 && (
        <td>
          {one.state?.label} <span className="faint sm nw">{dayName(one.stateSince, now())}</span>
        </td>
      )}
      {page.duties.length > 0 && <td>{one.due ? <DueMark due={one.due} /> : <span className="faint">—</span>}</td>}
    </tr>
  );
}
