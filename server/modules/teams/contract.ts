import { z } from 'zod';

/** A team 队伍: residents who sing, dance, exercise or help together, with members, honours and rehearsals. */

export const teamSorts = ['文化', '体育', '志愿'] as const;
export type TeamSort = (typeof teamSorts)[number];

/** How the one who asks stands to the team. */
export const standings = ['none', 'asked', 'member', 'leader'] as const;
export type Standing = (typeof standings)[number];

export const Team = z.object({
  id: z.string(),
  areaId: z.string(),
  name: z.string(),
  sort: z.enum(teamSorts),
  field: z.string(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string().nullable(),
  /** When and where they meet, in their own words. */
  meets: z.string(),
  /** Looks for members. */
  isOpen: z.boolean(),
  foundedOn: z.string().nullable(),
  members: z.number(),
  /** The leader's name where she agreed to be shown, else null. */
  leader: z.string().nullable(),
  standing: z.enum(standings),
});
export type Team = z.infer<typeof Team>;
export const TeamList = z.object({ items: z.array(Team) });
export type TeamList = z.infer<typeof TeamList>;

export const Honour = z.object({ id: z.string(), title: z.string(), givenBy: z.string(), givenOn: z.string() });
export type Honour = z.infer<typeof Honour>;

export const TeamPage = Team.extend({
  areaName: z.string(),
  story: z.string(),
  contact: z.string(),
  /** Members who agreed that their names are shown, the leader first. */
  shownMembers: z.array(z.object({ name: z.string(), role: z.enum(['leader', 'deputy', 'member']) })),
  honours: z.array(Honour),
  /** Activities of the team to come: shows, rehearsals that are open to all. */
  next: z.array(
    z.object({ id: z.string(), title: z.string(), startsAt: z.string(), endsAt: z.string(), place: z.string() }),
  ),
  rehearsals: z.object({
    /** Held in the last twelve months. */
    held: z.number(),
    last: z.object({ startsAt: z.string(), place: z.string(), present: z.number() }).nullable(),
  }),
  /** Ready to paste into the group. */
  groupText: z.string(),
  /** People who wait for an answer; only for who may give it. */
  waiting: z.number(),
  actions: z.array(z.enum(['join', 'leave', 'manage', 'edit'])),
});
export type TeamPage = z.infer<typeof TeamPage>;

const AreaId = z.string().min(1).max(64);
export const TeamParams = z.object({ areaId: AreaId, teamId: z.guid() });
export const TeamQuery = z.object({
  sort: z.enum(teamSorts).optional(),
  /** 1: only those that look for members. */
  open: z.literal('1').optional(),
});
export type TeamQuery = z.infer<typeof TeamQuery>;

const Line = z.string().trim();
export const TeamForm = z.object({
  name: Line.min(2).max(30),
  sort: z.enum(teamSorts),
  field: Line.min(1).max(12),
  story: Line.max(2000).default(''),
  picture: Line.max(200).nullable().default(null),
  meets: Line.max(80).default(''),
  contact: Line.max(80).default(''),
  foundedOn: z.iso.date().nullable().default(null),
  isOpen: z.boolean().default(true),
});
export type TeamForm = z.infer<typeof TeamForm>;
/** What the leader keeps up to date herself. */
export const TeamWordsForm = TeamForm.pick({ story: true, meets: true, contact: true, isOpen: true });
export type TeamWordsForm = z.infer<typeof TeamWordsForm>;
export const Closing = z.object({ reason: Line.min(2).max(200) });
export const HonourForm = z.object({ title: Line.min(2).max(60), givenBy: Line.min(2).max(60), givenOn: z.iso.date() });
export type HonourForm = z.infer<typeof HonourForm>;
export const HonourParams = TeamParams.extend({ honourId: z.guid() });

/** A team as the standard sees it. Source: B39, N17. */
export const TeamFact = z.object({
  id: z.string(),
  name: z.string(),
  field: z.string(),
  sort: z.enum(teamSorts),
  members: z.number(),
  /** Months of the last twelve, this one included, in which the team did something. */
  activeMonths: z.number(),
  allYear: z.boolean(),
});
export type TeamFact = z.infer<typeof TeamFact>;

/** Whether the teams of a community do what the standard asks. Whether 15 people are counted per team or in all is the standard's to say (X8). */
export const TeamTest = z.object({
  teams: z.number().int().min(1),
  people: z.number().int().min(1),
  per: z.enum(['team', 'total']),
});
export type TeamTest = z.infer<typeof TeamTest>;

export const TeamReview = z.object({
  test: TeamTest,
  items: z.array(
    TeamFact.extend({ counts: z.boolean(), reason: z.string(), isOpen: z.boolean(), waiting: z.number() }),
  ),
  passed: z.boolean(),
  sentence: z.string(),
  words: z.object({ sorts: z.record(z.enum(teamSorts), z.array(z.string())), skills: z.array(z.string()) }),
});
export type TeamReview = z.infer<typeof TeamReview>;
