import { useEffect, useRef } from 'react';
import type { MatterCard } from '#contract/matters';
import { useSession } from '../../../../lib/desk/session.tsx';
import { columns, type ColumnId, type Density } from './columns.tsx';

type Props = {
  cards: MatterCard[];
  shown: ColumnId[];
  density: Density;
  isWide: boolean;
  isStale: boolean;
  current: string | null;
  opened: string | null;
  ticked: ReadonlySet<string>;
  onOpen: (card: MatterCard) => void;
  onTick: (numbers: string[], isTicked: boolean) => void;
};

/** The list is the work: one row a matter, one click to open it. */
export function MatterTable(props: Props) {
  const { cards, shown, density, ticked, onTick } = props;
  const { now } = useSession();
  const body = useRef<HTMLTableSectionElement>(null);
  const { current } = props;
  useEffect(() => {
    body.current?.querySelector('tr.at')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const view = columns.filter((column) => shown.includes(column.id));
  const all = cards.length > 0 && cards.every((card) => ticked.has(card.number));
  const some = !all && cards.some((card) => ticked.has(card.number));
  const numbers = cards.map((card) => card.number);
  return (
    <table className={`t ${density}${props.isStale ? ' stale' : ''}`}>
      <colgroup>
        <col style={{ width: 36 }} />
        {view.map((column) => (
          <col
            key={column.id}
            className={`col-${column.id}`}
            style={
              column.widthPx ? { width: column.id === 'number' && props.isWide ? 186 : column.widthPx } : undefined
            }
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <Tick isOn={all} isHalf={some} label="全选这一页" onChange={(isOn) => onTick(numbers, isOn)} />
          </th>
          {view.map((column) => (
            <th key={column.id} scope="col" className={`col-${column.id}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {cards.map((card) => (
          <tr
            key={card.number}
            className={rowClass(card.number, props)}
            onClick={(event) => {
              if ((event.target as HTMLElement).closest('a, input, label, button')) return;
              props.onOpen(card);
            }}
          >
            <td>
              <Tick
                isOn={ticked.has(card.number)}
                label={`勾选 ${card.shortNumber}`}
                onChange={(isOn) => onTick([card.number], isOn)}
              />
            </td>
            {view.map((column) => (
              <td key={column.id} className={`col-${column.id}`}>
                {column.cell(card, {
                  now: now(),
                  isWide: props.isWide,
                  isCompact: density !== 'two',
                  href: `/matters/${card.areaId}/${card.number}`,
                  onOpen: () => props.onOpen(card),
                })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowClass(number: string, { opened, current, ticked }: Props): string {
  return [opened === number ? 'open' : ticked.has(number) ? 'sel' : '', current === number ? 'at' : '']
    .join(' ')
    .trim();
}

type TickProps = { isOn: boolean; isHalf?: boolean; label: string; onChange: (isOn: boolean) => void };

function Tick({ isOn, isHalf = false, label, onChange }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isHalf;
  }, [isHalf]);
  return (
    <label className="tick">
      <input
        ref={box}
        type="checkbox"
        checked={isOn}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
