import type { DutyKeepable } from '../matters/grid-keep.ts';
import { slim } from '../matters/grid-keep.ts';
import type { Reporting } from '../matters/grid-reporting.ts';
import type { Readable, Values } from '../matters/read-asked.ts';
import { waitingOf, type DutyRound } from './rounds.ts';

type Kept = { fields: Readable[]; quick: Values | null; reporting: Reporting | null };

/** The attribute of a form that records a round, so that it is kept when there is no network. */
export function keepsDuty(round: DutyRound, { fields, quick, reporting }: Kept): { 'data-operation': string } {
  const { first, items } = round;
  const keepable: DutyKeepable = {
    kind: 'duty',
    areaId: first.areaId,
    set: first.set,
    duties: waitingOf(round).items.map(({ duty }) => duty),
    subject: { kind: first.subject.kind, id: first.subject.id },
    title: first.subject.label,
    label: items.length > 1 ? first.setName : first.name,
    fields: slim(fields),
    quick,
    finding: reporting
      ? {
          method: reporting.report.method.id,
          fields: slim(reporting.report.fields),
          places: [...reporting.near, ...reporting.spots],
        }
      : null,
  };
  return { 'data-operation': JSON.stringify(keepable) };
}
