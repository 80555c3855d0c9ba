import type { Actor } from '#shared/actor';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { recordRound, standOn, type Surroundings } from '#kernel/duties';
import { dutySetOf, holdsIn, isEnd, stateOf } from '#kernel/registers';
import type { KeptRegister } from '#kernel/registers/shelf';
import type { Duty, DutyRecord, DueState, Subject } from '#kernel-contract/duties';
import type { Values } from '#kernel-contract/workflow';
import { worldAt, type RegistersContext } from '../scope/service.ts';
import type { SeenRow } from '../store.ts';

/** How a duty of a record stands. */
export type RecordStanding = {
  recordId: string;
  duty: Duty;
  state: DueState;
  until: string;
  last: DutyRecord | null;
};

type Kept = Pick<KeptRegister, 'register' | 'adoption'> & { areaId: string };

const aroundOf = (context: RegistersContext): Surroundings => ({
  calendar: context.registers.calendar,
  reach: context.duties.reach,
});

const subjectOf = (row: Pick<SeenRow, 'id' | 'label'>): Subject => ({ kind: 'record', id: row.id, label: row.label });

/** A register's duties as the duties kernel runs them: their conditions have been asked of each record already. */
const adoptedOf = ({ register, adoption }: Kept, duty: Duty, since: string) => ({
  set: { ...dutySetOf(register), duties: [{ ...duty, if: null }] },
  since,
  adoption,
});

/** How the duties of these records stand now. A record at an end of its life has none. Source: METHODS 2.3 `duties`. */
export async function standRecords(
  reader: Reader,
  context: RegistersContext,
  kept: Kept,
  records: readonly SeenRow[],
  now: Date,
): Promise<RecordStanding[]> {
  const { register, areaId } = kept;
  const holds = holdsIn(register, worldAt(context, now));
  const alive = records.filter((record) => {
    const state = stateOf(register, record.state);
    return state === null || !isEnd(state);
  });
  const found: RecordStanding[] = [];
  for (const duty of register.duties) {
    const owing = alive.filter((record) => duty.if === null || holds(duty.if, record.form));
    if (owing.length === 0) continue;
    const since = new Map(owing.map((record) => [record.id, shanghaiDate(record.createdAt)]));
    const standings = await standOn(
      reader,
      aroundOf(context),
      {
        areaId,
        adopted: adoptedOf(kept, duty, shanghaiDate(now)),
        subjects: owing.map(subjectOf),
        holdersOf: () => [],
        absences: [],
        sinceOf: (subject) => since.get(subject.id) ?? shanghaiDate(now),
      },
      now,
    );
    for (const { subject, due, last } of standings)
      found.push({ recordId: subject.id, duty, state: due.state, until: due.until, last });
  }
  return found;
}

/** Records that a duty of a record was done now. */
export async function recordDone(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: { kept: Kept; record: SeenRow; duty: Duty; form: Values },
): Promise<void> {
  const { kept, record, duty, form } = input;
  await recordRound(tx, aroundOf(context), {
    areaId: kept.areaId,
    adopted: adoptedOf(kept, duty, shanghaiDate(record.createdAt)),
    duties: [duty],
    subject: subjectOf(record),
    actor: { id: actor.id, name: actor.name },
    standsFor: null,
    at: tx.now,
    form,
    matter: null,
  });
}
