import { canonical } from '#shared/canonical';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Statement } from './contract.ts';
import * as rules from './rules.ts';

const account = (id: string, kind: rules.AccountSums['kind'], sums: [number, number, number, number]) => {
  const [opening, debit, credit, closing] = sums;
  return { id, code: id, name: `科目${id}`, kind, opening, debit, credit, closing };
};
const entry = (seq: number, day: string, ...lines: [string, number][]) => ({
  ...{ seq, day, memo: `第 ${seq} 笔`, reverses: null as number | null },
  lines: lines.map(([accountId, amount]) => ({ accountId, amount })),
});

// June: 300.00 were there, 1,280.50 came in for parking, 400.00 were paid for cleaning, 100.00 of cash were brought to the bank.
const june = {
  fund: { areaId: 'a', id: 'f', name: '公共收益', place: '香榭雅居' },
  month: 202606,
  accounts: [
    account('1001', 'asset', [10000, 0, 10000, 0]),
    account('1002', 'asset', [20000, 138050, 40000, 118050]),
    account('6001', 'income', [0, 0, 128050, -128050]),
    account('7001', 'expense', [0, 40000, 0, 40000]),
    account('3001', 'equity', [-30000, 0, 0, -30000]),
    account('7002', 'expense', [0, 0, 0, 0]),
  ],
  entries: [
    entry(4, '2026-06-30', ['7001', 40000], ['1002', -40000]),
    entry(2, '2026-06-03', ['1002', 128050], ['6001', -128050]),
    entry(3, '2026-06-03', ['1002', 10000], ['1001', -10000]),
  ],
  vouchers: new Map([[2, { number: '202606-001', party: '停车公司', way: 'bank', vouchers: ['f00d'], project: null }]]),
};

const figures = ({ opening, in: came, out, other, closing }: Statement) => [opening, came, out, other, closing];

test('R9: the statement of a month is made of the entries alone, to the fen', () => {
  const statement = rules.statementOf({ ...june, entries: rules.byDay(june.entries) });
  expect(figures(statement)).toEqual([30000, 128050, 40000, 0, 118050]);
  expect(statement.lines.map(({ seq, in: came, out, moved, number }) => [seq, came, out, moved, number])).toEqual([
    [2, 128050, 0, 0, '202606-001'],
    [3, 0, 0, 10000, null],
    [4, 0, 40000, 0, null],
  ]);
  expect(statement.accounts.map(({ code }) => code)).toEqual(['1001', '1002', '3001', '6001', '7001']);
  expect(rules.kindsOf(statement.accounts)).toEqual([
    { code: '6001', name: '科目6001', direction: 'in', amount: 128050 },
    { code: '7001', name: '科目7001', direction: 'out', amount: 40000 },
  ]);
});

test('R9: a statement that is one fen off is not made at all', () => {
  const [first, second, ...rest] = june.accounts;
  const off = { ...second!, closing: 118051 };
  expect(() => rules.statementOf({ ...june, accounts: [first!, off, ...rest] })).toThrow('does not add up');
});

test('what a book began with is neither income nor expense, and what is taken back counts against its own kind', () => {
  const refund = { ...entry(9, '2026-06-05', ['6001', 5000], ['1002', -5000]), reverses: 2 };
  const statement = rules.statementOf({
    ...june,
    entries: [entry(1, '2026-06-01', ['1002', 30000], ['3001', -30000]), refund],
    accounts: [
      account('1002', 'asset', [0, 30000, 5000, 25000]),
      account('6001', 'income', [0, 5000, 0, 5000]),
      account('3001', 'equity', [0, 0, 30000, -30000]),
    ],
  });
  expect(figures(statement)).toEqual([0, -5000, 0, 30000, 25000]);
  expect(statement.lines.map(({ reverses, in: came, other }) => [reverses, came, other])).toEqual([
    [null, 0, 30000],
    [2, -5000, 0],
  ]);
});

test('the text of a statement is canonical, and its hash can be taken by anybody', () => {
  const text = canonical({ b: [1, { z: '“中文”\n', a: null }], a: true });
  expect(text).toBe('{"a":true,"b":[1,{"a":null,"z":"“中文”\\n"}]}');
  expect(rules.hashOf(text)).toBe(createHash('sha256').update(text).digest('hex'));
  expect(rules.shortHash('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
});

const draft = (state: rules.DraftFacts['state'], returnedReason = '') => ({ state, draftedBy: 'lin', returnedReason });
const codeOf = (refusal: { code: string } | null): string | null => refusal?.code ?? null;

test('F22: a month is closed in its turn, and when it is over', () => {
  const why = (month: number, next: number, current: number) =>
    codeOf(rules.whyNotDraft({ month, next, current }, null));
  expect(why(202606, 202606, 202607)).toBeNull();
  expect(why(202606, 202606, 202606)).toBe('disclosure.month-not-over');
  expect(why(202607, 202606, 202608)).toBe('disclosure.not-its-turn');
  const turn = { month: 202606, next: 202606, current: 202607 };
  expect(codeOf(rules.whyNotDraft(turn, draft('drafted')))).toBe('disclosure.drafted-already');
  expect(codeOf(rules.whyNotDraft(turn, draft('drafted', '少一笔')))).toBeNull();
  expect(codeOf(rules.whyNotDraft(turn, draft('published')))).toBe('disclosure.published');
});

test('C42: who drafted a month neither checks nor approves it, and nothing is approved unchecked', () => {
  expect(codeOf(rules.whyNotCheck(draft('drafted'), 'lin'))).toBe('disclosure.own-draft');
  expect(codeOf(rules.whyNotCheck(draft('drafted'), 'wang'))).toBeNull();
  expect(codeOf(rules.whyNotCheck(draft('checked'), 'wang'))).toBe('disclosure.checked-already');
  expect(codeOf(rules.whyNotApprove(draft('drafted'), 'zhou'))).toBe('disclosure.not-checked');
  expect(codeOf(rules.whyNotApprove(draft('checked'), 'lin'))).toBe('disclosure.own-draft');
  expect(codeOf(rules.whyNotApprove(draft('checked'), 'zhou'))).toBeNull();
  expect(codeOf(rules.whyNotApprove(draft('drafted', '少一笔'), 'zhou'))).toBe('disclosure.returned');
  expect(codeOf(rules.whyNotApprove(draft('published'), 'zhou'))).toBe('disclosure.published');
});

test('the buttons follow the rules, and nobody else has any', () => {
  const turn = { month: 202606, next: 202606, current: 202607 };
  const rights = { drafts: true, checks: true, approves: true };
  expect(rules.actionsOf(turn, null, 'lin', rights)).toEqual(['draft']);
  expect(rules.actionsOf(turn, draft('drafted'), 'lin', rights)).toEqual(['return']);
  expect(rules.actionsOf(turn, draft('drafted'), 'wang', rights)).toEqual(['check', 'return']);
  expect(rules.actionsOf(turn, draft('checked'), 'zhou', rights)).toEqual(['approve', 'return']);
  expect(rules.actionsOf(turn, draft('published'), 'zhou', rights)).toEqual([]);
  const none = { drafts: false, checks: false, approves: false };
  expect(rules.actionsOf(turn, draft('checked'), 'zhou', none)).toEqual([]);
});

test('units are shown by name, persons by their surname', () => {
  expect(rules.publicParty('库尔勒市供水有限公司', false)).toBe('库尔勒市供水有限公司');
  expect(rules.publicParty('五金店', false)).toBe('五金店');
  expect(rules.publicParty('齐安管道', false)).toBe('齐安管道');
  expect(rules.publicParty('王晓燕', false)).toBe('王**');
  expect(rules.publicParty('阿依古丽·买买提', true)).toBe('阿**');
  expect(rules.publicParty(' ', false)).toBe('');
});
