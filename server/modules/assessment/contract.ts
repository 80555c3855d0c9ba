import { z } from 'zod';
import { Picture } from '#contract/files';

/** A community against a standard 标准: item by item, measured from the records or judged by a person, with evidence 佐证. */

const State = z.enum(['met', 'unmet', 'toJudge', 'unmeasured', 'optional']);
export type StandState = z.infer<typeof State>;

const Counts = z.object({
  met: z.number(),
  unmet: z.number(),
  toJudge: z.number(),
  unmeasured: z.number(),
  optional: z.number(),
});
export type StandCounts = z.infer<typeof Counts>;

export const BehindRecord = z.object({
  title: z.string(),
  detail: z.string(),
  /** Where it opens on the desk. */
  path: z.string().nullable(),
  /** Whether it counts towards the value. */
  counts: z.boolean(),
});
export type BehindRecord = z.infer<typeof BehindRecord>;

export const AssessmentEntry = z.object({
  id: z.string(),
  kind: z.enum(['judgement', 'evidence']),
  verdict: z.string().nullable(),
  words: z.string(),
  link: z.string().nullable(),
  pictures: z.array(Picture),
  at: z.string(),
  by: z.string(),
  /** Taken back since: kept, and no longer counted. */
  withdrawn: z.boolean(),
});
export type AssessmentEntry = z.infer<typeof AssessmentEntry>;

export const StandardItem = z.object({
  id: z.string(),
  name: z.string(),
  quote: z.string().nullable(),
  place: z.string().nullable(),
  /** Measured from the records, or judged by a person. */
  how: z.enum(['measured', 'judged']),
  state: State,
  stateName: z.string(),
  value: z.string().nullable(),
  threshold: z.string().nullable(),
  /** What is missing, in words. */
  gap: z.string().nullable(),
  encouraged: z.boolean(),
  /** Taken over the year, or as things stand today. */
  of: z.enum(['year', 'now']),
  /** What a person may decide here; empty where the system measures. */
  verdicts: z.array(z.string()),
  behind: z.array(BehindRecord),
  /** Records behind the value beyond those listed. */
  more: z.number(),
  list: z.object({ label: z.string(), path: z.string() }).nullable(),
  entries: z.array(AssessmentEntry),
});
export type StandardItem = z.infer<typeof StandardItem>;

export const StandardGroup = z.object({
  id: z.string(),
  name: z.string(),
  counts: Counts,
  items: z.array(StandardItem),
});
export type StandardGroup = z.infer<typeof StandardGroup>;

const Param = z.object({
  id: z.string(),
  name: z.string(),
  value: z.unknown(),
  /** The words to choose from, where it is a choice. */
  of: z.array(z.string()),
});
export type StandardParam = z.infer<typeof Param>;

const Head = z.object({ id: z.string(), name: z.string(), version: z.number(), source: z.string() });

export const StandardSheet = z.object({
  standard: Head,
  areaId: z.string(),
  areaName: z.string(),
  year: z.number(),
  years: z.array(z.number()),
  counts: Counts,
  groups: z.array(StandardGroup),
  /** Items to see to first: what is not met, then what waits for a person. */
  first: z.array(z.string()),
  params: z.array(Param),
  /** What the source left open and was read here. */
  inferred: z.array(z.string()),
  actions: z.array(z.enum(['judge', 'adopt'])),
});
export type StandardSheet = z.infer<typeof StandardSheet>;

export const StandardSummary = Head.extend({
  groups: z.array(z.object({ id: z.string(), name: z.string(), items: z.number() })),
  /** Whether it is in force for the area asked about, and who adopted it. */
  adopted: z.boolean(),
  adoptedBy: z.string().nullable(),
});
export const StandardList = z.object({ items: z.array(StandardSummary) });
export type StandardList = z.infer<typeof StandardList>;

export const CommunityStand = z.object({
  areaId: z.string(),
  name: z.string(),
  district: z.string(),
  street: z.string(),
  counts: Counts,
  /** Met of all, by group. */
  groups: z.array(z.object({ id: z.string(), met: z.number(), of: z.number() })),
});
export type CommunityStand = z.infer<typeof CommunityStand>;
export const StandardOverview = z.object({
  standard: Head,
  year: z.number(),
  years: z.array(z.number()),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  items: z.array(CommunityStand),
  /** Communities below the area in which the standard is not in force. */
  without: z.number(),
  next: z.string().nullable(),
});
export type StandardOverview = z.infer<typeof StandardOverview>;

export const Theme = z.object({ name: z.string(), kind: z.string(), ways: z.array(z.string()), place: z.string() });
export const Pilot = z.object({
  no: z.number(),
  district: z.string(),
  street: z.string(),
  community: z.string(),
  theme: z.string().nullable(),
});
export const PilotFile = z.object({
  source: z.string(),
  standard: z.string(),
  themes: z.array(Theme),
  pilots: z.array(Pilot),
});
export type PilotFile = z.infer<typeof PilotFile>;
export const PilotList = z.object({
  source: z.string(),
  themes: z.array(Theme),
  /** With the area here that is this community, when there is one. */
  pilots: z.array(Pilot.extend({ areaId: z.string().nullable() })),
});
export type PilotList = z.infer<typeof PilotList>;

const Id = z.string().min(1).max(64);
const Year = z.coerce.number().int().min(2000).max(2100);
export const StandardParams = z.object({ areaId: Id, standard: Id });
export const ItemParams = StandardParams.extend({ item: Id });
export const EntryParams = ItemParams.extend({ entryId: z.guid() });
export const YearQuery = z.object({ year: Year.optional() });
export const OverviewQuery = YearQuery.extend({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});
export const StandardQuery = z.object({ area: Id.optional() });

export const NewEntry = z.object({
  year: Year,
  /** Absent: evidence only. */
  verdict: z.string().trim().min(1).max(20).optional(),
  words: z.string().trim().max(1000).default(''),
  /** Where on the desk the record stands that proves it. */
  link: z
    .string()
    .trim()
    .max(300)
    .regex(/^(\/|https?:\/\/)/, '要以 / 或 http 开头')
    .optional(),
  pictures: z.array(z.guid()).max(9).default([]),
});
export type NewEntry = z.infer<typeof NewEntry>;

export const AdoptStandard = z.object({ standard: Id, settings: z.record(z.string(), z.unknown()).default({}) });
export type AdoptStandard = z.infer<typeof AdoptStandard>;
