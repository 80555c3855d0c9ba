import type { ReactNode } from 'react';
import type { Recommended } from '../../../server/modules/activities/recommended/contract.ts';
import { Section } from '../../ui/parts.tsx';
import { ActivityCard } from '../activities/activity-card.tsx';

/** Picked for this person, each with the reasons it was picked for. Source: B45. */
export function ForYou({ items, now }: { items: Recommended['items']; now: string }): ReactNode {
  return (
    <section aria-label="为您挑的活动">
      <Section title="为您挑的" note="为什么挑它，写在下面" />
      <div className="scroll" role="group" aria-label="为您挑的活动" tabIndex={0}>
        {items.map(({ activity, reasons }) => (
          <div key={activity.id}>
            <ActivityCard activity={activity} now={now} />
            <p className="hint">{reasons.slice(0, 2).join('；')}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
