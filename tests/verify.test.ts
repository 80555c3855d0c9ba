import { describe, expect, test } from 'vitest';
import { verifyAudit } from '#shared/audit-bundle';
import { verifyAccounts } from '#shared/reckon';
import { verifyRecord } from '#shared/recount';
import { findPython, judgeWithPython, type Asked } from '#tests/python';
import { accountsBundle, auditBundle, ballotRecord, sha256 } from './verify/material.ts';
import { tamper, ways, type Tamper } from './verify/tampers.ts';

const needsPython = test.skipIf(!findPython());
const rows = 40;
const accounts: Asked = { kind: 'accounts', ...accountsBundle() };
const ballots = [ballotRecord(), ballotRecord(true)].map((text): Asked => ({
  kind: 'ballot',
  text,
  published: sha256(text),
}));
const headOf = (text: string): string => verifyAudit(text, sha256).head;
const chain: Asked = { kind: 'audit', text: auditBundle(rows), published: headOf(auditBundle(rows)) };
const whole = [accounts, ...ballots, chain];

/** The same question, asked of our own code: what the browser runs, and `liren verify`. */
async function judgeOurselves({ kind, text, published }: Asked): Promise<{ ok: boolean; reasons: string[] }> {
  if (kind === 'accounts') return verifyAccounts(text, sha256, published ?? null);
  if (kind === 'ballot') return verifyRecord(text, published ?? '', sha256);
  return verifyAudit(text, sha256, published ?? null);
}

const many = (count: number, make: (at: number) => Tamper): Tamper[] =>
  Array.from({ length: count }, (_, at) => make(at));
const tampers = [
  ...many(420, (at) => tamper(accounts, at, ['plain', 'mended', 'rechained'])),
  ...many(290, (at) => tamper(ballots[at % 2] as Asked, at, ['plain'])),
  ...many(290, (at) => tamper(chain, at, ['plain', 'mended', 'rechained'])),
];
const missed = (verdicts: readonly { ok: boolean }[], of: readonly Tamper[] = tampers): string[] =>
  of.flatMap(({ kind, way, trouble, line }, at) =>
    verdicts[at]?.ok === false ? [] : [`${at} ${kind} ${trouble} ${way} in line ${line + 1}`],
  );

describe('docs/verify/verify.py, and our own code beside it', () => {
  needsPython('Python (Debian: python3) finds nothing where nobody touched anything, and neither do we', async () => {
    expect(judgeWithPython(whole)).toEqual(whole.map(() => ({ ok: true, reasons: [], firstBad: null })));
    for (const asked of whole) expect(await judgeOurselves(asked)).toMatchObject({ ok: true, reasons: [] });
  });

  needsPython('R6, R8, R10: 1,000 tampers of accounts, ballots and the audit chain: Python finds each', () => {
    expect(tampers).toHaveLength(1000);
    expect(new Set(tampers.map(({ text }) => text)).size).toBeGreaterThan(700);
    for (const way of ways) expect(tampers.filter((one) => one.way === way).length).toBeGreaterThan(160);
    expect(missed(judgeWithPython(tampers))).toEqual([]);
  });

  test('R6, R8, R10: the same 1,000 tampers: what the browser and the command run finds each', async () => {
    const verdicts = [];
    for (const one of tampers) verdicts.push(await judgeOurselves(one));
    expect(missed(verdicts)).toEqual([]);
  });

  needsPython('R6, R8, R10: with a check taken out of it, the verifier misses some of them', () => {
    const of = (kind: Asked['kind'], trouble: Tamper['trouble']): Tamper[] =>
      tampers.filter((one) => one.kind === kind && one.trouble === trouble).slice(0, 60);
    const missedOf = (some: readonly Tamper[], ...without: string[]): number =>
      missed(judgeWithPython(some, without), some).length;
    expect(missedOf(of('ballot', 'plain'), 'check_published_hash')).toBeGreaterThan(0);
    expect(missedOf(of('accounts', 'mended'), 'check_accounts_chain')).toBeGreaterThan(0);
    expect(
      missedOf(of('accounts', 'rechained'), 'check_accounts_closings', 'check_accounts_disclosures'),
    ).toBeGreaterThan(0);
    expect(missedOf(of('audit', 'mended'), 'check_link', 'check_last_row')).toBeGreaterThan(0);
    expect(missedOf(of('audit', 'rechained'), 'check_last_row')).toBeGreaterThan(40);
  });

  needsPython('R10: in a chain whose hashes do not stand on the one before, what was chained anew is not found', () => {
    const unlinked = (_: string, n: number, content: string): string => sha256(`${n}\n${content}`);
    const text = auditBundle(rows, (n, content) => unlinked('', n, content));
    const published = /"end",\d+,"([0-9a-f]+)"/.exec(text)?.[1] ?? '';
    const control = many(100, (at) => tamper({ kind: 'audit', text, published }, at, ['rechained'], unlinked));
    expect(judgeWithPython([{ kind: 'audit', text, published }], ['previous-hash'])[0]?.reasons).toEqual([]);
    expect(missed(judgeWithPython(control, ['previous-hash']), control).length).toBeGreaterThan(20);
    const linked = many(100, (at) => tamper(chain, at, ['rechained']));
    expect(missed(judgeWithPython(linked), linked)).toEqual([]);
  });

  needsPython('R10: the first row that does not hold is named', () => {
    const changed = many(200, (at) => tamper(chain, at, ['mended'])).filter(({ way }) =>
      ['flip', 'backdate'].includes(way),
    );
    expect(judgeWithPython(changed).map(({ firstBad }) => firstBad)).toEqual(changed.map(({ line }) => line));
    expect(changed.map(({ text }) => verifyAudit(text, sha256).firstBad)).toEqual(changed.map(({ line }) => line));
  });

  needsPython(
    'R10: a bundle kept from before shows that the past was written anew, even where nothing of it was published',
    () => {
      const kept = auditBundle(rows / 2);
      const anew = many(100, (at) => tamper({ kind: 'audit', text: chain.text }, at, ['rechained'])).filter(
        ({ way, line }) => way !== 'duplicate' && line < rows / 2 - 1,
      );
      const asked = anew.map((one): Asked => ({ ...one, kept }));
      expect(missed(judgeWithPython(anew), anew).length).toBeGreaterThan(anew.length * 0.8);
      expect(missed(judgeWithPython(asked), anew)).toEqual([]);
    },
  );
});
