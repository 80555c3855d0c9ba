import type { Refusal } from '#shared/refusal';

export const ballotUnknown: Refusal = {
  code: 'ballot.unknown',
  status: 404,
  zh: '没有这次表决。请检查链接，或者从社区的表决列表进来。',
  en: 'There is no such ballot.',
};
export const ballotNotOpenYet: Refusal = {
  code: 'ballot.not-open-yet',
  status: 409,
  zh: '这次表决还没有开始，开始后再来投。',
  en: 'The ballot has not opened yet.',
};
export const ballotClosed: Refusal = {
  code: 'ballot.closed',
  status: 409,
  zh: '表决已经截止，不能再投票了。请看公布的结果。',
  en: 'The ballot is closed. See the result.',
};
export const ballotWithdrawn: Refusal = {
  code: 'ballot.withdrawn',
  status: 409,
  zh: '这次表决已经撤回，没有进行。请看社区的说明。',
  en: 'The ballot was withdrawn.',
};
export const ballotNotDraft: Refusal = {
  code: 'ballot.not-draft',
  status: 409,
  zh: '表决已经开始，问题、规则和名册都定下来了，不能再改。',
  en: 'The ballot has opened: nothing about it can be changed.',
};
export const notElector: Refusal = {
  code: 'ballot.not-elector',
  status: 403,
  zh: '您不在这次表决的名册里。如果您觉得应该在，请带上房产证或者户口本找社区核对。',
  en: 'You are not entitled to vote in this ballot. If you should be, ask the community to check.',
};
export const coOwnerVotes = (name: string): Refusal => ({
  code: 'ballot.co-owner-votes',
  status: 403,
  zh: `这套房有几位共有人，登记的是由${name || '另一位共有人'}投票，一套房只算一票。要换人投，请共有人写一份书面同意，在截止前交给社区登记。`,
  en: 'Another co-owner votes for this door. With written consent of the co-owners the community registers somebody else.',
});
export const proxyVotes = (name: string): Refusal => ({
  code: 'ballot.proxy-votes',
  status: 403,
  zh: `您已经书面委托${name}投票。想自己投，请先到社区撤回委托。`,
  en: 'You have given your vote to a proxy. To vote yourself, withdraw that first.',
});
export const excluded = (reason: string): Refusal => ({
  code: 'ballot.excluded',
  status: 403,
  zh: `这次表决您需要回避：${reason}。有不同意见，请向社区提出。`,
  en: 'You are excluded from this decision for a conflict of interest.',
});
export const votedAlready: Refusal = {
  code: 'ballot.voted-already',
  status: 409,
  zh: '这一户已经投过票了，这次表决投出后不能改。凭回执号可以在结果里找到这一票。',
  en: 'This elector has voted, and votes of this ballot cannot be changed.',
};
export const votingElsewhere: Refusal = {
  code: 'ballot.voting-elsewhere',
  status: 409,
  zh: '同一时刻在另一处也投了这一票。请刷新看看，需要改再投一次。',
  en: 'The same vote was being cast elsewhere at this moment. Look again.',
};
export const receiptUsed: Refusal = {
  code: 'ballot.receipt-used',
  status: 409,
  zh: '这张选票已经用过了。请刷新页面，拿一张新的再投。',
  en: 'This form has been used. Reload it and vote again.',
};
export const electorateEmpty: Refusal = {
  code: 'ballot.electorate-empty',
  status: 422,
  zh: '名册是空的，没有人能投票。请先在名册里登记，再开始表决。',
  en: 'The electorate is empty: register who is entitled first.',
};
export const closesTooSoon: Refusal = {
  code: 'ballot.closes-too-soon',
  status: 422,
  zh: '截止时间要晚于现在，请重新选一个。',
  en: 'The ballot must close later than now.',
  fields: { closesAt: '要晚于现在' },
};
export const ruleUnknown: Refusal = {
  code: 'ballot.rule-unknown',
  status: 422,
  zh: '没有这条表决规则，请从列表里选一条。',
  en: 'There is no such rule.',
  fields: { rule: '请从列表里选' },
};
export const shareUnknown: Refusal = {
  code: 'ballot.share-unknown',
  status: 422,
  zh: '比例写得不对，请写成“at least 2/3”这样，不能超过全部。',
  en: 'This share is none, such as more than the whole.',
};
export const codeUnknown: Refusal = {
  code: 'ballot.code-unknown',
  status: 404,
  zh: '没有这个编码的选票。请对着纸上的编码再输一次，注意有没有拿错别的表决的票。',
  en: 'No paper of this ballot bears this code.',
};
export const paperCast: Refusal = {
  code: 'ballot.paper-cast',
  status: 409,
  zh: '这张纸质票已经录好了，不用再录。',
  en: 'This paper has been entered.',
};
export const paperReadByYou: Refusal = {
  code: 'ballot.paper-read-by-you',
  status: 409,
  zh: '这张票您已经录过一遍，另一遍要由别人来录。',
  en: 'You have read this paper before: somebody else reads it the second time.',
};
export const slipsOnlySecret: Refusal = {
  code: 'ballot.slips-only-secret',
  status: 409,
  zh: '这次是记名表决，请打印写有门牌和编码的选票，不用无记名纸票。',
  en: 'Slips are for secret ballots. Print the papers of this ballot instead.',
};
export const slipTaken: Refusal = {
  code: 'ballot.slip-taken',
  status: 409,
  zh: '已经领过票、投过票，或者需要回避，不能再领。',
  en: 'This elector has taken part already, or is excluded.',
};
export const slipsTooMany: Refusal = {
  code: 'ballot.slips-too-many',
  status: 409,
  zh: '录入的票已经和领票的人数一样多了。请先核对有没有人领票没有登记，或者这张票已经录过。',
  en: 'As many slips have been entered as were taken.',
};
export const deliveredLater: Refusal = {
  code: 'ballot.delivered-later',
  status: 422,
  zh: '送达时间不能晚于现在，请重新填。',
  en: 'A delivery cannot lie in the future.',
  fields: { at: '不能晚于现在' },
};
export const deliveredEarlier: Refusal = {
  code: 'ballot.delivered-earlier',
  status: 422,
  zh: '送达时间不能早于表决开始，请重新填。',
  en: 'A delivery cannot lie before the opening.',
  fields: { at: '不能早于表决开始' },
};
export const electorUnknown: Refusal = {
  code: 'ballot.elector-unknown',
  status: 404,
  zh: '名册里没有这一户，请刷新名册再选。',
  en: 'There is no such elector in this ballot.',
};
export const excludedAlready: Refusal = {
  code: 'ballot.excluded-already',
  status: 409,
  zh: '这一户已经登记回避了。',
  en: 'This elector is excluded already.',
};
export const secretCast: Refusal = {
  code: 'ballot.secret-cast',
  status: 409,
  zh: '无记名的票投进去就认不出是谁的，已经参加的不能再登记回避。',
  en: 'A vote of a secret ballot cannot be found again: who took part cannot be excluded.',
};
export const votedBefore: Refusal = {
  code: 'ballot.voted-before',
  status: 409,
  zh: '这一户已经投过票了，不用再登记委托。',
  en: 'This elector has voted already.',
};
export const proxyThere = (name: string): Refusal => ({
  code: 'ballot.proxy-there',
  status: 409,
  zh: `这一户已经登记由${name}代投。要换人，请先撤回原来的委托。`,
  en: 'This elector has a proxy. Withdraw that first.',
});
export const proxiesTooMany = (most: number): Refusal => ({
  code: 'ballot.proxies-too-many',
  status: 422,
  zh: most === 0 ? '这次表决不接受委托，请本人投票。' : `一个人最多代 ${most} 户投票，这位已经满了，请另外委托一个人。`,
  en: `One person may vote for ${most} others at most.`,
});
export const proxyUnknown: Refusal = {
  code: 'ballot.proxy-unknown',
  status: 404,
  zh: '没有这份委托，可能已经撤回了。请刷新看看。',
  en: 'There is no such proxy.',
};
export const papersNotSecret: Refusal = {
  code: 'ballot.papers-not-secret',
  status: 409,
  zh: '无记名表决的选票上不能有门牌，请改用无记名纸票。',
  en: 'Papers of a secret ballot bear no door: make slips instead.',
};
