import { Empty } from '../../../../ui/desk/states.tsx';
import type { Counts } from '../matters-api.ts';
import { standingTabs, type FilterName, type QueueState } from './queue-state.ts';
import { useSession } from '../../../../lib/desk/session.tsx';

const names: Partial<Record<FilterName, string>> = {
  q: '关键词',
  method: '工作法',
  step: '步骤',
  due: '时限',
  category: '类别',
  grid: '网格',
  channel: '来源',
  from: '提出时间',
  to: '提出时间',
  closedFrom: '办结时间',
  closedTo: '办结时间',
  stars: '评价',
  rated: '评价',
  satisfied: '满意',
  inGrid: '办到哪级',
  onTime: '按时',
};

/** Says that nothing is there, and what to do about it. */
export function NothingHere({ state, counts }: { state: QueueState; counts: Counts | undefined }) {
  const { now } = useSession();
  const tabs = standingTabs(now());
  const go = (id: string): void => {
    const tab = tabs.find((one) => one.id === id);
    if (tab) state.setTab(tab);
  };
  if (state.tab === 'late' && counts) {
    return (
      <Empty>
        没有逾期的事。
        <button type="button" className="plain fig" onClick={() => go('today')}>
          今天到期 {counts.today} 件 ›
        </button>
      </Empty>
    );
  }
  const set = Object.keys(state.filters).filter((name) => names[name as FilterName]) as FilterName[];
  if (set.length === 0 || tabs.some((tab) => tab.id === state.tab)) {
    return (
      <Empty>
        这里现在没有事。
        {counts && (
          <button type="button" className="plain fig" onClick={() => go('open')}>
            全部在办 {counts.open} 件 ›
          </button>
        )}
      </Empty>
    );
  }
  return (
    <Empty>
      这些条件下没有。去掉
      {set.map((name) => (
        <button
          key={name}
          type="button"
          className="plain fig"
          style={{ margin: '0 4px' }}
          onClick={() => state.setFilters({ ...state.filters, [name]: '' })}
        >
          {names[name]}
        </button>
      ))}
      再看。
    </Empty>
  );
}
