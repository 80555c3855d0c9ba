import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { readMigrations } from '#platform/migrate';
import { writeArchive } from './archive.ts';
import { checkArchive } from './check.ts';
import { countFiles, countRows, FORMAT, type Manifest } from './manifest.ts';

type Entries = [name: string, content: string][];

const rows = 'a\t1\nb\t2\n';
const picture = 'picture';

function manifestOf(changes: Partial<Manifest> = {}): Manifest {
  const table = countRows();
  table.take(Buffer.from(rows));
  const files = countFiles();
  files.begin('files/ab/ab-full.webp', picture.length);
  files.take(Buffer.from(picture));
  return {
    format: FORMAT,
    appVersion: '9.9.9',
    createdAt: '2026-11-20T01:00:00.000Z',
    migrations: readMigrations().map(({ name, sha256 }) => ({ name, sha256 })),
    tables: [{ name: 'public.things', columns: ['name', 'number'], ...table.sum() }],
    sequences: [],
    files: files.sum(),
    withKey: false,
    ...changes,
  };
}

const contents: Entries = [
  ['tables/public.things/000001.copy', rows.slice(0, 3)],
  ['tables/public.things/000002.copy', rows.slice(3)],
  ['files/ab/ab-full.webp', picture],
];

async function archiveOf(entries: Entries, manifest: object | null = manifestOf()): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liren-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'backup.tar.gz');
  const archive = writeArchive(createWriteStream(file));
  for (const [name, content] of entries) await archive.add(name, content);
  if (manifest) await archive.add('manifest.json', JSON.stringify(manifest));
  await archive.close();
  return file;
}

const codeOf = async (file: string): Promise<string> =>
  checkArchive(file).then(
    () => 'taken',
    (error) => error.refusal.code,
  );

test('what holds just what its manifest says is taken', async () => {
  expect(await checkArchive(await archiveOf(contents))).toEqual({ manifest: manifestOf(), key: null });
  expect(await codeOf('/nowhere/backup.tar.gz')).toBe('restore.unreadable');
});

test.each<[string, Entries, object | null]>([
  ['without a manifest', contents, null],
  ['without a piece of a table', contents.slice(1), manifestOf()],
  ['with a piece too many', [...contents, ['tables/public.things/000003.copy', 'c\t3\n']], manifestOf()],
  ['with a table too many', [...contents, ['tables/public.others/000001.copy', 'c\t3\n']], manifestOf()],
  ['without a picture', contents.slice(0, 2), manifestOf()],
  ['with another picture', [...contents.slice(0, 2), ['files/ab/ab-full.webp', 'Picture']], manifestOf()],
  ['with a key it does not speak of', [...contents, ['secret.key', 'key']], manifestOf()],
  ['with a path that leads out of the folder', [...contents, ['files/../secret.key', 'key']], manifestOf()],
  ['with a file of another kind', [...contents, ['etc/passwd', 'root']], manifestOf()],
  ['with a manifest that says nothing', contents, { format: FORMAT }],
])('an archive %s is damaged', async (_, entries, manifest) => {
  expect(await codeOf(await archiveOf(entries, manifest))).toBe('restore.damaged');
});

test('a newer format, and a migration this program does not have, name the version to use', async () => {
  const newer = { zh: expect.stringContaining('9.9.9'), en: expect.stringContaining('9.9.9'), code: 'restore.newer' };
  const format = await archiveOf(contents, { format: FORMAT + 1, appVersion: '9.9.9' });
  await expect(checkArchive(format)).rejects.toMatchObject({ refusal: newer });
  const migrations = [...manifestOf().migrations, { name: '9999-later.sql', sha256: '0'.repeat(64) }];
  const structure = await archiveOf(contents, manifestOf({ migrations }));
  await expect(checkArchive(structure)).rejects.toMatchObject({ refusal: newer });
});

test('an older structure is taken; a migration that was changed since is not', async () => {
  const [first, second] = manifestOf().migrations;
  if (!first || !second) throw new Error('no migrations');
  expect(await codeOf(await archiveOf(contents, manifestOf({ migrations: [first, second] })))).toBe('taken');
  const migrations = [{ ...first, sha256: '0'.repeat(64) }];
  expect(await codeOf(await archiveOf(contents, manifestOf({ migrations })))).toBe('migration.changed');
});

test('a byte flipped anywhere that changes a single thing inside, or an end cut off, is always found', async () => {
  const file = await archiveOf(contents);
  const whole = readFileSync(file);
  const inside = gunzipSync(whole);
  let harmless = 0;
  // The head of a gzip holds a time and the name of a system, which nobody reads.
  for (let at = 10; at < whole.length; at += 1) {
    const flipped = Buffer.from(whole);
    flipped[at] = flipped.readUInt8(at) ^ 1;
    writeFileSync(file, flipped);
    const code = await codeOf(file);
    if (code === 'restore.damaged') continue;
    // A copy "from 9 back" in a run of zeros is the copy "from 8 back": the same archive, written otherwise.
    expect(gunzipSync(flipped).equals(inside), `byte ${at} of ${whole.length}: ${code}`).toBe(true);
    harmless += 1;
  }
  expect(harmless).toBeLessThan(whole.length / 20);
  for (const length of [0, 5, whole.length >> 1, whole.length - 9, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    expect(await codeOf(file), `${length} bytes of ${whole.length}`).toBe('restore.damaged');
  }
  writeFileSync(file, 'liren');
  expect(await codeOf(file)).toBe('restore.damaged');
});
