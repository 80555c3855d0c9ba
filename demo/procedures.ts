import { seededRandom } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, Form, MatterPlan, Person } from './contract.ts';

/** A procedure of deliberation as `procedures.yaml` tells it. */
export type ProcedureEntry = {
  key: string;
  /** Position of its community. */
  in: number;
  method: string;
  /** So many days ago. */
  begun: number;
  by: string;
  form: Form;
  acts: { days: number; by: string; action: string; form: Form }[];
  expected: MatterPlan['expected'];
};

function personOf(one: CommunityCast, word: string): Person {
  const [name, at = '0'] = word.split(' ') as [string, string?];
  const found: Record<string, Person | undefined> = {
    secretary: one.secretary,
    worker: one.workers[0],
    worker2: one.workers[1] ?? one.workers[0],
    property: one.property[0] ?? one.workers[0],
    resident: one.residents[Number(at) * 7],
  };
  const person = found[name];
  if (!person) throw new Error(`nobody is ${word} in ${one.community.name}`);
  return person;
}

function formOf(one: CommunityCast, form: Form, begun: string): Form {
  const filled = Object.entries(form).map(([id, value]) => {
    if (typeof value !== 'string') return [id, value];
    const [, days] = /^<day\+(\d+)>$/.exec(value) ?? [];
    if (days !== undefined) return [id, addDays(begun, Number(days))];
    return [id, value.startsWith('@') ? `user:${personOf(one, value.slice(1)).key}` : value];
  });
  return Object.fromEntries(filled) as Form;
}

const opens = 9 * 60;
const closes = 17 * 60;

/** The procedures of one community as matters that the engine itself takes through their steps. */
export function planProcedures(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  position: number;
  entries: readonly ProcedureEntry[];
}): MatterPlan[] {
  const { one, now, position } = input;
  const { community } = one;
  const random = seededRandom(`${input.seed}/procedures/${community.code}`);
  const today = shanghaiDate(now);
  const [estate] = community.estates;
  const [grid] = community.grids;
  if (!estate || !grid) return [];
  const at = (day: string): string => shanghaiInstant(day, 0, random.between(opens, closes)).toISOString();
  const place = { estate: estate.name, short: estate.short, building: null, unit: null, spot: '', grid: grid.suffix };
  return input.entries
    .filter((entry) => entry.in === position)
    .map((entry): MatterPlan => {
      const begun = addDays(today, -entry.begun);
      return {
        key: `${community.code}/procedure/${entry.key}`,
        community: community.code,
        method: entry.method,
        createdAt: at(begun),
        channel: 'community',
        reporter: null,
        by: personOf(one, entry.by).key,
        onBehalfOf: null,
        subject: entry.key,
        case: entry.key,
        place: { ...place, lampPost: null, label: estate.short },
        form: formOf(one, entry.form, begun),
        acts: entry.acts.map(({ days, by, action, form }) => ({
          at: at(addDays(begun, days)),
          by: personOf(one, by).key,
          type: 'act',
          action,
          form: formOf(one, form, begun),
        })),
        expected: entry.expected,
      };
    });
}
