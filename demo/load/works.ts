import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { importWorks } from '#modules/teams/works';
import { importShifts } from '#modules/teams/shifts';
import type { CommunityCast } from '../contract.ts';
import type { ShiftPlan, WorkPlan } from '../works.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

export type Culture = { works: WorkPlan[]; shifts: ShiftPlan[] };

/** Hangs the works of one community, and puts down who keeps its stations when. */
export function loadWorks(tx: Tx, sealer: Sealer, one: CommunityCast, known: Known, plan: Culture): void {
  const { code } = one.community;
  const areaId = demoId(code);
  const works = plan.works.map(({ key, team, by, ...work }) => ({
    ...work,
    areaId,
    id: demoId(`${code}/work/${key}`),
    teamId: team && demoId(`${code}/team/${team}`),
    media: null,
    topicNumber: null,
    submittedBy: known.users.get(by) ?? 'import',
  }));
  importWorks(tx, { sealer }, works);
  const shifts = plan.shifts.map(({ key, turns, ...shift }) => ({
    ...shift,
    areaId,
    id: demoId(`${code}/shift/${key}`),
    day: null,
    turns: turns.flatMap(({ person, ...turn }) => {
      const userId = known.users.get(person.key);
      return userId ? [{ ...turn, userId, name: person.name }] : [];
    }),
  }));
  importShifts(tx, { sealer }, shifts);
}
