import type { Refusal } from '#shared/refusal';

export const importUnknown: Refusal = {
  code: 'import.unknown',
  status: 404,
  zh: '没有这次导入，请从导入记录里重新打开。',
  en: 'There is no such import.',
};

export const importEmpty: Refusal = {
  code: 'import.empty',
  status: 422,
  zh: '表头下面一行也没有。请填好再传。',
  en: 'There is no row below the headings.',
};

export const importNothingReady: Refusal = {
  code: 'import.nothing-ready',
  status: 422,
  zh: '没有一行可以导入。请下载有问题的行，改好再传。',
  en: 'No row can be taken in. Download the rows with problems and mend them.',
};

export const importNotWaiting: Refusal = {
  code: 'import.not-waiting',
  status: 409,
  zh: '这次导入已经开始过了，请刷新看进度。',
  en: 'This import was started already.',
};

export const importNotRunning: Refusal = {
  code: 'import.not-running',
  status: 409,
  zh: '这次导入已经结束，停不了了。',
  en: 'This import has ended.',
};

export const onlySkip: Refusal = {
  code: 'import.only-skip',
  status: 422,
  zh: '楼栋已经有的只能跳过，改楼栋请到社区设置里改。',
  en: 'A building that is there can only be skipped.',
};

export const fileMissing: Refusal = {
  code: 'import.file-missing',
  status: 422,
  zh: '没有收到文件，请重新选一个 Excel 文件。',
  en: 'No file was received.',
};

/** The row of headings was not found: which are missing, and what usually is the matter. */
export function headingsMissing(kindName: string, missing: string[]): Refusal {
  const named = missing.map((one) => `“${one}”`).join('、');
  return {
    code: 'import.headings-missing',
    status: 422,
    zh: `没找到${named}这一列。表头要写在一行里，不要合并单元格，放在前 10 行以内。可以先下载“${kindName}”的模板，把内容贴进去再传。`,
    en: `The headings ${missing.join(', ')} were not found in the first ten rows. Headings stand in one row, not merged.`,
    details: { missing },
  };
}
