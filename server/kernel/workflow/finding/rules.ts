import type { Entry } from '#kernel-contract/search';
import type { Face } from '../contract.ts';

/** The part of a matter that says by what it is found. */
export type Findable = {
  areaId: string;
  id: string;
  number: string;
  visible: 'public' | 'area' | 'parties' | 'restricted';
  title: string;
  words: string;
  face: Face;
  createdAt: string;
};

/**
 * By what a matter is found, and by whom: its list columns by who may read it whole, what its method has shown by everybody.
 * Of a restricted matter nothing but the title of its kind, for its named handlers. Sealed values are in neither.
 * Source: METHODS 2.1 (visible), DESIGN 6.
 */
export function entriesOf(row: Findable): Entry[] {
  const { areaId, id, number, visible } = row;
  const entry = { areaId, kind: 'matter' as const, id, at: row.createdAt, number };
  if (visible === 'restricted') return [{ ...entry, audience: visible, title: row.title, text: '' }];
  const { title, result, category, place } = row.face;
  const label = placeLabel(place);
  const whole: Entry = {
    ...entry,
    audience: visible,
    title: row.title,
    text: [row.words, result].filter(Boolean).join(' '),
  };
  const shown = [title, category, label, result].filter(Boolean);
  if (shown.length === 0) return [whole];
  const face: Entry = {
    ...entry,
    audience: 'face',
    title: title ?? [label, category].filter(Boolean).join(' '),
    text: [category, label, result].filter(Boolean).join(' '),
  };
  return [whole, face];
}

function placeLabel(place: Face['place']): string | null {
  if (typeof place === 'string') return place;
  const label = typeof place === 'object' && place !== null && !Array.isArray(place) ? place['label'] : null;
  return typeof label === 'string' ? label : null;
}
