import type { Tone } from '../../../ui/desk/tag.tsx';
import type { DeskMonth } from './months-api.ts';

/** Published, given back, on its way, late. */
export function toneOf({
  state,
  disclosure,
  returnedReason,
}: Pick<DeskMonth, 'state' | 'disclosure' | 'returnedReason'>): Tone {
  if (disclosure === 'published') return 'ok';
  if (returnedReason) return 'due';
  if (disclosure) return 'info';
  return state === 'late' ? 'late' : 'info';
}
