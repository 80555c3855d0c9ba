import { walkMinutes, type Point } from '#shared/walking';
import type { Activity } from '../contract.ts';

/** What is known of the one for whom something is recommended. */
export type About = {
  /** How often she came to each kind in the last year. */
  kinds: ReadonlyMap<string, number>;
  /** How often she came to each series. */
  series: ReadonlyMap<string, number>;
  teamIds: ReadonlySet<string>;
  /** Full years; the least where only the year of birth is known. */
  age: number | null;
  /** Of the children of her household. */
  childAges: readonly number[];
  home: Point | null;
};

type Offer = Pick<
  Activity,
  'kind' | 'kindName' | 'seriesId' | 'teamId' | 'audiences' | 'minAge' | 'maxAge' | 'lng' | 'lat' | 'state' | 'myState'
> & { enrolled: number };

const elderAge = 60;
const childAgeMax = 14;
const nearMinutes = 10;
const popular = 20;

type Reason = { weight: number; words: string };

const within = (offer: Offer, age: number): boolean => age >= (offer.minAge ?? 0) && age <= (offer.maxAge ?? Infinity);
const hasAges = ({ minAge, maxAge }: Offer): boolean => minAge !== null || maxAge !== null;

/** Minutes on foot from home; null where one of the two is unknown. */
export function minutesFrom(home: Point | null, { lng, lat }: Pick<Offer, 'lng' | 'lat'>): number | null {
  return home && lng !== null && lat !== null ? walkMinutes(home, [lng, lat]) : null;
}

/** Nothing that she is in already, that has begun, or that neither she nor a child of hers is of the age for. */
function isFor(offer: Offer, about: About): boolean {
  if (offer.myState !== null || !['open', 'free'].includes(offer.state)) return false;
  if (!hasAges(offer)) return true;
  const ages = [...about.childAges, ...(about.age === null ? [] : [about.age])];
  return ages.some((age) => within(offer, age));
}

/**
 * Why an activity may please somebody, in words, the weightiest first: her team, what she came to before, her age or her child's, how
 * near it is, how many neighbours go. Source: B45.
 */
export function reasonsFor(offer: Offer, about: About): Reason[] {
  const reasons: Reason[] = [];
  const because = (weight: number, words: string): void => void reasons.push({ weight, words });
  if (offer.teamId && about.teamIds.has(offer.teamId)) because(8, '您所在队伍的活动');
  const again = offer.seriesId ? (about.series.get(offer.seriesId) ?? 0) : 0;
  if (again > 0) because(6, '您来过这个系列');
  const times = about.kinds.get(offer.kind) ?? 0;
  if (times > 0) because(2 + Math.min(times, 3), `您参加过 ${times} 次${offer.kindName}活动`);
  const child = about.childAges.find((age) => age <= childAgeMax && hasAges(offer) && within(offer, age));
  if (child !== undefined) because(5, `家里孩子 ${child} 岁，正好合适`);
  if (about.age !== null && about.age >= elderAge && offer.audiences.includes('老年人')) because(4, '专为老年朋友安排');
  const minutes = minutesFrom(about.home, offer);
  if (minutes !== null && minutes <= nearMinutes) because(2, `离您家走路约 ${minutes} 分钟`);
  if (offer.enrolled >= popular) because(1, `已有 ${offer.enrolled} 位邻居报名`);
  return reasons.toSorted((a, b) => b.weight - a.weight);
}

/** What to recommend, the best reasons first and the sooner before the later; of one kind at most two. */
export function recommend<One extends Offer>(
  offers: readonly One[],
  about: About,
  count: number,
): { offer: One; reasons: string[] }[] {
  const perKind = new Map<string, number>();
  return offers
    .filter((offer) => isFor(offer, about))
    .map((offer, position) => ({ offer, position, reasons: reasonsFor(offer, about) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weightOf(b.reasons) - weightOf(a.reasons) || a.position - b.position)
    .filter(({ offer }) => {
      const before = perKind.get(offer.kind) ?? 0;
      perKind.set(offer.kind, before + 1);
      return before < 2;
    })
    .slice(0, count)
    .map(({ offer, reasons }) => ({ offer, reasons: reasons.slice(0, 3).map(({ words }) => words) }));
}

const weightOf = (reasons: Reason[]): number => reasons.reduce((sum, { weight }) => sum + weight, 0);
