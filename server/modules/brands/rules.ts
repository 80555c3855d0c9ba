import type { Refusal } from '#shared/refusal';
import type { BrandForm, BrandState, SimilarBrand } from './contract.ts';

export const brandUnknown: Refusal = {
  code: 'brand.unknown',
  status: 404,
  zh: '这个社区还没有公开自己的品牌，过些日子再来看。',
  en: 'This community has not published a brand yet.',
};

export const brandChanged: Refusal = {
  code: 'brand.changed',
  status: 409,
  zh: '刚才有人改过了，请先看看新的内容再保存。',
  en: 'Somebody changed it meanwhile: look at it again first.',
};

const submitted: Refusal = {
  code: 'brand.not-draft',
  status: 409,
  zh: '这一版已经交上去了，请等书记审核。',
  en: 'It has been submitted already.',
};

const notSubmitted: Refusal = {
  code: 'brand.not-submitted',
  status: 409,
  zh: '没有等您审核的内容，要先提交才能审核。',
  en: 'Nothing was submitted: it is submitted before it is approved.',
};

const retired: Refusal = {
  code: 'brand.retired',
  status: 409,
  zh: '这个品牌已经撤下了。',
  en: 'It was retired before.',
};

/** Before a secretary is asked: a story, a picture, and somebody in charge. Source: F03 step 5, E6. */
export function whyNotSubmit({ state, story, pictures, owner }: BrandForm & { state: BrandState }): Refusal | null {
  if (state !== 'draft') return submitted;
  const missing: Record<string, string> = {};
  if (story.trim() === '') missing['story'] = '还没有写品牌故事';
  if (pictures.length === 0) missing['pictures'] = '还没有选图片';
  if (owner.trim() === '') missing['owner'] = '还没有写负责人';
  const [first] = Object.values(missing);
  if (first === undefined) return null;
  return {
    code: 'brand.not-whole',
    status: 422,
    zh: `${first}，写好了再交。`,
    en: 'Complete it first.',
    fields: missing,
  };
}

/** Nothing is public that nobody approved, and only what was submitted can be. Source: F03 step 5. */
export function whyNotApprove(state: BrandState): Refusal | null {
  return state === 'submitted' ? null : notSubmitted;
}

export function whyNotRetire(state: BrandState): Refusal | null {
  return state === 'retired' ? retired : null;
}

/** Words that many names have and that tell nobody anything. */
const common = /社区|品牌|文化|邻里|里仁|一社一品|家园|的|·|“|”|\s/g;

function pairsOf(text: string): Set<string> {
  const letters = [...text.replaceAll(common, '')];
  if (letters.length < 2) return new Set(letters);
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** How much two sets have in common: 0 nothing, 1 everything (Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((one) => b.has(one)).length;
  return (2 * shared) / (a.size + b.size);
}

const nameLikeMin = 0.5;
const wordsLikeMin = 0.6;
const similarMax = 5;

type Named = { name: string; words: readonly string[] };

/** Brands whose name or theme is close to this one, the closest first. Source: F03 step 5 “similar to another → review”. */
export function findSimilar(
  mine: Named,
  others: readonly (Named & Pick<SimilarBrand, 'areaId' | 'areaName' | 'slogan'>)[],
): SimilarBrand[] {
  const found = others.flatMap(({ areaId, areaName, name, slogan, words }): SimilarBrand[] => {
    const byName = likeness(pairsOf(mine.name), pairsOf(name));
    const byWords = likeness(new Set(mine.words), new Set(words));
    const plain = { areaId, areaName, name, slogan };
    if (byName >= nameLikeMin) return [{ ...plain, because: 'name', percent: Math.round(byName * 100) }];
    if (byWords >= wordsLikeMin) return [{ ...plain, because: 'words', percent: Math.round(byWords * 100) }];
    return [];
  });
  return found.sort((a, b) => b.percent - a.percent).slice(0, similarMax);
}

/** What goes into the neighbours' group. */
export function groupText(
  brand: { name: string; slogan: string; areaName: string; space: string | null; next: string | null },
  url: string,
): string {
  return [
    `【${brand.areaName}】${brand.name}`,
    brand.slogan,
    brand.space ? `地方：${brand.space}` : '',
    brand.next ? `接下来：${brand.next}` : '',
    `看看我们社区：${url}`,
  ]
    .filter(Boolean)
    .join('\n');
}
