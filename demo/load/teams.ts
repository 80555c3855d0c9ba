import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { importTeams } from '#modules/teams';
import type { CommunityCast } from '../contract.ts';
import type { TeamPlan } from '../teams.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

/** Puts the teams of one community down, with their people, honours and rehearsals. */
export function loadTeams(tx: Tx, sealer: Sealer, one: CommunityCast, known: Known, plans: TeamPlan[]): void {
  const { code } = one.community;
  const areaId = demoId(code);
  importTeams(
    tx,
    { sealer },
    plans.map(({ key, members, ...team }) => ({
      ...team,
      areaId,
      id: demoId(`${code}/team/${key}`),
      members: members.map(({ person, ...member }) => ({
        ...member,
        userId: (person && known.users.get(person)) ?? null,
        personId: (person && known.persons.get(person)) ?? null,
      })),
    })),
  );
}
