import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../../../../lib/desk/session.tsx';
import { useRemembered } from '../../../../lib/desk/remember.ts';
import { columns, columnsDefault, type ColumnId } from './columns.tsx';
import type { QueueState } from './queue-state.ts';
import { tabOf, useViews } from './views-api.ts';

/** Columns as this person has set them; while a kept view is open, the view's own. */
export function useColumns(state: QueueState, areaId: string): [ColumnId[], (chosen: ColumnId[]) => void] {
  const { me } = useSession();
  const [usual, setUsual] = useRemembered<ColumnId[]>(me.id, 'columns', columnsDefault);
  const [changed, change] = useState<{ tab: string; columns: ColumnId[] } | null>(null);
  const views = useViews(areaId);
  const view = views.data?.items.find((one) => tabOf(one).id === state.tab);
  const own = columns.map(({ id }) => id).filter((id) => view?.columns.includes(id));
  if (!view || own.length === 0) return [usual, setUsual];
  const shown = changed?.tab === state.tab ? changed.columns : own;
  return [shown, (next) => change({ tab: state.tab, columns: next })];
}

/** Opens the list with the view this person begins with, when its address asks for nothing. */
export function useStart(state: QueueState, areaId: string): void {
  const [search] = useSearchParams();
  const isDone = useRef(false);
  const views = useViews(areaId);
  const start = views.data?.items.find(({ isStart }) => isStart);
  const asksNothing = search.size === 0;
  useEffect(() => {
    if (isDone.current || !views.data) return;
    isDone.current = true;
    if (start && asksNothing) state.setTab(tabOf(start), true);
  }, [views.data, start, asksNothing, state]);
}
