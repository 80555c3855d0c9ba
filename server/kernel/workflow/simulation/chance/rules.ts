import { shanghaiDate } from '#shared/time';
import type { Field, Json, MatterState, Method, Values, World } from '../../contract.ts';
import { wordsOf } from '../../form/value/rules.ts';
import { rowChoices } from '../../kinds/rows/rules.ts';
import { holdsFor, unseen } from '../../scope/rules.ts';
import { apart, thresholds } from '../sample/rules.ts';

/** Chance from a seed (mulberry32): the same seed always gives the same numbers from 0 up to 1. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

export type Chance = () => number;

export const pick = <T>(chance: Chance, items: readonly T[]): T | undefined =>
  items[Math.floor(chance() * items.length)];

const plain: Partial<Record<Field['type'], Json>> = {
  yesno: true,
  place: { label: '3号楼' },
  phone: '13800002046',
  person: 'person',
  scan: ['file1'],
  signature: ['file1'],
  checkin: {},
  tags: ['标签'],
  area: 'area',
};

function number(chance: Chance, field: Field, method: Method): number {
  const limits = thresholds(method).filter((one) => one <= Number(field.max ?? one) && one >= Number(field.min ?? 0));
  if (limits.length > 0 && chance() < 0.3) return pick(chance, limits) ?? 0;
  const min = typeof field.min === 'number' ? field.min : 0;
  const max = typeof field.max === 'number' ? field.max : min + 100;
  return min + Math.floor(chance() * (Math.min(max, 100) - min + 1));
}

type Seen = Pick<MatterState, 'fields' | 'results'>;

function valueFor(chance: Chance, field: Field, method: Method, world: World, seen: Seen): Json {
  const count = Math.max(1, Number(field.min ?? 1));
  if (field.type === 'text' || field.type === 'longtext') return '字'.repeat(count);
  if (['number', 'count', 'money', 'percent'].includes(field.type)) return number(chance, field, method);
  if (field.type === 'rating') return 1 + Math.floor(chance() * 5);
  if (field.type === 'yesno' || field.type === 'consent') return chance() < 0.7;
  if (field.type === 'date') return shanghaiDate(world.now);
  if (field.type === 'datetime') return world.now;
  if (field.type === 'images' || field.type === 'files') return Array.from({ length: count }, (_, at) => `file${at}`);
  if (field.type === 'choice') return pick(chance, wordsOf(field, method)) ?? null;
  if (field.type === 'checklist') {
    const words = wordsOf(field, method);
    return words.slice(0, 1 + Math.floor(chance() * words.length));
  }
  if (field.type === 'pick') return pick(chance, rowChoices(method, seen, field))?.value ?? null;
  if (field.type === 'list')
    return Array.from({ length: count }, (_, at) =>
      apart(field.columns ?? [], fill(chance, field.columns ?? [], method, null, world), at),
    );
  if (field.type === 'who') {
    const actor = pick(chance, field.of ?? []) ?? '';
    return method.names.roles[actor] ? `role:${actor}` : `body:${actor}`;
  }
  return plain[field.type] ?? null;
}

function fill(
  chance: Chance,
  fields: readonly Field[],
  method: Method,
  state: MatterState | null,
  world: World,
): Values {
  const values: Values = {};
  for (const field of fields) {
    const seen = state ?? unseen;
    const asked = holdsFor(field.if, method, { ...seen, fields: { ...seen.fields, ...values } }, world);
    if (field.is !== undefined || !asked || (field.optional && chance() < 0.5)) continue;
    values[field.id] = valueFor(chance, field, method, world, seen);
  }
  return values;
}

/** Forms filled by chance the way a person could fill them. */
export function fillByChance(
  chance: Chance,
  forms: readonly string[],
  method: Method,
  state: MatterState | null,
  world: World,
): Values {
  return fill(
    chance,
    forms.flatMap((id) => method.forms[id]?.fields ?? []),
    method,
    state,
    world,
  );
}
