import { refuse } from '#shared/refusal';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Method, Values, WorkCalendar } from '#kernel-contract/workflow';
import { checkForm, holdsFor, unseen } from '#kernel/workflow/definition';
import type { Absence, Day, Done, Due, Duty, DutyRecord, DutyWorld, Period, Subject } from './contract.ts';
import { due, excuse, periodFor, periodsIn } from './rules.ts';
import type { AdoptedSet } from './shelf/service.ts';
import * as store from './store.ts';
import type { Act, DutyKey } from './store.ts';

export { coverage, countDue, doerOn, noCounts, periodOf, type Counts } from './rules.ts';
export { readRecords, type Act, type RecordQuery } from './store.ts';

/** What the kernel is told about time: the moment, and how far a time reaches on the working calendar. */
export type Surroundings = { calendar: WorkCalendar; reach: DutyWorld['reach'] };

/** Duties of a set that are due at all under the area's parameters. */
export function activeDuties({ set }: AdoptedSet, around: Surroundings, now: Date): Duty[] {
  const world = { now: now.toISOString(), calendar: around.calendar };
  return set.duties.filter((duty) => holdsFor(duty.if ?? undefined, set.asking, unseen, world));
}

export type Round = {
  areaId: string;
  adopted: AdoptedSet;
  duties: Duty[];
  subject: Subject;
  actor: { id: string; name: string };
  /** Whom the actor stands in for. */
  standsFor: string | null;
  at: Date;
  form: Values;
  matter: string | null;
};

/**
 * Records that duties of a subject were done at a moment: a row for each, in one round. Each counts for the period it fell
 * in, or for the one before while its grace lasts. Refused when the answers do not fit the forms. Source: F37, N71, X25.
 */
export async function recordRound(tx: Tx, around: Surroundings, round: Round): Promise<DutyRecord[]> {
  const { areaId, adopted, duties, subject, at } = round;
  const { set, since } = adopted;
  const form = checkAnswers(set.asking, duties, round.form, { now: at.toISOString(), calendar: around.calendar });
  const keys = duties.map((duty) => ({ set: set.id, duty: duty.id, subjectId: subject.id }));
  const last = await store.readLast(tx, areaId, keys, at.toISOString());
  const world = { now: at.toISOString(), reach: around.reach };
  const roundId = tx.newId();
  const records = duties.map((duty): DutyRecord => {
    const before = last.find((one) => one.duty === duty.id) ?? null;
    const asked = new Set(duty.forms.flatMap((id) => set.asking.forms[id]?.fields.map((field) => field.id) ?? []));
    return {
      areaId,
      id: tx.newId(),
      roundId,
      set: set.id,
      duty: duty.id,
      definitionHash: set.hash,
      subject,
      period: periodFor(duty, { since }, before, world),
      at: at.toISOString(),
      receivedAt: tx.now.toISOString(),
      actorId: round.actor.id,
      actorName: round.actor.name,
      standsFor: round.standsFor,
      form: Object.fromEntries(Object.entries(form).filter(([id]) => asked.has(id))),
      matter: round.matter,
    };
  });
  for (const record of records) store.appendRecord(tx, record);
  return records;
}

function checkAnswers(
  asking: Method,
  duties: Duty[],
  given: Values,
  world: { now: string; calendar: WorkCalendar },
): Values {
  const forms = [...new Set(duties.flatMap((duty) => duty.forms))];
  const { values, problems } = checkForm(asking, forms, given, { state: null, world });
  const wrong = Object.entries(problems);
  if (wrong.length === 0) return values;
  return refuse({
    code: 'duty.form-invalid',
    status: 422,
    zh: `还有 ${wrong.length} 项要改：${wrong.map(([, sentence]) => sentence.zh).join('；')}。`,
    en: `${wrong.length} field(s) need attention: ${wrong.map(([, sentence]) => sentence.en).join('; ')}.`,
    fields: Object.fromEntries(wrong.map(([id, sentence]) => [id, sentence.zh])),
  });
}

/** Adds records of the past as they were made: for records kept elsewhere before. */
export function importRecords(tx: Tx, records: DutyRecord[]): void {
  for (const record of records) store.appendRecord(tx, record);
}

/** A duty of a subject, those who should do it, and how it stands. */
export type Standing<A extends Done = Act> = {
  adopted: AdoptedSet;
  duty: Duty;
  subject: Subject;
  due: Due<A>;
};

/** Whose duties a set holds in an area: its subjects, who should do each, and who is away. */
export type Charges = {
  areaId: string;
  adopted: AdoptedSet;
  subjects: readonly Subject[];
  holdersOf(duty: Duty, subject: Subject): readonly string[];
  absences: readonly Absence[];
  /** Since when a subject has the duties, where each began on a day of its own. */
  sinceOf?(subject: Subject): Day;
};

/** How every active duty of the subjects stands at a moment, with the last record of each. Source: METHODS 2.2. */
export async function standOn(
  reader: Reader,
  around: Surroundings,
  charges: Charges,
  at: Date,
): Promise<(Standing<DutyRecord> & { last: DutyRecord | null })[]> {
  const { areaId, adopted, subjects, holdersOf, absences } = charges;
  const duties = activeDuties(adopted, around, at);
  const keys: DutyKey[] = subjects.flatMap((subject) =>
    duties.map((duty) => ({ set: adopted.set.id, duty: duty.id, subjectId: subject.id })),
  );
  const records = await store.readLast(reader, areaId, keys, at.toISOString());
  const world = { now: at.toISOString(), reach: around.reach };
  return subjects.flatMap((subject) =>
    duties.map((duty) => {
      const last = records.find((one) => one.duty === duty.id && one.subject.id === subject.id) ?? null;
      const since = charges.sinceOf?.(subject) ?? adopted.since;
      const stands = excuse(due(duty, { since }, last, world), holdersOf(duty, subject), absences);
      return { adopted, duty, subject, due: stands, last };
    }),
  );
}

/**
 * Every period of a set that ends in a span of days, for each of its subjects, with its one state. Computed from records: it
 * is the same whether or not anything ran in between. Source: N69, N71.
 */
export async function periodsOf(
  reader: Reader,
  around: Surroundings,
  charges: Charges,
  span: Period,
  now: Date,
): Promise<Standing[]> {
  const { adopted, subjects, holdersOf, absences } = charges;
  const duties = activeDuties(adopted, around, now);
  const acts = await actsOf(reader, charges, duties, span);
  const world = { now: now.toISOString(), reach: around.reach };
  return subjects.flatMap((subject) =>
    duties.flatMap((duty) => {
      const own = acts.filter((act) => act.duty === duty.id && act.subjectId === subject.id);
      return periodsIn(duty, adopted, own, span, world).map((one) => ({
        adopted,
        duty,
        subject,
        due: excuse(one, holdersOf(duty, subject), absences),
      }));
    }),
  );
}

// A period that ends in the span may have begun up to a year before.
const longestDays = 366;

async function actsOf(reader: Reader, charges: Charges, duties: Duty[], span: Period): Promise<Act[]> {
  const { areaId, adopted } = charges;
  const set = adopted.set.id;
  const subjectIds = charges.subjects.map((subject) => subject.id);
  const long = duties.some(({ cadence }) => cadence.kind === 'per' && cadence.unit !== 'day');
  const from: Day = long ? addDays(span.from, -longestDays) : span.from;
  const keys = duties
    .filter(({ cadence }) => cadence.kind === 'every')
    .flatMap((duty) => subjectIds.map((subjectId) => ({ set, duty: duty.id, subjectId })));
  const before = shanghaiInstant(from).toISOString();
  const [inside, earlier] = await Promise.all([
    store.readActs(reader, areaId, { set, from, to: span.to, subjectIds }),
    store.readLast(reader, areaId, keys, before),
  ]);
  const kept = earlier
    .filter((one) => shanghaiDate(one.at) < from)
    .map(({ subject, ...one }) => ({ ...one, subjectId: subject.id }));
  return [...kept, ...inside];
}
