import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { formatFen } from '#shared/money';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { stateTones } from './fund-words.ts';
import { useVouchers, type FundPage, type VoucherCard } from './funds-api.ts';
import { VoucherDrawer } from './voucher-drawer.tsx';
import { VoucherForm } from './voucher-form.tsx';
import { VoucherTable } from './voucher-table.tsx';

/** Payments that are not made yet: what this person can do next first, what waits for others below, what was not paid last. */
export function WaitingTab({ fund }: { fund: FundPage }) {
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const list = useVouchers(fund, { view: 'waiting', limit: 200 });
  const gone = useVouchers(fund, { view: 'refused', limit: 10 });
  const open = search.get('voucher');
  const show = (id: string | null): void => setSearch(id ? { tab: 'waiting', voucher: id } : { tab: 'waiting' });
  const refused = refusedOf(list.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const isMine = (one: VoucherCard): boolean =>
    one.actions.includes('approve') || (one.state === 'proposed' && one.actions.includes('change'));
  const mine = list.data.items.filter(isMine);
  const others = list.data.items.filter((one) => !isMine(one));
  return (
    <>
      <section className="card">
        <h2>
          等我办的
          <span className="r">
            {fund.actions.includes('draft') && (
              <Button size="small" onClick={() => write(true)}>
                写一张付款
              </Button>
            )}
          </span>
        </h2>
        {mine.length === 0 && <Empty>没有等您办的付款。事项办到付款这一步，会自己出现在这里。</Empty>}
        <ul className="payments">
          {mine.map((one) => (
            <Payment key={one.id} one={one} onOpen={show} />
          ))}
        </ul>
      </section>
      <Others name="等别人办的" items={others} open={open} onOpen={show} />
      <Others name="没有付的" items={gone.data?.items ?? []} open={open} onOpen={show} />
      {open && !writes && <VoucherDrawer key={open} fund={fund} id={open} onClose={() => show(null)} onOpen={show} />}
      {writes && <VoucherForm fund={fund} onClose={() => write(false)} onDone={() => write(false)} />}
    </>
  );
}

function Payment({ one, onOpen }: { one: VoucherCard; onOpen: (id: string) => void }) {
  const proposed = one.state === 'proposed';
  return (
    <li>
      <div className="sp">
        <p>
          <Tag tone={stateTones[one.state]}>{one.stateName}</Tag> <b className="sum">{formatFen(one.amount)} 元</b>
          {one.party && <span>付给{one.party}</span>}
        </p>
        <p>{one.memo}</p>
        <p className="sm mute">
          {[
            one.draftedName && `${one.draftedName}经办`,
            one.accountName,
            one.day,
            one.matter && `来自“${one.matter.title}”`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {one.shown.map(({ label, lines }) => (
          <p key={label} className="sm">
            {label}：{lines.join('；')}
          </p>
        ))}
      </div>
      <Button type="primary" onClick={() => onOpen(one.id)}>
        {proposed ? '去经办' : '去复核'}
      </Button>
    </li>
  );
}

type OthersProps = { name: string; items: VoucherCard[]; open: string | null; onOpen: (id: string) => void };

function Others({ name, items, open, onOpen }: OthersProps) {
  if (items.length === 0) return null;
  return (
    <section className="card">
      <h2>{name}</h2>
      <VoucherTable items={items} open={open} onOpen={onOpen} waiting />
    </section>
  );
}
