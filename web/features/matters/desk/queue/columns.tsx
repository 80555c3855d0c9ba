import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Checkbox, Popover, Radio } from 'antd';
import type { MatterCard } from '#contract/matters';
import { momentName } from '#shared/time';
import { Icon } from '../../../../ui/icon.tsx';
import { DueTag } from '../../../../ui/desk/tag.tsx';

export type ColumnId =
  | 'due'
  | 'number'
  | 'title'
  | 'area'
  | 'step'
  | 'waits'
  | 'grid'
  | 'method'
  | 'category'
  | 'channel'
  | 'created'
  | 'updated'
  | 'closed'
  | 'stars'
  | 'reminded';

type View = { now: Date; isWide: boolean; isCompact: boolean; href: string; onOpen: () => void };
export type Column = {
  id: ColumnId;
  label: string;
  widthPx?: number;
  cell: (card: MatterCard, view: View) => ReactNode;
};

/** Every column of the list, in their order on screen. */
export const columns: Column[] = [
  {
    id: 'due',
    label: '时限',
    widthPx: 116,
    cell: (card) => <DueTag state={card.dueState} text={card.dueText} ended={card.status !== 'open'} />,
  },
  {
    id: 'number',
    label: '编号',
    widthPx: 66,
    cell: (card, view) => <span className="mute">{view.isWide ? card.number : card.shortNumber}</span>,
  },
  { id: 'title', label: '事项 · 地点', cell: (card, view) => <TitleCell card={card} view={view} /> },
  { id: 'area', label: '社区', widthPx: 112, cell: (card) => card.areaName },
  { id: 'step', label: '步骤', widthPx: 76, cell: (card) => card.step.label.zh },
  { id: 'waits', label: '承办', widthPx: 106, cell: (card) => card.waitsFor },
  { id: 'grid', label: '网格', widthPx: 76, cell: (card) => card.grid?.name ?? '' },
  { id: 'method', label: '工作法', widthPx: 120, cell: (card) => card.method.name.zh },
  { id: 'category', label: '类别', widthPx: 88, cell: (card) => card.category ?? '' },
  { id: 'channel', label: '来源', widthPx: 92, cell: (card) => card.channelName },
  { id: 'created', label: '提出', widthPx: 104, cell: (card, view) => momentName(card.createdAt, view.now) },
  { id: 'updated', label: '最近动过', widthPx: 104, cell: (card, view) => momentName(card.updatedAt, view.now) },
  {
    id: 'closed',
    label: '办结',
    widthPx: 104,
    cell: (card, view) => (card.closedAt ? momentName(card.closedAt, view.now) : ''),
  },
  { id: 'stars', label: '评价', widthPx: 60, cell: (card) => (card.stars ? `${card.stars} 星` : '') },
  { id: 'reminded', label: '已催', widthPx: 56, cell: (card) => (card.reminded > 0 ? `${card.reminded} 次` : '') },
];

export const columnsDefault: ColumnId[] = ['due', 'number', 'title', 'step', 'waits', 'grid'];

function TitleCell({ card, view }: { card: MatterCard; view: View }) {
  const under = [card.place, card.category, card.channel === 'hotline' ? '12345' : null].filter(Boolean).join(' · ');
  return (
    <>
      <div className="a">
        <Link
          to={view.href}
          title={card.title}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            view.onOpen();
          }}
        >
          {card.title}
        </Link>
      </div>
      {!view.isCompact && <div className="z">{under}</div>}
    </>
  );
}

export type Density = 'two' | 'one' | 'compact';
type Chooser = {
  chosen: ColumnId[];
  density: Density;
  isWide: boolean;
  onColumns: (chosen: ColumnId[]) => void;
  onDensity: (density: Density) => void;
};

/** Which columns, and how close the rows stand. */
export function ColumnChooser({ chosen, density, isWide, onColumns, onDensity }: Chooser) {
  const offered = columns.filter((column) => column.id !== 'area' || isWide);
  const panel = (
    <div className="chooser">
      <Checkbox.Group
        value={chosen}
        options={offered.map((column) => ({ value: column.id, label: column.label, disabled: column.id === 'title' }))}
        onChange={(next) => onColumns(columns.map((column) => column.id).filter((id) => next.includes(id)))}
      />
      <p className="mute sm">行高</p>
      <Radio.Group value={density} onChange={(event) => onDensity(event.target.value as Density)}>
        <Radio value="two">两行</Radio>
        <Radio value="one">一行</Radio>
        <Radio value="compact">紧凑</Radio>
      </Radio.Group>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={panel}>
      <button type="button" className="plain row nw tool">
        <Icon name="columns" size="xs" />列 {chosen.length}/{offered.length}
      </button>
    </Popover>
  );
}
