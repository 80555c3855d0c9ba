import type { Refusal } from '#shared/refusal';
import type { Criterion } from './contract.ts';

export const contestUnknown: Refusal = {
  code: 'contest.unknown',
  status: 404,
  zh: '这场活动没有征集作品。请看看社区的其他比赛。',
  en: 'This activity takes no entries.',
};

export const entryUnknown: Refusal = {
  code: 'entry.unknown',
  status: 404,
  zh: '没有这件作品，可能已经撤回了。请刷新再看。',
  en: 'There is no such entry.',
};

export const notJuror: Refusal = {
  code: 'entry.not-juror',
  status: 403,
  zh: '您不是这场比赛的评委，不能打分。要当评委，请找社区。',
  en: 'You are no juror of this contest.',
};

export type Stage = 'open' | 'judging' | 'judged';
type Contest = { entriesUntil: string; judgedAt: string | null };

/** Takes entries until its moment, is judged from then on, and stands judged once the result was given. Source: A11. */
export function stageOf(contest: Contest, now: Date): Stage {
  if (contest.judgedAt !== null) return 'judged';
  return now.getTime() < Date.parse(contest.entriesUntil) ? 'open' : 'judging';
}

export const stageNames: Record<Stage, string> = { open: '正在征集', judging: '评委在看', judged: '结果出来了' };

/** One person hands in so many works at most. */
export const entriesPerPerson = 3;

/** Why no entry is taken; null when one is. */
export function whyNotEnter(stage: Stage, bands: readonly string[], band: string, mine: number): Refusal | null {
  if (stage !== 'open') {
    return {
      code: 'entry.closed',
      status: 409,
      zh: '征集已经截止，不能再交作品了。可以去看看展出的作品。',
      en: 'Entries are closed.',
    };
  }
  if (!bands.includes(band)) {
    const zh = `请选一个组别：${bands.join('、')}。`;
    return { code: 'entry.band', status: 422, zh, en: 'Choose one of the age bands.', fields: { band: zh } };
  }
  if (mine >= entriesPerPerson) {
    return {
      code: 'entry.enough',
      status: 409,
      zh: `一个人最多交 ${entriesPerPerson} 件，您已经交满了。`,
      en: `At most ${entriesPerPerson} entries each.`,
    };
  }
  return null;
}

type Judged = { stage: Stage; criteria: readonly Criterion[]; isJuror: boolean; isAuthor: boolean };

/** Why a score does not count: only jurors, only while judging, never one's own work, every criterion within its points. Source: A11. */
export function whyNotScore({ stage, criteria, isJuror, isAuthor }: Judged, points: readonly number[]): Refusal | null {
  if (!isJuror) return notJuror;
  if (isAuthor) {
    return {
      code: 'entry.own-work',
      status: 409,
      zh: '自己的作品自己不打分，请其他评委来打。',
      en: 'Nobody judges a work of their own.',
    };
  }
  if (stage !== 'judging') {
    return {
      code: 'entry.not-judging',
      status: 409,
      zh: stage === 'open' ? '还在征集，截止以后再打分。' : '结果已经公布，不能再改分了。',
      en: 'It is not being judged now.',
    };
  }
  const outside = criteria.findIndex(({ points: most }, at) => (points[at] ?? -1) < 0 || (points[at] ?? -1) > most);
  if (points.length !== criteria.length || outside >= 0) {
    const zh = `每一项都要打分：${criteria.map((one) => `${one.name} 0—${one.points} 分`).join('，')}。`;
    return { code: 'entry.points', status: 422, zh, en: 'Give every criterion its points.', fields: { points: zh } };
  }
  return null;
}

/** The result stands when everything was judged by everybody who may: without that it is refused. Source: A11. */
export function whyNotClose(stage: Stage, missing: number): Refusal | null {
  if (stage === 'judged') {
    return { code: 'contest.judged', status: 409, zh: '结果已经公布过了。', en: 'The result stands already.' };
  }
  if (stage === 'open') {
    return { code: 'contest.open', status: 409, zh: '还在征集，截止以后才能出结果。', en: 'Entries are still taken.' };
  }
  if (missing === 0) return null;
  return {
    code: 'contest.missing',
    status: 409,
    zh: `还差 ${missing} 个分没打完。请评委打完再公布。`,
    en: `${missing} scores are missing.`,
    details: { missing },
  };
}

type Scored = { id: string; band: string; totals: readonly number[]; number: number };

/** Mean of the totals in tenths of a point, rounded half up; null where nobody judged. */
export function meanTenths(totals: readonly number[]): number | null {
  if (totals.length === 0) return null;
  return Math.floor((totals.reduce((sum, one) => sum + one, 0) * 20 + totals.length) / (2 * totals.length));
}

/**
 * Who is honoured, band by band: the highest mean takes the first honour. Equal means share the higher one, and the next
 * below stays empty, as places are counted everywhere.
 */
export function honoursOf(entries: readonly Scored[], honours: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const band of new Set(entries.map((one) => one.band))) {
    const own = entries
      .filter((one) => one.band === band && one.totals.length > 0)
      .map(({ id, totals }) => ({ id, mean: sumOver(totals) }));
    for (const { id, mean } of own) {
      const better = own.filter((one) => one.mean > mean).length;
      const honour = honours[better];
      if (honour) given.set(id, honour);
    }
  }
  return given;
}

const sumOver = (totals: readonly number[]): number => totals.reduce((sum, one) => sum + one, 0) / totals.length;
