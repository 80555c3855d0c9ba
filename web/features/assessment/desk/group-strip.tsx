import type { StandardSheet } from '#contract/assessment';
import { Icon } from '../../../ui/icon.tsx';
import { looks, type Change } from './assessment-api.ts';

/** The groups at a glance: how many items are met, and a sign for each of them. Pressing one shows its items alone. */
export function GroupStrip({ sheet, group, change }: { sheet: StandardSheet; group: string | null; change: Change }) {
  return (
    <ul className="group-strip" aria-label={`${sheet.groups.length} 项标准`}>
      {sheet.groups.map(({ id, name, counts, items }) => (
        <li key={id}>
          <button
            type="button"
            className="plain"
            aria-pressed={group === id}
            onClick={() => change({ group: group === id ? null : id, item: null })}
          >
            <span className="row">
              <b>{name}</b>
              <span className="sp" />
              <span className="met">
                <b>{counts.met}</b>／{items.length}
              </span>
            </span>
            <span className="marks">
              {items.map((item) => (
                <i key={item.id} className={looks[item.state].tone} title={`${item.name}：${item.stateName}`}>
                  <Icon name={looks[item.state].icon} size="xs" />
                </i>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
