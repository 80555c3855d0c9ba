import { z } from 'zod';
import { deliveryWays } from '#kernel-contract/ballots';
import { Turnout } from '../contract.ts';

/** What the desk sees of an open ballot: whom it reached, who took part, which doors are still open. Never a choice. */

const Share = z.object({ share: z.tuple([z.number(), z.number()]), test: z.enum(['at-least', 'more-than']) });

export const TurnoutPage = z.object({
  ballotId: z.string(),
  turnout: Turnout,
  /** What the rule asks of taking part, and how much is missing: persons, or 0.01 m². */
  needs: z.array(
    z.object({
      by: z.enum(['number', 'area']),
      have: z.number(),
      of: z.number(),
      needs: Share,
      missing: z.number(),
      met: z.boolean(),
      sentence: z.string(),
    }),
  ),
  buildings: z.array(
    z.object({
      id: z.string().nullable(),
      name: z.string(),
      electors: z.number(),
      delivered: z.number(),
      voted: z.number(),
      area: z.number(),
      votedArea: z.number(),
    }),
  ),
  /** Doors reached by each way, and how many of them have voted. */
  ways: z.array(z.object({ way: z.enum(deliveryWays), name: z.string(), delivered: z.number(), voted: z.number() })),
  /** Doors that voted by phone, and on paper. */
  votedWays: z.array(z.object({ way: z.enum(['phone', 'paper']), name: z.string(), voted: z.number() })),
  undelivered: z.number(),
  excluded: z.number(),
  /** Papers read once that wait for a second reader, and those read differently. */
  papers: z.object({ once: z.number(), differ: z.number() }),
  slips: z.object({ printed: z.number(), taken: z.number(), entered: z.number() }).nullable(),
});
export type TurnoutPage = z.infer<typeof TurnoutPage>;

export const paperStates = ['none', 'once', 'differ', 'done'] as const;
export type PaperState = (typeof paperStates)[number];

export const electorFilters = ['all', 'open', 'voted', 'undelivered', 'excluded', 'paper'] as const;
export const ElectorQuery = z.object({
  state: z.enum(electorFilters).default('all'),
  buildingId: z.guid().optional(),
  /** A number or a part of the door. */
  q: z.string().trim().max(40).default(''),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ElectorQuery = z.infer<typeof ElectorQuery>;

export const ElectorLine = z.object({
  id: z.string(),
  number: z.number(),
  label: z.string(),
  /** Masked. */
  name: z.string(),
  area: z.number(),
  buildingId: z.string().nullable(),
  buildingName: z.string(),
  byPhone: z.boolean(),
  voted: z.boolean(),
  votedWay: z.string(),
  deliveries: z.array(
    z.object({
      way: z.enum(deliveryWays),
      wayName: z.string(),
      at: z.string(),
      byName: z.string(),
      note: z.string(),
      proofFile: z.string().nullable(),
    }),
  ),
  paper: z.enum(paperStates),
  proxyName: z.string().nullable(),
  proxyId: z.string().nullable(),
  excludedReason: z.string().nullable(),
});
export type ElectorLine = z.infer<typeof ElectorLine>;
export const ElectorList = z.object({ items: z.array(ElectorLine), nextCursor: z.string().nullable() });
export type ElectorList = z.infer<typeof ElectorList>;

export const NewDelivery = z.object({
  electorIds: z.array(z.guid()).min(1).max(500),
  way: z.enum(deliveryWays),
  /** When it was handed over, if not now. */
  at: z.iso.datetime({ offset: true }).optional(),
  note: z.string().trim().max(200).default(''),
  proofFile: z.guid().optional(),
});
export type NewDelivery = z.infer<typeof NewDelivery>;
export const Delivered = z.object({ delivered: z.number() });

export const NewProxy = z.object({
  electorId: z.guid(),
  holderName: z.string().trim().min(2).max(40),
  /** The account of whoever votes, when they vote by phone. */
  userId: z.string().max(80).nullish(),
  /** The picture of the written consent. */
  consentFile: z.guid(),
});
export type NewProxy = z.infer<typeof NewProxy>;
export const ProxyParams = z.object({ areaId: z.string().min(1).max(64), ballotId: z.guid(), proxyId: z.guid() });

/** A conflict of interest: the reason stands in the public record. */
export const NewExclusion = z.object({ reason: z.string().trim().min(4).max(120) });
export type NewExclusion = z.infer<typeof NewExclusion>;
export const Done = z.object({ id: z.string() });
