import { z } from 'zod';
import { Json } from '../../contract.ts';

/** The wire of bindings: what an area asks of a method in its subtree. */

export const FloorRule = z.enum(['at-most', 'at-least', 'kept']);

export const BoundBy = z.object({
  areaId: z.string(),
  areaName: z.string(),
  required: z.boolean(),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
  /** Each floor in words, as it stands for the version in force here. */
  floors: z.array(z.object({ place: z.string(), rule: FloorRule, value: z.unknown(), words: z.string() })),
  /** Set by the asking area itself: it may change it. */
  own: z.boolean(),
});

export const BindingPage = z.object({
  bindings: z.array(BoundBy),
  /** What the version in force here is below, in words; empty when it keeps to everything. */
  lowered: z.array(z.string()),
  /** What may be bound here; empty for an area that has nobody below it. */
  bindable: z.array(
    z.object({
      place: z.string(),
      rules: z.array(FloorRule),
      kind: z.enum(['time', 'kept', 'count', 'money', 'percent']),
      label: z.string(),
      value: z.unknown(),
    }),
  ),
  /** How the communities below stand to what this area asks: those that do not keep to it. */
  below: z.array(z.object({ areaId: z.string(), name: z.string(), street: z.string(), why: z.array(z.string()) })),
  communities: z.number(),
});

export const BindMethod = z.object({
  required: z.boolean(),
  reason: z.string().max(200).default(''),
  floors: z
    .array(z.object({ place: z.string().max(80), rule: FloorRule, value: Json, label: z.string().max(80) }))
    .max(60),
});
