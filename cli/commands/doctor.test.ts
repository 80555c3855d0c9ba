import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkBackup, checkCalendars, checkNode } from './doctor.ts';

test('Node 20.19 is enough, 20.18 is not, and neither is 18', () => {
  expect(checkNode('20.19.0').advice).toBeUndefined();
  expect(checkNode('24.0.0').advice).toBeUndefined();
  expect(checkNode('20.18.9').advice).toContain('20.19');
  expect(checkNode('18.20.4').advice).toContain('20.19');
});

test('a missing holiday calendar is named; from December on also that of the coming year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-calendars-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'cn-2026.yaml'), '');
  const missing = (day: string): string[] =>
    checkCalendars(new Date(day), folder).flatMap(({ name, advice }) => (advice ? [name] : []));
  expect(missing('2026-11-30T12:00:00Z')).toEqual([]);
  expect(missing('2026-12-02T12:00:00Z')).toEqual(['2027 年节假日']);
  expect(missing('2027-01-02T12:00:00Z')).toEqual(['2027 年节假日']);
});

test('a backup of a week is young enough, one of eight days is not; where there was none, the command is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liren-backups-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const at = (day: string) => checkBackup(folder, new Date(day));
  expect(at('2026-11-20T12:00:00Z').found).toContain('liren -- backup');
  writeFileSync(
    join(folder, 'last-backup.json'),
    JSON.stringify({ at: '2026-11-12T12:00:00Z', file: '/mnt/a.tar.gz' }),
  );
  expect(at('2026-11-20T11:59:59Z')).toEqual({ name: '上次备份', found: '7 天前（/mnt/a.tar.gz）' });
  expect(at('2026-11-20T12:00:00Z').advice).toContain('超过一周');
});
