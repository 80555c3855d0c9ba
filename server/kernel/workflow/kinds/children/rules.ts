import type { Action, Values } from '../../contract.ts';
import { resolveActors } from '../../actors/rules.ts';
import { keepersOf, keysIn, unknownOutcome } from '../carried/rules.ts';
import { rowsOf } from '../rows/rules.ts';
import type { Finding, Kind, Standing, Turn } from '../contract.ts';

const open: Action = {
  id: 'open',
  label: { zh: '新开一件', en: 'Begin one' },
  routes: [],
  leads: true,
  needsReason: false,
};

/** Begun for each row or household, by hand until the limit, or one alone. */
type Way = 'rows' | 'households' | 'hand' | 'one';

function wayOf({ step }: Standing): Way {
  const { per } = step.options;
  if (per !== undefined) return per === 'households' ? 'households' : 'rows';
  return step.by.length > 0 ? 'hand' : 'one';
}

const endsIn = (waiting: Values): Values => (typeof waiting['ended'] === 'object' ? (waiting['ended'] as Values) : {});

/** How many were begun, ended as done, and ended otherwise. */
function resultOf(waiting: Values): Values {
  const ends = Object.values(endsIn(waiting));
  const done = ends.filter((status) => status === 'done').length;
  return { all: keysIn(waiting['children']).length, done, not: ends.length - done };
}

/** Goes on when all have ended: by hand, once no more can be begun. */
function go(standing: Standing, waiting: Values, isOver: boolean): Turn | null {
  const byHand = wayOf(standing) === 'hand';
  if (!byHand && waiting['children'] === undefined) return null;
  const result = resultOf(waiting);
  const all = Number(result['all']);
  const ended = Number(result['done']) + Number(result['not']);
  if (ended < all || (byHand && !isOver)) return null;
  const outcome = Number(result['not']) > 0 && standing.step.outcomes['not'] ? 'not' : 'done';
  return { then: 'outcome', outcome, result, inTime: true };
}

const stay = (standing: Standing, waiting: Values): Turn =>
  go(standing, waiting, standing.state.lateFired.includes(-1)) ?? {
    then: 'wait',
    waiting,
    result: resultOf(waiting),
    quiet: true,
  };

function settle(standing: Standing, outcome: string, result: Values): Turn | null {
  const { waiting } = standing.state;
  const children = keysIn(waiting['children']);
  if (outcome === 'started') {
    const more = keysIn(result['children']).filter((id) => !children.includes(id));
    return stay(standing, { ...waiting, children: [...children, ...more] });
  }
  if (outcome !== 'ended') return unknownOutcome(standing.step, outcome);
  const [child, ends] = [String(result['child']), endsIn(waiting)];
  if (!children.includes(child) || ends[child] !== undefined) return null;
  return stay(standing, { ...waiting, ended: { ...ends, [child]: String(result['status']) } });
}

function carries(standing: Standing): Values {
  const { method, state, step } = standing;
  const way = wayOf(standing);
  const per = String(step.options['per'] ?? '');
  const rows: Record<Way, Values[]> = { rows: rowsOf(method, state, per), households: [], hand: [], one: [{}] };
  return { method: String(step.argument), way, rows: way === 'rows' ? rows.rows : rows[way] };
}

function findings(standing: Standing): Finding[] {
  const { state, world } = standing;
  const children = keysIn(state.waiting['children']);
  const settings = carries(standing);
  if (children.length === 0 && settings['way'] !== 'hand') {
    const count = settings['way'] === 'households' ? 2 : (settings['rows'] as Values[]).length;
    const begun = Array.from({ length: count }, (_, at) => `child-${at + 1}`);
    return [{ outcome: 'started', result: { children: begun }, notBefore: world.now }];
  }
  const running = children.filter((id) => endsIn(state.waiting)[id] === undefined);
  return running.flatMap((child) =>
    ['done', 'refused'].map((status) => ({ outcome: 'ended', result: { child, status }, notBefore: world.now })),
  );
}

/**
 * Begins matters of another method, for each row of a list or each household, by hand until the limit, or one, and goes on
 * when all have ended. Source: C60 (F28), N61.
 */
export const children: Kind = {
  name: 'children',
  enter: (standing) => {
    const nothing = wayOf(standing) === 'rows' && (carries(standing)['rows'] as Values[]).length === 0;
    const none: Values = { all: 0, done: 0, not: 0 };
    return nothing ? { then: 'outcome', outcome: 'done', result: none } : { then: 'wait', waiting: {}, result: none };
  },
  actors: (standing) =>
    wayOf(standing) === 'hand' ? resolveActors(standing.method, standing.state, standing.step.by) : keepersOf(standing),
  actions: (step) => (step.by.length > 0 && step.options['per'] === undefined ? [open] : []),
  act: (standing) => ({
    then: 'wait',
    waiting: standing.state.waiting,
    quiet: true,
    carry: { ...carries(standing), rows: [{}] },
  }),
  expire: (standing) => go(standing, standing.state.waiting, true),
  ending: () => null,
  carries,
  settle,
  findings,
  without: ['transfer', 'return'],
};
