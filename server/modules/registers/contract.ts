import { z } from 'zod';
import { AskedField } from '#contract/matters';

/** Registers 台账 on the wire. Source: METHODS 2.3, issue 3, F48, F49. */

const Label = z.object({ zh: z.string(), en: z.string() });
const Json: z.ZodType<unknown> = z.unknown();

export const RegisterParams = z.object({ areaId: z.uuid(), register: z.string().max(64) });
export const RecordParams = RegisterParams.extend({ recordId: z.uuid() });
export const MoveParams = RecordParams.extend({ move: z.string().max(64) });
export const DutyParams = RecordParams.extend({ duty: z.string().max(64) });

export const CountPart = z.object({ word: z.string(), records: z.number() });
export const RegisterCount = z.object({
  id: z.string(),
  label: Label,
  /** Every record the figure is of. */
  all: z.number(),
  /** Whole percent, rounded down: 100 only when it is every one. */
  percent: z.number().nullable(),
  target: z.number().nullable(),
  flagged: z.boolean(),
  parts: z.array(CountPart),
});
export type RegisterCount = z.infer<typeof RegisterCount>;

export const RegisterSummary = z.object({
  id: z.string(),
  name: Label,
  source: z.string(),
  quote: z.object({ text: z.string(), place: z.string() }).nullable(),
  promise: z.string(),
  kept: z.boolean(),
  mayWrite: z.boolean(),
  /** Records that stand; null where it is not kept. */
  records: z.number().nullable(),
  /** Duties on its records whose time is over. */
  late: z.number(),
  flagged: z.array(RegisterCount),
});
export type RegisterSummary = z.infer<typeof RegisterSummary>;
export const RegisterList = z.object({ items: z.array(RegisterSummary) });
export type RegisterList = z.infer<typeof RegisterList>;

export const AdoptRegister = z.object({
  register: z.string().max(64),
  settings: z.record(z.string().max(80), Json).default({}),
});
export type AdoptRegister = z.infer<typeof AdoptRegister>;

export const RegisterPage = z.object({
  id: z.string(),
  name: Label,
  source: z.string(),
  quotes: z.array(z.object({ text: z.string(), place: z.string() })),
  inferred: z.array(z.string()),
  columns: z.array(z.object({ id: z.string(), label: z.string() })),
  states: z.array(z.object({ id: z.string(), label: z.string(), main: z.boolean(), isEnd: z.boolean() })),
  filters: z.array(z.object({ id: z.string(), label: z.string(), words: z.array(z.string()) })),
  counts: z.array(RegisterCount),
  duties: z.array(z.object({ id: z.string(), label: z.string(), late: z.number(), open: z.number() })),
  /** What is asked of a new record. */
  fields: z.array(AskedField),
  mayWrite: z.boolean(),
  /** The page everybody may read, when the register shows anything. */
  publicPath: z.string().nullable(),
  records: z.number(),
});
export type RegisterPage = z.infer<typeof RegisterPage>;

export const RecordQuery = z.object({
  q: z.string().trim().max(60).optional(),
  state: z.string().max(64).optional(),
  /** A field and one of its words: `sort:` and the word. */
  where: z.string().max(120).optional(),
  /** A figure and one of its parts: the list behind it. */
  count: z.string().max(64).optional(),
  part: z.string().max(60).optional(),
  /** Records with a duty whose time is over, or any still to be done. */
  due: z.enum(['late', 'open']).optional(),
  closed: z.enum(['true']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type RecordQuery = z.infer<typeof RecordQuery>;

export const RecordDue = z.object({
  id: z.string(),
  label: z.string(),
  state: z.enum(['open', 'done', 'late', 'excused']),
  until: z.string(),
});
export const RecordRow = z.object({
  id: z.string(),
  label: z.string(),
  state: z.object({ id: z.string(), label: z.string() }).nullable(),
  stateSince: z.string(),
  cells: z.record(z.string(), z.string()),
  due: RecordDue.nullable(),
  closedAt: z.string().nullable(),
});
export type RecordRow = z.infer<typeof RecordRow>;
export const RecordList = z.object({
  items: z.array(RecordRow),
  total: z.number(),
  next: z.string().nullable(),
});
export type RecordList = z.infer<typeof RecordList>;

export const FilledCell = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  sealed: z.boolean(),
  pictures: z.array(z.string()),
});
export type FilledCell = z.infer<typeof FilledCell>;

export const RecordMove = z.object({
  id: z.string(),
  label: z.string(),
  to: z.object({ id: z.string(), label: z.string() }),
  fields: z.array(AskedField),
});
export type RecordMove = z.infer<typeof RecordMove>;

export const RecordHistory = z.object({
  at: z.string(),
  actorName: z.string(),
  label: z.string(),
  to: z.string().nullable(),
  filled: z.array(FilledCell),
  reason: z.string().nullable(),
});

export const RecordDetail = RecordRow.extend({
  areaId: z.string(),
  register: z.string(),
  version: z.number(),
  filled: z.array(FilledCell),
  /** What the record holds, for the conditions of its fields. */
  values: z.record(z.string(), Json),
  fields: z.array(AskedField),
  moves: z.array(RecordMove),
  duties: z.array(
    RecordDue.extend({ fields: z.array(AskedField), last: z.string().nullable(), byState: z.string().nullable() }),
  ),
  history: z.array(RecordHistory),
  advice: z.array(z.string()),
  shownNow: z.boolean(),
  mayWrite: z.boolean(),
});
export type RecordDetail = z.infer<typeof RecordDetail>;

const form = z.record(z.string().max(64), Json);
export const NewRecord = z.object({ form });
export const ChangeRecord = z.object({ form, version: z.number().int() });
export const MoveRecord = z.object({ form: form.default({}), version: z.number().int() });
export const CloseRecord = z.object({ reason: z.string().trim().min(2).max(200), version: z.number().int() });
export const RecordDuty = z.object({ form: form.default({}) });
export const RevealRecord = z.object({ field: z.string().max(64), reason: z.string().trim().min(4).max(200) });
export const Revealed = z.object({ field: z.string(), value: z.string() });

export const PublicRecord = z.object({
  id: z.string(),
  name: z.string().nullable(),
  group: z.string().nullable(),
  story: z.string().nullable(),
  picture: z.string().nullable(),
  tags: z.array(z.string()),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
});
export type PublicRecord = z.infer<typeof PublicRecord>;

export const PublicRegister = z.object({
  id: z.string(),
  name: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  promise: z.string(),
  empty: z.string(),
  face: z.enum(['people', 'pictures', 'lines']),
  groups: z.array(z.string()),
  items: z.array(PublicRecord),
  rates: z.array(z.object({ label: z.string(), percent: z.number().nullable(), held: z.number(), all: z.number() })),
  next: z.string().nullable(),
});
export type PublicRegister = z.infer<typeof PublicRegister>;

export const PublicRegisterList = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), promise: z.string(), face: z.string() })),
});
