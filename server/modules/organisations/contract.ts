import { z } from 'zod';

/** The wire of bodies 组织: committees, party branches, groups; their members, terms and what they lack. */

export const standings = ['专职', '兼职'] as const;

export const Member = z.object({
  id: z.string(),
  /** In full where she agreed to be shown, else masked. */
  name: z.string(),
  masked: z.boolean(),
  phone: z.string().nullable(),
  post: z.string(),
  partyMember: z.boolean(),
  party: z.string(),
  standing: z.enum(standings).nullable(),
  shown: z.boolean(),
  fromOn: z.string(),
  leftOn: z.string().nullable(),
  leftWhy: z.string().nullable(),
  /** Has an account, and with it the role of the seat. */
  hasAccount: z.boolean(),
  /** Other posts of the same person: 双向进入、交叉任职. */
  others: z.array(z.string()),
});
export type Member = z.infer<typeof Member>;

export const termStates = ['none', 'running', 'soon', 'over'] as const;

export const Body = z.object({
  id: z.string(),
  areaId: z.string(),
  body: z.string(),
  kind: z.string(),
  name: z.string(),
  estateId: z.string().nullable(),
  estateName: z.string().nullable(),
  placeId: z.string().nullable(),
  placeName: z.string().nullable(),
  /** In the party tree: 1 the street, 5 the household. */
  level: z.number().nullable(),
  parentId: z.string().nullable(),
  composition: z.string().nullable(),
  platform: z.string(),
  reach: z.string(),
  termFrom: z.string().nullable(),
  termTo: z.string().nullable(),
  term: z.enum(termStates),
  version: z.number(),
  posts: z.array(z.string()),
  members: z.array(Member),
  left: z.array(Member),
  /** What it lacks against its composition, in words. */
  vacancies: z.array(z.string()),
});
export type Body = z.infer<typeof Body>;

export const BodyKindLine = z.object({
  word: z.string(),
  label: z.string(),
  level: z.string(),
  posts: z.array(z.string()),
  treeLevel: z.number().nullable(),
});

export const BodyReview = z.object({
  items: z.array(Body),
  /** The street's own committee, which the community's party council stands under. */
  above: z.object({ name: z.string(), head: z.string().nullable() }).nullable(),
  duals: z.array(z.object({ name: z.string(), posts: z.array(z.string()) })),
  /** What is to be done: a party group that is due, a level that nothing stands under. */
  prompts: z.array(z.object({ text: z.string(), body: z.string().nullable(), estateId: z.string().nullable() })),
  /** Who leads and works in each grid; a grid without a worker is vacant. Source: C70. */
  grids: z.array(
    z.object({ id: z.string(), name: z.string(), heads: z.array(z.string()), workers: z.array(z.string()) }),
  ),
  kinds: z.array(BodyKindLine),
  compositions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      parts: z.array(z.object({ sign: z.string(), name: z.string(), parties: z.array(z.string()) })),
      /** Where the source leaves something open that we filled in. */
      inferred: z.string().nullable(),
    }),
  ),
  colleagues: z.array(z.object({ userId: z.string(), name: z.string(), title: z.string() })),
});
export type BodyReview = z.infer<typeof BodyReview>;

/** What anybody may see: posts with the names of those who agreed, and how to reach them. */
export const PublicBody = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  estateId: z.string().nullable(),
  platform: z.string(),
  reach: z.string(),
  termTo: z.string().nullable(),
  members: z.array(z.object({ post: z.string(), name: z.string(), partyMember: z.boolean(), party: z.string() })),
});
export type PublicBody = z.infer<typeof PublicBody>;
export const PublicBodies = z.object({
  areaName: z.string(),
  community: z.array(PublicBody),
  /** From the street down to the households, as lines of the tree. */
  tree: z.array(z.object({ id: z.string(), level: z.number(), name: z.string(), head: z.string().nullable() })),
  /** Per estate: what stands in it. `party`, `platform` and `leader` are the three of the red base. Source: C27. */
  estates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      party: z.array(z.string()),
      platform: z.array(z.string()),
      leader: z.array(z.string()),
      bodies: z.array(PublicBody),
    }),
  ),
});
export type PublicBodies = z.infer<typeof PublicBodies>;

const AreaId = z.string().min(1).max(64);
export const BodyParams = z.object({ areaId: AreaId, bodyId: z.guid() });
export const MemberParams = BodyParams.extend({ memberId: z.guid() });

const Line = z.string().trim();
const Day = z.iso.date().nullable().default(null);
export const BodyForm = z.object({
  body: Line.min(1).max(60),
  name: Line.min(2).max(40),
  estateId: z.guid().nullable().default(null),
  /** The grid or the building it stands in. */
  placeId: z.guid().nullable().default(null),
  parentId: z.guid().nullable().default(null),
  composition: Line.max(60).nullable().default(null),
  platform: Line.max(60).default(''),
  reach: Line.max(120).default(''),
  termFrom: Day,
  termTo: Day,
});
export type BodyForm = z.infer<typeof BodyForm>;
/** What may change while a body stands; kind, place and parent stay. */
export const BodyChange = BodyForm.pick({
  name: true,
  composition: true,
  platform: true,
  reach: true,
  termFrom: true,
  termTo: true,
}).extend({
  version: z.number().int().min(1),
});
export type BodyChange = z.infer<typeof BodyChange>;
export const Reason = z.object({ reason: Line.min(2).max(200) });

export const NewMember = z.object({
  /** Somebody who holds a role here. Without one, name and telephone say who it is. */
  userId: Line.min(1).max(60).nullable().default(null),
  name: Line.min(1).max(60),
  phone: Line.max(30).default(''),
  post: Line.min(1).max(20),
  partyMember: z.boolean().default(false),
  party: Line.max(30).default(''),
  standing: z.enum(standings).nullable().default(null),
  shown: z.boolean().default(false),
  fromOn: z.iso.date(),
});
export type NewMember = z.infer<typeof NewMember>;
export const MemberChange = z.object({ shown: z.boolean().optional(), partyMember: z.boolean().optional() });
export type MemberChange = z.infer<typeof MemberChange>;
export const Leaving = z.object({ reason: Line.min(2).max(200), leftOn: z.iso.date() });
export type Leaving = z.infer<typeof Leaving>;
