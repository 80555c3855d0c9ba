/** Where a person reads about matters: on the phone as who reported or who handles, or on the desk. */
export type Reading = 'resident' | 'grid' | 'desk';

const onDesk = /^\/desk\/matters\/(?=[^/]+\/[^/]+$)/;

/** The page of one's own on which a message's matter stands: what was sent to a desk opens on a grid worker's phone too. */
export function placeOfMessage(link: string | null, reading: Reading, home: string): string {
  if (!link) return home;
  if (reading === 'desk') return link;
  return link.replace(onDesk, reading === 'grid' ? '/grid/m/' : '/m/');
}
