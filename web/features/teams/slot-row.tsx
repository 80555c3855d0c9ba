import type { ReactNode } from 'react';
import type { Slot, Turn } from '#contract/teams/shifts';
import { clockTime } from '#shared/time';
import { activityTime } from '../activities/activity-card.tsx';

const words: Partial<Record<Turn['actions'][number], string>> = {
  in: '签到',
  out: '签退',
  take: '我来顶',
  keep: '不换了',
  offer: '想换班',
};
const order = ['in', 'out', 'take', 'keep', 'offer'] as const;

/** The one thing to do about a shift: sign up, take somebody's turn, check in or out, or ask for a swap. */
function deedOf(slot: Slot): { deed: string; word: string; turn?: string } | null {
  for (const deed of order) {
    const turn = slot.turns.find(({ actions, mine }) => actions.includes(deed) && (deed === 'take' || mine));
    if (turn) return { deed, word: words[deed] ?? '', turn: turn.id };
  }
  return slot.maySign ? { deed: 'sign', word: '我来值' } : null;
}

/** One shift on one day: when, where, who is there already, and the one thing to do. */
export function SlotRow({ slot, now }: { slot: Slot; now: string }): ReactNode {
  const todo = deedOf(slot);
  const names = slot.turns.map(
    ({ name, mine, state }) => `${mine ? '您' : name}${state === 'offered' ? '（想换）' : ''}`,
  );
  const free = slot.seats - slot.turns.length;
  return (
    <div className="row bare">
      <input type="hidden" name="shift" value={slot.shiftId} />
      <input type="hidden" name="day" value={slot.day} />
      {todo?.turn ? <input type="hidden" name="turn" value={todo.turn} /> : null}
      <span>
        <span className="t">{slot.title}</span>
        <br />
        <span className="d num">
          {activityTime(slot.startsAt, now)}—{clockTime(slot.endsAt)} · {slot.station}
          <br />
          {names.length > 0 ? names.join('、') : '还没有人'}
          {free > 0 ? `，还缺 ${free} 人` : ''}
          {slot.skill ? ` · 要会${slot.skill}` : ''}
        </span>
      </span>
      {todo ? (
        <button
          type="submit"
          name="do"
          value={todo.deed}
          className={todo.deed === 'offer' || todo.deed === 'keep' ? 'btn quiet' : 'btn go'}
          aria-label={`${todo.word}：${slot.title}，${activityTime(slot.startsAt, now)}`}
        >
          {todo.word}
        </button>
      ) : null}
    </div>
  );
}
