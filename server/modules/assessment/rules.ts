import type { Refusal } from '#shared/refusal';
import type { Item, Standard } from '#kernel-contract/standards';

/** What a row of the history says, as the rules need it. */
export type Said = { id: string; item: string; kind: string; verdict: string | null; withdraws: string | null };

/** Ids of what was taken back. */
export function withdrawnIn(said: readonly Pick<Said, 'withdraws'>[]): ReadonlySet<string> {
  return new Set(said.flatMap(({ withdraws }) => (withdraws === null ? [] : [withdraws])));
}

/** The verdict in force on an item: the latest that was not taken back. Rows come oldest first. */
export function verdictOn(said: readonly Said[], item: string): string | null {
  const withdrawn = withdrawnIn(said);
  return (
    said.findLast((one) => one.item === item && one.kind === 'judgement' && !withdrawn.has(one.id))?.verdict ?? null
  );
}

export function findItem(standard: Standard, id: string): Item | undefined {
  return standard.groups.flatMap(({ items }) => items).find((item) => item.id === id);
}

type Given = { verdict?: string | undefined; words: string; link?: string | undefined; pictures: readonly string[] };

/** Why an entry cannot be kept: a verdict nobody asked for or without proof, or nothing in it. Source: METHODS 2.4. */
export function whyNotKeep(given: Given, verdicts: readonly string[]): Refusal | null {
  const isBare = given.words === '' && given.link === undefined && given.pictures.length === 0;
  if (given.verdict === undefined)
    return isBare
      ? {
          code: 'assessment.empty',
          status: 422,
          zh: '请写一句说明，或者附上照片、记录的网址。',
          en: 'Write a sentence, or attach a picture or a link.',
          fields: { words: '写一句说明' },
        }
      : null;
  if (verdicts.length === 0)
    return {
      code: 'assessment.measured',
      status: 409,
      zh: '这一项由系统按记录算，不用人评。要改结果，请改背后的记录；佐证可以照样附上。',
      en: 'This item is measured from the records; change the records instead. Evidence may be attached.',
    };
  if (!verdicts.includes(given.verdict))
    return {
      code: 'assessment.verdict-unknown',
      status: 422,
      zh: `这一项只能评为：${verdicts.join('、')}。`,
      en: `The verdict must be one of ${verdicts.join(', ')}.`,
      fields: { verdict: '请重新选' },
    };
  return isBare
    ? {
        code: 'assessment.evidence-missing',
        status: 422,
        zh: '评定要有依据：请写一句说明，或者附上照片、记录的网址。',
        en: 'A judgement needs evidence: a sentence, a picture or a link.',
        fields: { words: '写一句依据' },
      }
    : null;
}

export const itemUnknown: Refusal = {
  code: 'assessment.item-unknown',
  status: 404,
  zh: '标准里没有这一条。请回到标准页重新选。',
  en: 'The standard has no such item.',
};

export const notAdopted: Refusal = {
  code: 'standard.not-adopted',
  status: 404,
  zh: '这里还没有采用这个标准。请在标准页点“采用”，或者请上级采用。',
  en: 'This standard is not in force here.',
};

export const notCommunity: Refusal = {
  code: 'assessment.not-community',
  status: 422,
  zh: '标准按社区看。请选一个社区，或者看各社区的汇总表。',
  en: 'A standard is read for a community; above it there is the table of communities.',
};

export const entryUnknown: Refusal = {
  code: 'assessment.entry-unknown',
  status: 404,
  zh: '没有这一条记录，或者已经撤回了。',
  en: 'There is no such entry, or it was taken back already.',
};
