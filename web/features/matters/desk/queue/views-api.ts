import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, SavedViewList } from '#contract/matters/views';
import { ask, send } from '../../../../lib/desk/api.ts';
import type { ColumnId } from './columns.tsx';
import { filterNames, type Filters, type Tab } from './queue-state.ts';

export type { SavedView } from '#contract/matters/views';

const viewsKey = (areaId: string): string[] => ['views', areaId];

export function useViews(areaId: string) {
  return useQuery({
    queryKey: viewsKey(areaId),
    queryFn: () => ask<SavedViewList>(`areas/${areaId}/views`),
    staleTime: 60_000,
  });
}

export type ViewChange =
  | { what: 'save'; name: string; shared: boolean; query: Filters; columns: ColumnId[] }
  | { what: 'rename'; id: string; name: string }
  | { what: 'delete'; id: string }
  | { what: 'start'; id: string | null };

/** Keeps, renames, deletes a view, or begins with it; the tabs follow. */
export function useViewChange(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ViewChange) => sendChange(`areas/${areaId}`, change),
    onSuccess: () => client.invalidateQueries({ queryKey: viewsKey(areaId) }),
  });
}

function sendChange(base: string, change: ViewChange): Promise<unknown> {
  if (change.what === 'start')
    return send(`${base}/view-start`, { method: 'PUT', body: { list: 'matters', viewId: change.id } });
  if (change.what === 'delete') return send(`${base}/views/${change.id}`, { method: 'DELETE' });
  if (change.what === 'rename')
    return send(`${base}/views/${change.id}`, { method: 'PATCH', body: { name: change.name } });
  const { what: _, ...view } = change;
  return send(`${base}/views`, { body: view, key: crypto.randomUUID() });
}

/** A kept view as a tab above the list; filters the list does not know are left out. */
export function tabOf(view: SavedView): Tab {
  const known = filterNames.flatMap((name) => (view.query[name] ? [[name, view.query[name]] as const] : []));
  return { id: `view-${view.id}`, label: view.name, filters: Object.fromEntries(known) };
}
