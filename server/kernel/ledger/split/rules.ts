import { refuse } from '#shared/refusal';
import type { Share, Split } from '../contract.ts';
import { ratesUnfit } from '../refusals/rules.ts';

const whole = 10_000;

/**
 * Splits an amount, in fen or points, by shares of basis points. What the shares come to together is rounded half up once; each
 * part is its exact share rounded down or up so that the parts are that sum to the fen, those that lose most being rounded up
 * first, earlier ones before later ones. What is not given away is the rest. A negative amount is split as its reversal. Refused
 * when shares are none or more than the whole. Source: X18 (10% of takings, 10% of tuition: the base is the amount given).
 */
export function splitAmount(amount: number, shares: readonly Share[]): Split {
  const rates = shares.map(({ rate }) => rate);
  const given = rates.reduce((sum, rate) => sum + rate, 0);
  if (rates.some((rate) => !Number.isInteger(rate) || rate <= 0) || given > whole) refuse(ratesUnfit);
  const size = BigInt(Math.abs(amount));
  const exact = rates.map((rate) => size * BigInt(rate));
  const sum = Number((size * BigInt(given) * BigInt(2) + BigInt(whole)) / BigInt(2 * whole));
  const parts = exact.map((share) => Number(share / BigInt(whole)));
  const lost = exact.map((share) => Number(share % BigInt(whole)));
  const missing = sum - parts.reduce((total, part) => total + part, 0);
  const order = lost.map((_, index) => index).sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b);
  for (const index of order.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  const signed = (part: number): number => (amount < 0 && part > 0 ? -part : part);
  return {
    parts: shares.map(({ to }, index) => ({ to, amount: signed(parts[index] ?? 0) })),
    rest: signed(Math.abs(amount) - sum),
  };
}
