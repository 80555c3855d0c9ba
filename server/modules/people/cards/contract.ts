import { z } from 'zod';
import { ContactCard } from '../contact/contract.ts';

/** The household card 一户一码: a code on paper that opens an old person's page with no typing. */

export const cardStates = ['new', 'waiting', 'confirmed', 'revoked'] as const;
export type CardState = (typeof cardStates)[number];
export const cardStateNames: Record<CardState, string> = {
  new: '还没用过',
  waiting: '第一次使用，等网格员确认',
  confirmed: '在用',
  revoked: '已停用',
};

export const Card = z.object({
  id: z.string(),
  householdId: z.string(),
  householdLabel: z.string(),
  personId: z.string().nullable(),
  /** Masked. */
  personName: z.string().nullable(),
  state: z.enum(cardStates),
  stateName: z.string(),
  issuedAt: z.string(),
  firstUsedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type Card = z.infer<typeof Card>;
export const CardList = z.object({ items: z.array(Card) });
export type CardList = z.infer<typeof CardList>;

/** What is printed. The code is shown this once: only its hash is kept. */
export const CardPrint = z.object({
  card: Card,
  /** Groups of letters to read out or type. */
  code: z.string(),
  /** What the QR says. */
  url: z.string(),
  areaName: z.string(),
  householdLabel: z.string(),
  personName: z.string().nullable(),
  contact: ContactCard,
});
export type CardPrint = z.infer<typeof CardPrint>;

export const NewCard = z.object({ personId: z.guid().optional() });
export type NewCard = z.infer<typeof NewCard>;

/** As many as are printed in one go. */
export const cardsPerPrint = 60;
export const NewCards = z.object({ households: z.array(z.guid()).min(1).max(cardsPerPrint) });
export const CardPrints = z.object({ items: z.array(CardPrint) });
export type CardPrints = z.infer<typeof CardPrints>;

export const CardAreaParams = z.object({ areaId: z.string().min(1).max(64) });
export const HouseholdCardParams = z.object({ areaId: z.string().min(1).max(64), householdId: z.guid() });
export const CardParams = z.object({ areaId: z.string().min(1).max(64), cardId: z.guid() });

export const UseCard = z.object({ code: z.string().min(1).max(120) });
export const CardUse = z.object({
  state: z.enum(['waiting', 'signed-in']),
  /** What to tell the person, in words. */
  sentence: z.string(),
  /** Bearer token of the session, once confirmed. */
  token: z.string().nullable(),
  contact: ContactCard,
});
export type CardUse = z.infer<typeof CardUse>;
