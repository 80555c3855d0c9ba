import { z } from 'zod';
import { ballotStates, paperRules, ShareText } from '#kernel-contract/ballots';

/** A ballot 表决: a question put to an electorate by a rule, counted so that anybody can count again. */

export const ballotStateNames = { draft: '待开始', open: '表决中', closed: '已结束', withdrawn: '已撤回' } as const;
export const deliveryWayNames = {
  app: '手机消息',
  sms: '短信',
  paper: '纸质票',
  phone: '电话',
  door: '上门',
  post: '邮寄',
} as const;
export const voteWays = ['paper', 'phone'] as const;

const AreaId = z.string().min(1).max(64);
export const BallotParams = z.object({ areaId: AreaId, ballotId: z.guid() });
export const ElectorParams = BallotParams.extend({ electorId: z.guid() });

export const ballotFilters = ['draft', 'open', 'closed', 'mine'] as const;
export const BallotQuery = z.object({
  /** `mine`: open, and the one who asks may still vote in it. */
  state: z.enum(ballotFilters).optional(),
  matterId: z.guid().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type BallotQuery = z.infer<typeof BallotQuery>;

/** How many of how many took part; areas in 0.01 m², 0 where they do not count. */
export const Turnout = z.object({ number: z.number(), of: z.number(), area: z.number(), areaOf: z.number() });
export type Turnout = z.infer<typeof Turnout>;

export const BallotSummary = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  question: z.string(),
  state: z.enum(ballotStates),
  stateName: z.string(),
  /** 记名 · 无记名 */
  secret: z.boolean(),
  secretName: z.string(),
  /** 全体业主 · 业主委员会 */
  electorateName: z.string(),
  estateId: z.string().nullable(),
  estateName: z.string(),
  ruleName: z.string(),
  opensAt: z.string().nullable(),
  openedAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  /** 11月24日 24:00 */
  closesName: z.string(),
  closedAt: z.string().nullable(),
  matterId: z.string().nullable(),
  /** Who took part so far, never what they chose. Null before it opened. */
  turnout: Turnout.nullable(),
  outcome: z.enum(['passed', 'failed']).nullable(),
  /** 通过 · 未通过: empty until it is closed. */
  outcomeName: z.string(),
  /** For how many doors the one who asks may vote, and for how many of them they have. */
  mine: z.object({ electors: z.number(), voted: z.number() }),
});
export type BallotSummary = z.infer<typeof BallotSummary>;

export const BallotList = z.object({
  items: z.array(BallotSummary),
  nextCursor: z.string().nullable(),
  /** What the one who asks may do in this area. */
  can: z.object({ manage: z.boolean(), open: z.boolean(), paper: z.boolean() }),
});
export type BallotList = z.infer<typeof BallotList>;

/** A door, household or seat for which the one who asks votes. */
export const MyElector = z.object({
  id: z.string(),
  number: z.number(),
  label: z.string(),
  area: z.number(),
  /** Votes for it by written consent of this owner; null for one's own. */
  proxyFor: z.string().nullable(),
  voted: z.boolean(),
  /** 手机 · 纸质票, and when; empty and null where it is secret or not cast. */
  votedWay: z.string(),
  votedAt: z.string().nullable(),
  /** Of the vote by phone that would count; null for secret ballots. */
  receipt: z.string().nullable(),
  mayVote: z.boolean(),
  /** Why not, with what to do next. */
  why: z.string().nullable(),
});
export type MyElector = z.infer<typeof MyElector>;

const Share = z.object({ share: z.tuple([z.number(), z.number()]), test: z.enum(['at-least', 'more-than']) });
const Sum = z.object({ number: z.number(), area: z.number() });

export const BallotResult = z.object({
  outcome: z.enum(['passed', 'failed']),
  /** One sentence: what was decided, or what was missing. */
  sentence: z.string(),
  entitled: Sum,
  tookPart: Sum,
  excluded: z.number(),
  choices: z.array(Sum.extend({ id: z.string(), label: z.string(), won: z.boolean() })),
  checks: z.array(
    z.object({
      /** `take-part`, or the id of a choice. */
      about: z.string(),
      by: z.enum(['number', 'area']),
      have: z.number(),
      of: z.number(),
      needs: Share,
      met: z.boolean(),
      /** 参加人数 312/480，要求至少 2/3：达到 */
      sentence: z.string(),
    }),
  ),
  tied: z.array(z.string()),
});
export type BallotResult = z.infer<typeof BallotResult>;

export const BallotPage = BallotSummary.extend({
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  pick: z.number(),
  changeable: z.boolean(),
  paperRule: z.enum(paperRules),
  /** What the rule asks, each part as a sentence. */
  ruleSentences: z.array(z.string()),
  /** Which counts on paper and by phone, whether a vote can be changed, who sees what, each as a sentence. */
  notes: z.array(z.string()),
  proxiesMost: z.number(),
  electors: z.array(MyElector),
  /** Why the one who asks has no door here, with what to do next; null when they have one, or before it opened. */
  why: z.string().nullable(),
  /** Null until it is closed, for everybody. */
  result: BallotResult.nullable(),
  /** SHA-256 of the lines that were fixed at opening, and of the whole record. */
  openingHash: z.string().nullable(),
  recordHash: z.string().nullable(),
  recordUrl: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  can: z.object({ manage: z.boolean(), open: z.boolean(), paper: z.boolean(), withdraw: z.boolean() }),
});
export type BallotPage = z.infer<typeof BallotPage>;

/** `nonce`: made at random when the form is drawn; only its SHA-256, the receipt, is kept. */
export const Nonce = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/);
export const NewVote = z.object({
  elector: z.guid(),
  choices: z.array(z.string().max(40)).max(100),
  nonce: Nonce,
});
export type NewVote = z.infer<typeof NewVote>;

export const VoteReceipt = z.object({
  /** SHA-256 of the nonce: the line of the public record that is mine. */
  receipt: z.string(),
  number: z.number(),
  label: z.string(),
  at: z.string(),
  /** 1 for the first vote; a changed one counts on. */
  revision: z.number(),
});
export type VoteReceipt = z.infer<typeof VoteReceipt>;

export const NewBallot = z.object({
  title: z.string().trim().min(2).max(80),
  question: z.string().trim().max(2000).default(''),
  /** Without: 同意 不同意 弃权. Otherwise what is chosen among; none of them is always added. */
  choices: z.array(z.string().trim().min(1).max(80)).max(60).default([]),
  /** 'owners', 'residents', 'households', 'village-representatives', 'body:owners-committee'. */
  electorate: z.string().min(1).max(80),
  estateId: z.guid().nullish(),
  rule: z.string().min(1).max(60),
  /** Shares of one's own, where they ask for more than the rule: `at least 3/4`. */
  takePart: ShareText.optional(),
  agree: ShareText.optional(),
  secret: z.boolean().default(false),
  changeable: z.boolean().default(false),
  paperRule: z.enum(paperRules).default('paper'),
  pick: z.number().int().min(1).max(60).default(1),
  proxiesMost: z.number().int().min(0).max(20).default(1),
  closesAt: z.iso.datetime({ offset: true }).nullish(),
  matterId: z.guid().nullish(),
});
export type NewBallot = z.infer<typeof NewBallot>;

export const OpenBallot = z.object({
  closesAt: z.iso.datetime({ offset: true }).nullish(),
  /** For a draft that says no estate, such as one a matter without a place has asked for. */
  estateId: z.guid().nullish(),
});
export const WithdrawBallot = z.object({ reason: z.string().trim().min(2).max(200) });

/** What a new ballot may be made of. */
export const BallotWords = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sentences: z.array(z.string()),
      legal: z.boolean(),
      byArea: z.boolean(),
    }),
  ),
  electorates: z.array(z.object({ id: z.string(), name: z.string(), atLeast: z.string().nullable() })),
  estates: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type BallotWords = z.infer<typeof BallotWords>;

export const ElectorateQuery = z.object({ electorate: z.string().min(1).max(80), estateId: z.guid().optional() });
/** Whom an electorate finds as of now: doors or seats, persons, title area in 0.01 m², and how many can vote by phone. */
export const ElectorateCount = z.object({
  electors: z.number(),
  persons: z.number(),
  area: z.number(),
  byPhone: z.number(),
});
export type ElectorateCount = z.infer<typeof ElectorateCount>;

export const BallotDone = z.object({ id: z.string() });
