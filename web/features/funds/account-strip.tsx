import type { ReactNode } from 'react';
import type { AccountList } from '#contract/funds/disclosures';
import { Row } from '../../ui/parts.tsx';
import { formatFen } from './money.ts';

/** On the home of a community: the public money, where it stands, and what is late. Nothing where there is none. */
export function AccountStrip({ list, code }: { list: AccountList | null; code: string }): ReactNode {
  const [first] = list?.items ?? [];
  if (!list || !first) return null;
  return <Row to={`/c/${code}/accounts`} icon="ledger" tone="bamboo" title="阳光账" line={accountWords(list)} />;
}

/** 3 个账户，公共收益一笔一笔都能看 · 2 个账户的账晚了. */
export function accountWords({ items }: AccountList): string {
  const late = items.filter(({ missing }) => missing.some(({ state }) => state === 'late')).length;
  const [only] = items;
  const what =
    items.length === 1 && only ? `账上 ${formatFen(only.balance)} 元` : `${items.length} 个账户，每一笔都能看`;
  return late > 0 ? `${what} · ${late} 个账户公布晚了` : what;
}
