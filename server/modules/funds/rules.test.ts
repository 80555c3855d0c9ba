import { describe, expect, test } from 'vitest';
import { nextCode } from './rules.ts';
import * as vouchers from './vouchers/rules.ts';

const account = (id: string, kind: 'asset' | 'income' | 'expense') => ({ id, code: id, name: id, kind, balance: 0 });
const accounts = {
  bank: account('bank', 'asset'),
  cash: account('cash', 'asset'),
  all: [account('bank', 'asset'), account('cash', 'asset'), account('parking', 'income'), account('repair', 'expense')],
};

describe('what a voucher moves', () => {
  test('income comes to bank or cash, everything else leaves it; what was paid outside was paid from the bank', () => {
    const lines = (accountId: string, way: 'bank' | 'cash' | 'receipt') =>
      vouchers.linesOf({ amount: 100, way, accountId }, accounts);
    expect(lines('parking', 'cash')).toEqual([
      { accountId: 'cash', amount: 100 },
      { accountId: 'parking', amount: -100 },
    ]);
    expect(lines('repair', 'receipt')).toEqual([
      { accountId: 'repair', amount: 100 },
      { accountId: 'bank', amount: -100 },
    ]);
    expect(vouchers.bankAmountOf({ amount: 100, way: 'bank', accountId: 'cash' }, accounts)).toBe(-100);
    expect(vouchers.bankAmountOf({ amount: 100, way: 'cash', accountId: 'bank' }, accounts)).toBe(100);
    expect(vouchers.linesOf({ amount: 0, way: 'bank', accountId: 'repair' }, accounts)).toEqual([]);
  });

  test('numbers stand in order past the thousandth, and own kinds behind those of the library', () => {
    expect([vouchers.numberOf(202606, 1), vouchers.numberOf(202606, 1000)]).toEqual(['202606-001', '202606-1000']);
    expect(nextCode('income', ['4001', '5001'])).toBe('4101');
    expect(nextCode('expense', ['5001', '5101', '5102'])).toBe('5103');
  });
});
