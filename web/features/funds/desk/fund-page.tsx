import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { formatFen } from '#shared/money';
import { monthName } from '#shared/months';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { titleOf } from '../money.ts';
import { fundTabs } from './fund-tabs.ts';
import { bankOf } from './fund-words.ts';
import { useFund, type FundPage as Fund } from './funds-api.ts';
import { SettingsDrawer } from './settings-drawer.tsx';
import './funds.css';

/** One fund: what there is, and its parts one behind another. */
export function FundPage() {
  const { areaId = '', id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [sets, set] = useState(false);
  const fund = useFund({ areaId, id });
  const refused = refusedOf(fund.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void fund.refetch()} />;
  if (!fund.data) return <Waiting />;
  const page = fund.data;
  const tab = fundTabs.find((one) => one.id === search.get('tab')) ?? fundTabs[0];
  return (
    <div className="funds">
      <div className="page-head">
        <h1>{titleOf(page)}</h1>
        <span className="mute">{bankOf(page)}</span>
        <span className="sp" />
        {page.actions.includes('set') && <Button onClick={() => set(true)}>账户资料</Button>}
        <Link className="fig" to="/funds">
          全部账户
        </Link>
      </div>
      <Figures fund={page} />
      {page.heldThrough !== null && (
        <Note tone="info">{monthName(page.heldThrough)}的账正在核对，这个月和以前的日子先不能记账。</Note>
      )}
      <nav className="tabs" aria-label={titleOf(page)}>
        {fundTabs.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-current={one === tab ? 'page' : undefined}
            onClick={() => setSearch({ tab: one.id })}
          >
            {one.title}
            <Count of={one.count?.(page) ?? 0} />
          </button>
        ))}
      </nav>
      {tab && <tab.page fund={page} />}
      {sets && <SettingsDrawer fund={page} onClose={() => set(false)} />}
    </div>
  );
}

function Count({ of }: { of: number }) {
  return of > 0 ? <em>{of}</em> : null;
}

function Figures({ fund }: { fund: Fund }) {
  const month = `${fund.month % 100}月`;
  const figures: [string, number][] = [
    ['余额', fund.balance],
    ['银行存款', fund.bankBalance],
    ['现金', fund.cashBalance],
    [`${month}收入`, fund.income],
    [`${month}支出`, fund.expense],
  ];
  return (
    <dl className="card figures">
      {figures.map(([name, fen]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatFen(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
