import type { AskedField } from '#contract/matters';
import { readTour, tourSteps, type Tour, type TourStep } from './steps.ts';
import { tourWords } from './words.ts';

export type Prefilled = { values: Record<string, unknown>; kept: { id: string; small: string }[] };

/** The tour's words and picture for a form of its present step; null on any other page. */
export function prefill(
  request: Request,
  form: { step: TourStep['id']; areaId: string; number?: string; fields: AskedField[] },
): Prefilled | null {
  const tour = readTour(request.headers.get('cookie'));
  if (!tour || tourSteps[tour.at]?.id !== form.step || tour.areaId !== form.areaId) return null;
  if (form.number !== undefined && form.number !== tour.number) return null;
  const words: Record<string, unknown> = tourWords;
  const values = form.fields.flatMap(({ id, type }) => {
    if (type === 'yesno') return [[id, true]];
    return words[id] === undefined ? [] : [[id, words[id]]];
  });
  return { values: Object.fromEntries(values) as Record<string, unknown>, kept: keptOf(tour) };
}

function keptOf({ photo, areaId }: Tour): Prefilled['kept'] {
  return photo ? [{ id: photo, small: `/api/v1/areas/${areaId}/files/${photo}?size=small` }] : [];
}
