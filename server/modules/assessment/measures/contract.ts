import type { Measured, MeasureSpec } from '#kernel-contract/standards';
import type { Json } from '#kernel-contract/workflow';

/** What other modules tell of a community, as the measures need it. Null: nothing keeps such records. */

export type VenueFact = {
  id: string;
  /** The place it is a part of. */
  parentId: string | null;
  name: string;
  kind: string;
  indoor: boolean;
  sizeTenths: number | null;
  functions: readonly string[];
  free: boolean;
  weeklyMinutes: number;
};

export type ActivityFact = {
  id: string;
  title: string;
  themes: readonly string[];
  audiences: readonly string[];
  large: boolean;
  broad: boolean;
  startsAt: string;
  personTimes: number;
};

export type TeamFact = {
  id: string;
  name: string;
  sort: string;
  members: number;
  activeMonths: number;
  allYear: boolean;
};

/** What is reached on foot within so many minutes, need by need. */
export type CircleFact = {
  minutes: number;
  needs: readonly {
    name: string;
    isWithin: boolean;
    buildings: number;
    reached: number;
    places: readonly { name: string }[];
  }[];
};

/** The brand that everybody sees, with what proves that it is known farther off. */
export type BrandFact = {
  id: string;
  name: string;
  proofs: readonly { title: string; kindName: string; givenBy: string; givenOn: string }[];
};

export type RegisterFact = { id: string; label: string; form: { readonly [field: string]: unknown } };

export type Facts = {
  areaId: string;
  year: number;
  venues: readonly VenueFact[] | null;
  activities: readonly ActivityFact[] | null;
  teams: readonly TeamFact[] | null;
  circle: CircleFact | null;
  /** Without a brand that is published: none. */
  brands: readonly BrandFact[] | null;
  /** Records that stand, of every register the area keeps and a standard asks about. */
  registers: Readonly<Record<string, readonly RegisterFact[]>>;
  /** Open matters by category, for every category that a method in force knows. */
  matters: readonly { category: string; open: number }[] | null;
};

/** A record behind a figure: what it is, why it counts or does not, and where it opens. */
export type Behind = { title: string; detail: string; path: string | null; counts: boolean };

export type Reading = { measured: Measured; behind: readonly Behind[]; list: { label: string; path: string } | null };

export type Measure = Omit<MeasureSpec, 'name'> & {
  read(facts: Facts, given: { [argument: string]: Json }): Reading;
};
