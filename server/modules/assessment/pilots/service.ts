import type { PilotList } from '../contract.ts';
import type { AssessmentContext } from '../facts/service.ts';

export { loadPilots } from './store.ts';

/** The pilots and themes that the source of a standard names; a theme it does not give to a pilot stays empty. Source: B1. */
export function listPilots({ pilots, tree }: AssessmentContext, standard: string): PilotList {
  const file = pilots.find((one) => one.standard === standard);
  const communities = tree.all().filter(({ level }) => level === 'community');
  return {
    source: file?.source ?? '',
    themes: file?.themes ?? [],
    pilots: (file?.pilots ?? []).map((pilot) => ({
      ...pilot,
      areaId:
        communities.find(
          ({ id, name }) => name === pilot.community && tree.ancestorAt(id, 'street')?.name === pilot.street,
        )?.id ?? null,
    })),
  };
}
