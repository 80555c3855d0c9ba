import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'antd';
import { formatFen } from '#shared/money';
import { monthName } from '#shared/months';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { titleOf } from '../money.ts';
import { bankOf } from './fund-words.ts';
import { useFunds, type FundCard } from './funds-api.ts';
import { LateFunds } from './late-list.tsx';
import { OpenDrawer } from './open-drawer.tsx';
import './funds.css';

/** The funds somebody looks after or into: what there is, what came and went this month, what waits for them. */
export function FundsPage() {
  const { area, can } = useSession();
  const [opens, open] = useState(false);
  const list = useFunds(area.id);
  const refused = refusedOf(list.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const { items, openable } = list.data;
  return (
    <div className="funds">
      <div className="page-head">
        <h1>资金</h1>
        <span className="mute">公共收益和邻里的钱：每一笔有凭证，每一笔付款两个人看过</span>
        <span className="sp" />
        {!can('matter.read') && (
          <Button href="/grid" icon={<Icon name="list" size="xs" />}>
            等我办的事
          </Button>
        )}
        {openable.length > 0 && (
          <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => open(true)}>
            开户
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <section className="card">
          <Empty>
            {openable.length > 0
              ? '还没有账户。小区在银行开好公共收益账户以后，点“开户”建账。'
              : '这里没有您看得到的账户。业委会的账户由社区开户以后才有。'}
          </Empty>
        </section>
      ) : (
        <FundTable items={items} wide={isWide(area)} />
      )}
      <LateFunds />
      {opens && <OpenDrawer areaId={area.id} places={openable} onClose={() => open(false)} />}
    </div>
  );
}

function FundTable({ items, wide }: { items: FundCard[]; wide: boolean }) {
  const month = items[0]?.month ?? 0;
  return (
    <section className="card">
      <table className="t">
        <caption className="sr">资金账户</caption>
        <thead>
          <tr>
            <th>账户</th>
            {wide && <th className="w-place">社区</th>}
            <th className="w-fen">余额（元）</th>
            <th className="w-fen">{month % 100}月收入</th>
            <th className="w-fen">{month % 100}月支出</th>
            <th className="w-wait">等我办</th>
            <th className="w-wait">没对上的流水</th>
            <th className="w-months">没结账公示的月份</th>
          </tr>
        </thead>
        <tbody>
          {items.map((fund) => (
            <FundRow key={fund.id} fund={fund} wide={wide} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const monthsShown = 2;

function FundRow({ fund, wide }: { fund: FundCard; wide: boolean }) {
  const path = `/funds/${fund.areaId}/${fund.id}`;
  const more = fund.missing.length - monthsShown;
  return (
    <tr>
      <td>
        <Link className="a" to={path}>
          {titleOf(fund)}
        </Link>
        <div className="z">{bankOf(fund)}</div>
      </td>
      {wide && <td>{fund.areaName}</td>}
      <td className="fen">
        <b>{formatFen(fund.balance)}</b>
      </td>
      <td className="fen">{formatFen(fund.income)}</td>
      <td className="fen">{formatFen(fund.expense)}</td>
      <td>
        {fund.waitingForMe > 0 ? (
          <Link className="due-text" to={`${path}?tab=waiting`}>
            {fund.waitingForMe} 笔
          </Link>
        ) : (
          <span className="faint">—</span>
        )}
      </td>
      <td>
        {fund.unmatched > 0 ? (
          <Link to={`${path}?tab=bank`}>{fund.unmatched} 行</Link>
        ) : (
          <span className="faint">—</span>
        )}
      </td>
      <td>
        {fund.missing.length === 0 ? (
          <Tag tone="ok">都结了</Tag>
        ) : (
          <Tag tone="late" icon="warn">
            {fund.missing.slice(0, monthsShown).map(monthName).join('、')}
            {more > 0 && ` 等 ${fund.missing.length} 个月`}
          </Tag>
        )}
      </td>
    </tr>
  );
}
