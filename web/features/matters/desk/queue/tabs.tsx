import { useSession } from '../../../../lib/desk/session.tsx';
import { useCounts } from '../matters-api.ts';
import type { ColumnId } from './columns.tsx';
import { KeepView } from './keep-view.tsx';
import { standingTabs, type QueueState } from './queue-state.ts';
import { tabOf, useViews } from './views-api.ts';

type Props = { state: QueueState; areaId: string; columns: ColumnId[] };

/** Standing queries with live counts, then the kept ones; a tab with late matters counts in late red. */
export function Tabs({ state, areaId, columns }: Props) {
  const { now } = useSession();
  const counts = useCounts(areaId);
  const views = useViews(areaId);
  return (
    <div className="tabs">
      <div role="tablist" aria-label="常用查询">
        {[...standingTabs(now()), ...(views.data?.items ?? []).map(tabOf)].map((tab) => {
          const count = tab.count ? counts.data?.[tab.count] : undefined;
          const isOn = state.tab === tab.id;
          return (
            <button
              key={tab.id}
              type="button"
              role="tab"
              aria-selected={isOn}
              className={`plain${isOn ? ' on' : ''}${tab.isLate && count ? ' l' : ''}`}
              onClick={() => state.setTab(tab)}
            >
              {tab.label}
              {count !== undefined && <em>{count}</em>}
            </button>
          );
        })}
      </div>
      <span className="sp" />
      <KeepView state={state} areaId={areaId} columns={columns} />
    </div>
  );
}
