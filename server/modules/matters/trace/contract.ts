import { z } from 'zod';
import { CarriedLink, Label, LineStep, matterStatuses, Picture } from '../contract.ts';

/** One matter as everybody may see it. */
export const PublicMatter = z.object({
  code: z.string(),
  areaId: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  place: z.string().nullable(),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  stars: z.number().nullable(),
  daysUsed: z.number().nullable(),
  before: z.array(Picture),
  after: z.array(Picture),
  result: z.string().nullable(),
  statusName: z.string(),
  stepName: z.string(),
  dueAt: z.string().nullable(),
  open: z.boolean(),
});
export const PublicMatterQuery = z.object({
  state: z.enum(['solved', 'reported', 'closed', 'open']).default('solved'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const PublicMatterList = z.object({
  items: z.array(PublicMatter),
  next: z.string().nullable(),
  month: z.string(),
});

/** The public page of one story `/t/{code}`: exactly what the method shows, and nothing else. */
export const Trace = PublicMatter.extend({
  number: z.string(),
  areaName: z.string(),
  status: z.enum(matterStatuses),
  line: z.array(LineStep),
  /** What holds it until a day, and what it comes to then; empty where nothing holds it. */
  gateText: z.string(),
  story: z.array(
    z.object({
      at: z.string(),
      /** The step that was left. */
      step: z.string(),
      stepName: z.string(),
      headline: z.string(),
      text: z.string(),
      /** What it has shown besides the result: fields in words, and the rows of lists. */
      facts: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
      rows: z.array(z.object({ id: z.string(), label: z.string(), note: z.string(), text: z.string() })),
      pictures: z.array(Picture),
      turning: z.boolean(),
    }),
  ),
  method: z.object({ id: z.string(), name: Label, source: z.string() }),
  groupText: z.string(),
  /** What its steps have shown besides title and result: label and words. */
  shown: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  carried: z.array(CarriedLink.omit({ deskHref: true })),
});

/** What the home page of a community shows of its matters. */
export const CommunityFace = z.object({
  solved: z.array(PublicMatter),
  month: z.object({
    name: z.string(),
    from: z.string(),
    to: z.string(),
    reported: z.number(),
    closed: z.number(),
    open: z.number(),
    openLate: z.number(),
  }),
});
