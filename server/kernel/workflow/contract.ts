/**
 * The words of the workflow kernel: a method as the engine sees it, a matter as the engine sees it, and what a step
 * yields. Everything here is plain data; nothing here reads a clock, a database or a file.
 *
 * Source: METHODS 2.1 (formats), F33 F39 F52 (first flows), N65 N73.
 */

/** A point in time, ISO 8601 in UTC (`2026-11-20T06:36:00.000Z`). */
export type Instant = string;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Values = Record<string, Json>;

/** What stands in a matter's fields for a value that is kept sealed: filled, but not readable. */
export const sealedMark = '•••';

// ---------------------------------------------------------------------------------------------------------- methods

export type Level = 'city' | 'district' | 'street' | 'community' | 'grid' | 'estate';
export type Visibility = 'public' | 'area' | 'parties' | 'restricted';

/** A label people see: Chinese from the key (`verify 项目验证`), English from `library/en.yaml`. */
export type Label = { zh: string; en: string };

export type FieldType =
  | 'text'
  | 'longtext'
  | 'number'
  | 'count'
  | 'money'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'yesno'
  | 'tags'
  | 'place'
  | 'phone'
  | 'person'
  | 'scan'
  | 'signature'
  | 'checkin'
  | 'rating'
  | 'choice'
  | 'who'
  | 'area'
  | 'ref'
  | 'list'
  | 'pick'
  | 'checklist'
  | 'files'
  | 'images'
  | 'consent'
  | 'serial'
  | 'grade';

export type Field = {
  id: string;
  label: Label;
  type: FieldType;
  optional: boolean;
  /** Asked only when this condition holds. */
  if?: string;
  /** Computed, never asked. */
  is?: string;
  many: boolean;
  /** Words of a choice or checklist (Chinese, their own ids), actors of a `who`, columns of a `list`. */
  of?: string[];
  columns?: Field[];
  min?: number | string;
  max?: number | string;
  default?: Json;
  options: Values;
};

export type Form = { id: string; fields: Field[] };

export type Route = { if?: string; to: string };

/** What one may press in a step. `to: 'next'` goes on along the main line. */
export type Action = {
  id: string;
  label: Label;
  routes: Route[];
  atMost?: number;
  else?: string;
  /** Leads on along the main line, or is the only action of its step: needs the form. */
  leads: boolean;
  /** A handler must give a reason (not the reporter). */
  needsReason: boolean;
};

export type Limit =
  | { kind: 'within'; time: string }
  | { kind: 'by-choice'; field: string; times: Record<string, string>; else: string }
  | { kind: 'until'; field: string }
  | { kind: 'unlimited' };

export type Late = { after?: string; tell: string[]; to?: string };

export type Show = { audience: 'public' | 'area' | string; fields: string[] };

export type StepKind = string;

export type Step = {
  id: string;
  label: Label;
  /** On the main line (`steps:`) or aside. */
  main: boolean;
  /** Index on the main line, from 0; -1 for an aside. */
  position: number;
  kind: StepKind;
  /** The argument of the kind key (`offer: volunteer-team` → 'volunteer-team'; `end: done` → 'done'). */
  argument: Json;
  /** Further keys of the kind (`turn`, `rule`, `board` …). */
  options: Values;
  /** Actor expressions: role id, body id, field id, `step.who`, `ref.column`, `params.x`, reporter, resident, anyone, device, family, system. */
  by: string[];
  forms: string[];
  opens?: string;
  limit?: Limit;
  since?: string;
  late: Late[];
  actions: Action[];
  /** Outcome → target, for kinds that end by an outcome rather than an action. */
  outcomes: Record<string, Route[]>;
  shows: Show[];
  tell: string[];
  say?: Label;
  starts: { method: string; if?: string; per?: string }[];
  needs: { if: string; sentence: string }[];
  advise: { if: string; sentence: string }[];
  prints: string[];
  /** Why this step asks for more than seven fields or one photo. */
  why?: string;
  /** What may be written down beside the step for as long as it lasts; each time is kept as a row. */
  meanwhile: Beside[];
  /** What is entered into a register or body when the matter goes on: its id, and from what. */
  record: { into: string; from: string }[];
  /** A heading over several steps; figures group by it (how far up a matter went). */
  stage?: Label;
};

export type Beside = { id: string; label: Label; by: string[]; forms: string[] };

/** The names library files may use (`library/names.yaml`): what is held, who decides together, where money stands. */
export type Name = { label: Label; level: Level };
export type Names = {
  roles: Record<string, Name>;
  bodies: Record<string, Name>;
  funds: Record<string, Name>;
  /** Roles whose holders make up a body until it has members of its own. */
  members: Record<string, string[]>;
  /** Roles the engine's office verbs and default notices speak of. */
  office: { coordinators: string[]; supervisors: string[]; told: string[] };
};

export type Param = {
  id: string;
  label: Label;
  type: string;
  default?: Json;
  of?: string[];
  min?: number;
  max?: number;
};

/** A method ready to run: the file with an area's settings applied. The hash names exactly this content. */
export type Method = {
  id: string;
  hash: string;
  name: Label;
  version: number;
  source: string;
  level: Level;
  visible: Visibility;
  unique: string[];
  params: Record<string, Param & { value: Json }>;
  forms: Record<string, Form>;
  fields: Record<string, Field>;
  /** Main line in order, then asides. */
  steps: Step[];
  anytime: (Action & { by: string[]; in?: string[] })[];
  inferred: { reason: string; paths: string[] }[];
  fixed: string[];
  officeVerbsOff: string[];
  names: Names;
  present: {
    icon?: string;
    promise?: Label;
    empty?: Label;
    late?: Label;
    done?: Label;
    title?: string;
    facts: string[];
    category?: string;
    place?: string;
    photos?: string;
    result?: string;
    after?: string;
    reply?: string;
    rating?: string;
    handler?: string;
    /** Which shown fields the public page uses for what. */
    shown: { title?: string; before?: string; after?: string; result?: string };
  };
  /** Words of choices in English. */
  words: Record<string, string>;
};

/** What is wrong with a library file, in sentences, and where. A warning does not keep the file from running. */
export type Problem = {
  severity: 'error' | 'warning';
  code: string;
  file: string;
  path: string;
  line: number;
  zh: string;
  en: string;
};

// ---------------------------------------------------------------------------------------------------------- matters

export type MatterStatus = 'open' | 'done' | 'refused' | 'withdrawn' | 'merged' | 'moved';

/** Someone or something that acts. `keys` are what they count as towards this matter: `role:<id>` held over its area,
 *  `reporter`, `resident`, `anyone`, `family`, `device`, `system`, `user:<id>`, `unit:<id>`, `body:<id>`. */
export type ActorRef = { id: string; name: string; keys: string[] };

export type MatterState = {
  method: string;
  hash: string;
  status: MatterStatus;
  step: string;
  enteredAt: Instant;
  dueAt: Instant | null;
  /** Set while the matter is suspended (挂起); the limit stands still. */
  pausedAt: Instant | null;
  fields: Values;
  /** Per step: how often entered, when last entered, who acted in it last. */
  visits: Record<string, { count: number; enteredAt: Instant; leftAt?: Instant; by?: string; byName?: string }>;
  /** Per `step.action`: how often done (for `atMost`). */
  taken: Record<string, number>;
  /** Per step: the result of its kind (`offer` → { who }, …). */
  results: Record<string, Values>;
  /** What the kind of the current step keeps while it waits (whom an offer has asked, …). */
  waiting: Values;
  /** Extra actors let in by an office verb (转办 会签): actor keys. */
  handlers: string[];
  /** Fields public from the steps entered so far. */
  shown: string[];
  /** Which `late` rules of the current step have fired; -1 stands for the limit itself. */
  lateFired: number[];
  begunAt: Instant;
};

export type OfficeVerb =
  | 'transfer'
  | 'remind'
  | 'supervise'
  | 'copy'
  | 'consult'
  | 'supplement'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'return'
  | 'withdraw'
  | 'track';

export type MatterEvent =
  | { type: 'begin'; action?: string; form: Values }
  | { type: 'start'; fields: Values }
  | { type: 'act'; action: string; form: Values; reason?: string }
  | { type: 'office'; verb: OfficeVerb; reason?: string; to?: string[]; until?: Instant; files?: string[] }
  | { type: 'merge'; into: string; reason?: string }
  | { type: 'deadline'; rule: 'limit' | number }
  /** What the part that carries a step found out; only from the system. One that began before the step was entered
   *  belongs to an earlier stay. */
  | { type: 'settle'; step: string; outcome: string; result: Values; begunAt?: Instant };

/** What the world must do after a step; performed by the store and the outbox, never by the engine. */
export type Effect =
  | { type: 'waits'; step: string; actors: string[]; dueAt: Instant | null }
  /** `at` is the first instant that is late: one millisecond after the limit, which itself is still in time. */
  | { type: 'deadline'; at: Instant; rule: 'limit' | number }
  | {
      type: 'tell';
      to: string[];
      kind: 'waits' | 'late' | 'remind' | 'supervise' | 'copy' | 'consult' | 'ended' | 'told' | 'answered';
      sentence?: Label;
    }
  | { type: 'start'; method: string; fields: Values }
  /** A step was entered that another part of the platform carries: a ballot, a public notice, a meeting. */
  | { type: 'carry'; kind: string; step: string; settings: Values }
  /** Something is to be entered into a register, or people into a body. */
  | { type: 'record'; kind: 'register' | 'body'; id: string; entries: Values[] }
  | { type: 'ended'; status: MatterStatus };

/** One line of the append-only history. */
export type HistoryLine = {
  kind: 'begin' | 'action' | 'office' | 'system';
  /** Action id, office verb, or `late`, `escalated`, `entered`. */
  what: string;
  from: string | null;
  to: string;
  enteredAt: Instant | null;
  dueAt: Instant | null;
  late: boolean;
  form: Values;
  reason: string | null;
};

export type StepResult = { next: MatterState; history: HistoryLine[]; effects: Effect[]; advice: string[] };

/** An action open to an actor now: what the screens draw as buttons. */
export type OpenAction = {
  id: string;
  kind: 'action' | 'office' | 'anytime';
  label: Label;
  forms: string[];
  needsReason: boolean;
  leads: boolean;
  /** The step it would go to when that is certain now. */
  to?: string;
  /** What an office verb or a merge asks for besides a reason: whom, a new date, the other matter's number. */
  asks?: 'to' | 'until' | 'number';
  /** How many photographs an office verb takes besides a reason; absent: none. */
  filesMax?: number;
};

/** What the engine is told about the world: the time, the working calendar, and facts it may not look up itself. */
export type World = {
  now: Instant;
  calendar: WorkCalendar;
  /** Which roles and bodies (`role:x`, `body:y`) the keys named in `who` fields hold; a key not listed is trusted. */
  holds?: Record<string, string[]>;
  /** What the reporter counts as, for `reporter is …`. */
  reporterKeys?: string[];
};

/** Days off and working weekends per year (国务院办公厅 notice), as data. `off` and `on` are `YYYY-MM-DD`. */
export type WorkCalendar = { off: ReadonlySet<string>; on: ReadonlySet<string>; years: ReadonlySet<string> };

/** The public face as stored; empty before the first step is done. */
export type Face = {
  fields?: Values;
  title?: string | null;
  result?: string | null;
  before?: string[];
  after?: string[];
  category?: string | null;
  place?: Json;
};
