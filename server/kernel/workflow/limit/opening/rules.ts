import { shanghaiInstant } from '#shared/time';
import type { Instant, MatterState, Step, World } from '../../contract.ts';
import { addTime, parseTime } from '../rules.ts';

/** When a step opens (`opens:` a date field, or a time after entering); null when it is open from the start. */
export function opensAt(step: Step, state: Pick<MatterState, 'fields' | 'enteredAt'>, world: World): Instant | null {
  if (step.opens === undefined) return null;
  const time = parseTime(step.opens);
  if (time) return addTime(state.enteredAt, time, world.calendar);
  const value = state.fields[step.opens];
  if (typeof value !== 'string') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shanghaiInstant(value).toISOString() : value;
}
