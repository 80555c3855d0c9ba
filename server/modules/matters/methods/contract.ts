import { z } from 'zod';
import { Json, Label, StepFigures } from '../contract.ts';

/** The wire of the library of methods: pages, adoption, copy and change. */

export const MethodSummary = z.object({
  id: z.string(),
  name: Label,
  version: z.number(),
  source: z.string(),
  level: z.string(),
  visible: z.string(),
  icon: z.string(),
  promise: Label,
  steps: z.array(Label),
  adopted: z.boolean(),
  changed: z.number(),
  /** An area above asks that it is used. */
  required: z.boolean(),
  hash: z.string(),
});

export const MethodPage = MethodSummary.extend({
  /** Where it is read: the asking area, or nothing for the library itself. */
  areaName: z.string(),
  stepRows: z.array(
    z.object({
      id: z.string(),
      label: Label,
      main: z.boolean(),
      position: z.number(),
      who: z.string(),
      fills: z.string(),
      limit: z.string(),
      late: z.string(),
      shows: z.string(),
      inferred: z.boolean(),
    }),
  ),
  /** Who may read a whole matter, what becomes public, who may object: the sentences of the card (明白卡). */
  reads: z.string(),
  published: z.array(z.string()),
  objections: z.array(z.string()),
  /** Steps on a grid: the main line is row 0 from left to right, asides below. */
  diagram: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        who: z.string(),
        limit: z.string(),
        inferred: z.boolean(),
        main: z.boolean(),
        ending: z.string().nullable(),
        column: z.number(),
        row: z.number(),
      }),
    ),
    edges: z.array(
      z.object({ from: z.string(), to: z.string(), label: z.string(), kind: z.string(), back: z.boolean() }),
    ),
    anytime: z.array(z.object({ label: z.string(), to: z.string() })),
  }),
  quotes: z.array(z.object({ text: z.string(), place: z.string() })),
  inferred: z.array(z.object({ reason: z.string(), paths: z.array(z.string()) })),
  /** What an adopting area may set: path, words, kind of value, the library's value and the one in force. */
  settable: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      kind: z.enum(['time', 'count', 'choice', 'words', 'actors', 'yesno', 'money', 'text', 'percent']),
      value: z.unknown(),
      original: z.unknown(),
      choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
  fixed: z.array(z.string()),
  /** Who changed it here and since when, with each change as a sentence; null where it runs as the library has it. */
  variant: z
    .object({
      areaName: z.string(),
      since: z.string(),
      /** A file of its own, not settings alone. */
      isFile: z.boolean(),
      changes: z.array(z.string()),
    })
    .nullable(),
  /** A newer version in the library and how it differs; it changes nothing until adopted. */
  update: z.object({ version: z.number(), changes: z.array(z.string()) }).nullable(),
  users: z.array(
    z.object({
      areaId: z.string(),
      name: z.string(),
      street: z.string(),
      ended: z.number(),
      onTime: z.number(),
      changed: z.number(),
      isFile: z.boolean(),
    }),
  ),
  figures: StepFigures.nullable(),
  yaml: z.string(),
});

export const AdoptMethod = z.object({
  method: z.string().max(80),
  settings: z.record(z.string(), Json).default({}),
  from: z.string().max(200).optional(),
  /** A method file of one's own, as text: it is checked like the library's. */
  file: z.string().max(200_000).optional(),
  /** Onto the library's newest version. */
  update: z.boolean().optional(),
});
export const AdoptionPreview = z.object({
  problems: z.array(z.object({ path: z.string(), line: z.number(), zh: z.string(), en: z.string() })),
  differences: z.array(z.string()),
  running: z.number(),
  /** The file was taken out of the platform and changed since; null when that cannot be told. */
  fileChanged: z.boolean().nullable(),
});
