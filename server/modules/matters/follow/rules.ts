import type { Json, Method, Values } from '#kernel-contract/workflow';
import { valueText } from '../detail/rules.ts';

type Words = Parameters<typeof valueText>[2];

/** What a step has shown, as people read it: label → words. Results of votes stay figures. */
export function shownWords(method: Method, shown: Values, words: Words): Values {
  const said: Values = {};
  for (const [name, value] of Object.entries(shown)) {
    const field = method.fields[name];
    if (field) {
      const text = valueText(field, value, words);
      if (text !== null) said[field.label.zh] = text;
      continue;
    }
    const step = method.steps.find((one) => one.id === name.split('.')[0]);
    if (step) said[`${step.label.zh}结果`] = resultWords(value);
  }
  return said;
}

const resultWords = (value: Json): Json => (Array.isArray(value) ? value.map(rowWords).join('；') : value);

const rowWords = (row: Json): string =>
  typeof row === 'object' && row !== null ? Object.values(row).map(String).join(' ') : String(row);
