import { z } from 'zod';
import { Picture } from '../matters/contract.ts';
import { Trace } from '../matters/trace/contract.ts';

/** A story 一件事: one thread from need to result, and the links between its records. Amounts in fen, times ISO in UTC. */

/** Kinds of records a story leads through. `step` is the matter itself. */
export const hopKinds = [
  'step',
  'matter',
  'topic',
  'meeting',
  'letter',
  'vote',
  'publicity',
  'activity',
  'work',
  'payment',
] as const;
export type HopKind = (typeof hopKinds)[number];

/** Part of a story: what happened when, in a sentence, with the record that proves it. */
export const StoryHop = z.object({
  kind: z.enum(hopKinds),
  id: z.string(),
  at: z.string(),
  title: z.string(),
  line: z.string(),
  /** In fen, paid out. */
  amount: z.number().int().nullable(),
  /** The page of the record, and what pressing it is called. */
  href: z.string().nullable(),
  proof: z.string(),
  /** The step of the matter it carried. */
  step: z.string().nullable(),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  /** Rows of a list, such as budgets; the one that was chosen is marked. */
  rows: z.array(z.object({ label: z.string(), note: z.string(), text: z.string(), chosen: z.boolean() })),
  /** How many of how many agreed; null for what is no vote, or has no result. */
  agreed: z.object({ number: z.number(), of: z.number(), unit: z.string() }).nullable(),
  pictures: z.array(Picture),
  turning: z.boolean(),
  /** It lies ahead: a meeting that was called, a notice that hangs. */
  coming: z.boolean(),
});
export type StoryHop = z.infer<typeof StoryHop>;

export const Story = Trace.omit({ story: true, carried: true }).extend({
  hops: z.array(StoryHop),
  /** In fen, over all payments; null when there are none. */
  spent: z.number().int().nullable(),
  agreed: StoryHop.shape.agreed,
});
export type Story = z.infer<typeof Story>;

export const StoryParams = z.object({ code: z.string().min(6).max(20) });

const AreaId = z.string().min(1).max(64);
export const AreaParams = z.object({ areaId: AreaId });
const linkable = z.enum(['matter', 'topic', 'meeting', 'letter', 'vote', 'publicity', 'activity', 'work', 'payment']);

const RecordId = z.guid().toLowerCase();

export const BelongsQuery = z.object({ kind: linkable, id: RecordId });
/** The stories a record belongs to 属于一件事. */
export const Belongs = z.object({
  items: z.array(z.object({ code: z.string(), title: z.string(), href: z.string() })),
});
export type Belongs = z.infer<typeof Belongs>;

export const LinkableQuery = z.object({ kind: linkable, q: z.string().trim().max(60).default('') });
export const Linkable = z.object({ id: z.string(), title: z.string(), line: z.string(), at: z.string() });
export type Linkable = z.infer<typeof Linkable>;
export const Linkables = z.object({ items: z.array(Linkable) });
export type Linkables = z.infer<typeof Linkables>;

export const MatterParams = z.object({ areaId: AreaId, number: z.string().min(1).max(40) });
export const LinkParams = z.object({ areaId: AreaId, linkId: z.guid() });
export const NewLink = z.object({
  kind: linkable,
  id: RecordId,
  why: z.string().trim().max(60, '请再短一点，最多 60 个字').default(''),
});
export type NewLink = z.infer<typeof NewLink>;
export const Made = z.object({ id: z.string() });
export const Done = z.object({ done: z.boolean() });
export const EndLink = z.object({
  reason: z.string().trim().min(2, '请写明为什么取消，至少 2 个字').max(100, '请再短一点，最多 100 个字'),
});

/** A link made by hand, as the desk lists it. */
export const Link = z.object({
  id: z.string(),
  kind: linkable,
  kindName: z.string(),
  title: z.string(),
  line: z.string(),
  href: z.string().nullable(),
  why: z.string(),
  at: z.string(),
  byName: z.string(),
});
export type Link = z.infer<typeof Link>;
export const LinkList = z.object({
  items: z.array(Link),
  /** What may be linked, in words. */
  kinds: z.array(z.object({ kind: linkable, name: z.string() })),
  can: z.boolean(),
});
export type LinkList = z.infer<typeof LinkList>;
