import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Select } from 'antd';
import { monthName } from '#shared/months';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { monthsBack } from './fund-words.ts';
import { useVouchers, type FundPage } from './funds-api.ts';
import { VoucherDrawer } from './voucher-drawer.tsx';
import { VoucherForm } from './voucher-form.tsx';
import { VoucherTable } from './voucher-table.tsx';

const monthsShown = 36;
const kinds = [
  { value: '', label: '收支都看' },
  { value: 'income', label: '收入' },
  { value: 'payment', label: '支出' },
  { value: 'transfer', label: '转款' },
  { value: 'correction', label: '更正' },
];

/** The posted vouchers of a fund, month by month. */
export function VouchersTab({ fund }: { fund: FundPage }) {
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const [cursors, page] = useState<string[]>([]);
  const month = search.get('month');
  const kind = search.get('kind') ?? '';
  const open = search.get('voucher');
  const list = useVouchers(fund, { view: 'posted', month, kind, cursor: cursors.at(-1) });
  const change = (name: string, value: string | null): void => {
    page([]);
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  };
  const refused = refusedOf(list.error);
  const months = monthsBack(fund.month, monthsShown).filter(
    (one) => one >= Number(fund.openedOn.slice(0, 7).replace('-', '')),
  );
  return (
    <section className="card">
      <div className="bar">
        <Select
          aria-label="哪个月"
          className="w-months"
          value={month ?? ''}
          options={[
            { value: '', label: '所有月份' },
            ...months.map((one) => ({ value: String(one), label: monthName(one) })),
          ]}
          onChange={(value: string) => change('month', value)}
        />
        <Select
          aria-label="收支"
          className="w-months"
          value={kind}
          options={kinds}
          onChange={(value: string) => change('kind', value)}
        />
        <span className="sp" />
        <Button
          icon={<Icon name="excel" size="xs" />}
          href={`/api/v1/areas/${fund.areaId}/funds/${fund.id}/vouchers.xlsx${queryText({ from: month, to: month })}`}
        >
          导出 Excel
        </Button>
        {fund.actions.includes('draft') && (
          <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => write(true)}>
            记一笔
          </Button>
        )}
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void list.refetch()} />}
      {!list.data && !refused && <Waiting />}
      {list.data?.items.length === 0 && (
        <Empty>{month ? `${monthName(Number(month))}还没有凭证。` : '还没有凭证。收了钱、付了钱，点“记一笔”。'}</Empty>
      )}
      {list.data && list.data.items.length > 0 && (
        <VoucherTable items={list.data.items} open={open} onOpen={(id) => change('voucher', id)} />
      )}
      {list.data && (list.data.next || cursors.length > 0) && (
        <div className="pages">
          <Button disabled={cursors.length === 0} onClick={() => page(cursors.slice(0, -1))}>
            上一页
          </Button>
          <Button disabled={!list.data.next} onClick={() => list.data.next && page([...cursors, list.data.next])}>
            下一页
          </Button>
        </div>
      )}
      {open && !writes && (
        <VoucherDrawer
          key={open}
          fund={fund}
          id={open}
          onClose={() => change('voucher', null)}
          onOpen={(id) => change('voucher', id)}
        />
      )}
      {writes && <VoucherForm fund={fund} onClose={() => write(false)} onDone={() => write(false)} />}
    </section>
  );
}
