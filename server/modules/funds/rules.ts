import type { FundAction } from './contract.ts';

/** What holds for every fund: who may do what in it. */

export type Rights = { reads: boolean; drafts: boolean; approves: boolean; matches: boolean; sets: boolean };

/** What somebody may do in a fund, from what they hold where it lies. */
export function rightsOf(may: (capability: string) => boolean): Rights {
  return {
    reads: may('fund.read'),
    drafts: may('voucher.draft'),
    approves: may('voucher.approve'),
    matches: may('bank.match'),
    sets: may('fund.open'),
  };
}

/** The buttons of a fund. */
export function actionsOf(rights: Rights, state: string): FundAction[] {
  if (state !== 'open') return [];
  const acts: [FundAction, boolean][] = [
    ['draft', rights.drafts],
    ['approve', rights.approves],
    ['match', rights.matches],
    ['set', rights.sets],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

/** The next free code of a kind: own kinds stand behind those of the library, from x101 on. */
export function nextCode(kind: 'income' | 'expense', codes: readonly string[]): string {
  const base = kind === 'income' ? 4100 : 5100;
  const used = codes.map(Number).filter((code) => code > base && code < base + 900);
  return String(Math.max(base, ...used) + 1);
}
