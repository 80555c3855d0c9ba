import type { PlaceChoice, Values } from './read-asked.ts';

const cookie = 'liren_places';
const keptMax = 3;

type Kept = { label: string; areaId?: string; spot?: string };

function readKept(request: Request): Kept[] {
  const found = new RegExp(`(?:^|;\\s*)${cookie}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  if (!found) return [];
  try {
    const kept = JSON.parse(decodeURIComponent(found)) as unknown;
    return Array.isArray(kept)
      ? (kept as Kept[]).filter((one) => typeof one?.label === 'string').slice(0, keptMax)
      : [];
  } catch {
    return [];
  }
}

/** The places reported from this phone last, as places to press; those the community no longer has are left out. */
export function lastPlaces(request: Request, spots: PlaceChoice[]): PlaceChoice[] {
  return readKept(request).flatMap(({ label, areaId, spot }, index) => {
    const known = spots.find((one) => one.areaId === areaId && (one.spot ?? null) === (spot ?? null));
    return known ? [{ ...known, key: `last-${index}`, label }] : [];
  });
}

/** The cookie that keeps the place just used before the others. */
export function keepPlaces(request: Request, values: Values): string {
  const used = Object.values(values).find(
    (value): value is Kept => typeof value === 'object' && value !== null && 'label' in value && 'areaId' in value,
  );
  const others = readKept(request).filter(({ label }) => label !== used?.label);
  const kept = [...(used ? [{ label: used.label, areaId: used.areaId, spot: used.spot }] : []), ...others];
  return `${cookie}=${encodeURIComponent(JSON.stringify(kept.slice(0, keptMax)))}; Path=/grid; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
