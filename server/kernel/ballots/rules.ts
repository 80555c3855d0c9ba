import type { Refusal } from '#shared/refusal';
import { reaches, shareName, type Check, type Share, type Tally, type Terms } from '#shared/recount';
import type { BallotRules, Choice, CountedBy, PaperRule, Rule } from './contract.ts';

const sharePattern = /^(at least|more than) (\d{1,3})\/(\d{1,3})$/;

/** The share that `at least 2/3` or `more than 1/2` names; null for what is none, such as more than the whole. */
export function readShare(text: string): Share | null {
  const [, test, part, whole] = sharePattern.exec(text) ?? [];
  const [numerator, denominator] = [Number(part), Number(whole)];
  const isShare = denominator > 0 && (test === 'at least' ? numerator <= denominator : numerator < denominator);
  if (!isShare) return null;
  return { share: [numerator, denominator], test: test === 'at least' ? 'at-least' : 'more-than' };
}

/** Whether a share asks for as much as another, exactly. */
export function isAsStrict(share: Share | null, floor: Share | null): boolean {
  if (!floor) return true;
  if (!share) return false;
  const difference = share.share[0] * floor.share[1] - floor.share[0] * share.share[1];
  return difference > 0 || (difference === 0 && (share.test === 'more-than' || floor.test === 'at-least'));
}

/** Whether terms ask for as much as others in everything: what is counted, who takes part, what share agrees. */
export function areAsStrict(terms: Terms, floor: Terms): boolean {
  const counted = floor.by.every((by) => terms.by.includes(by));
  const sameBase = terms.of === floor.of || (terms.of === 'all' && floor.of === 'present');
  return counted && sameBase && isAsStrict(terms.takePart, floor.takePart) && isAsStrict(terms.agree, floor.agree);
}

/** The terms of a rule with shares of one's own instead. */
export function termsWith(rule: Rule, own: { takePart?: Share | null; agree?: Share | null }): Terms {
  const { by, takePart, agree, of } = rule.terms;
  return { by: [...by], takePart: own.takePart ?? takePart, agree: own.agree ?? agree, of };
}

/**
 * Why a rule may not decide for an electorate with these terms; null when it may. What the law asks is never lowered, neither by other
 * shares nor by another rule. Source: X17, Civil Code art. 278.
 */
export function whyNotTerms(
  rules: BallotRules,
  rule: Rule,
  terms: Terms,
  electorate: readonly string[],
): Refusal | null {
  if (rule.legal && !areAsStrict(terms, rule.terms)) return belowRule(rule);
  const floor = floorOf(rules, electorate);
  return floor && !areAsStrict(terms, floor.terms) ? belowFloor(floor) : null;
}

/** The rule an electorate needs at least; null where none is set. */
export function floorOf({ rules, floors }: BallotRules, electorate: readonly string[]): Rule | null {
  const named = electorate.map((one) => floors.get(one)).find((one) => one !== undefined);
  return named ? (rules.get(named) ?? null) : null;
}

/** The rule by which a method's vote is held: what it asks for, or what its electorate needs where that is more. */
export function ruleFor(rules: BallotRules, asked: string | null, electorate: readonly string[]): Rule | null {
  const floor = floorOf(rules, electorate);
  const rule = rules.rules.get(asked ?? '') ?? floor ?? rules.rules.get('majority-of-members') ?? null;
  return rule && floor && !areAsStrict(rule.terms, floor.terms) ? floor : rule;
}

const belowRule = (rule: Rule): Refusal => ({
  code: 'ballot.below-law',
  status: 422,
  zh: `“${rule.name}”的比例是法律规定的下限，可以提高，不能降低。请改回来，或者写得更高。`,
  en: `The shares of ${rule.id} are set by law: they may be raised, not lowered.`,
});

const belowFloor = (floor: Rule): Refusal => ({
  code: 'ballot.below-floor',
  status: 422,
  zh: `这类表决人至少要用“${floor.name}”的规则，请改选这条或者更严的。`,
  en: `This electorate needs the rule ${floor.id} at least.`,
});

export const secretByArea: Refusal = {
  code: 'ballot.secret-by-area',
  status: 422,
  zh: '按面积计票的表决不能无记名：从面积就能看出是哪一户。请改成记名，或者换一条只按人数的规则。',
  en: 'A ballot counted by area cannot be secret: the areas would show who voted what.',
};

export const secretChangeable: Refusal = {
  code: 'ballot.secret-changeable',
  status: 422,
  zh: '无记名的票投出后就认不出是谁的，不能改票。请关掉“可以改票”，或者改成记名。',
  en: 'A vote of a secret ballot cannot be found again, and so not be changed.',
};

/** How an open or secret ballot may not be held; null when it may. */
export function whyNotSecret(secret: boolean, changeable: boolean, terms: Terms): Refusal | null {
  if (!secret) return null;
  if (terms.by.includes('area')) return secretByArea;
  return changeable ? secretChangeable : null;
}

export const yesNo: readonly Choice[] = [
  { id: 'yes', label: '同意' },
  { id: 'no', label: '不同意' },
  { id: 'abstain', label: '弃权' },
];

/** What stands on the paper: yes, no and abstention, or what is chosen among, with none of them. */
export function choicesFor(labels: readonly string[]): Choice[] {
  if (labels.length === 0) return [...yesNo];
  return [...labels.map((label, index) => ({ id: `c${index + 1}`, label })), { id: 'none', label: '以上都不选' }];
}

/** Why a paper cannot ask this; null when it can. */
export function whyNotChoices(labels: readonly string[], pick: number): Refusal | null {
  if (new Set(labels).size < labels.length) return choiceTwice;
  return pick > Math.max(1, labels.length) ? pickTooMany(labels.length) : null;
}

const choiceTwice: Refusal = {
  code: 'ballot.option-twice',
  status: 422,
  zh: '有两个选项写得一样，投票的人分不清。请改掉其中一个。',
  en: 'Two choices bear the same words.',
};
const pickTooMany = (most: number): Refusal => ({
  code: 'ballot.pick-too-many',
  status: 422,
  zh: `一票最多选的个数不能超过选项数（${most} 个）。`,
  en: 'A vote cannot name more choices than there are.',
});

/** Why a paper filled like this counts nowhere: empty, one choice twice, or none of them with others. */
export function whyNotFilled(chosen: readonly string[]): Refusal | null {
  if (chosen.length === 0) return nothingChosen;
  if (new Set(chosen).size < chosen.length) return chosenTwice;
  return chosen.length > 1 && chosen.includes('none') ? noneAndMore : null;
}

/** Why a paper filled like this does not count in this ballot; null when it does. */
export function whyNotChosen(
  ballot: { choices: readonly Choice[]; pick: number },
  chosen: readonly string[],
): Refusal | null {
  if (!chosen.every((id) => ballot.choices.some((choice) => choice.id === id))) return choiceUnknown;
  return chosen.length > ballot.pick ? chosenTooMany(ballot.pick) : whyNotFilled(chosen);
}

const nothingChosen: Refusal = {
  code: 'ballot.nothing-chosen',
  status: 422,
  zh: '还没有选。请选一项再提交；拿不定主意可以选弃权，弃权也算参加。',
  en: 'Nothing was chosen. To abstain counts as taking part.',
  fields: { choices: '请选一项' },
};
const chosenTwice: Refusal = {
  code: 'ballot.chosen-twice',
  status: 422,
  zh: '同一项选了两次，请只选一次再提交。',
  en: 'The same choice was named twice.',
};
const choiceUnknown: Refusal = {
  code: 'ballot.choice-unknown',
  status: 422,
  zh: '选票上没有这一项，请刷新页面重新选。',
  en: 'There is no such choice on this ballot.',
};
const chosenTooMany = (most: number): Refusal => ({
  code: 'ballot.chosen-too-many',
  status: 422,
  zh: `这张票最多选 ${most} 项，请去掉几项再提交。`,
  en: `At most ${most} choices count.`,
});
const noneAndMore: Refusal = {
  code: 'ballot.none-and-more',
  status: 422,
  zh: '选了“以上都不选”，就不能再选别的，请去掉一边。',
  en: 'Whoever chooses none of them cannot choose others too.',
};

const what: Record<CountedBy, string> = { number: '人数', area: '面积' };

/** What a rule asks, each part as a sentence. */
export function ruleSentences({ by, takePart, agree, of }: Terms): string[] {
  const counted = by.map((one) => what[one]).join('和');
  const base = of === 'all' ? '全体' : '参加表决的';
  return [
    takePart ? `${counted}都要有${shareName(takePart)}参加才有效` : '参加多少都有效',
    agree
      ? `${base}${counted}${by.length > 1 ? '各' : ''}${shareName(agree)}同意才通过`
      : '得票多的当选，得票相同的不抽签',
    '弃权算参加，不算同意',
  ].map((sentence) => (by.length > 1 ? sentence : sentence.replace('都要有', '要有')));
}

/** 312 · 8,943.20 ㎡. */
export function amountName(by: CountedBy, amount: number): string {
  if (by === 'number') return String(amount);
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(amount % 100).padStart(2, '0')} ㎡`;
}

/** 参加人数 312/480，要求至少 2/3：达到. */
export function checkSentence(check: Check, choices: readonly Choice[]): string {
  const { about, by, have, of, needs, met } = check;
  const label = choices.find(({ id }) => id === about)?.label ?? about;
  const counted = about === 'take-part' ? `参加${what[by]}` : `${label}的${what[by]}`;
  const amounts = `${amountName(by, have)}/${amountName(by, of)}`;
  return `${counted} ${amounts}，要求${shareName(needs)}：${met ? '达到' : '没有达到'}`;
}

/** The result in one sentence. */
export function resultSentence(tally: Tally, choices: readonly Choice[]): string {
  const label = (id: string): string => choices.find((choice) => choice.id === id)?.label ?? id;
  if (!tally.enough) return '参加的不够，这次表决无效。可以重新组织表决，或者另行商议。';
  if (tally.winners.includes('yes')) return '表决通过。';
  const level = tally.tied.length > 0 ? `${tally.tied.map(label).join('、')}得票相同，没有分出来。` : '';
  if (tally.winners.length > 0) return `选出：${tally.winners.map(label).join('、')}。${level}`;
  return level || '同意的没有达到要求，表决没有通过。';
}

/** How much is missing until a share is reached, counting up one by one: persons, or 0.01 m². */
export function missingFor(have: number, of: number, needs: Share): number {
  if (of <= 0) return 0;
  const [part, whole] = needs.share;
  const edge = (BigInt(of) * BigInt(part)) / BigInt(whole);
  const isWhole = (BigInt(of) * BigInt(part)) % BigInt(whole) === BigInt(0);
  const least = Number(edge) + (isWhole && needs.test === 'at-least' ? 0 : 1);
  return reaches(have, of, needs) ? 0 : least - have;
}

/** What two or more people read from a paper: the same twice counts, else one more person looks. Never whose reading was which. */
export function paperReading(
  entries: readonly { byId: string; choices: readonly string[] }[],
): { state: 'none' | 'once' | 'differ'; choices: null } | { state: 'done'; choices: readonly string[] } {
  const keyOf = (choices: readonly string[]): string => [...choices].sort().join(' ');
  const agreed = entries.find((one) =>
    entries.some((other) => other.byId !== one.byId && keyOf(other.choices) === keyOf(one.choices)),
  );
  if (agreed) return { state: 'done', choices: agreed.choices };
  return { state: entries.length === 0 ? 'none' : entries.length === 1 ? 'once' : 'differ', choices: null };
}

/** What a voter should know before voting, each as a sentence. */
export function notesOf(ballot: {
  secret: boolean;
  changeable: boolean;
  paperRule: PaperRule;
  proxiesMost: number;
}): string[] {
  const paper = {
    paper: '手机和纸质都投了，以纸质票为准，两张都留底',
    first: '手机和纸质都投了，以先投的为准，两张都留底',
    last: '手机和纸质都投了，以后投的为准，两张都留底',
  };
  return [
    ballot.secret
      ? '无记名：公布的票上没有姓名、门牌和时间，只记谁参加了'
      : '记名：结束后公布编号、面积和选择，不公布姓名',
    ballot.changeable ? '截止前可以改，以最后一次为准' : '投出后不能改',
    ...(ballot.secret ? [] : [paper[ballot.paperRule]]),
    ...(ballot.proxiesMost > 0 ? [`可以书面委托别人投，一人最多代 ${ballot.proxiesMost} 户`] : ['不能委托别人投']),
    '结果在截止前谁也看不到，包括工作人员',
  ];
}
