import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FundWords } from './contract.ts';

/** Reads `funds.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadFundWords(libraryDir: string): FundWords {
  const read = FundWords.safeParse(parse(readFileSync(join(libraryDir, 'funds.yaml'), 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`funds.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
  }
  const { assets, opening, funds } = read.data;
  for (const [word, { income, expense }] of Object.entries(funds)) {
    const codes = [assets.bank, assets.cash, opening, ...income, ...expense].map(({ code }) => code);
    const twice = codes.find((code, at) => codes.indexOf(code) !== at);
    if (twice) throw new Error(`funds.yaml：${word} 里的科目编号 ${twice} 用了两次。`);
  }
  return read.data;
}
