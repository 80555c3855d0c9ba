import { Fragment } from 'react';
import type { StandardItem, StandardSheet, StandState } from '#contract/assessment';
import { Empty } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { looks, type Change } from './assessment-api.ts';

type Shown = {
  sheet: StandardSheet;
  state: StandState | undefined;
  group: string | null;
  open: string | undefined;
  change: Change;
};

/** Every item: its value, what is asked, what is missing, and how it stands. A row opens the records and the judging. */
export function ItemsCard({ sheet, state, group, open, change }: Shown) {
  const groups = sheet.groups
    .filter(({ id }) => group === null || id === group)
    .map((one) => ({ ...one, items: one.items.filter((item) => !state || item.state === state) }))
    .filter(({ items }) => items.length > 0);
  return (
    <section className="card items">
      <h2>
        一条一条看
        {(state || group) && (
          <span className="r">
            <button type="button" className="plain fig" onClick={() => change({ state: null, group: null })}>
              看全部
            </button>
          </span>
        )}
      </h2>
      {groups.length === 0 ? (
        <Empty>没有这样的条目。</Empty>
      ) : (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">条目</th>
              <th scope="col">现在</th>
              <th scope="col">要求</th>
              <th scope="col">差多少</th>
              <th scope="col" className="state">
                情况
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, name, items }) => (
              <Fragment key={id}>
                <tr className="group">
                  <th scope="colgroup" colSpan={5}>
                    {name}
                  </th>
                </tr>
                {items.map((item) => (
                  <ItemRow key={item.id} item={item} isOpen={item.id === open} change={change} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ItemRow({ item, isOpen, change }: { item: StandardItem; isOpen: boolean; change: Change }) {
  const { tone, icon } = looks[item.state];
  const kept = item.entries.filter(({ withdrawn }) => !withdrawn).length;
  return (
    <tr className={isOpen ? 'open' : ''}>
      <td>
        <button
          type="button"
          className="plain link a"
          onClick={() => change({ item: item.id })}
          title={item.quote ?? ''}
        >
          {item.name}
        </button>
        <div className="z">
          {item.how === 'measured' ? '系统算' : '人评'}
          {kept > 0 && ` · 评定与佐证 ${kept} 条`}
        </div>
      </td>
      <td className="wrap">{item.value ?? <span className="faint">—</span>}</td>
      <td className="wrap mute">{item.threshold}</td>
      <td className="wrap">{item.state === 'met' ? '' : item.gap}</td>
      <td className="state">
        <Tag tone={tone} icon={icon}>
          {item.stateName}
        </Tag>
      </td>
    </tr>
  );
}
