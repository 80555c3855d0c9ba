import type { Refusal } from '#shared/refusal';
import { clockTime, dayName, shanghaiParts, weekdayName } from '#shared/time';
import type { RecordAction, RecordInput, RecordSessionInput, RecordState } from './contract.ts';

/** Four editions a year and no other. Source: C15, N39. */
export const galaEditions = ['春之乐', '夏之悦', '秋之约', '冬之跃'] as const;

/** The editions a series of a kind may have in a year; none where it names them as it likes. */
export function editionsOf(seriesKind: string): string[] {
  return seriesKind === 'gala' ? [...galaEditions] : [];
}

/** Large events a year. Source: B37, N15. */
export const largeNeeded = 5;
/** Activities with broad participation a year. Source: B37, N18. */
export const broadNeeded = 15;

export const recordUnknown: Refusal = {
  code: 'activity-record.unknown',
  status: 404,
  zh: '没有这份活动，可能已经删掉了。请回到活动列表再找。',
  en: 'There is no such activity.',
};

export const venueElsewhere: Refusal = {
  code: 'activity-record.venue-elsewhere',
  status: 422,
  zh: '选的阵地不在这个社区里，请重新选一个，或者直接写地点。',
  en: 'The venue is not of this community.',
  fields: { venueId: '不在这个社区里' },
};

export const stateNames: Record<RecordState, string> = {
  draft: '草稿',
  submitted: '等书记审核',
  published: '已发布',
  withdrawn: '已取消',
};

export const decisionNames = {
  submitted: '提交审核',
  recalled: '撤回修改',
  approved: '审核通过',
  returned: '退回修改',
  changed: '发布后修改',
} as const;

const wrong = (code: string, field: string, zh: string, en: string): Refusal => ({
  code,
  status: 422,
  zh,
  en,
  fields: { [field]: zh },
});

/** Why a draft cannot be kept as it is; null when it can. Sessions may stand in any order, and none on top of another. */
export function whyNotKept(input: RecordInput): Refusal | null {
  const inOrder = sortSessions(input.sessions);
  for (const [at, session] of inOrder.entries()) {
    if (Date.parse(session.endsAt) <= Date.parse(session.startsAt)) {
      return wrong(
        'activity-record.ends-before-start',
        'sessions',
        '有一场的结束时间不晚于开始时间，请改一下。',
        'It must end later.',
      );
    }
    const before = inOrder[at - 1];
    if (before && Date.parse(session.startsAt) < Date.parse(before.endsAt) && samePlace(before, session)) {
      return wrong('activity-record.overlap', 'sessions', '有两场时间重叠了，请改其中一场。', 'Two sessions overlap.');
    }
  }
  const { minAge, maxAge } = input;
  if (minAge !== null && maxAge !== null && minAge > maxAge) {
    return wrong('activity-record.ages', 'maxAge', '最大年龄比最小年龄还小，请改一下。', 'The ages are turned round.');
  }
  return null;
}

const samePlace = (a: RecordSessionInput, b: RecordSessionInput): boolean =>
  a.place === b.place && a.venueId === b.venueId;

export function sortSessions<S extends { startsAt: string }>(sessions: readonly S[]): S[] {
  return [...sessions].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** Why an activity cannot be put before the secretary, or before the public; null when it can. */
export function whyNotReady(sessions: readonly { endsAt: string }[], officer: string, now: Date): Refusal | null {
  if (sessions.every((session) => Date.parse(session.endsAt) <= now.getTime())) {
    return wrong(
      'activity-record.over',
      'sessions',
      '时间都已经过了，请改一下时间再提交。',
      'It would be over already.',
    );
  }
  if (officer === '') {
    return wrong(
      'activity-record.no-officer',
      'officer',
      '请写上由谁专门负责：专项工作专人管。',
      'Say who sees to it.',
    );
  }
  return null;
}

/** A gala has its four editions, each once a year; `taken` are those of the same year. Source: C15, N39. */
export function whyNotEdition(seriesKind: string | null, edition: string, taken: readonly string[]): Refusal | null {
  if (seriesKind !== 'gala') return null;
  if (!(galaEditions as readonly string[]).includes(edition)) {
    const zh = `四季春晚一年四场：${galaEditions.join('、')}。请选这是哪一场。`;
    return wrong('activity-record.edition-unknown', 'edition', zh, 'A gala has four editions a year. Choose one.');
  }
  return taken.includes(edition) ? editionTaken(edition) : null;
}

export function editionTaken(edition: string): Refusal {
  const zh = `今年的“${edition}”已经有一场了。四季春晚一季一场，请去改那一场，或者选别的季。`;
  return {
    ...wrong('activity-record.edition-taken', 'edition', zh, 'This edition is there already this year.'),
    status: 409,
  };
}

/** The year by which editions and quotas are counted, as a calendar in Shanghai shows it. */
export function yearOf(startsAt: string): number {
  return shanghaiParts(startsAt).year;
}

type Rights = { drafts: boolean; approves: boolean };

/** What may be done now: drafters write and put forward, approvers decide, and nothing is public before they have. */
export function actionsOf(state: RecordState, isOver: boolean, rights: Rights): RecordAction[] {
  const { drafts, approves } = rights;
  const actions: RecordAction[] = [];
  if (state === 'draft' && drafts) actions.push('save', approves ? 'approve' : 'submit', 'discard');
  if (state === 'submitted') {
    if (approves) actions.push('save', 'approve', 'return');
    else if (drafts) actions.push('recall');
  }
  if (state === 'published' && approves && !isOver) actions.push('save', 'withdraw');
  if (drafts) actions.push('again');
  return actions;
}

/** The refusal of a step that the state does not allow (any more). */
export function notNow(state: RecordState): Refusal {
  return {
    code: 'activity-record.not-now',
    status: 409,
    zh: `这份活动现在是“${stateNames[state]}”，这一步做不了。请刷新看看谁已经动过。`,
    en: `It is ${state} now; this cannot be done.`,
    details: { state },
  };
}

type Held = { startsAt: string; endsAt: string; place: string };

/** What those enrolled must hear of a change; null when neither a time nor a place has changed. Source: issue “Activities”. */
export function changeTold(title: string, before: readonly Held[], after: readonly Held[], now: Date): string | null {
  const told = (held: readonly Held[]): string =>
    sortSessions(held)
      .map(
        (one) => `${dayName(one.startsAt, now)} ${weekdayName(one.startsAt)} ${clockTime(one.startsAt)}，${one.place}`,
      )
      .join('；');
  const times = (held: readonly Held[]): string =>
    sortSessions(held)
      .map((one) => `${Date.parse(one.startsAt)}-${Date.parse(one.endsAt)}-${one.place}`)
      .join();
  if (times(before) === times(after)) return null;
  return `您报名的“${title}”改了时间或地点。现在是：${told(after)}。去不了的话，请在活动页上把座位让出来。`;
}
