import type { Json, Values } from '#kernel-contract/workflow';

/** A payment as a method's pay step asks for it. */
export type Asked = {
  amount: number;
  from: string;
  to: string;
  payeeUserId: string | null;
  split: Record<string, number> | null;
  of: string | null;
  title: string;
  shown: { label: string; lines: string[] }[];
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const memoMost = 200;
const partyMost = 60;
const linesMost = 50;

/** What the settings of a pay step say. `nameOf` says who somebody with an account is. */
export function askedOf(settings: Values, nameOf: (userId: string) => string | null): Asked {
  const payee = textOf(settings['payee']);
  const payeeUserId = payee.startsWith('user:') ? payee.slice('user:'.length) : null;
  const to = payeeUserId ? (nameOf(payeeUserId) ?? '') : textOf(settings['to']);
  const { split, shows } = settings;
  return {
    ...{ amount: Number(settings['amount'] ?? 0), from: textOf(settings['from']), payeeUserId },
    ...{ to: to.slice(0, partyMost), title: (textOf(settings['title']) || '付款').slice(0, memoMost) },
    split: isMap(split) ? (split as Record<string, number>) : null,
    of: textOf(settings['of']) || null,
    shown: isMap(shows)
      ? Object.entries(shows).flatMap(([label, value]) => {
          const lines = linesOf(value).slice(0, linesMost);
          return lines.length > 0 ? [{ label, lines }] : [];
        })
      : [],
  };
}

const isMap = (value: Json | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function linesOf(value: Json): string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, held]) => linesOf(held).map((line) => `${name}：${line}`));
  return String(value)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
