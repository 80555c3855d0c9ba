import type { Refusal } from '#shared/refusal';

export const fundUnknown: Refusal = {
  code: 'fund.unknown',
  status: 404,
  zh: '没有这个资金账户，请回到“资金”列表重新打开。',
  en: 'There is no such fund.',
};

export const notYourFund: Refusal = {
  code: 'fund.not-yours',
  status: 403,
  zh: '这个账户的这一步不归您办。请找这个小区的业委会，或者问社区书记。',
  en: 'You hold no role in this fund that allows it.',
};

export const fundThere: Refusal = {
  code: 'fund.there',
  status: 409,
  zh: '这里已经有这个账户了，请在“资金”列表里打开它。',
  en: 'There is such a fund already.',
};

export const fundWordUnknown: Refusal = {
  code: 'fund.word-unknown',
  status: 422,
  zh: '没有这一种资金，请重新选。',
  en: 'There is no such kind of fund.',
  fields: { word: '请重新选' },
};

export const fundNeedsEstate: Refusal = {
  code: 'fund.needs-estate',
  status: 422,
  zh: '公共收益是一个小区的钱，请选这个社区里的小区。',
  en: 'This kind of fund belongs to an estate of this community.',
  fields: { estateId: '请选小区' },
};

export const fundWithoutEstate: Refusal = {
  code: 'fund.without-estate',
  status: 422,
  zh: '这一种资金是全社区的，不要选小区。',
  en: 'This kind of fund belongs to the whole community.',
  fields: { estateId: '不要选小区' },
};

export const openedInFuture: Refusal = {
  code: 'fund.opened-in-future',
  status: 422,
  zh: '开户的日子还没有到，请改成今天或以前的日子。',
  en: 'The day of opening lies in the future.',
  fields: { openedOn: '不能晚于今天' },
};

export const amountUnreadable = (field: string): Refusal => ({
  code: 'fund.amount-unreadable',
  status: 422,
  zh: '金额要写成元，最多两位小数，例如 1280.50。',
  en: 'An amount is written in yuan with at most two decimals.',
  fields: { [field]: '写成 1280.50 这样' },
});

export const accountUnknown: Refusal = {
  code: 'voucher.account-unknown',
  status: 422,
  zh: '没有这个科目，或者它不能用在这里。请重新选收入或支出的类别。',
  en: 'There is no such account, or it does not fit.',
  fields: { accountId: '请重新选' },
};

export const accountThere: Refusal = {
  code: 'fund.account-there',
  status: 409,
  zh: '已经有这个名字的类别了，直接选它就行。',
  en: 'There is an account of that name.',
  fields: { name: '已经有了' },
};

export const fundClosed: Refusal = {
  code: 'fund.closed',
  status: 409,
  zh: '这个账户已经停用，不能再记账。',
  en: 'The fund is closed.',
};

export const voucherUnknown: Refusal = {
  code: 'voucher.unknown',
  status: 404,
  zh: '没有这张凭证，请回到账户里重新打开。',
  en: 'There is no such voucher.',
};

export const dayInFuture: Refusal = {
  code: 'voucher.day-in-future',
  status: 422,
  zh: '这一天还没有到。请填钱实际进出的那一天。',
  en: 'The day lies in the future.',
  fields: { day: '不能晚于今天' },
};

export const dayBeforeFund: Refusal = {
  code: 'voucher.day-before-fund',
  status: 422,
  zh: '这一天账户还没有开。请填开户以后的日子。',
  en: 'The fund was not open on that day.',
  fields: { day: '要在开户以后' },
};

/** Of a month whose account is being looked at, or is closed, nothing is posted any more. */
export const monthHeld = (month: string): Refusal => ({
  code: 'voucher.month-held',
  status: 409,
  zh: `${month}的账正在核对，先不能再记。要补记，请让核对的人退回，或者把日期改到下个月。`,
  en: 'The account of that month is being checked.',
  fields: { day: '换到没有结账的月份' },
});

export const partyMissing: Refusal = {
  code: 'voucher.party-missing',
  status: 422,
  zh: '请填这笔钱是谁付的、付给了谁。',
  en: 'It has to say who paid or was paid.',
  fields: { party: '请填对方' },
};

export const receiptMissing: Refusal = {
  code: 'voucher.receipt-missing',
  status: 422,
  zh: '“已付”要填凭据号，例如收据或银行回单的号码。',
  en: 'What is paid already needs the number of its receipt.',
  fields: { receiptNo: '请填凭据号' },
};

export const paperMissing: Refusal = {
  code: 'voucher.paper-missing',
  status: 422,
  zh: '没有凭据不能记账。请拍一张收据、发票或回单，或者填凭据号。',
  en: 'Without a paper or the number of a receipt nothing is posted.',
  fields: { papers: '请拍凭据' },
};

export const paperUsed: Refusal = {
  code: 'voucher.paper-used',
  status: 409,
  zh: '这张凭据已经用在另一张凭证上了，一张凭据只能记一笔。请换成这一笔的凭据。',
  en: 'That paper serves another voucher.',
  fields: { papers: '这张已经用过' },
};

export const sameAccount: Refusal = {
  code: 'voucher.same-account',
  status: 422,
  zh: '转出和转入是同一个账户，请重新选。',
  en: 'Money is moved from one account to another.',
  fields: { accountId: '请选另一个账户' },
};

export const notWaiting: Refusal = {
  code: 'voucher.not-waiting',
  status: 409,
  zh: '这张凭证已经有人办过了，没有重复记账。刷新看看。',
  en: 'It was dealt with already, and posted once.',
};

export const changedSince: Refusal = {
  code: 'voucher.changed',
  status: 409,
  zh: '您打开以后，有人改了这张凭证。请看过新的内容再办。',
  en: 'It was changed since you opened it.',
};

export const notPrepared: Refusal = {
  code: 'voucher.not-prepared',
  status: 409,
  zh: '这笔付款还没有人经办。请先由一位委员核对金额、填好付款方式，再请另一位复核。',
  en: 'Somebody has to prepare it before another approves it.',
};

export const ownVoucher: Refusal = {
  code: 'voucher.own',
  status: 403,
  zh: '这张凭证是您经办的，付款要两个人。请另一位委员或社区书记复核。',
  en: 'Who prepared a payment does not approve it.',
};

export const ownPayment: Refusal = {
  code: 'voucher.to-oneself',
  status: 403,
  zh: '这笔钱是付给您本人的，您不能经办，也不能复核。请其他委员来办。',
  en: 'Nobody prepares or approves a payment to themselves.',
  fields: { payeeUserId: '不能是经办人自己' },
};

export const relatedToPayee: Refusal = {
  code: 'voucher.related',
  status: 403,
  zh: '您和收款方有关联，不能复核这笔付款。请没有关联的委员或社区书记来办。',
  en: 'Who has to do with the payee does not approve the payment.',
};

export const correctedAlready: Refusal = {
  code: 'voucher.corrected',
  status: 409,
  zh: '这张凭证已经更正过了。要再改，请更正那张更正凭证。',
  en: 'It was corrected already; correct the correction.',
};

export const notPosted: Refusal = {
  code: 'voucher.not-posted',
  status: 409,
  zh: '没有记账的凭证不用更正，直接改就行。',
  en: 'What is not posted is changed, not corrected.',
};

export const correctionIsNew: Refusal = {
  code: 'voucher.correction-anew',
  status: 409,
  zh: '更正凭证不能改。写错了，请先退回，再到原凭证上重新更正。',
  en: 'A correction is refused and made anew.',
};

export const bankLineUnknown: Refusal = {
  code: 'bank.line-unknown',
  status: 404,
  zh: '没有这一行流水，刷新看看。',
  en: 'There is no such line of the bank.',
};

export const bankLineMatched: Refusal = {
  code: 'bank.line-matched',
  status: 409,
  zh: '这一行已经对上凭证了。要换，请先取消对应。',
  en: 'The line has its voucher.',
};

export const voucherMatched: Refusal = {
  code: 'bank.voucher-matched',
  status: 409,
  zh: '这张凭证已经对上另一行流水了，一张凭证只对一行。',
  en: 'The voucher has its line.',
};

export const amountsDiffer: Refusal = {
  code: 'bank.amounts-differ',
  status: 422,
  zh: '金额不一样，对不上。请选金额相同的凭证；没有的话，先补记一张。',
  en: 'The amounts differ.',
};
