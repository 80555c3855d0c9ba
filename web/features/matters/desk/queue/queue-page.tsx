import { useState } from 'react';
import { App } from 'antd';
import type { MatterCard } from '#contract/matters';
import { queryText, refusedOf, type Query } from '../../../../lib/desk/api.ts';
import { copyText } from '../../../../lib/desk/clipboard.ts';
import { useNarrowFrame } from '../../../../lib/desk/frame.ts';
import { useKeys } from '../../../../lib/desk/keys.ts';
import { useRemembered } from '../../../../lib/desk/remember.ts';
import { isWide, useSession } from '../../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../../ui/desk/states.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useCounts, useMatterList } from '../matters-api.ts';
import { BatchBar } from './batch-bar.tsx';
import { ColumnChooser, type ColumnId, type Density } from './columns.tsx';
import { MatterDrawer } from './drawer.tsx';
import { groupText } from './group-text.ts';
import { MatterTable } from './matter-table.tsx';
import { NothingHere } from './nothing-here.tsx';
import { Pager } from './pager.tsx';
import { QueryForm } from './query-form.tsx';
import { standingTabs, useQueueState } from './queue-state.ts';
import { Tabs } from './tabs.tsx';
import { useColumns, useStart } from './use-columns.ts';
import './queue.css';

const none: ReadonlyMap<string, MatterCard> = new Map();

/** The queue of an area: tabs, query, table, batch bar, and the matter beside it. */
export function QueuePage() {
  const { me, area, now, can } = useSession();
  const { message } = App.useApp();
  const state = useQueueState();
  const areaId = state.within ?? area.id;
  const list = useMatterList(areaId, state.query);
  const counts = useCounts(areaId);
  const [chosen, setColumns] = useColumns(state, areaId);
  const [density, setDensity] = useRemembered<Density>(me.id, 'density', 'two');
  const [ticked, setTicked] = useState(none);
  const [at, setAt] = useState<string | null>(null);
  useStart(state, areaId);
  useNarrowFrame(state.open !== null);

  const cards = list.data?.items ?? [];
  const current = state.open?.number ?? at;
  const place = cards.findIndex((card) => card.number === current);
  const wide = isWide(area) && state.within === null;
  const shown = wide && !chosen.includes('area') ? insertArea(chosen) : chosen;
  const tab = standingTabs(now()).find((one) => one.id === state.tab);

  const open = (card: MatterCard): void => {
    setAt(card.number);
    state.setOpen({ areaId: card.areaId, number: card.number });
  };
  const walk = (by: 1 | -1): void => {
    const card = cards[place < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, place + by))];
    if (!card) return;
    setAt(card.number);
    if (state.open) state.setOpen({ areaId: card.areaId, number: card.number });
  };
  const tick = (numbers: string[], isTicked: boolean): void => {
    const next = new Map(ticked);
    for (const card of cards.filter((one) => numbers.includes(one.number))) {
      if (isTicked) next.set(card.number, card);
      else next.delete(card.number);
    }
    setTicked(next);
  };
  const copy = async (some: MatterCard[]): Promise<void> => {
    const text = groupText(`${area.name} ${tab?.label ?? '事项'}`, some, now());
    if (await copyText(text)) void message.success(`${some.length} 件已复制，去群里粘贴`);
  };
  const down = (): void => walk(1);
  const up = (): void => walk(-1);
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    Enter: () => cards[place] && open(cards[place]),
    x: () => cards[place] && tick([cards[place].number], !ticked.has(cards[place].number)),
    Escape: () => (state.open ? state.setOpen(null) : setTicked(none)),
  });

  const refused = refusedOf(list.error);
  const exportHref = `/api/v1/areas/${areaId}/matters.xlsx${queryText({ ...(state.filters as Query) })}`;
  return (
    <div className={state.open ? 'split opened' : 'split'}>
      <div className="left">
        <h1 className="sr">事项</h1>
        <Tabs state={state} areaId={areaId} columns={chosen} />
        <QueryForm state={state} areaId={areaId} />
        {ticked.size > 0 ? (
          <BatchBar
            cards={[...ticked.values()]}
            onCopy={() => void copy([...ticked.values()])}
            onClear={() => setTicked(none)}
          />
        ) : (
          <div className="bar2">
            <span className="mute">按到期先后{list.isFetching && !list.isLoading ? ' · 正在更新' : ''}</span>
            <span className="sp" />
            <button
              type="button"
              className="plain tool row"
              disabled={cards.length === 0}
              onClick={() => void copy(cards)}
            >
              <Icon name="copy" size="xs" />
              复制到群
            </button>
            {can('matter.export') && (
              <a className="tool row" href={exportHref} download>
                <Icon name="excel" size="xs" />
                导出 Excel
              </a>
            )}
            <ColumnChooser
              chosen={shown}
              density={density}
              isWide={wide}
              onColumns={setColumns}
              onDensity={setDensity}
            />
          </div>
        )}
        <div className="tb">
          {refused && !list.data && <RefusedPage refused={refused} retry={() => void list.refetch()} />}
          {!list.data && !refused && <Waiting lines={10} />}
          {list.data && cards.length === 0 && <NothingHere state={state} counts={counts.data} />}
          {cards.length > 0 && (
            <MatterTable
              cards={cards}
              shown={shown}
              density={density}
              isWide={wide}
              isStale={list.isPlaceholderData}
              current={current}
              opened={state.open?.number ?? null}
              ticked={new Set(ticked.keys())}
              onOpen={open}
              onTick={tick}
            />
          )}
        </div>
        <Pager
          state={state}
          shown={cards.length}
          total={tab?.count ? counts.data?.[tab.count] : undefined}
          next={list.data?.next ?? null}
        />
      </div>
      {state.open && (
        <MatterDrawer
          {...state.open}
          place={place < 0 ? '' : `${place + 1} / ${cards.length}`}
          onWalk={walk}
          onClose={() => state.setOpen(null)}
        />
      )}
    </div>
  );
}

/** In an area of several communities the list says which. */
function insertArea(chosen: ColumnId[]): ColumnId[] {
  const at = chosen.indexOf('title') + 1;
  return [...chosen.slice(0, at), 'area', ...chosen.slice(at)];
}
