import { z } from 'zod';

/** `library/dictionary.yaml`: what the system knows, and the words under which other people's forms ask for it. */

const words = z.array(z.string().min(1));
const term = z.strictObject({ name: z.string(), words, private: z.boolean().optional() });

export const subjects = ['person', 'staff', 'matter', 'grid', 'building', 'estate', 'month', 'community'] as const;
export type Subject = (typeof subjects)[number];

export const figureIds = [
  'households',
  'people',
  'grids',
  'buildings',
  'estates',
  'gridWorkers',
  'buildingHeads',
  'volunteers',
  'workers',
  'received',
  'done',
  'open',
  'late',
  'doneRate',
  'satisfiedRate',
  'activities',
  'notices',
] as const;
export type FigureId = (typeof figureIds)[number];

const condition = z.strictObject({
  name: z.string(),
  words,
  gender: z.enum(['男', '女']).optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  channel: z.string().optional(),
});

export const Dictionary = z.strictObject({
  records: z.record(z.enum(subjects), z.strictObject({ name: z.string(), words, fields: z.record(z.string(), term) })),
  figures: z.record(z.enum(figureIds), term),
  conditions: z.record(z.string(), condition),
  tags: z.record(z.string(), words),
  fillers: words,
  serials: words,
  remarks: words,
  titles: words,
});
export type Dictionary = z.infer<typeof Dictionary>;
