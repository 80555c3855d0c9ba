import { formatFen } from '#shared/money';
import { dayName } from '#shared/time';
import type { Refusal } from '#shared/refusal';
import type { HopKind, StoryHop } from './contract.ts';

/** How a story is put together from the steps of its matter and the records that belong to it. */

type Said = Pick<StoryHop, 'kind' | 'id' | 'at' | 'title' | 'line' | 'href'> & Partial<StoryHop>;
type Won = { won?: string[]; of?: string };

/** A hop with everything it does not say empty. */
export function hopOf({ won: _won, of: _of, ...said }: Said & Won): StoryHop {
  return {
    ...{ amount: null, step: null, facts: [], rows: [], agreed: null, pictures: [], turning: false, coming: false },
    proof: '看记录',
    ...said,
  };
}

/** The order in which things of the same moment are told: what was wanted, what was done about it, what it came to. */
const ranks: Record<HopKind, number> = {
  topic: 0,
  matter: 1,
  letter: 2,
  step: 3,
  meeting: 4,
  vote: 5,
  publicity: 6,
  activity: 7,
  work: 8,
  payment: 9,
};

/**
 * One thread: the steps of the matter and the records that belong to it, in order of time. A record that carried a step stands for
 * that step, and takes over what it has shown; a record linked twice stands once. What a vote chose is marked among the amounts.
 */
export function threadOf(
  steps: readonly StoryHop[],
  records: readonly StoryHop[],
  won: ReadonlySet<string>,
): StoryHop[] {
  const carried = new Set(records.flatMap(({ step, coming }) => (step !== null && !coming ? [step] : [])));
  const own = steps.filter(({ step }) => step === null || !carried.has(step));
  const told = onlyOnce(records).map((record) => takeOver(record, records, steps));
  return [...own, ...told]
    .map((hop) => markChosen(hop, won))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || ranks[a.kind] - ranks[b.kind]);
}

function onlyOnce(records: readonly StoryHop[]): StoryHop[] {
  const seen = new Set<string>();
  return records.filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`));
}

/** What the step has shown goes to the last record that carried it. */
function takeOver(record: StoryHop, records: readonly StoryHop[], steps: readonly StoryHop[]): StoryHop {
  if (record.step === null || record.coming) return record;
  const last = records.filter(({ step, coming }) => step === record.step && !coming).at(-1);
  if (last !== record) return record;
  const here = steps.filter(({ step }) => step === record.step);
  return {
    ...record,
    facts: [...record.facts, ...here.flatMap(({ facts }) => facts)],
    rows: [...record.rows, ...here.flatMap(({ rows }) => rows)],
    pictures: [...record.pictures, ...here.flatMap(({ pictures }) => pictures)],
    turning: record.turning || here.some(({ turning }) => turning),
  };
}

/** A paper may name the amount beside the firm. */
function markChosen(hop: StoryHop, won: ReadonlySet<string>): StoryHop {
  const isChosen = (label: string): boolean =>
    label !== '' && [...won].some((word) => word === label || word.startsWith(`${label} `));
  return { ...hop, rows: hop.rows.map((row) => ({ ...row, chosen: isChosen(row.label) })) };
}

/** What was paid in all, corrections taken off; null where nothing was paid. */
export function spentOf(hops: readonly StoryHop[]): number | null {
  const paid = hops.flatMap(({ kind, amount }) => (kind === 'payment' && amount !== null ? [amount] : []));
  return paid.length > 0 ? paid.reduce((sum, amount) => sum + amount, 0) : null;
}

/** How many agreed in the last vote that has a result. */
export function agreedOf(hops: readonly StoryHop[]): StoryHop['agreed'] {
  return hops.findLast(({ agreed }) => agreed !== null)?.agreed ?? null;
}

type Told = { groupText: string; hops: readonly StoryHop[]; spent: number | null; now: Date };

/** The text for the group, with what was decided and paid before the address. */
export function storyText({ groupText, hops, spent, now }: Told): string {
  const lines = groupText.split('\n');
  const decided = hops
    .filter(({ kind, coming }) => !coming && (kind === 'vote' || kind === 'publicity'))
    .map(({ at, title }) => `${dayName(at, now)}：${title}`);
  const paid = spent === null ? [] : [`一共花了 ${formatFen(spent)} 元，每一笔都能点开看。`];
  return [...lines.slice(0, -1), ...decided.slice(-3), ...paid, ...lines.slice(-1)].join('\n');
}

export const recordUnknown: Refusal = {
  code: 'link.record-unknown',
  status: 404,
  zh: '本社区没有这条公开的记录。只能关联同一个社区、已经公开的记录，请重新选。',
  en: 'There is no such public record in this area. Only public records of the same area are linked.',
};

export const linkedAlready: Refusal = {
  code: 'link.exists',
  status: 409,
  zh: '这两条已经关联过了，不用再关联。',
  en: 'These two are linked already.',
};

export const notToItself: Refusal = {
  code: 'link.to-itself',
  status: 422,
  zh: '不能和它自己关联，请另选一条。',
  en: 'A record is not linked to itself.',
};

export const linkUnknown: Refusal = {
  code: 'link.unknown',
  status: 404,
  zh: '没有这条关联，或者已经有人取消了。刷新一下就能看到。',
  en: 'There is no such link, or it was ended.',
};
