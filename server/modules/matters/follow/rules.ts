import type { Json, Method, Values } from '#kernel-contract/workflow';
import { moneyText, valueText } from '../detail/rules.ts';

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
    const [owner, part = ''] = name.split('.');
    const step = method.steps.find((one) => one.id === owner);
    if (step)
      said[`${step.label.zh}${partNames[part] ?? '结果'}`] =
        part === 'amount' ? moneyText(value) : resultWords(method, value, words);
  }
  return said;
}

/** Parts of a result that are more than its figures. */
const partNames: Record<string, string> = {
  amount: '金额',
  day: '日期',
  voucher: '凭证号',
  entry: '账上第几笔',
  winners: '选中',
};

const resultWords = (method: Method, value: Json, words: Words): Json =>
  Array.isArray(value) ? value.map((row) => rowWords(method, row, words)).join('；') : value;

/** What was gathered or written down beside a step, each answer in the words of its field. */
function rowWords(method: Method, row: Json, words: Words): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return String(row);
  return Object.entries(row)
    .map(([id, value]) => (method.fields[id] ? valueText(method.fields[id], value, words) : String(value)))
    .filter(Boolean)
    .join(' ');
}
