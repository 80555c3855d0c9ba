import { useState } from 'react';
import { Button, Input, Popover } from 'antd';
import { useRemembered } from '../../../../lib/desk/remember.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useCounts } from '../matters-api.ts';
import { standingTabs, type QueueState, type Tab } from './queue-state.ts';

const keptMax = 6;

/** Standing queries with live counts, then one's own; a tab with late matters counts in late red. */
export function Tabs({ state, areaId }: { state: QueueState; areaId: string }) {
  const { me, now } = useSession();
  const counts = useCounts(areaId);
  const [kept, keep] = useRemembered<Tab[]>(me.id, 'queries', []);
  return (
    <div className="tabs">
      <div role="tablist" aria-label="常用查询">
        {[...standingTabs(now()), ...kept].map((tab) => {
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
      <KeepQuery state={state} kept={kept} onKeep={keep} />
    </div>
  );
}

/** Keeps the present query under a name, or forgets one. */
function KeepQuery({ state, kept, onKeep }: { state: QueueState; kept: Tab[]; onKeep: (kept: Tab[]) => void }) {
  const [isOpen, open] = useState(false);
  const [name, setName] = useState('');
  const save = (): void => {
    const label = name.trim();
    if (!label) return;
    const tab = { id: `own-${label}`, label, filters: state.filters };
    onKeep([...kept.filter((one) => one.label !== label), tab].slice(-keptMax));
    open(false);
    setName('');
    state.setTab(tab);
  };
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div>
        <label htmlFor="keep-name">给现在的查询起个名字</label>
        <Input id="keep-name" autoFocus maxLength={12} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <Button type="primary" size="small" htmlType="submit" disabled={!name.trim()}>
        存下
      </Button>
      {kept.map((tab) => (
        <div key={tab.id} className="row sm">
          {tab.label}
          <span className="sp" />
          <button type="button" className="plain fig light" onClick={() => onKeep(kept.filter((one) => one !== tab))}>
            不要了
          </button>
        </div>
      ))}
    </form>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      content={form}
      destroyOnHidden
    >
      <button type="button" className="plain row nw tool">
        <Icon name="plus" size="xs" />
        存为常用
      </button>
    </Popover>
  );
}
