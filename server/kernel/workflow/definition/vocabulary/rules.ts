import type { FieldType, Level, OfficeVerb, Visibility } from '../../contract.ts';

/** The words of the formats, as tables. Source: METHODS 2 and 2.1. */

export const levels: readonly Level[] = ['city', 'district', 'street', 'community', 'grid', 'estate'];
export const visibilities: readonly Visibility[] = ['public', 'area', 'parties', 'restricted'];
export const endings = ['done', 'refused', 'withdrawn', 'merged', 'moved'] as const;

/** Actors that need no line in names.yaml. */
export const givenActors = ['reporter', 'resident', 'anyone', 'device', 'family', 'system'] as const;

/** Who can be asked as a whole without a line in names.yaml: a part of the platform knows who they are. */
export const electorates: readonly string[] = ['owners', 'residents', 'households', 'village-representatives'];

/** By which rules a vote passes; how each counts stands in library/ballots.yaml. */
export const voteRules: readonly string[] = [
  'majority-of-members',
  'majority-of-present',
  'two-thirds-of-present',
  'most-votes',
  'owners-double-majority',
  'owners-three-quarters',
];

/** Sealed, masked and never shown. */
export const privateTypes: readonly FieldType[] = ['phone', 'person', 'signature', 'scan'];

export const officeVerbs: readonly OfficeVerb[] = [
  'transfer',
  'remind',
  'supervise',
  'copy',
  'consult',
  'supplement',
  'extend',
  'suspend',
  'resume',
  'return',
  'withdraw',
  'track',
];

type TypeWords = { options: readonly string[]; needs?: readonly string[]; later?: true };

/** Field types with the options each takes. `later`: in the formats, but no part of the platform carries it yet. */
export const fieldTypes: Record<FieldType, TypeWords> = {
  text: { options: ['min', 'max', 'default'] },
  longtext: { options: ['min', 'max', 'default'] },
  number: { options: ['min', 'max'] },
  count: { options: ['min', 'max'] },
  money: { options: ['min', 'max'] },
  percent: { options: ['min', 'max'] },
  date: { options: ['min', 'max'] },
  datetime: { options: ['min', 'max'] },
  yesno: { options: [] },
  tags: { options: [] },
  place: { options: [] },
  phone: { options: [] },
  person: { options: [] },
  scan: { options: [] },
  signature: { options: [] },
  checkin: { options: [] },
  rating: { options: [] },
  choice: { options: ['of', 'default'], needs: ['of'] },
  who: { options: ['of'], needs: ['of'] },
  area: { options: ['level'] },
  ref: { options: ['of'], needs: ['of'], later: true },
  list: { options: ['of', 'min', 'max'], needs: ['of'] },
  pick: { options: ['of'], needs: ['of'] },
  checklist: { options: ['of', 'ordered'], needs: ['of'] },
  files: { options: ['min', 'max'] },
  images: { options: ['min', 'max', 'captions', 'pixels'] },
  consent: { options: ['for'], needs: ['for'] },
  serial: { options: ['like'], needs: ['like'], later: true },
  grade: { options: ['of'], needs: ['of'], later: true },
};

/** Further keys of each kind and its outcomes: those that go on, that must and that may be written. */
export type KindWords = {
  keys: readonly string[];
  onward: readonly string[];
  must: readonly string[];
  may: readonly string[];
};

export const kindWords: Record<string, KindWords> = {
  task: { keys: [], onward: [], must: [], may: [] },
  session: { keys: ['quorum'], onward: [], must: [], may: [] },
  assess: { keys: [], onward: [], must: [], may: [] },
  gather: { keys: [], onward: ['enough'], must: [], may: ['short'] },
  vote: { keys: ['rule', 'choose', 'pick', 'secret'], onward: ['passed'], must: ['failed'], may: [] },
  review: { keys: ['criteria'], onward: ['done'], must: [], may: [] },
  publicity: { keys: ['board'], onward: ['clear'], must: ['upheld'], may: [] },
  offer: { keys: ['turn'], onward: ['accepted'], must: ['none'], may: [] },
  children: { keys: ['per', 'at'], onward: ['done'], must: [], may: ['not'] },
  pay: { keys: ['from', 'to', 'split', 'of'], onward: ['paid'], must: [], may: ['unpaid'] },
  end: { keys: ['sets'], onward: [], must: [], may: [] },
};

/** Keys of any step; `later` ones are in the formats and refused plainly until something carries them. */
export const stepKeys: readonly string[] = [
  'by',
  'form',
  'opens',
  'within',
  'until',
  'since',
  'late',
  'go',
  'shows',
  'tell',
  'say',
  'starts',
  'needs',
  'advise',
  'prints',
  'stage',
  'why',
  'record',
  'meanwhile',
];
export const laterStepKeys: readonly string[] = [];

export const methodKeys: readonly string[] = [
  'id',
  'name',
  'version',
  'source',
  'quotes',
  'params',
  'inferred',
  'fixed',
  'level',
  'visible',
  'unique',
  'present',
  'forms',
  'steps',
  'aside',
  'anytime',
  'without',
];
export const laterMethodKeys: readonly string[] = ['parent'];
export const variantKeys: readonly string[] = ['id', 'name', 'version', 'source', 'base', 'set', 'inferred'];

export const paramTypes: readonly string[] = [
  'text',
  'count',
  'money',
  'percent',
  'yesno',
  'choice',
  'words',
  'actor',
  'rule',
];
export const laterParamTypes: readonly string[] = ['register', 'fund', 'scheme'];

/** Keys of the smaller maps of a method. */
export const fieldKeys: readonly string[] = ['type', 'if', 'is', 'many'];
export const paramKeys: readonly string[] = ['type', 'default', 'of', 'min', 'max'];
export const routeKeys: readonly string[] = ['if', 'to'];
export const actionKeys: readonly string[] = ['to', 'atMost', 'else'];
export const lateKeys: readonly string[] = ['after', 'tell', 'to'];
/** What is open beside a step. With a cadence it would be a duty, which nothing carries beside a step yet. */
export const besideKeys: readonly string[] = ['by', 'form'];
export const laterBesideKeys: readonly string[] = ['do', 'every', 'per', 'until', 'grace', 'if', 'late', 'tell'];
export const anytimeKeys: readonly string[] = ['by', 'to', 'in'];
export const startKeys: readonly string[] = ['method', 'if'];
export const laterStartKeys: readonly string[] = ['per', 'at'];
export const presentTexts = ['promise', 'empty', 'late', 'done'] as const;
export const presentFields = [
  'title',
  'category',
  'place',
  'photos',
  'result',
  'after',
  'reply',
  'rating',
  'handler',
] as const;
export const presentShown = ['title', 'before', 'after', 'result'] as const;
