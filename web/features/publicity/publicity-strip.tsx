import type { ReactNode } from 'react';
import type { PublicityList } from '#contract/publicity';
import { Row } from '../../ui/parts.tsx';

/** On the home of a community: what hangs now, the one that ends first by name. Nothing when nothing hangs. */
export function PublicityStrip({ list, code }: { list: PublicityList | null; code: string }): ReactNode {
  const first = firstToEnd(list);
  if (!list || !first) return null;
  return (
    <section className="card waits gap" aria-label="正在公示">
      <Row
        to={`/c/${code}/publicity`}
        icon="eye"
        tone="apricot"
        title={`公示中 ${list.open} 件`}
        line={`${first.title} · ${leftWords(first)}`}
      />
    </section>
  );
}

type Hanging = PublicityList['items'][number];

/** The notice whose days are over first, among those that still have some. */
export function firstToEnd(list: PublicityList | null): Hanging | null {
  const hanging = (list?.items ?? []).filter(({ daysLeft }) => daysLeft > 0);
  return [...hanging].sort((one, other) => one.daysLeft - other.daysLeft)[0] ?? list?.items[0] ?? null;
}

export function leftWords({ daysLeft, stateName }: Hanging): string {
  if (daysLeft === 0) return stateName;
  return daysLeft === 1 ? '今天最后一天' : `还剩 ${daysLeft} 天`;
}
