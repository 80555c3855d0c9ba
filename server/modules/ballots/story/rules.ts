import type { Tally } from '#shared/recount';
import type { Choice } from '#kernel-contract/ballots';

/** A ballot in the story of a matter: how it came out, in figures that its page proves. */

export type Told = {
  secret: boolean;
  choices: readonly Choice[];
  tally: Tally | null;
  outcome: 'passed' | 'failed' | null;
};

const labelOf = (choices: readonly Choice[], id: string): string =>
  choices.find((choice) => choice.id === id)?.label ?? id;

/** The names of what won, where there was more to choose than yes and no. */
export function winnersOf({ tally, choices }: Told): string[] {
  return (tally?.winners ?? []).filter((id) => id !== 'yes').map((id) => labelOf(choices, id));
}

export function hopTitle(ballot: Told): string {
  const { tally, outcome } = ballot;
  if (!tally) return '正在表决';
  const winners = winnersOf(ballot);
  if (outcome === 'passed') return winners.length > 0 ? `表决选出：${winners.join('、')}` : '表决通过';
  return tally.enough ? '表决没有通过' : '参加的不够，表决无效';
}

/** 业主委员会记名表决，5 人有票，4 人投了：同意 4，不同意 0。 */
export function hopLine(
  { tally, choices, secret }: Told,
  said: { electorate: string; unit: string; closes: string },
): string {
  const how = `${said.electorate}${secret ? '无记名' : '记名'}表决`;
  if (!tally) return said.closes === '' ? `${how}。` : `${how}，${said.closes} 截止。`;
  const { entitled, tookPart } = tally;
  const votes = tally.choices.map(({ id, number }) => `${labelOf(choices, id)} ${number}`).join('，');
  return `${how}，${entitled.number} ${said.unit}有票，${tookPart.number} ${said.unit}投了：${votes}。`;
}

/** How many of those entitled chose what won. */
export function agreedIn({ tally, outcome }: Told, unit: string): { number: number; of: number; unit: string } | null {
  const [winner] = tally?.winners ?? [];
  if (!tally || outcome !== 'passed' || winner === undefined) return null;
  return { number: tally.choices.find(({ id }) => id === winner)?.number ?? 0, of: tally.entitled.number, unit };
}
