import { formatFen } from '#shared/money';
import type { Refusal } from '#shared/refusal';

export const bookUnknown: Refusal = {
  code: 'ledger.book-unknown',
  status: 404,
  zh: '没有这本账。请回到资金列表，重新选一本。',
  en: 'There is no such book.',
};
export const bookThere: Refusal = {
  code: 'ledger.book-there',
  status: 409,
  zh: '这本账已经建好了，不用再建。',
  en: 'This book has been opened already.',
};
export const accountUnknown: Refusal = {
  code: 'ledger.account-unknown',
  status: 422,
  zh: '这本账里没有其中一个科目。请刷新，从科目表里重新选。',
  en: 'An account is none of this book.',
};
export const accountThere: Refusal = {
  code: 'ledger.account-there',
  status: 409,
  zh: '这个科目编码已经用了，请换一个编码，或者直接用原来的科目。',
  en: 'This code is taken by another account of the book.',
};
export const codeUnfit: Refusal = {
  code: 'ledger.code-unfit',
  status: 422,
  zh: '科目编码只能用数字、字母、点和短横，最多 20 位，例如 6001.02。',
  en: 'A code has letters, digits, dots and hyphens, at most 20 of them.',
};
export const nameUnfit: Refusal = {
  code: 'ledger.name-unfit',
  status: 422,
  zh: '名称要填，最多 100 个字。',
  en: 'A name is needed, of at most 100 letters.',
};
export const monthUnreal: Refusal = {
  code: 'ledger.month-unreal',
  status: 422,
  zh: '月份写得不对，请写成 202606 这样。',
  en: 'This is no month; write it as 202606.',
};
export const dayUnreal: Refusal = {
  code: 'ledger.day-unreal',
  status: 422,
  zh: '日期写得不对，请重新选一个日期。',
  en: 'This is no day.',
  fields: { day: '请重新选一个日期' },
};
export const dayAhead: Refusal = {
  code: 'ledger.day-ahead',
  status: 422,
  zh: '还没到这一天，不能提前记账。请改成实际收付的日期。',
  en: 'This day has not come yet. Take the day on which the money moved.',
  fields: { day: '不能晚于今天' },
};
export const keyUnfit: Refusal = {
  code: 'ledger.key-unfit',
  status: 422,
  zh: '记账的标识是空的或者太长，请联系管理员。',
  en: 'The key of an entry has between 1 and 200 letters.',
};
export const memoLong: Refusal = {
  code: 'ledger.memo-long',
  status: 422,
  zh: '摘要最多 500 字，单据号最多 200 字，请写短一些。',
  en: 'A memo has at most 500 letters, the number of a paper at most 200.',
};
export const textUnfit: Refusal = {
  code: 'ledger.text-unfit',
  status: 422,
  zh: '摘要里有认不出的字符，请删掉重新输入。',
  en: 'There is a letter in the text that is none.',
};
export const linesCount = (most: number): Refusal => ({
  code: 'ledger.lines-count',
  status: 422,
  zh: `一笔账至少要有两行，一借一贷，最多 ${most} 行。`,
  en: `An entry has at least two lines, and ${most} at most.`,
});
export const amountUnfit: Refusal = {
  code: 'ledger.amount-unfit',
  status: 422,
  zh: '每一行的金额都要是整数分，不能是零，单笔不超过一千亿元。请核对金额。',
  en: 'Each amount is a whole number of fen or points, not zero, and no more than 100 billion yuan.',
};
export const accountTwice: Refusal = {
  code: 'ledger.account-twice',
  status: 422,
  zh: '同一个科目在一笔账里写了两行，请合成一行。',
  en: 'An account stands twice in one entry: make one line of the two.',
};
export const unbalanced = (sum: number): Refusal => ({
  code: 'ledger.unbalanced',
  status: 422,
  zh: `借方和贷方不相等，差 ${formatFen(Math.abs(sum))}。请核对每一行的金额。`,
  en: `Debits and credits differ by ${formatFen(Math.abs(sum))}.`,
});
export const monthClosed = (month: string): Refusal => ({
  code: 'ledger.month-closed',
  status: 409,
  zh: `${month}已经月结，账已封存。要更正，请在还没月结的月份另记一笔，两笔都会公开。`,
  en: 'The month is closed. Correct it by an entry of an open month; both are shown.',
});
export const monthNotNext = (next: string): Refusal => ({
  code: 'ledger.month-not-next',
  status: 409,
  zh: `要按顺序月结，请先结${next}。`,
  en: 'Months are closed in order: an earlier one is open still.',
});
export const monthNotOver = (month: string): Refusal => ({
  code: 'ledger.month-not-over',
  status: 409,
  zh: `${month}还没过完，月底以后再结。`,
  en: 'The month is not over yet.',
});
export const belowZero = (account: string): Refusal => ({
  code: 'ledger.below-zero',
  status: 409,
  zh: `${account}里的钱不够付这一笔。请先核对余额，收入到账以后再付，或者换一个付款科目。`,
  en: 'There is not enough in the account for this.',
});
export const tooLarge = (account: string): Refusal => ({
  code: 'ledger.too-large',
  status: 409,
  zh: `${account}的累计金额已经大到记不准了，这一笔记不进去。请核对金额；没有错的话，换一个科目，或者另建一本账。`,
  en: 'The account would come to more than can be kept exactly. Check the amount, or take another account or book.',
});
export const keyUsed: Refusal = {
  code: 'ledger.key-used',
  status: 409,
  zh: '这一笔已经记过账，内容和这次的不一样。请刷新核对；要改，请先冲销再重记。',
  en: 'Something else was posted under this key. To change it, reverse it and post anew.',
};
export const entryUnknown: Refusal = {
  code: 'ledger.entry-unknown',
  status: 404,
  zh: '这本账里没有这一笔，请刷新后再选。',
  en: 'There is no such entry in this book.',
};
export const reversedAlready: Refusal = {
  code: 'ledger.reversed-already',
  status: 409,
  zh: '这一笔已经冲销过，不能再冲一次。',
  en: 'This entry has been reversed already.',
};
export const isReversal: Refusal = {
  code: 'ledger.is-reversal',
  status: 409,
  zh: '这一笔本身就是冲销，不能再冲。要恢复原来的账，请重新记一笔。',
  en: 'This entry is a reversal itself. To restore what it took back, post it anew.',
};
export const isClosing: Refusal = {
  code: 'ledger.is-closing',
  status: 409,
  zh: '月结不能冲销。要更正，请在还没月结的月份另记一笔。',
  en: 'The closing of a month cannot be reversed.',
};
export const ratesUnfit: Refusal = {
  code: 'ledger.rates-unfit',
  status: 422,
  zh: '分成比例要大于 0，合计不超过 100%，最细到万分之一。',
  en: 'Shares are whole basis points above zero, and no more than 100% together.',
};
