import type { Refusal } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { NewChoice } from './contract.ts';

export const choiceUnknown: Refusal = {
  code: 'brand.choice-unknown',
  status: 404,
  zh: '这个社区现在没有在选主题。',
  en: 'No theme is being chosen here.',
};

export const choiceClosed: Refusal = {
  code: 'brand.choice-closed',
  status: 409,
  zh: '已经截止了，可以看结果。',
  en: 'The choice has closed; its result can be seen.',
};

export const voiceGiven: Refusal = {
  code: 'brand.voice-given',
  status: 409,
  zh: '您已经出过声了，一人一次。',
  en: 'You have given your voice already: once a person.',
};

export const themeUnknown: Refusal = {
  code: 'brand.theme-unknown',
  status: 422,
  zh: '请从列出的主题里选一个。',
  en: 'Choose one of the themes.',
  fields: { themeId: '请从列出的主题里选一个' },
};

export const notResident: Refusal = {
  code: 'brand.not-resident',
  status: 403,
  zh: '这是本社区居民选的。住在这里的话，请到“我的”里把社区改过来。',
  en: 'Residents of this community choose.',
};

const choiceDecided: Refusal = {
  code: 'brand.choice-decided',
  status: 409,
  zh: '已经定下来了。',
  en: 'It has been decided.',
};

const choiceOpen: Refusal = {
  code: 'brand.choice-open',
  status: 409,
  zh: '居民还在选，截止以后再定。',
  en: 'Residents are still choosing.',
};

const notLeading: Refusal = {
  code: 'brand.not-leading',
  status: 409,
  zh: '居民选的不是这一个，请从得声最多的里面定。',
  en: 'Decide among those with most voices.',
  fields: { themeId: '居民选的不是这一个' },
};

/** A choice closes with the end of its last day in Shanghai. */
export function isOpen({ closesOn, decidedAt }: { closesOn: string; decidedAt: string | null }, now: Date): boolean {
  return decidedAt === null && shanghaiDate(now) <= closesOn;
}

const shortestDays = 3;
const longestDays = 60;

/** Residents get some days, and nobody waits for ever. Two themes must differ. */
export function whyNotOpen({ closesOn, themes }: NewChoice, now: Date): Refusal | null {
  const today = shanghaiDate(now);
  if (closesOn < addDays(today, shortestDays) || closesOn > addDays(today, longestDays))
    return {
      code: 'brand.choice-length',
      status: 422,
      zh: `截止日期要在 ${shortestDays} 到 ${longestDays} 天之内，请重新选。`,
      en: 'It closes in 3 to 60 days.',
      fields: { closesOn: `要在 ${shortestDays} 到 ${longestDays} 天之内` },
    };
  const titles = themes.map(({ title }) => title);
  if (new Set(titles).size !== titles.length)
    return {
      code: 'brand.themes-equal',
      status: 422,
      zh: '有两个主题一样，请改一个。',
      en: 'Two themes are equal.',
      fields: { themes: '有两个主题一样' },
    };
  return null;
}

export type Count = { themeId: string; voices: number };

/** The themes with most voices: one, or several when it is a tie. Nobody's voice at all is a tie of all. */
export function leaders(counts: readonly Count[]): string[] {
  const most = Math.max(0, ...counts.map(({ voices }) => voices));
  return counts.filter(({ voices }) => voices === most).map(({ themeId }) => themeId);
}

const reasonMin = 10;

/**
 * Why the community may not decide so: while residents still choose; against what they chose; and in a tie without a
 * reason, or for a theme that did not lead. Source: F03 step 2 “tie → 社区 decides with reasons”.
 */
export function whyNotDecide(
  choice: { closesOn: string; decidedAt: string | null },
  counts: readonly Count[],
  decision: { themeId: string; reason: string },
  now: Date,
): Refusal | null {
  if (choice.decidedAt !== null) return choiceDecided;
  if (isOpen(choice, now)) return choiceOpen;
  const first = leaders(counts);
  if (!first.includes(decision.themeId)) return notLeading;
  if (first.length > 1 && [...decision.reason].length < reasonMin)
    return {
      code: 'brand.reason-missing',
      status: 422,
      zh: `前面几个一样多，社区来定要写明理由，至少 ${reasonMin} 个字。`,
      en: 'It is a tie: say why the community decides so.',
      fields: { reason: `请写明理由，至少 ${reasonMin} 个字` },
    };
  return null;
}
