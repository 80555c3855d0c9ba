/** What takes place in a community, as it is written in activities.yaml and as it is planned. */

export type ActivityEntry = {
  id: string;
  kind:
    | 'talk'
    | 'culture'
    | 'course'
    | 'volunteer'
    | 'festival'
    | 'service'
    | 'show'
    | 'contest'
    | 'exhibition'
    | 'lecture'
    | 'reading'
    | 'market';
  picture: string;
  title: string;
  summary: string;
  host: string;
  where: string;
  from: string;
  to: string;
  seats?: number;
  home?: boolean;
  weekday?: number;
  every?: number;
  topics?: string[];
  season?: ('spring' | 'summer' | 'autumn' | 'winter')[];
  month?: number;
  days?: string[];
  /** Held all the year round; without it some weeks around today. */
  yearRound?: boolean;
  series?: string;
  edition?: string;
  themes?: string[];
  audiences?: string[];
  large?: boolean;
  broad?: boolean;
  venue?: string;
  team?: string;
  ages?: [least: number, greatest: number];
  organisers?: string[];
  /** Of a course: how many times, when each round begins as days from today, every day or once a week. */
  sessions?: number;
  begins?: number[];
  daily?: boolean;
  /** More want to come than there are seats. */
  full?: boolean;
};

export type SeriesEntry = { key: string; name: string; kind: string; theme: string; picture: string; story: string };

export type ActivityPlan = Pick<ActivityEntry, 'kind' | 'title' | 'summary' | 'host' | 'picture'> &
  Pick<ActivityEntry, 'series' | 'edition' | 'themes' | 'audiences' | 'large' | 'broad' | 'venue' | 'team' | 'ages'> & {
    organisers: string[];
    /** The same from day to day, so that its id is too. */
    key: string;
    /** Without any it is one session. */
    sessions: { startsAt: string; endsAt: string }[];
    /** How many wait beyond the seats. */
    waiting: number;
    place: string;
    startsAt: string;
    endsAt: string;
    seats: number | null;
    enrolled: number;
    publishedAt: string;
  };
