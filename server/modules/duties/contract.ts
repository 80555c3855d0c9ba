import { z } from 'zod';
import { AskedField, Label } from '#contract/matters';

/** The wire of duties 定期任务: the day's list, records, coverage, absence and stand-ins. Times are ISO in UTC. */

const Id = z.string().min(1).max(80);
const Day = z.iso.date();
const Answers = z.record(z.string(), z.unknown());

export const dutyStates = ['open', 'done', 'late', 'excused'] as const;
export const DutyState = z.enum(dutyStates);
export type DutyState = z.infer<typeof DutyState>;
export const dutyStateNames: Record<DutyState, string> = {
  open: '还没做',
  done: '做了',
  late: '没做',
  excused: '有事请假',
};

/** Whom or what a duty is about: a grid, an estate, a person by her role. */
export const DutySubject = z.object({ kind: z.string(), id: z.string(), label: z.string() });
export type DutySubject = z.infer<typeof DutySubject>;

/** One duty of one subject on a day, as the person who does it sees it. */
export const DutyItem = z.object({
  areaId: z.string(),
  set: z.string(),
  /** 一日三巡 */
  setName: z.string(),
  duty: z.string(),
  /** 巡安全 */
  name: z.string(),
  /** visit, call, patrol, meeting or report. */
  does: z.array(z.string()),
  subject: DutySubject,
  /** It may be done from here … */
  from: z.string(),
  /** … until here, grace included. */
  by: z.string(),
  /** 今天 24:00 */
  byText: z.string(),
  state: DutyState,
  form: z.array(AskedField),
  /** The answers of last time, photographs left out. */
  last: Answers.nullable(),
  done: z.object({ at: z.string(), by: z.string() }).nullable(),
  /** Methods that a finding may begin. */
  starts: z.array(z.object({ method: z.string(), name: z.string() })),
  /** One round may serve several of them. */
  together: z.boolean(),
  /** Whom she stands in for. */
  standsFor: z.string().nullable(),
});
export type DutyItem = z.infer<typeof DutyItem>;

export const DutyDay = z.object({ date: z.string(), items: z.array(DutyItem) });
export type DutyDay = z.infer<typeof DutyDay>;
export const DayQuery = z.object({ date: Day.optional() });

const madeAgoSecondsMax = 72 * 3600;

export const NewDutyRecord = z.object({
  set: Id,
  /** Several only where one round may serve several. */
  duties: z.array(Id).min(1).max(10),
  subject: z.object({ kind: Id, id: Id }),
  form: Answers.default({}),
  /** How long before this request it was done; a request that is sent again says it anew. */
  madeAgoSeconds: z.number().int().min(0).max(madeAgoSecondsMax).default(0),
  /** What was found begins a matter, in the same act. */
  finding: z.object({ method: Id, form: Answers }).optional(),
});
export type NewDutyRecord = z.infer<typeof NewDutyRecord>;

export const DutyReceipt = z.object({
  id: z.string(),
  at: z.string(),
  /** How each of the duties stands now. */
  states: z.record(z.string(), DutyState),
  matter: z.object({ areaId: z.string(), number: z.string() }).nullable(),
});
export type DutyReceipt = z.infer<typeof DutyReceipt>;

const Page = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) };

export const RecordQuery = z.object({
  set: Id.optional(),
  duty: Id.optional(),
  subject: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  ...Page,
});
export type RecordQuery = z.infer<typeof RecordQuery>;

export const DutyRecordRow = z.object({
  id: z.string(),
  round: z.string(),
  set: z.string(),
  setName: z.string(),
  duty: z.string(),
  name: z.string(),
  subject: DutySubject,
  /** The first day of the period it counts for. */
  period: z.string(),
  at: z.string(),
  by: z.string(),
  standsFor: z.string().nullable(),
  /** What was answered, in words. */
  answers: z.array(z.object({ label: z.string(), text: z.string() })),
  pictures: z.array(z.string()),
  matter: z.string().nullable(),
});
export type DutyRecordRow = z.infer<typeof DutyRecordRow>;
export const DutyRecordList = z.object({ items: z.array(DutyRecordRow), next: z.string().nullable() });
export type DutyRecordList = z.infer<typeof DutyRecordList>;

const spanDaysMax = 62;
const spanMs = spanDaysMax * 86_400_000;
const Span = z
  .object({ set: Id.optional(), from: Day.optional(), to: Day.optional() })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < spanMs, {
    message: `一次最多看 ${spanDaysMax} 天`,
  });
export const CoverageQuery = Span;
export type CoverageQuery = z.infer<typeof CoverageQuery>;

const Counts = z.object({ due: z.number(), done: z.number(), late: z.number(), open: z.number(), excused: z.number() });
export type DutyCounts = z.infer<typeof Counts>;

/** Per subject and day what was due and done. Each figure is the length of the list it opens. Source: N69, N71. */
export const DutyCoverage = z.object({
  set: z.string(),
  sets: z.array(z.object({ id: z.string(), name: z.string(), perDay: z.boolean() })),
  subjectName: z.string(),
  from: z.string(),
  to: z.string(),
  rows: z.array(
    z.object({
      subject: DutySubject,
      who: z.string(),
      days: z.array(Counts.extend({ day: z.string() })),
      total: Counts,
    }),
  ),
  /** Subjects with everything done, of those with something due. */
  days: z.array(z.object({ day: z.string(), covered: z.number(), of: z.number() })),
  total: Counts,
});
export type DutyCoverage = z.infer<typeof DutyCoverage>;

export const PeriodQuery = Span.safeExtend({
  duty: Id.optional(),
  subject: Id.optional(),
  state: DutyState.optional(),
  ...Page,
});
export type PeriodQuery = z.infer<typeof PeriodQuery>;

export const DutyPeriod = z.object({
  set: z.string(),
  duty: z.string(),
  name: z.string(),
  subject: DutySubject,
  who: z.string(),
  from: z.string(),
  to: z.string(),
  state: DutyState,
  stateName: z.string(),
  done: z.object({ at: z.string(), by: z.string(), standsFor: z.string().nullable(), record: z.string() }).nullable(),
  matter: z.string().nullable(),
});
export type DutyPeriod = z.infer<typeof DutyPeriod>;
export const DutyPeriodList = z.object({ items: z.array(DutyPeriod), next: z.string().nullable() });
export type DutyPeriodList = z.infer<typeof DutyPeriodList>;

export const Absence = z.object({
  id: z.string(),
  user: z.object({ id: z.string(), name: z.string() }),
  from: z.string(),
  to: z.string(),
  standIn: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: z.string(),
});
export type Absence = z.infer<typeof Absence>;
export const AbsenceList = z.object({
  items: z.array(Absence),
  /** Who has duties here, and may be away or stand in. */
  people: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })),
});
export type AbsenceList = z.infer<typeof AbsenceList>;
export const NewAbsence = z.object({
  userId: Id,
  from: Day,
  to: Day,
  standInId: Id.optional(),
  reason: z.string().trim().min(2).max(100),
});
export type NewAbsence = z.infer<typeof NewAbsence>;
export const AbsenceParams = z.object({ areaId: Id, absenceId: z.guid() });

export const DutySetSummary = z.object({
  id: z.string(),
  name: Label,
  version: z.number(),
  source: z.string(),
  quotes: z.array(z.object({ text: z.string(), place: z.string() })),
  subjectName: z.string(),
  duties: z.array(z.object({ id: z.string(), name: Label, often: z.string(), who: z.string() })),
  inferred: z.array(z.string()),
  adopted: z.boolean(),
  /** Parameters an adopting area may set, with the values in force. */
  settable: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      kind: z.string(),
      value: z.unknown(),
      original: z.unknown(),
    }),
  ),
});
export type DutySetSummary = z.infer<typeof DutySetSummary>;
export const DutySetList = z.object({ items: z.array(DutySetSummary) });
export const AdoptDuties = z.object({ set: Id, settings: Answers.default({}) });
export type AdoptDuties = z.infer<typeof AdoptDuties>;
