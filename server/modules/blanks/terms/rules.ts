import type { Dictionary, Subject } from '../dictionary/contract.ts';
import type { Knowledge, Plan, Term } from '../plan/rules.ts';
import { readWords, together, type Conditions, type Lexicon } from '../words/rules.ts';

type Choice = { value: string; label: string };

/** What a person said is listed, as conditions; null when nothing, or nothing that is known, was said. */
export function scopeWords(listScope: string | null, lexicon: Lexicon): Conditions | null {
  if (listScope === null) return null;
  if (listScope === 'all') return {};
  const { meanings, unknown } = readWords(listScope, lexicon);
  const conditions = meanings.flatMap((one) => (one.is === 'condition' ? [one.conditions] : []));
  return unknown === '' && conditions.length > 0 ? together(conditions) : null;
}

const wordsOf = (lexicon: Lexicon, has: (conditions: Conditions) => string | undefined): string[] => [
  ...new Set([...lexicon.words.values()].flatMap((one) => (one.is === 'condition' ? (has(one.conditions) ?? []) : []))),
];

/** Whom or what a list may be about: everybody, an age, a mark, a category. */
export function scopesOf({ subject }: Plan, { lexicon }: Pick<Knowledge, 'lexicon'>): Choice[] {
  const tags = wordsOf(lexicon, ({ tags: [tag] = [] }) => tag).map((tag) => ({ value: tag, label: `${tag}的居民` }));
  const categories = wordsOf(lexicon, ({ category }) => category).map((one) => ({ value: one, label: `${one}类的事` }));
  const ages = [60, 65, 70, 80, 90].map((age) => ({ value: `${age}岁以上`, label: `${age} 岁以上的居民` }));
  const minors = { value: '未成年人', label: '未满 18 岁的居民' };
  const women = { value: '女性', label: '女性居民' };
  if (subject === 'matter') return [{ value: 'all', label: '这段时间的全部事项' }, ...categories];
  const people = [...ages, minors, women, ...tags];
  if (subject === 'person') return [{ value: 'all', label: '全部居民' }, ...people];
  return [{ value: 'all', label: '整个社区，不挑人' }, ...people, ...categories];
}

/** What a heading can be assigned to by hand: fields of what is listed, or figures. */
export function termsOf(
  { subject }: Plan,
  { dictionary, lexicon }: Pick<Knowledge, 'dictionary' | 'lexicon'>,
): (Choice & { group: string })[] {
  const kinds: Subject[] = subject === null || subject === 'rows' ? ['community'] : [subject];
  const fields = kinds.flatMap((kind) => {
    const record = dictionary.records[kind];
    return Object.entries(record?.fields ?? {}).map(([id, { name }]) => ({
      value: `field:${kind}.${id}`,
      label: name,
      group: record?.name ?? '',
    }));
  });
  const leave = { value: 'leave', label: '这一列自己填，以后不再问', group: '不填' };
  if (subject === 'person' || subject === 'staff' || subject === 'matter') return [...fields, leave];
  const figures = Object.values(dictionary.figures).map(({ name, words }) => ({
    value: `figure:${words[0] ?? name}`,
    label: name,
    group: '数',
  }));
  const narrowed = [
    '男',
    '女',
    '60岁以上',
    '65岁以上',
    '80岁以上',
    '未成年人',
    ...wordsOf(lexicon, ({ tags: [tag] = [] }) => tag),
  ];
  const people = narrowed.map((word) => ({ value: `figure:${word}人数`, label: `人数：${word}`, group: '数' }));
  const matters = wordsOf(lexicon, ({ category }) => category).map((word) => ({
    value: `figure:${word}受理件数`,
    label: `受理件数：${word}`,
    group: '数',
  }));
  return [...fields, ...figures, ...people, ...matters, leave];
}

const termsIn = (plan: Plan): Term[] =>
  [...plan.columns, ...plan.cells, ...plan.pairs].flatMap(({ term }) => (term ? [term] : []));

const timed = ['received', 'done', 'doneRate', 'satisfiedRate', 'activities', 'notices'];

/** Whether what fills the form depends on a time that somebody may choose. */
export function asksPeriod(plan: Plan): boolean {
  return (
    plan.subject === 'matter' ||
    termsIn(plan).some((term) => term.kind === 'figure' && timed.includes(term.figure.figure))
  );
}

export function asksPrivate(plan: Plan): boolean {
  return termsIn(plan).some((term) => term.kind === 'field' && term.isPrivate);
}

export function listName({ subject }: Plan, dictionary: Dictionary): string | null {
  return subject === null || subject === 'rows' ? null : (dictionary.records[subject]?.name ?? null);
}
