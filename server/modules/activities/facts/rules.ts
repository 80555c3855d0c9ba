import type { Refusal } from '#shared/refusal';

type Flags = { large: boolean; broad: boolean };

/** How many activities count towards the two yearly quotas; one that is large and broad counts towards both. Source: B37, X9, N15, N18. */
export function countQuotas(activities: readonly Flags[]): { large: number; broad: number } {
  return {
    large: activities.filter((one) => one.large).length,
    broad: activities.filter((one) => one.broad).length,
  };
}

/**
 * Why a rate of participation cannot be: more people than residents. Times of attendance (人次) are no people (人), and guests are no
 * residents. Source: X4.
 */
export function whyNotRate(people: number, residents: number): Refusal | null {
  if (residents > 0 && people <= residents) return null;
  return {
    code: 'activity.rate-above-whole',
    status: 422,
    zh:
      residents > 0
        ? `来的 ${people} 人比登记的 ${residents} 位居民还多，算不出参与率。请看看是不是把人次当成了人数，或者算进了外来的客人。`
        : '还没有登记居民人数，算不出参与率。请先登记居民。',
    en: 'A rate of participation cannot exceed 100 percent: count people, not attendances, and residents only.',
    details: { people, residents },
  };
}

/** The rate of participation in tenths of a percent, rounded down so that it never says 100% before all have come. */
export function participationPerMille(people: number, residents: number): number {
  return Math.floor((people * 1000) / residents);
}
