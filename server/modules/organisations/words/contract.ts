import { z } from 'zod';

/** The words of `library/bodies.yaml`: what bodies are made of. */

const Word = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Line = z.string().trim().min(1).max(60);
const Reason = z.string().trim().min(1).max(200);

export const Seat = z.strictObject({
  post: Line,
  atLeast: z.number().int().min(0).default(0),
  atMost: z.number().int().min(1).optional(),
  /** Only somebody who sits in one of these bodies. */
  from: z.array(Word).min(1).optional(),
  /** Only party members. */
  party: z.boolean().default(false),
});
export type Seat = z.infer<typeof Seat>;

export const Party = z.strictObject({ name: Line, body: Word.optional() });
export const CompositionPart = z.strictObject({
  sign: z.string().min(1).max(2),
  name: Line,
  /** What is counted: bodies and people at a table, a paper, or kinds of meetings. */
  of: z.enum(['party', 'paper', 'meeting']),
  /** Whether a meeting lacks something when all, or every one, of these stay away. */
  needs: z.enum(['all', 'some', 'none']),
  parties: z.array(Party).min(1),
});
export const Composition = z.strictObject({
  name: Line,
  source: Reason,
  inferred: Reason.optional(),
  parts: z.array(CompositionPart).min(1),
});
export type Composition = z.infer<typeof Composition>;

export const BodyFile = z.strictObject({
  tree: z.array(Word).length(5),
  /** Words of names.yaml that mean everybody of a sort: no list of members is kept of them. */
  everybody: z.array(Word),
  bodies: z.record(Word, z.strictObject({ source: Reason, inferred: Reason.optional(), seats: z.array(Seat).min(1) })),
  partyGroup: z.strictObject({ of: Word, group: Word, atLeast: z.number().int().min(1), source: Reason }),
  compositions: z.record(Word, Composition),
});
export type BodyFile = z.infer<typeof BodyFile>;

/** A kind of body: its name and level out of `names.yaml`, its seats, its level in the party tree (1 to 5) or none, and whether members are kept. */
export type BodyKind = {
  word: string;
  label: string;
  level: string;
  seats: Seat[];
  treeLevel: number | null;
  keeps: boolean;
};

export type BodyWords = {
  kinds: Record<string, BodyKind>;
  partyGroup: BodyFile['partyGroup'];
  compositions: Record<string, Composition>;
  /** Roles whose holders make up a body until it has members of its own. */
  holders: Record<string, string[]>;
};
