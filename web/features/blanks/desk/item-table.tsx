import { Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useChoice, type Page } from './blanks-api.ts';

type Item = Page['items'][number];

/** Heading by heading: what fills it, or what it is to be filled with. */
export function ItemTable({ areaId, page }: { areaId: string; page: Page }) {
  const choice = useChoice(areaId, page.id);
  const refused = refusedOf(choice.error);
  const groups = [...new Set(page.terms.map((one) => one.group))].map((group) => ({
    label: group,
    options: page.terms.filter((one) => one.group === group),
  }));
  return (
    <section className="card">
      <h2>哪一列从哪里来</h2>
      {refused && (
        <p className="refusal pad" role="alert">
          {refused.detail}
        </p>
      )}
      <table className="t items">
        <thead>
          <tr>
            <th>表里要的</th>
            <th>系统里的</th>
            <th>填了几格</th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((item, index) => (
            <tr key={`${item.key}-${index}`}>
              <td>{item.heading}</td>
              <td>
                {item.state === 'unknown' ? (
                  <Select
                    aria-label={`“${item.heading}”是系统里的哪一项`}
                    placeholder="不认识，请指一下"
                    showSearch={{ optionFilterProp: 'label' }}
                    options={groups}
                    style={{ width: 220 }}
                    onChange={(term: string) => choice.mutate({ heading: item.key, term })}
                  />
                ) : (
                  <Known item={item} forget={() => choice.mutate({ heading: item.key, term: null })} />
                )}
              </td>
              <td className="nw">{countOf(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Known({ item, forget }: { item: Item; forget: () => void }) {
  const isChosen = item.state === 'chosen' || item.state === 'left';
  return (
    <span className="row">
      <span>{item.state === 'left' ? '自己填' : item.from}</span>
      {item.isPrivate && <span className="mark">个人信息</span>}
      {isChosen && (
        <button type="button" className="plain fig light" onClick={forget}>
          指错了，改
        </button>
      )}
    </span>
  );
}

function countOf(item: Item): string {
  if (item.asked === 0) return '没有记录';
  if (item.filled === item.asked) return `${item.filled.toLocaleString('en-US')} 格，全填了`;
  return `${item.filled.toLocaleString('en-US')} / ${item.asked.toLocaleString('en-US')} 格`;
}
