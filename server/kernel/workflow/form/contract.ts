import type { Values } from '../contract.ts';

export type Sentence = { zh: string; en: string };

/** A form after checking: the values as they will be kept, and one sentence per field that cannot stay as it is. */
export type CheckedForm = { values: Values; problems: Record<string, Sentence> };

/** A place as it is kept: its name to the building, finer words that are never public, and a point (longitude, latitude). */
export type Place = { label: string; detail?: string; point?: [number, number]; building?: string; estate?: string };
