import type { Refusal } from '#shared/refusal';
import { addDays } from '#shared/time';
import type { TeamWords } from '../words/contract.ts';
import type { PerformanceForm, WorkForm, WorkPage, WorkState } from './contract.ts';

/** A work is of a known kind and has something to look at, read or hear. */
export function whyNotSubmit(work: WorkForm, words: TeamWords): Refusal | null {
  if (!words.works.includes(work.kind) || (work.theme !== '' && !words.themes.includes(work.theme))) {
    return {
      code: 'work.kind-unknown',
      status: 422,
      zh: '种类和主题请从列出来的里面选。',
      en: 'Choose the kind and the theme from the list.',
      fields: { kind: '请从列出来的里面选' },
    };
  }
  if (work.body === '' && work.images.length === 0 && work.media === null) {
    return {
      code: 'work.empty',
      status: 422,
      zh: '还没有内容：写上词、贴上图，或者留个能听能看的网址，三样有一样就行。',
      en: 'Give its words, a picture, or an address where it can be heard or seen.',
      fields: { body: '词、图、网址，三样有一样就行' },
    };
  }
  return null;
}

const next: Record<WorkState, WorkState[]> = {
  submitted: ['published', 'returned', 'withdrawn'],
  published: ['withdrawn'],
  returned: ['withdrawn'],
  withdrawn: [],
};

/** Only what waits is decided; what hangs can be taken down; nothing comes back by itself. */
export function whyNotDecide(from: WorkState, to: WorkState): Refusal | null {
  if (next[from].includes(to)) return null;
  return {
    code: 'work.decided-already',
    status: 409,
    zh: '这件作品已经有人处理过了，刷新一下就能看到。',
    en: 'Somebody has decided already.',
  };
}

/** What somebody may do with a work. The author can take her own back at any time. */
export function workActions(state: WorkState, who: { decides: boolean; owns: boolean }): WorkPage['actions'] {
  const actions: WorkPage['actions'] = [];
  if (who.decides && state === 'submitted') actions.push('publish', 'return');
  if ((who.decides || who.owns) && next[state].includes('withdrawn')) actions.push('withdraw');
  if (who.decides && state === 'published') actions.push('perform');
  return actions;
}

/** A performance was held: not tomorrow's. */
export function whyNotNote(form: Pick<PerformanceForm, 'performedOn'>, today: string): Refusal | null {
  if (form.performedOn < addDays(today, 1)) return null;
  return {
    code: 'work.not-performed',
    status: 422,
    zh: '还没演的先排到活动里，演完再记到这里。',
    en: 'It has not been performed yet: announce it as an activity.',
    fields: { performedOn: '还没到那一天' },
  };
}

export const workUnknown: Refusal = {
  code: 'work.unknown',
  status: 404,
  zh: '没有这件作品，或者已经撤下了。看看墙上别的作品吧。',
  en: 'There is no such work, or it was taken down.',
};

export const workNotYours: Refusal = {
  code: 'work.not-yours',
  status: 403,
  zh: '作品由书记审核。您交的作品，自己可以撤回。',
  en: 'Works are decided on by the secretary; your own you may take back.',
};

/** The text for the group 群文本. */
export function workText(
  work: { kind: string; title: string; authors: string | null; teamName: string | null },
  place: { areaName: string; url: string },
): string {
  const by = [work.teamName, work.authors].filter(Boolean).join(' ');
  return [`【${place.areaName}】${work.kind}《${work.title}》`, by ? `作者：${by}` : '', `看作品：${place.url}`]
    .filter((line) => line !== '')
    .join('\n');
}
