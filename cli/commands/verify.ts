import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verifyAudit } from '#shared/audit-bundle';
import { refuse, type Refusal } from '#shared/refusal';
import { verifyAccounts } from '#shared/reckon';
import { verifyRecord } from '#shared/recount';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Verdict = { ok: boolean; reasons: string[]; said: string };

/**
 * Checks accounts, ballot records and audit bundles that were downloaded: `liren verify [--hash SHA256] <file…>`. The exit code
 * is 1 when something does not hold. docs/verify/verify.py does the same without any of this code.
 */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf('--hash');
  const published = at < 0 ? null : (args[at + 1] ?? '').toLowerCase();
  const files = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (files.length === 0 || (published !== null && (files.length > 1 || !/^[0-9a-f]{64}$/.test(published))))
    refuse(usage);
  for (const file of files) {
    const { ok, reasons, said } = await verifyText(readFileSync(file, 'utf8'), published);
    console.log([`${ok ? '✓' : '✗'} ${file}：${said}`, ...reasons.map((reason) => `    ${reason}`)].join('\n'));
    if (!ok) process.exitCode = 1;
  }
}

const usage: Refusal = {
  code: 'verify.usage',
  status: 422,
  zh: '用法：npm run liren -- verify [--hash 公布的校验码] <文件…>，校验码只对一个文件。',
  en: 'Usage: npm run liren -- verify [--hash published SHA-256] <file…>; the hash is of one file.',
};

/** What kind of file it is says its first line. */
export async function verifyText(text: string, published: string | null): Promise<Verdict> {
  const [, format] = /^\{.*"format":"(liren-[a-z]+-1)"/.exec(text.slice(0, text.indexOf('\n'))) ?? [];
  if (format === 'liren-accounts-1') {
    const { ok, reasons, name, months, entries } = await verifyAccounts(text, sha256, published);
    return { ok, reasons, said: `账目 ${name}，${months.length} 个月，${entries} 笔` };
  }
  if (format === 'liren-ballot-1') {
    const { ok, reasons, tally } = await verifyRecord(text, published ?? sha256(text), sha256);
    const outcome = tally?.outcome === 'passed' ? '通过' : '没有通过';
    return { ok, reasons, said: tally ? `表决，参加 ${tally.tookPart.number}，${outcome}` : '表决' };
  }
  if (format === 'liren-audit-1') {
    const { ok, reasons, after, through, head } = verifyAudit(text, sha256, published);
    return { ok, reasons, said: `日志链，第 ${after + 1} 到 ${through} 条，最后一条的校验码 ${head}` };
  }
  return { ok: false, reasons: ['这不是账目、表决记录或者日志链。'], said: '文件' };
}
