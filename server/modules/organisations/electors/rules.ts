import type { Refusal } from '#shared/refusal';
import type { Elector } from './contract.ts';

export const adultAge = 18;

/** Born in this year or before, one comes of age this year at the latest. */
export const bornUntil = (year: number): number => year - adultAge;

/**
 * Whether a resident has the age to vote in this year. Only the year of birth is known, so the year counts, not the day. A year
 * that nobody has noted does not take a vote away: unknown counts as grown.
 */
export function isAdult(birthYear: number | null, year: number): boolean {
  return birthYear === null || birthYear <= bornUntil(year);
}

export type DoorOfOwner = {
  ownerKey: string;
  label: string;
  buildingId: string | null;
  area: number;
  nameMasked: string;
  userId: string | null;
};

const doorsNamed = 4;

/**
 * Owners out of doors: who has several counts once by number and with all of them by area; a door that several own counts by
 * the one who votes for it. Unsold doors of a developer are one owner like any other. The law is external: Civil Code art. 278,
 * interpretation on divided ownership art. 9 (X17).
 */
export function gatherOwners(doors: readonly DoorOfOwner[]): Elector[] {
  const byKey = new Map<string, DoorOfOwner[]>();
  for (const door of doors) byKey.set(door.ownerKey, [...(byKey.get(door.ownerKey) ?? []), door]);
  return [...byKey].map(([ref, own]) => {
    const [first] = own as [DoorOfOwner];
    const named = own.slice(0, doorsNamed).map(({ label }) => label);
    return {
      ref,
      label: own.length > doorsNamed ? `${named.join('、')} 等 ${own.length} 套` : named.join('、'),
      name: first.nameMasked,
      userId: own.find(({ userId }) => userId !== null)?.userId ?? null,
      buildingId: first.buildingId,
      area: own.reduce((sum, { area }) => sum + area, 0),
    };
  });
}

/** Nobody twice: who sits in two of the bodies asked, or holds two posts in one, has one vote. */
export function onlyOnce(electors: readonly (Elector & { personKey: string })[]): Elector[] {
  const seen = new Set<string>();
  return electors.flatMap(({ personKey, ...elector }) => {
    if (seen.has(personKey)) return [];
    seen.add(personKey);
    return [elector];
  });
}

export type Electorate =
  | { kind: 'owners' | 'residents' | 'households' }
  | { kind: 'body' | 'role'; word: string }
  | { kind: 'user'; userId: string };

/** What a key of an electorate means: `owners`, `residents`, `households`, `village-representatives`, `body:x`, `role:x`, `user:x`. */
export function readElectorate(key: string, bodies: Record<string, unknown>): Electorate | null {
  const [head = '', rest = ''] = key.split(/:(.*)/s);
  if (head === 'user') return rest === '' ? null : { kind: 'user', userId: rest };
  if (head === 'role') return rest === '' ? null : { kind: 'role', word: rest };
  const word = head === 'body' ? rest : key;
  if (word === 'owners' || word === 'households') return { kind: word };
  if (word === 'residents' || word === 'resident') return { kind: 'residents' };
  return word in bodies ? { kind: 'body', word } : null;
}

export const electorateUnknown = (key: string): Refusal => ({
  code: 'electorate.unknown',
  status: 422,
  zh: `不认识“${key.slice(0, 40)}”这样的表决人。请在工作法的设置里改选业主、居民、户或者一个组织。`,
  en: 'There is no such electorate: name owners, residents, households or a body.',
});

export const estateMissing: Refusal = {
  code: 'electorate.no-estate',
  status: 422,
  zh: '业主表决要先说清是哪个小区。请补上小区再试。',
  en: 'Owners vote within an estate: name it.',
  fields: { estateId: '请选小区' },
};
