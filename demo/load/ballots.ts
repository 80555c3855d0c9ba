import type { Tx } from '#platform/database';
import { ballotDeadline, importBallot, watchBallot, type PastElector } from '#kernel/ballots';
import type { BallotRules } from '#kernel-contract/ballots';
import type { BallotPlan, ElectorPlan } from '../ballots.ts';
import type { CommunityCast } from '../contract.ts';
import { buildingKey, estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

/** Puts the ballots of one community down, with everything that was cast, and the records of those that are closed. */
export function loadBallots(tx: Tx, rules: BallotRules, one: CommunityCast, known: Known, plans: BallotPlan[]): void {
  const { community } = one;
  const [estate] = community.estates;
  if (!estate) return;
  const areaId = demoId(community.code);
  const readers = one.workers
    .slice(0, 2)
    .map(({ key, name }) => ({ byId: known.users.get(key) ?? 'system', byName: name }));
  const userOf = (person: string | null): string | null => (person && known.users.get(person)) ?? null;
  for (const { key, electors, ...plan } of plans) {
    const id = demoId(`${community.code}/ballot/${key}`);
    const electorOf = (elector: ElectorPlan): PastElector =>
      toElector(elector, {
        id: demoId(`${community.code}/ballot/${key}/${elector.key}`),
        userId: userOf(elector.person),
        buildingId: elector.building === null ? null : demoId(buildingKey(community, estate.name, elector.building)),
        readers,
      });
    const past = {
      ...{ ...plan, areaId, id, estateId: demoId(estateKey(community, estate.name)), electorate: [plan.electorate] },
      ...{ changeable: false, paperRule: 'paper' as const, draftedBy: readers[0]?.byId ?? 'system' },
      openedBy: known.users.get(one.secretary.key) ?? 'system',
      electors: electors.map(electorOf),
    };
    importBallot(tx, rules, past);
    if (!past.closed) watchBallot(tx, past, ballotDeadline);
  }
}

type Reader = { byId: string; byName: string };
type Found = { id: string; userId: string | null; buildingId: string | null; readers: Reader[] };

function toElector(plan: ElectorPlan, { id, userId, buildingId, readers }: Found): PastElector {
  const [first = { byId: 'system', byName: '' }] = readers;
  const { key, label, name, area, deliveries, vote, readings } = plan;
  return {
    ...{ id, ref: key, label, name, userId, buildingId, area },
    deliveries: deliveries.map((line, index) => ({ ...line, ...first, id: demoId(`${id}/delivery/${index}`) })),
    vote: vote && { way: vote.way, at: vote.at, choices: [vote.choice] },
    readings: readings.map(({ choice, at }, index) => ({ ...(readers[index] ?? first), at, choices: [choice] })),
  };
}
