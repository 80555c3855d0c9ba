import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { findPython, runVerifier } from '#tests/python';
import { areas, openWorld, type Asker } from '#tests/world';
import { verifyText } from '../../../cli/commands/verify.ts';

const world = await openWorld(await testDatabase());
const [secretary, community, streetOfficer] = (['secretary', 'community', 'streetOfficer'] as const).map(world.as) as [
  Asker,
  Asker,
  Asker,
];

test('R10: who may read the audit carries its chain away; what was done a moment ago stands in it, and the export itself next time', async () => {
  await world.worker.drain();
  const first = await secretary.get('audit/bundle');
  expect(first.status).toBe(200);
  await world.worker.drain();
  const { raw } = await secretary.get('audit/bundle');
  const text = raw.toString('utf8');
  expect(text).toContain('"act":"audit.export"');
  expect(await verifyText(text, null)).toMatchObject({ ok: true, reasons: [] });
  expect((await verifyText(text.replace('audit.export', 'audit.expert'), null)).reasons[0]).toMatch(
    /^第 \d+ 条日志对不上/,
  );
  expect((await community.get('audit/bundle')).status).toBe(403);
  expect((await streetOfficer.get('audit/bundle')).status).toBe(403);
  expect((await secretary.get(`/api/v1/areas/${areas.sibling}/audit/bundle`)).status).toBe(403);
  expect((await secretary.get(`/api/v1/areas/${areas.gridOne}/audit/bundle`)).status).toBe(422);
});

test.skipIf(!findPython())(
  'R10: Python (Debian: python3) checks what the app gave out, and what was kept before beside it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liren-audit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const keep = async (name: string): Promise<string> => {
      await world.worker.drain();
      const { raw } = await secretary.get('audit/bundle');
      writeFileSync(join(folder, name), raw);
      return join(folder, name);
    };
    const files = [await keep('before.txt'), await keep('now.txt')];
    expect(runVerifier(files)).toMatchObject({ code: 0, said: expect.stringContaining('全部对得上') });
    writeFileSync(
      join(folder, 'now.txt'),
      `${(await secretary.get('audit/bundle?after=0')).raw.toString('utf8').replace('周敏', '周明')}`,
    );
    expect(runVerifier(files)).toMatchObject({ code: 1, said: expect.stringContaining('条日志对不上') });
  },
);
