import { z } from 'zod';

/** A letter 一封信 to all households or those of some buildings, with its read state and what they ask. Source: C29. */

export const Letter = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  /** To whom, in words: 全社区各户 · 工盛小区 3号楼、4号楼. */
  to: z.string(),
  state: z.enum(['draft', 'sent']),
  sentAt: z.string().nullable(),
});
export type Letter = z.infer<typeof Letter>;
export const LetterList = z.object({ items: z.array(Letter) });

export const Question = z.object({
  id: z.string(),
  question: z.string(),
  /** Masked; empty for others' published questions. */
  asker: z.string(),
  askedAt: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  published: z.boolean(),
  isMine: z.boolean(),
});
export type Question = z.infer<typeof Question>;

/** A door a letter goes to: reached in the app or by hand, or not yet. */
export const LetterDoor = z.object({
  householdId: z.string(),
  label: z.string(),
  way: z.enum(['app', 'door']).nullable(),
  at: z.string().nullable(),
});
export type LetterDoor = z.infer<typeof LetterDoor>;

export const LetterPage = Letter.extend({
  areaName: z.string(),
  body: z.string(),
  signed: z.string(),
  questions: z.array(Question),
  /** Households in all, read in the app, handed over at the door. Shown to everybody: a rate with its count. */
  reach: z.object({ households: z.number(), app: z.number(), door: z.number() }),
  /** Doors of who hands letters over, in order of their address. */
  doors: z.array(LetterDoor),
  address: z.string(),
  actions: z.array(z.enum(['ask', 'send', 'answer', 'hand-over'])),
});
export type LetterPage = z.infer<typeof LetterPage>;

const AreaId = z.string().min(1).max(64);
export const AreaParams = z.object({ areaId: AreaId });
export const LetterParams = z.object({ areaId: AreaId, letterId: z.guid() });
export const DoorParams = LetterParams.extend({ householdId: z.guid() });
export const QuestionParams = LetterParams.extend({ questionId: z.guid() });
const Line = z.string().trim();
export const NewLetter = z.object({
  title: Line.min(2).max(40),
  body: Line.min(10, '信至少写几句').max(4000),
  signed: Line.min(2).max(40),
  /** None: every household of the community. */
  buildingIds: z.array(z.guid()).max(200).default([]),
});
export type NewLetter = z.infer<typeof NewLetter>;
export const NewQuestion = z.object({ question: Line.min(2, '请写几个字').max(500) });
export const Answering = z.object({ answer: Line.min(2).max(1000), publish: z.boolean().default(false) });
export type Answering = z.infer<typeof Answering>;
export const Made = z.object({ id: z.string() });
export const Done = z.object({ done: z.boolean() });
