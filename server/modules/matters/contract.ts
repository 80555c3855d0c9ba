import { z } from 'zod';

/** The wire of matters 事项: lists, one matter, what may be done with it, and the public trace. Times are ISO in UTC. */

export const Label = z.object({ zh: z.string(), en: z.string() });
export const Json = z.unknown();

export const matterStatuses = ['open', 'done', 'refused', 'withdrawn', 'merged', 'moved'] as const;
export const channels = [
  'resident',
  'grid-worker',
  'building-head',
  'community',
  'hotline',
  'card',
  'matter',
  'partner',
] as const;
export const channelNames: Record<(typeof channels)[number], string> = {
  resident: '居民手机',
  'grid-worker': '网格员上报',
  'building-head': '楼栋长上报',
  community: '社区登记',
  hotline: '12345 转来',
  card: '一户一码',
  matter: '由别的事转来',
  partner: '其他系统',
};

/** How a limit stands: over it, due before the day ends, later, none, or standing still. */
export const DueState = z.enum(['late', 'today', 'later', 'none', 'paused']);

export const MatterCard = z.object({
  areaId: z.string(),
  areaName: z.string(),
  number: z.string(),
  /** `000412` inside one area's own list. */
  shortNumber: z.string(),
  method: z.object({ id: z.string(), name: Label, icon: z.string() }),
  title: z.string(),
  category: z.string().nullable(),
  place: z.string().nullable(),
  step: z.object({ id: z.string(), label: Label }),
  status: z.enum(matterStatuses),
  statusName: z.string(),
  enteredAt: z.string(),
  dueAt: z.string().nullable(),
  dueState: DueState,
  /** 逾期 2 天 · 今天 24:00 · 剩 3 天 · 不限 */
  dueText: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  /** Whom it waits for, in words: 待受理 · 恒泰物业 陈师傅 · 提出人. */
  waitsFor: z.string(),
  grid: z.object({ id: z.string(), name: z.string() }).nullable(),
  channel: z.enum(channels),
  channelName: z.string(),
  /** Address of the first picture, for those who may see it. */
  photo: z.string().nullable(),
  after: z.string().nullable(),
  stars: z.number().nullable(),
  reminded: z.number(),
  supervised: z.boolean(),
  traceCode: z.string(),
  version: z.number(),
});
export type MatterCard = z.infer<typeof MatterCard>;

export const Picture = z.object({ id: z.string(), full: z.string(), small: z.string(), drawn: z.boolean() });
export type Picture = z.infer<typeof Picture>;

/** A value as filled: `text` is what a person reads, masked where it is private. */
export const FilledField = z.object({
  id: z.string(),
  label: Label,
  type: z.string(),
  text: z.string(),
  private: z.boolean(),
  pictures: z.array(Picture).optional(),
  value: Json.optional(),
});
export type FilledField = z.infer<typeof FilledField>;

/** One field to ask: everything a screen needs to draw it. `value` is what is known already. */
const Asked = z.object({
  id: z.string(),
  label: Label,
  type: z.string(),
  optional: z.boolean(),
  many: z.boolean(),
  of: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })).optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  if: z.string().optional(),
  value: Json.optional(),
  known: z.string().optional(),
});
export const AskedField = Asked.extend({
  /** The columns of a list: each row is asked for them. */
  columns: z.array(Asked).optional(),
});
export type AskedField = z.infer<typeof AskedField>;

export const AllowedAction = z.object({
  id: z.string(),
  kind: z.enum(['action', 'office', 'anytime']),
  label: Label,
  leads: z.boolean(),
  needsReason: z.boolean(),
  /** The step it leads to, when that is certain now. */
  to: z.object({ id: z.string(), label: Label }).nullable(),
  fields: z.array(AskedField),
  /** Phrases to choose from for the reason. */
  phrases: z.array(z.string()),
  /** What an office verb or a merge asks for besides a reason: whom, a new date, another matter's number. */
  asks: z.enum(['to', 'until', 'number']).optional(),
  /** People it may be handed to (转办 抄送 会签), last three first. */
  people: z.array(z.object({ key: z.string(), name: z.string(), title: z.string() })).optional(),
});
export type AllowedAction = z.infer<typeof AllowedAction>;

export const LineStep = z.object({
  id: z.string(),
  label: Label,
  state: z.enum(['done', 'now', 'coming']),
  at: z.string().nullable(),
  usedText: z.string().nullable(),
  limitText: z.string(),
  waitsFor: z.string(),
  late: z.boolean(),
});
export type LineStep = z.infer<typeof LineStep>;

export const HistoryEntry = z.object({
  seq: z.number(),
  at: z.string(),
  actorName: z.string(),
  actorTitle: z.string(),
  face: z.string().nullable(),
  kind: z.enum(['begin', 'action', 'office', 'system']),
  what: z.string(),
  label: z.string(),
  fromStep: z.string().nullable(),
  toStep: z.string(),
  late: z.boolean(),
  fields: z.array(FilledField),
  reason: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What carries or carried a step: a ballot, a public notice, a meeting, with its pages. */
export const CarriedLink = z.object({
  kind: z.string(),
  id: z.string(),
  step: z.string().nullable(),
  title: z.string(),
  href: z.string(),
  deskHref: z.string().nullable(),
  state: z.string(),
});
export type CarriedLink = z.infer<typeof CarriedLink>;

/** The matters this one began and waits for, and how far they are. */
export const ChildMatters = z.object({
  all: z.number(),
  ended: z.number(),
  items: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      statusName: z.string(),
      stepName: z.string(),
      open: z.boolean(),
    }),
  ),
});
export type ChildMatters = z.infer<typeof ChildMatters>;

/** How many have given their row, and what this actor gave. */
export const Gathering = z.object({
  count: z.number(),
  missing: z.number().nullable(),
  own: z.array(FilledField).nullable(),
});
export type Gathering = z.infer<typeof Gathering>;

export const MatterDetail = MatterCard.extend({
  fields: z.array(FilledField),
  before: z.array(Picture),
  afterPictures: z.array(Picture),
  reporter: z
    .object({ name: z.string(), phone: z.string().nullable(), isMe: z.boolean(), onBehalf: z.string().nullable() })
    .nullable(),
  visibleTo: z.string(),
  line: z.array(LineStep),
  /** The step stands aside of the main line (街道协调 …), or the matter ended aside. */
  aside: Label.nullable(),
  /** What holds it until a day, and what it comes to then; empty where nothing holds it. */
  gateText: z.string(),
  history: z.array(HistoryEntry),
  actions: z.array(AllowedAction),
  promise: z.string(),
  mergedInto: z.string().nullable(),
  sameSpot: z.number(),
  methodVersion: z.number(),
  /** The area whose own variant of the method this matter runs by; null when it is the library's own. */
  methodVariant: z.string().nullable(),
  publicUrl: z.string(),
  gridWorker: z.object({ name: z.string(), face: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  carried: z.array(CarriedLink),
  children: ChildMatters.nullable(),
  gathering: Gathering.nullable(),
});
export type MatterDetail = z.infer<typeof MatterDetail>;

/** What an act answers: where the matter stands now and what may be done next. The whole matter is read by its own address. */
export const MatterReceipt = MatterCard.pick({
  areaId: true,
  number: true,
  shortNumber: true,
  traceCode: true,
  title: true,
  step: true,
  status: true,
  statusName: true,
  dueAt: true,
  dueState: true,
  dueText: true,
  version: true,
}).extend({ actions: z.array(AllowedAction) });
export type MatterReceipt = z.infer<typeof MatterReceipt>;

export const MatterQuery = z.object({
  method: z.string().max(80).optional(),
  step: z.string().max(60).optional(),
  status: z.enum(['open', 'ended', ...matterStatuses]).optional(),
  category: z.string().max(60).optional(),
  grid: z.guid().optional(),
  building: z.guid().optional(),
  channel: z.enum(channels).optional(),
  due: z.enum(['late', 'today', 'later']).optional(),
  /** waiting = waits for me · reported = mine · handed = I handled or handed out and it is open · handled = the same, ended too · copied */
  mine: z.enum(['waiting', 'reported', 'handed', 'handled', 'copied']).optional(),
  /** Those I took a step in on this day or later. */
  actedFrom: z.iso.date().optional(),
  supervised: z.stringbool().optional(),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  rated: z.enum(['yes', 'no']).optional(),
  satisfied: z.enum(['yes', 'no']).optional(),
  /** Closed without a step aside from its method's main line (N72). */
  inGrid: z.enum(['yes', 'no']).optional(),
  onTime: z.enum(['yes', 'no']).optional(),
  q: z.string().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  closedFrom: z.iso.date().optional(),
  closedTo: z.iso.date().optional(),
  sort: z.enum(['due', 'created', 'closed']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type MatterQuery = z.infer<typeof MatterQuery>;

export const MatterList = z.object({ items: z.array(MatterCard), next: z.string().nullable() });

/** Live counts of the tabs above the list, each equal to the list it opens. */
export const MatterCounts = z.object({
  open: z.number(),
  waiting: z.number(),
  late: z.number(),
  today: z.number(),
  supervised: z.number(),
  hotline: z.number(),
  handed: z.number(),
  closedThisMonth: z.number(),
  onTimeThisMonth: z.number(),
  newThisWeek: z.number(),
  closedThisWeek: z.number(),
});

/** How long before it arrived something was done on a phone without network; such a phone keeps it three days. */
export const MadeAgo = z
  .number()
  .int()
  .min(0)
  .max(4 * 86_400)
  .optional();

export const NewMatter = z.object({
  method: z.string().max(80),
  form: z.record(z.string(), Json),
  /** The first step's action; its first unless named. */
  action: z.string().max(60).optional(),
  /** 代报: the resident in whose name this is registered. */
  onBehalfOf: z
    .object({ name: z.string().trim().min(1).max(40), phone: z.string().trim().max(20).optional() })
    .optional(),
  channel: z.enum(channels).optional(),
  /** 即办: further steps done at once by the same person. */
  then: z
    .array(
      z.object({
        action: z.string().max(60),
        form: z.record(z.string(), Json).default({}),
        reason: z.string().max(500).optional(),
      }),
    )
    .max(6)
    .optional(),
  madeAgoSeconds: MadeAgo,
});
export type NewMatter = z.infer<typeof NewMatter>;

export const ActOnMatter = z.object({
  form: z.record(z.string(), Json).default({}),
  reason: z.string().trim().max(500).optional(),
  /** Actor keys for 转办 抄送 会签. */
  to: z.array(z.string().max(100)).max(10).optional(),
  /** New limit for 延期: `YYYY-MM-DD`, inclusive. */
  until: z.string().max(10).optional(),
  /** The number of the matter this one repeats (并案). */
  into: z.string().max(40).optional(),
  /** The version of the view the form was sent from; when someone acted first, both sides are shown. */
  version: z.number().int().optional(),
  then: z
    .array(
      z.object({
        action: z.string().max(60),
        form: z.record(z.string(), Json).default({}),
        reason: z.string().max(500).optional(),
      }),
    )
    .max(6)
    .optional(),
  madeAgoSeconds: MadeAgo,
});
export type ActOnMatter = z.infer<typeof ActOnMatter>;

export const BatchAct = z.object({
  numbers: z.array(z.string().max(40)).min(1).max(100),
  action: z.string().max(60),
  act: ActOnMatter,
});
export const BatchResult = z.object({
  results: z.array(z.object({ number: z.string(), title: z.string(), ok: z.boolean(), sentence: z.string() })),
});

/** What to ask before a matter exists: the form of a method's first step. */
export const ReportForm = z.object({
  method: z.object({ id: z.string(), name: Label, icon: z.string(), promise: Label }),
  action: z.string(),
  fields: z.array(AskedField),
  gridWorker: z.object({ name: z.string(), face: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** The latest moment of the first answer when reported now. */
  answerBy: z.string().nullable(),
  answerByText: z.string(),
  knownPhone: z.string().nullable(),
  knownPlace: z.object({ label: z.string(), areaId: z.string() }).nullable(),
  /** 即办: the steps after the first that the same person may do at once, in order, as `then` takes them. */
  atOnce: z.array(z.object({ action: z.string(), step: Label, fields: z.array(AskedField) })),
  similar: z.array(z.object({ traceCode: z.string(), title: z.string(), stepName: z.string(), createdAt: z.string() })),
});

export const Reveal = z.object({ field: z.string().max(60), reason: z.string().trim().min(4).max(200) });
export const Revealed = z.object({ field: z.string(), value: z.string() });

/** Time per step and shares, each with its numerator and denominator. Source: N72, X27. */
export const StepFigures = z.object({
  from: z.string(),
  to: z.string(),
  method: z.string(),
  steps: z.array(
    z.object({
      id: z.string(),
      label: Label,
      done: z.number(),
      onTime: z.number(),
      medianMs: z.number().nullable(),
      medianText: z.string(),
      limitText: z.string(),
      shareOfLimit: z.number().nullable(),
    }),
  ),
  ended: z.number(),
  onTime: z.number(),
  rated: z.number(),
  satisfied: z.number(),
  closedInGrid: z.number(),
  closable: z.number(),
  medianToReplyMs: z.number().nullable(),
  medianToReplyText: z.string(),
  running: z.number(),
  byCategory: z.array(z.object({ category: z.string(), count: z.number() })),
  byChannel: z.array(z.object({ channel: z.string(), name: z.string(), count: z.number() })),
});
export type StepFigures = z.infer<typeof StepFigures>;

export const AreaNumber = z.object({ areaId: z.string().min(1).max(64), number: z.string().min(1).max(40) });
export const AreaNumberAction = AreaNumber.extend({ action: z.string().min(1).max(60) });
