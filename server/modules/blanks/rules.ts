import type { Refusal } from '#shared/refusal';

export const blankUnknown: Refusal = {
  code: 'blank.unknown',
  status: 404,
  zh: '没有这张表，请从填过的表里重新打开。',
  en: 'There is no such form.',
};

export const blankNothing: Refusal = {
  code: 'blank.nothing-to-fill',
  status: 422,
  zh: '这张表里没找到要填的地方。请看看是不是传错了表：要填的表应当在第一张工作表里，有表头或者“名称：”这样的格子。',
  en: 'Nothing to fill was found on the first sheet.',
};

export const blankUnclear: Refusal = {
  code: 'blank.scope-unclear',
  status: 422,
  zh: '请先选这张表说的是哪些人、哪些事，再填。',
  en: 'Say first what the form lists.',
};

export const termUnknown: Refusal = {
  code: 'blank.term-unknown',
  status: 422,
  zh: '系统里没有这一项，请从列表里选。',
  en: 'There is no such term.',
};

export const fileMissing: Refusal = {
  code: 'blank.file-missing',
  status: 422,
  zh: '没有收到文件，请重新选一张 Excel 空表。',
  en: 'No file was received.',
};

export const listTooLong: Refusal = {
  code: 'blank.too-long',
  status: 422,
  zh: '名单超过 4,000 行，一张表放不下。请选一部分人，或者到居民与房屋里导出名册。',
  en: 'The list is longer than 4,000 rows.',
};

export const periodInvalid: Refusal = {
  code: 'blank.period-invalid',
  status: 422,
  zh: '统计时段的开始不能晚于结束。',
  en: 'The period begins after its end.',
};
