import type { MatterCard } from '#contract/matters';
import { dayName } from '#shared/time';

/** The list as words for the work group: no names of residents, no telephone numbers. */
export function groupText(title: string, cards: MatterCard[], now: Date): string {
  const lines = cards.map((card, at) => {
    const waits = card.status === 'open' && card.waitsFor ? `，等 ${card.waitsFor}` : '';
    return `${at + 1}. 【${card.dueText}】${card.title}（${card.step.label.zh}${waits}）${card.shortNumber}`;
  });
  return [`${title} · ${dayName(now, now)} · ${cards.length} 件`, ...lines].join('\n');
}
