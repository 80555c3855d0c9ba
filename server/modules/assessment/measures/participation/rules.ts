import type { Measure, RegisterFact } from '../contract.ts';
import { unrecorded } from '../reading/rules.ts';

/** How many take part in what everybody is called to. */

const numberOf = (form: RegisterFact['form'], field: string): number => Number(form[field] ?? 0);

const textOf = (form: RegisterFact['form'], field: string): string => String(form[field] ?? '');

/**
 * Participating over eligible households, kind by kind, over all rounds that ended in the year. A kind without a round is
 * not there, and decides nothing. Source: B35, N14.
 */
export const participation: Measure = {
  gives: 'percent',
  takes: ['register'],
  counted: '户',
  of: 'year',
  recorded: true,
  read: ({ registers, year }, given) => {
    const id = String(given['register']);
    const records = registers[id];
    if (!records) return unrecorded;
    const rounds = records.filter(({ form }) => textOf(form, 'heldOn').startsWith(`${year}-`));
    const shares: Record<string, { part: number; whole: number }> = {};
    for (const { form } of rounds) {
      const share = (shares[textOf(form, 'category')] ??= { part: 0, whole: 0 });
      share.part += numberOf(form, 'joined');
      share.whole += numberOf(form, 'eligible');
    }
    return {
      measured: { kind: 'each', shares },
      behind: records.map((record) => ({
        title: record.label,
        detail: `${textOf(record.form, 'category')}，${numberOf(record.form, 'joined')}／${numberOf(record.form, 'eligible')} 户`,
        path: `/registers/${id}?open=${record.id}`,
        counts: rounds.includes(record),
      })),
      list: { label: '台账', path: `/registers/${id}` },
    };
  },
};
