import { countsAs, resolveActors } from '../../actors/rules.ts';
import type { Action, ActorRef, Values } from '../../contract.ts';
import { keysIn, settingOf } from '../carried/rules.ts';
import type { Kind, Standing, Turn } from '../contract.ts';

const give: Action = { id: 'give', label: { zh: '填写', en: 'Give' }, routes: [], leads: true, needsReason: false };
const change: Action = { ...give, label: { zh: '修改', en: 'Change' } };

/** Keys of those who are asked. One that names a single person or unit is a name; a role or body may be many. */
const askedOf = ({ method, state, step }: Standing): string[] => resolveActors(method, state, step.by);
const isNamed = (key: string): boolean => key.startsWith('user:') || key.startsWith('unit:');

const rowsIn = ({ state, step }: Standing): Values[] => {
  const rows = state.results[step.id]?.['rows'];
  return Array.isArray(rows) ? (rows as Values[]) : [];
};

/** Of those asked, whom no row speaks for yet. */
function missingIn(asked: readonly string[], rows: readonly Values[]): string[] {
  const heard = new Set(rows.flatMap((row) => keysIn(row['givenFor'])));
  return asked.filter((key) => !heard.has(key));
}

const resultOf = (asked: readonly string[], rows: Values[]): Values => ({
  rows,
  count: rows.length,
  missing: missingIn(asked, rows),
});

/** How many rows are enough at the limit; null when everybody asked must give. */
function enoughOf({ method, step }: Standing): number | null {
  const needed = settingOf(method, step.argument);
  return typeof needed === 'number' ? needed : null;
}

/** Whether nothing more is awaited: everybody has given, or enough after the limit. */
function isComplete(standing: Standing, result: Values): boolean {
  const enough = enoughOf(standing);
  const [asked, missing] = [askedOf(standing), keysIn(result['missing'])];
  const all = missing.length === 0 && (enough === null || (asked.length > 0 && asked.every(isNamed)));
  const count = Number(result['count']);
  if (enough === null) return all;
  return count >= enough && (all || standing.state.lateFired.includes(-1));
}

function go(standing: Standing, result: Values): Turn {
  if (isComplete(standing, result)) return { then: 'outcome', outcome: 'enough', result };
  return { then: 'wait', waiting: standing.state.waiting, result, quiet: true };
}

/** One row for each giver: who gives again replaces her own. */
function addRow(standing: Standing, actor: ActorRef, form: Values): Turn {
  const asked = askedOf(standing);
  const giver = `user:${actor.id}`;
  const row: Values = {
    ...form,
    giver,
    giverName: actor.name,
    givenAt: standing.world.now,
    givenFor: asked.filter((key) => countsAs(actor, [key])),
  };
  const rows = rowsIn(standing);
  const before = rows.some((one) => one['giver'] === giver);
  const after = before ? rows.map((one) => (one['giver'] === giver ? row : one)) : [...rows, row];
  return go(standing, resultOf(asked, after));
}

function expire(standing: Standing): Turn | null {
  const enough = enoughOf(standing);
  const result = resultOf(askedOf(standing), rowsIn(standing));
  if (enough !== null && rowsIn(standing).length >= enough)
    return { then: 'outcome', outcome: 'enough', result, inTime: true };
  return standing.step.outcomes['short'] ? { then: 'outcome', outcome: 'short', result } : null;
}

/**
 * Each of `by` fills the form as a row of their own. `all`: until everyone has, at once when nobody is named; a number: until
 * the limit, or at once when all who are named have given. Source: F26, F41.
 */
export const gather: Kind = {
  name: 'gather',
  enter: (standing) => {
    const turn = go(standing, resultOf(askedOf(standing), []));
    return turn.then === 'wait' ? { ...turn, waiting: {}, quiet: false } : turn;
  },
  actors: (standing) => {
    const missing = missingIn(askedOf(standing), rowsIn(standing));
    const named = enoughOf(standing) === null;
    return named ? missing : askedOf(standing).filter((key) => !isNamed(key) || missing.includes(key));
  },
  actions: () => [give],
  act: (standing, _action, actor, form) => addRow(standing, actor, form),
  expire,
  ending: () => null,
  entitled: askedOf,
  buttons: (standing, actor) => {
    const given = rowsIn(standing).some((row) => row['giver'] === `user:${actor.id}`);
    return [given ? change : give];
  },
  keepsForm: true,
  without: ['transfer'],
};
