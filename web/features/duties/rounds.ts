import type { DutyItem } from '#contract/duties';
import type { AskedField } from '#contract/matters';
import type { Values } from '../matters/read-asked.ts';

/** What is done in one go: the duties that one round may serve, or one duty alone. */
export type DutyRound = { first: DutyItem; items: DutyItem[] };

/** The day's duties as rounds: those of one set and subject that may be logged together stand together. */
export function roundsOf(items: readonly DutyItem[]): DutyRound[] {
  const rounds = new Map<string, DutyItem[]>();
  for (const item of items) {
    const key = item.together ? `${item.set} ${item.subject.id}` : `${item.set} ${item.subject.id} ${item.duty}`;
    rounds.set(key, [...(rounds.get(key) ?? []), item]);
  }
  return [...rounds.values()].map((list) => ({ first: list[0] as DutyItem, items: list }));
}

export const isWaiting = ({ state }: Pick<DutyItem, 'state'>): boolean => state === 'open' || state === 'late';

/** The page of a round; `duty` names one that is recorded by itself. */
export function roundPath({ first }: DutyRound): string {
  const { areaId, set, subject, duty, together } = first;
  const path = `/grid/duty/${areaId}/${set}/${encodeURIComponent(subject.id)}`;
  return together ? path : `${path}?duty=${duty}`;
}

/** What of a round still waits; when nothing does, all of it, to be done once more. */
export function waitingOf({ first, items }: DutyRound): DutyRound {
  const waiting = items.filter(isWaiting);
  return { first, items: waiting.length > 0 ? waiting : items };
}

/** The page of a round on which a finding is reported, by the first of its methods. */
export function findingPath(round: DutyRound): string {
  const path = roundPath(round);
  const [first] = round.first.starts;
  return first ? `${path}${path.includes('?') ? '&' : '?'}finding=${first.method}` : path;
}

/** The fields of a round, each once. */
export function fieldsOf({ items }: DutyRound): AskedField[] {
  const fields = items.flatMap(({ form }) => form);
  return fields.filter((field, at) => fields.findIndex(({ id }) => id === field.id) === at);
}

/**
 * The answers of “nothing found”: everything of a check list was looked at, and what has a value already keeps it. Null when
 * something has to be written.
 */
export function nothingFound(round: DutyRound): Values | null {
  const answers: Values = {};
  for (const field of fieldsOf(round)) {
    if (field.optional) continue;
    const value = field.type === 'checklist' ? (field.of ?? []).map((word) => word.value) : field.value;
    if (value === undefined || value === null) return null;
    answers[field.id] = value;
  }
  return answers;
}

/** Duty fields stand in a form beside those of a finding: under names of their own. */
export const dutyField = (field: AskedField): AskedField => ({ ...field, id: `duty-${field.id}` });

/** What was answered last time, in words: 消防通道、环境卫生. */
export function lastWords(field: AskedField, last: DutyItem['last']): string {
  const value = last?.[field.id];
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return [value].flat().map(String).join('、');
}
