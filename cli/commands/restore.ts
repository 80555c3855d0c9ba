import { createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { refuse } from '#shared/refusal';
import { readConfig, type Config } from '#platform/config';
import { migrate } from '#platform/migrate';
import { readArchive, type ArchiveEntry } from '../backup/archive.ts';
import { checkArchive, filePathOf, tableOf, type Checked } from '../backup/check.ts';
import { checkKey, type KeyState } from '../backup/key.ts';
import type { Manifest } from '../backup/manifest.ts';
import {
  connectPlainly,
  copyIn,
  copyOut,
  hasRows,
  layReferencesAside,
  listTables,
  readMigrated,
  setSequence,
  type Table,
} from '../backup/tables.ts';
import { withPostgres } from '../with-postgres.ts';

type Entries = AsyncGenerator<ArchiveEntry>;

/**
 * Puts a backup into an empty database and an empty folder of files: all of it, or nothing. Refuses, before anything is
 * written, a damaged or newer backup, a database or folder that is not empty, another key in the place of the one in the
 * backup, and an app that runs on the data. The exit code is 1 too when the data is in place and its key is not.
 */
export async function run(args: string[]): Promise<void> {
  const file = readArguments(args);
  const config = readConfig(process.env, false);
  const checked = await checkArchive(file);
  mustHaveRoom(config, checked);
  const state = await withPostgres(
    (url) => restoreInto(url, file, config, checked),
    `liren restore pid ${process.pid}`,
  );
  report(checked.manifest, state, config);
}

function readArguments(args: string[]): string {
  const [file, ...rest] = args;
  if (file !== undefined && !file.startsWith('--') && rest.length === 0) return resolve(file);
  return refuse({
    code: 'restore.arguments',
    status: 400,
    zh: '用法：npm run liren -- restore <文件>。恢复到 LIREN_DATA（或 DATABASE_URL）指的空库。',
    en: 'Usage: npm run liren -- restore <file>. It goes into the empty database that LIREN_DATA (or DATABASE_URL) names.',
  });
}

function mustHaveRoom({ dataDir, secretFile }: Config, { key }: Checked): void {
  const folder = join(dataDir, 'files');
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    refuse({
      code: 'restore.files-not-empty',
      status: 409,
      zh: `${folder} 里已经有文件。只能恢复到空的数据文件夹，请设置另一个 LIREN_DATA。`,
      en: `There are files in ${folder} already. A restore needs an empty data folder: set another LIREN_DATA.`,
    });
  }
  if (!key || !existsSync(secretFile) || readFileSync(secretFile, 'utf8').trim() === key.toString('utf8').trim())
    return;
  refuse({
    code: 'restore.other-key',
    status: 409,
    zh: `${secretFile} 已经有另一把密钥，和备份里的不同。请先把它移到别处，再恢复。`,
    en: `${secretFile} holds another key than the backup does. Move it elsewhere first, then restore.`,
  });
}

async function restoreInto(url: string, file: string, config: Config, checked: Checked): Promise<KeyState> {
  const { manifest, key } = checked;
  const client = await connectPlainly(url);
  try {
    await mustBeEmpty(client, manifest);
    await migrate({ url, upTo: manifest.migrations.at(-1)?.name ?? '' });
    await loadWhole(client, file, join(config.dataDir, 'files'), manifest);
    await client.query('analyze');
    if (key && !existsSync(config.secretFile)) {
      await mkdir(dirname(config.secretFile), { recursive: true });
      await writeFile(config.secretFile, key, { mode: 0o600, flag: 'wx' });
    }
    return await checkKey(client, config.secretFile);
  } finally {
    await client.end();
  }
}

async function mustBeEmpty(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const tables = await listTables(client);
  const migrated = await readMigrated(client);
  const known = new Set(migrations.map(({ name }) => name));
  // A restore that was cut off leaves the tables, without a row, as they were in the backup.
  const isOurs = tables.length === 0 || migrated?.every(({ name }) => known.has(name));
  let full = isOurs ? undefined : tables[0];
  for (const table of tables) full ??= (await hasRows(client, table)) ? table : undefined;
  if (!full) return;
  refuse({
    code: 'restore.not-empty',
    status: 409,
    zh: `数据库不是空的（有表 ${full.name}）。只能恢复到空库，免得盖掉数据：请设置另一个 LIREN_DATA，或给 DATABASE_URL 一个新建的库。`,
    en: `The database is not empty (there is ${full.name}). A restore needs an empty one, so that nothing is lost: set another LIREN_DATA, or give DATABASE_URL a new database.`,
  });
}

/** Rows and files together: the files come to their place just before the commit, and leave it when there is none. */
async function loadWhole(client: pg.Client, file: string, folder: string, manifest: Manifest): Promise<void> {
  const beside = `${folder}.restoring`;
  await rm(beside, { recursive: true, force: true });
  const entries = readArchive(file);
  let placed = false;
  try {
    await client.query('begin');
    const names = manifest.tables.map(({ name }) => name);
    const putBack = await layReferencesAside(client, names);
    await loadTables(client, entries, beside, manifest);
    await putBack();
    for (const sequence of manifest.sequences) await setSequence(client, sequence);
    await mustBeSame(client, manifest);
    placed = existsSync(beside);
    if (placed) await rename(beside, folder);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (placed) await rm(folder, { recursive: true, force: true });
    await rm(beside, { recursive: true, force: true });
    throw error;
  } finally {
    await entries.return(undefined);
  }
}

async function loadTables(client: pg.Client, entries: Entries, folder: string, manifest: Manifest): Promise<void> {
  let next = await entries.next();
  for (const table of manifest.tables.filter(({ rows }) => rows > 0)) {
    const pieces = async function* (): AsyncGenerator<Buffer> {
      for (; !next.done && tableOf(next.value) === table.name; next = await entries.next()) yield* next.value.content;
    };
    await copyIn(client, table, pieces());
  }
  for (; !next.done; next = await entries.next()) await writeEntry(next.value, folder);
}

/** Writes a picture; passes by what is none. */
async function writeEntry(entry: ArchiveEntry, folder: string): Promise<void> {
  const path = filePathOf(entry);
  if (!path) {
    for await (const _ of entry.content);
    return;
  }
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await pipeline(entry.content, createWriteStream(join(folder, path), { flags: 'wx' }));
}

/** Reads everything back as a backup would, and compares. */
async function mustBeSame(client: pg.Client, manifest: Manifest): Promise<void> {
  const loaded = new Map<string, Table>((await listTables(client)).map((table) => [table.name, table]));
  for (const { name, columns, rows, sha256 } of manifest.tables) {
    const table = loaded.get(name);
    const sum = table && (await copyOut(client, { ...table, columns }));
    if (sum?.rows === rows && sum.sha256 === sha256) continue;
    refuse({
      code: 'restore.different',
      status: 409,
      zh: `${name} 恢复后和备份不一致（备份 ${rows} 行，恢复 ${sum?.rows ?? 0} 行）。已全部撤回，什么都没有写入。`,
      en: `${name} is not the same after the restore (${rows} rows in the backup, ${sum?.rows ?? 0} restored). All of it was undone.`,
    });
  }
}

function report({ tables, files, createdAt }: Manifest, state: KeyState, { secretFile }: Config): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `✓ 已恢复 ${createdAt} 的备份：${tables.length} 张表 ${rows} 行，${files.count} 个文件，逐表核对一致。  (Restored: ${tables.length} tables, ${rows} rows, ${files.count} files, each table compared.)`,
  );
  const said: Record<KeyState, [zh: string, en: string]> = {
    opens: ['✓ 密钥能打开封存的内容。', 'The key opens the sealed fields.'],
    'nothing-sealed': ['✓ 没有封存的内容，不需要旧密钥。', 'Nothing is sealed: no key is needed.'],
    missing: [
      `✗ 没有密钥：封存的姓名、电话、证件号打不开。启动之前，请把原来的 secret.key 放到 ${secretFile}。`,
      `The key is missing: sealed fields cannot be opened. Put the former secret.key at ${secretFile} before you start.`,
    ],
    wrong: [
      `✗ ${secretFile} 不是这份数据的密钥：封存的姓名、电话、证件号打不开。启动之前，请换成原来的 secret.key。`,
      `${secretFile} is not the key of this data: sealed fields cannot be opened. Put the former secret.key there before you start.`,
    ],
  };
  const [zh, en] = said[state];
  console.log(`${zh}  (${en})`);
  if (zh.startsWith('✗')) process.exitCode = 1;
}
