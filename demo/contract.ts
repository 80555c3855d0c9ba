import type { RegistersData } from './register-data.ts';
import type { BookingRules } from '#contract/venues';
import type { ActivityEntry, SeriesEntry } from './occasions.ts';

/** The words of the demo city: its data files as read, and the plan that is made of them. Plain data throughout. */

export type EstateKind = 'old' | 'lift' | 'walkup' | 'village';

export type Estate = {
  name: string;
  short: string;
  buildings: number;
  units: number;
  floors: number;
  built: number;
  kind: EstateKind;
  gates: string[];
  places: string[];
};

/** `covers`: short name of an estate → first and last building. */
export type Grid = { suffix: string; name: string; covers: Record<string, [number, number]> };

export type Community = {
  name: string;
  pilot: number;
  street: string;
  code: string;
  letters: string;
  dot: [number, number];
  property: string;
  estates: Estate[];
  grids: Grid[];
  /** Spots that people call by a name of their own. */
  spots?: string[];
  /** Number on the post, short name of the estate, nearest building, where. */
  lampPosts?: [number, string, number, string][];
};

export type District = {
  name: string;
  fullName?: string;
  code: string;
  invented?: boolean;
  label: [number, number];
  cell: string;
};

export type Areas = {
  province: { name: string; code: string };
  city: { name: string; code: string };
  map: { view: [number, number, number, number]; note: string };
  districts: District[];
  streets: { name: string; district: string; code: string }[];
  communities: Community[];
};

export type Gender = '男' | '女';

type NamedPerson = { name: string; fullName?: string; gender: Gender; age: number; face?: string };

export type Account = NamedPerson & {
  username: string;
  role: string;
  /** What she is called where the role does not say it. */
  title?: string;
  says: string;
  home?: [string, number, number, string];
  grid?: string;
  estate?: string;
  street?: string;
  district?: string;
  of?: string;
  relation?: string;
};

export type StaffEntry = NamedPerson & {
  key: string;
  role: string;
  title?: string;
  grid?: string;
  grids?: string[];
  estate?: string;
};

/** A member is a username of `accounts` or a person. */
export type HouseholdEntry = { at: [string, number, number, string]; tag?: string; people: (string | NamedPerson)[] };

export type People = {
  surnames: { common: string[]; local: string[] };
  given: Record<'oldWomen' | 'oldMen' | 'women' | 'men' | 'youngWomen' | 'youngMen', string[]>;
  neverUse: string[];
  units: string[];
  accounts: Account[];
  gongsheng: { staff: StaffEntry[]; households: HouseholdEntry[] };
};

export type Season = Partial<Record<'spring' | 'summer' | 'autumn' | 'winter' | 'storm', number>>;

/** One situation that people report, with everything that is said about it. See stories/README.md. */
export type Case = {
  id: string;
  at: 'building' | 'unit' | 'home' | 'estate' | 'lamp';
  spots: string[] | 'gates' | 'places';
  category?: string;
  kind?: string;
  quick?: string;
  weight?: number;
  photo?: string;
  by?: string[];
  only?: EstateKind[];
  season?: Season;
  words?: Record<string, string[]>;
  wish?: string[];
  news: string[];
  say: string[];
  old?: string[];
  young?: string[];
  more: string[];
  fact: string[];
  fixed: string[];
};

export type Subject = {
  subject: string;
  category: string;
  weight: number;
  photo: string;
  /** The picture of what was done, where there is no pair. */
  after?: string;
  /** Concerns one home or a quarrel: its result is never put on the community's page. */
  private?: boolean;
  by: string[];
  only?: EstateKind[];
  season?: Season;
  wish: string[];
  again: string[];
  /** Why one like it was not taken up; without any it always is. */
  refuse?: string[];
  cases: Case[];
};

export type Voices = {
  slots: Record<string, string[]>;
  after: Record<'old' | 'young' | 'any' | 'seen', string[]>;
  report: Record<'grid' | 'building' | 'hotline' | 'proxy', string[]>;
  done: { lead: Record<'inside' | 'outside', string[]>; tail: string[] };
  /** short, colleague, group: to a colleague who reported it, the last where neighbours saw it too. */
  reply: Record<'lead' | 'tail' | 'short' | 'colleague' | 'group', string[]>;
  rating: Record<string, string[]>;
  remind: Record<'resident' | 'staff' | 'late', string[]>;
  supervise: string[];
  extend: Record<'inside' | 'outside', string[]>;
  wrong: Record<'unit' | 'else', string[]>;
  up: string[];
  coordinate: string[];
  merge: string[];
  assign: string[];
};

export type NoticeEntry = {
  kind: 'outage' | 'work' | 'reminder' | 'meeting' | 'result' | 'service';
  icon: string;
  title: string;
  body: string;
  affects: string;
  in?: number;
  posted?: number;
  from?: string;
  to?: string;
  season?: ('spring' | 'summer' | 'autumn' | 'winter')[];
  /** Only where an estate has lifts. */
  lift?: boolean;
};

/** A published figure as its source prints it. */
export type FigureEntry = {
  area: string;
  metric: string;
  value: number;
  unit: string;
  qualifier: string;
  period: string;
  source: string;
  publishedOn: string;
};

/** What the office judged of a standard, and what it attached: `by` is the secretary or a community worker. */
export type AssessmentData = {
  standard: string;
  entries: {
    item: string;
    verdict?: string;
    days: number;
    at: string;
    by: 'secretary' | number;
    words: string;
    link?: string;
    picture?: string;
  }[];
};

export type DemoData = {
  areas: Areas;
  people: People;
  subjects: Subject[];
  voices: Voices;
  open: OpenEntry[];
  notices: Record<'home' | 'others' | 'past', NoticeEntry[]>;
  activities: Record<'weekly' | 'yearly' | 'festivals' | 'courses', ActivityEntry[]> & { series: SeriesEntry[] };
  figures: FigureEntry[];
  venues: VenuesData;
  assessment: AssessmentData;
  registers: RegistersData;
  bookings: BookingsData;
};

/** What stands open in 工盛 today (`open.yaml`): the step it waits in, how its limit stands, and what is fixed of it. */
export type OpenEntry = {
  step: string;
  due: 'overdue' | 'today' | 'later';
  case?: string;
  reporter?: string;
  channel?: Channel;
  handler?: string;
  grid?: string;
  method?: 'neighbour-matter';
  words?: string;
  picks?: Record<string, string>;
  by?: string;
  at?: { estate: string; building?: number; unit?: number; spot: string };
};

// ------------------------------------------------------------------------------------------------------------ the plan

/** Days off and working weekends, as the workflow kernel's calendar has them. */
export type Calendar = { off: ReadonlySet<string>; on: ReadonlySet<string> };

/**
 * Someone of the demo city. `key` is stable and unique; `holds` says which role at which area, areas by key:
 * the code down to the community, code + suffix for grids, `code#estate` and `code#estate#building` inside.
 */
export type Person = {
  key: string;
  name: string;
  /** As neighbours say it (陈师傅), when they do not use the name. */
  called: string | null;
  gender: Gender;
  age: number;
  birthYear: number;
  phone: string;
  idNumber: string;
  face: string;
  holds: { role: string; at: string }[];
  title: string;
  username: string | null;
  says: string | null;
  home: { estate: string; building: number; unit: number; room: string } | null;
  tag: string | null;
};

export type CommunityCast = {
  community: Community;
  secretary: Person;
  workers: Person[];
  head: Person;
  gridWorkers: Record<string, Person>;
  property: Person[];
  buildingHeads: Record<string, Person>;
  volunteers: Person[];
  residents: Person[];
  /** The elder's key, and the user name of who may act for her. */
  families: { elder: string; family: string; relation: string }[];
  streetOfficer: Person;
  units: Record<string, Person>;
};

export type Cast = { communities: CommunityCast[]; upper: Person[] };

export type Channel = 'resident' | 'grid-worker' | 'building-head' | 'hotline' | 'community' | 'card';

export type PlanPlace = {
  estate: string;
  short: string;
  building: number | null;
  unit: number | null;
  spot: string;
  grid: string;
  lampPost: number | null;
  /** 北院 5 号楼 2 单元三楼楼道 */
  label: string;
};

export type Form = Record<string, string | number | boolean | string[] | { [key: string]: string }>;

/** Something somebody does. People in forms stand as `user:<person key>`, pictures by their names (`lamp-before`). */
export type PlanAct = { at: string; by: string } & (
  | { type: 'act'; action: string; form: Form; reason?: string }
  | { type: 'office'; verb: string; reason?: string; until?: string }
  /** `into` is the key of the plan it is merged into. */
  | { type: 'merge'; into: string; reason?: string }
);

export type MatterPlan = {
  key: string;
  community: string;
  method: string;
  createdAt: string;
  channel: Channel;
  /** Who reports under her own name; null when somebody registers it for a caller. */
  reporter: string | null;
  /** Who fills the form. */
  by: string;
  onBehalfOf: { name: string; phone: string } | null;
  subject: string;
  case: string;
  place: PlanPlace;
  form: Form;
  acts: PlanAct[];
  /** What the matter must have come to by `today` when all acts and the deadlines between them have happened. */
  expected: { status: 'open' | 'done' | 'refused' | 'merged' | 'withdrawn'; step: string };
};

export type NoticePlan = Pick<NoticeEntry, 'kind' | 'icon' | 'title' | 'body' | 'affects'> & {
  startsAt: string | null;
  endsAt: string | null;
  publishedAt: string;
};

/** A venue as it is written; see venues.yaml. */
export type VenueEntry = {
  key: string;
  name: string;
  kind: string;
  place: string;
  in?: string;
  at?: [number, number];
  outdoor?: boolean;
  /** Square metres, or between which. */
  size?: number | [number, number];
  seats?: number;
  functions?: string[];
  hours?: string[];
  /** Kept instead by some, who open less. */
  shortHours?: string[];
  booking?: string;
  picture?: string;
  owner?: string;
  terms?: string;
  operator?: string;
  free?: boolean;
  story?: string;
  before?: { use: string; picture?: string; size?: number };
  closed?: Record<number, string>;
  chance?: number;
};

export type VenuesData = {
  booking: Record<string, BookingRules>;
  home: VenueEntry[];
  others: VenueEntry[];
  more: VenueEntry[];
};

/** What is booked in the demo city; see bookings.yaml. */
export type BookingsData = {
  teams: { key: string; venue: string; weekday: number; at: string; minutes: number }[];
  purposes: { venue: string; title: string; people: [number, number]; minutes: number }[];
  reasons: string[];
  refusals: string[];
};
