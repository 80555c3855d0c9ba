import { resolveActors } from '../../actors/rules.ts';
import { opensAt } from '../../limit/opening/rules.ts';
import type { Action, Step } from '../../contract.ts';
import type { Kind, Standing, Turn } from '../contract.ts';

const anybody = ['resident', 'anyone'];

/** A matter that waits in its first step was begun by another: of the public only its own reporter completes it. */
function actors({ method, state, step }: Standing): string[] {
  const keys = resolveActors(method, state, step.by);
  if (step.position !== 0) return keys;
  return [...new Set(keys.map((key) => (anybody.includes(key) ? 'reporter' : key)))];
}

const isSystem = (step: Step): boolean => step.by.includes('system');

function isOpen({ state, step, world }: Standing): boolean {
  const opens = opensAt(step, state, world);
  return opens === null || new Date(world.now).getTime() >= new Date(opens).getTime();
}

const pass = (step: Step): Turn => ({ then: 'action', action: step.actions[0] as Action });

/** One of `by` fills the form and presses a button. Done by `system` it passes at once, or when it opens. */
export const task: Kind = {
  name: 'task',
  enter: (standing) =>
    isSystem(standing.step) && isOpen(standing) ? pass(standing.step) : { then: 'wait', waiting: {} },
  actors,
  actions: (step) => (isSystem(step) ? [] : step.actions),
  act: (_standing, action) => ({ then: 'action', action }),
  expire: (standing) => (isSystem(standing.step) && isOpen(standing) ? pass(standing.step) : null),
  ending: () => null,
};
