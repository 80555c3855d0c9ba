import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { verifyAccounts } from '#shared/reckon';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { findPython, runVerifier } from '#tests/python';
import { openWorld } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai; the fund was opened on 1 September.
const world = await openWorld(await testDatabase());
const { as } = world;
const { chair, deputy, auditor } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function earn(day: string, amount: string, memo = '停车费'): Promise<void> {
  const { status, body } = await chair.post(`${fund.path}/vouchers`, {
    ...{ kind: 'income', way: 'bank', day, accountId: fund.accounts['停车费'], party: '地面停车 42 户' },
    ...{ memo, receiptNo: `S-${day}`, amount },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
}
async function publish(month: number): Promise<string> {
  await chair.post(`${fund.path}/months/${month}/draft`);
  await auditor.post(`${fund.path}/months/${month}/check`, { note: '' });
  const { body } = await as('secretary').post(`${fund.path}/months/${month}/approve`);
  return body.hash;
}
const ask = (query = '') => as('anonymous').get(`${fund.path}/bundle${query}`);
const bundle = async (query = ''): Promise<string> => (await ask(query)).raw.toString('utf8');
const wordsOf = (text: string): string[] => text.split('\n').flatMap((line) => /^\["([a-z]+)"/.exec(line)?.[1] ?? []);

beforeAll(async () => {
  fund = await openPublicRevenue(world);
});

test('R9: nothing is to be had before a month is published; then it is added up to what was published, by us and by Python', async () => {
  await earn('2026-09-08', '1280.50');
  expect((await ask()).body.code).toBe('funds.bundle-nothing-published');
  // Posted before September is closed, shown when November is published.
  await earn('2026-11-09', '77.10', '十一月的停车费');
  await earn('2026-10-09', '200');
  const september = await publish(202609);
  await earn('2026-10-12', '0.01');
  const october = await publish(202610);
  const text = await bundle();
  expect(await verifyAccounts(text, sha256, october)).toMatchObject({ ok: true, reasons: [] });
  expect(wordsOf(text)).toEqual([
    ...['opening', 'entry', 'entry', 'link', 'entry', 'closing', 'entry', 'closing'],
    ...['disclosure', 'disclosure', 'end'],
  ]);
  expect(text).not.toContain('十一月的停车费');
  const alone = await bundle('?from=202610&to=202610');
  const verdict = await verifyAccounts(alone, sha256, october);
  expect(verdict).toMatchObject({ ok: true, reasons: [], months: [{ month: 202610, in: 20_001, opening: 1_148_050 }] });
  expect(wordsOf(alone)).toEqual(['entry', 'closing', 'entry', 'closing', 'disclosure', 'end']);
  expect(await verifyAccounts(await bundle('?to=202609'), sha256, september)).toMatchObject({ ok: true, entries: 2 });
  expect((await ask('?from=202611')).status).toBe(404);
});

test.skipIf(!findPython())(
  'R9: Python (Debian: python3) says the same of each, and of a file with one fen more',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liren-bundle-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const keep = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const whole = await bundle();
    const files = [keep('all.txt', whole), keep('october.txt', await bundle('?from=202610'))];
    const { code, said } = runVerifier(files);
    expect(said).toContain('余额 11680.51 元');
    expect(code).toBe(0);
    const tampered = keep('tampered.txt', whole.replace('128050]', '128051]'));
    expect(runVerifier([tampered]).code).toBe(1);
    expect((await verifyAccounts(whole.replace('128050]', '128051]'), sha256)).ok).toBe(false);
  },
);

test('a correction of a published month stands in the later one, and both still add up', async () => {
  const { body } = await as('anonymous').get(`${fund.path}/account?month=202609`);
  const { body: kept } = await chair.get(`${fund.path}/vouchers?month=202609`);
  const wrong = kept.items.find(({ number }: { number: string }) => number === body.shown.lines[1].number);
  expect(wrong).toBeDefined();
  const drafted = await chair.post(`${fund.path}/vouchers/${wrong.id}/correction`, {
    ...{
      day: '2026-11-10',
      amount: '1200',
      accountId: fund.accounts['停车费'],
      memo: '九月停车费记多了',
      receiptNo: 'T-1',
    },
  });
  const { id, version } = drafted.body;
  const approved = await deputy.post(`${fund.path}/vouchers/${id}/approve`, { version });
  expect(approved.body, JSON.stringify(approved.body)).toMatchObject({ state: 'posted' });
  world.clock.set('2026-12-05T01:00:00.000Z');
  const november = await publish(202611);
  const text = await bundle();
  expect(text).toContain('"reverses":2');
  expect(await verifyAccounts(text, sha256, november)).toMatchObject({ ok: true, reasons: [] });
});
