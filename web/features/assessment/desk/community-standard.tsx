import { useSearchParams } from 'react-router';
import type { StandardSheet, StandState } from '#contract/assessment';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { itemsOf, looks, stateOrder, useSheet, type Change } from './assessment-api.ts';
import { FirstCard } from './first-card.tsx';
import { GroupStrip } from './group-strip.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { ItemsCard } from './items-card.tsx';
import { ReadingCard } from './reading-card.tsx';

/** A community's sheet: the groups at a glance, what is missing first, and every item with its value and what is asked. */
export function CommunityStandard({ areaId, standard }: { areaId: string; standard: string }) {
  const [search, setSearch] = useSearchParams();
  const year = search.get('year') ?? undefined;
  const found = useSheet(areaId, { standard, year });
  const change: Change = (changes) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={9} />;
  const sheet = found.data;
  const state = stateOrder.find((one) => one === search.get('state'));
  const open = itemsOf(sheet).find(({ id }) => id === search.get('item'));
  return (
    <>
      <Head sheet={sheet} change={change} />
      <Counts sheet={sheet} state={state} change={change} />
      <div className={found.isPlaceholderData ? 'stale' : ''}>
        <GroupStrip sheet={sheet} group={search.get('group')} change={change} />
        {!state && !search.get('group') && <FirstCard sheet={sheet} change={change} />}
        <ItemsCard sheet={sheet} state={state} group={search.get('group')} open={open?.id} change={change} />
        <ReadingCard sheet={sheet} />
      </div>
      {open && <ItemDrawer key={open.id} sheet={sheet} item={open} onClose={() => change({ item: null })} />}
    </>
  );
}

function Head({ sheet, change }: { sheet: StandardSheet; change: Change }) {
  const { areaId, standard, year, years } = sheet;
  const query = queryText({ year });
  return (
    <div className="page-head">
      <h1>{standard.name}</h1>
      <div className="tabs" role="group" aria-label="哪一年">
        {years.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === year}
            onClick={() => change({ year: String(one), item: null })}
          >
            {one}年
          </button>
        ))}
      </div>
      <span className="sp" />
      <a className="tool row" href={`/api/v1/areas/${areaId}/standards/${standard.id}/sheet.xlsx${query}`} download>
        <Icon name="excel" size="xs" />
        导出
      </a>
      <a className="tool row" href={`/desk/standard/print${query}`} target="_blank" rel="noreferrer">
        <Icon name="print" size="xs" />
        打印自评表
      </a>
    </div>
  );
}

/** How many items stand how, each a filter of the list below. No total: the standard has none. */
function Counts({ sheet, state, change }: { sheet: StandardSheet; state: StandState | undefined; change: Change }) {
  const { counts } = sheet;
  return (
    <p className="counts">
      {sheet.areaName} {itemsOf(sheet).length} 条：
      {stateOrder
        .filter((one) => counts[one] > 0)
        .map((one) => (
          <button
            key={one}
            type="button"
            className={one === 'unmet' ? 'plain fig l' : 'plain fig'}
            aria-pressed={state === one}
            onClick={() => change({ state: state === one ? null : one })}
          >
            {looks[one].word} {counts[one]}
          </button>
        ))}
      <span className="mute sm">原文不打总分，这里也不打。</span>
    </p>
  );
}
