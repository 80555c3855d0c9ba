import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { StandardItem, StandardSheet } from '#contract/assessment';
import { dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { itemsOf, looks, stateOrder, useSheet, useStandards } from './assessment-api.ts';
import './standard-sheet.css';

/** The self-assessment on paper, A4: every item with its value, what is asked and how it stands, and who signs. */
export function StandardSheetPage() {
  const { area } = useSession();
  const [search] = useSearchParams();
  const standards = useStandards(area.id);
  const standard = search.get('standard') ?? standards.data?.find(({ adopted }) => adopted)?.id;
  const found = useSheet(
    area.id,
    { standard: standard ?? '', year: search.get('year') ?? undefined },
    standard !== undefined,
  );
  const name = found.data?.standard.name;
  useEffect(() => {
    if (name) document.title = `${name}自评表 · ${area.name}`;
  }, [name, area.name]);
  const refused = refusedOf(found.error) ?? refusedOf(standards.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (standards.data && !standard) return <Empty>这里还没有采用标准，没有可以打印的。</Empty>;
  if (!found.data) return <Waiting />;
  return (
    <>
      <p className="sheet-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="mute sm">A4 竖向</span>
      </p>
      <Sheet sheet={found.data} />
    </>
  );
}

function Sheet({ sheet }: { sheet: StandardSheet }) {
  const { me, now } = useSession();
  const counts = stateOrder.filter((state) => sheet.counts[state] > 0);
  return (
    <main className="standard-sheet">
      <header>
        <h1>{sheet.standard.name} 自评表</h1>
        <p>
          {sheet.areaName}　{sheet.year} 年
        </p>
      </header>
      <p>
        共 {itemsOf(sheet).length} 条：{counts.map((state) => `${looks[state].word} ${sheet.counts[state]}`).join('，')}
        。
      </p>
      {sheet.groups.map(({ id, name, items }, at) => (
        <table key={id}>
          <thead>
            <tr>
              <th scope="col" className="item">
                {at + 1}. {name}
              </th>
              <th scope="col" className="value">
                现在
              </th>
              <th scope="col" className="value">
                要求
              </th>
              <th scope="col" className="state">
                情况
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Line key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      ))}
      <p className="signs">
        <span>填表人：</span>
        <span>社区负责人：</span>
        <span>日期：</span>
      </p>
      <footer>
        系统按记录算的条目，数随记录走；{me.name} {dayName(now(), now())}打印。
      </footer>
    </main>
  );
}

function Line({ item }: { item: StandardItem }) {
  const said = item.entries.find(({ withdrawn, kind }) => !withdrawn && kind === 'judgement');
  return (
    <tr>
      <th scope="row">
        {item.name}
        {said && <small>依据：{said.words || '见照片'}</small>}
      </th>
      <td>{item.value ?? ''}</td>
      <td>{item.threshold}</td>
      <td>
        {item.stateName}
        {item.gap && item.state === 'unmet' && <small>{item.gap}</small>}
      </td>
    </tr>
  );
}
