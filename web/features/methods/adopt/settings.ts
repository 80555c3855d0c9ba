import type { Preview, Setting } from '../methods-api.ts';
import { timeWords } from './time-value.ts';

export type Values = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const fenPerYuan = 100;

/** Only what differs from the library is sent: nothing set is nothing changed. */
export function changedSettings(settable: Setting[], values: Values): Values {
  return Object.fromEntries(
    settable.flatMap(({ path, original, value }) => {
      const wanted = path in values ? values[path] : value;
      return same(wanted, original) ? [] : [[path, wanted]];
    }),
  );
}

/** A value as a secretary reads it. */
export function valueWords(setting: Pick<Setting, 'kind' | 'choices'>, value: unknown): string {
  if (setting.kind === 'time') return timeWords(value);
  if (setting.kind === 'count') return `${String(value)} 次`;
  if (setting.kind === 'money') return `${(Number(value) / fenPerYuan).toFixed(2)} 元`;
  if (setting.kind === 'percent') return `${String(value)}%`;
  if (setting.kind === 'yesno') return value ? '是' : '否';
  const named = (one: unknown): string =>
    setting.choices?.find((choice) => choice.value === one)?.label ?? String(one ?? '未定');
  return [value].flat().map(named).join('、');
}

/** The sentence that belongs to a setting: its own path, or a place inside it. */
export function problemOf(problems: Preview['problems'], path: string): string | null {
  const found = problems.find((one) => one.path === path || one.path.startsWith(`${path}.`));
  return found ? found.zh : null;
}

/** Sentences that belong to no field of the form. */
export function otherProblems(problems: Preview['problems'], settable: Setting[]): Preview['problems'] {
  return problems.filter((one) => !settable.some(({ path }) => one.path === path || one.path.startsWith(`${path}.`)));
}

export const settingGroups: { title: string; kinds: Setting['kind'][] }[] = [
  { title: '时限', kinds: ['time'] },
  { title: '谁来办', kinds: ['actors'] },
  { title: '次数与数额', kinds: ['count', 'money', 'percent', 'yesno', 'choice', 'text'] },
  { title: '可选的词', kinds: ['words'] },
];
