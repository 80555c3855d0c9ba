import { createWriteStream, existsSync, readFileSync, type Dirent } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { refuse } from '#shared/refusal';
import { readConfig, type Config } from '#platform/config';
import { writeArchive, type ArchiveWriter } from '../backup/archive.ts';
import { countFiles, FILE_PATH, FORMAT, KEY, MANIFEST, type Manifest } from '../backup/manifest.ts';
import { connectPlainly, copyOut, listTables, readMigrated, readSequences, type Table } from '../backup/tables.ts';
import { root } from '../build.mjs';
import { withPostgres } from '../with-postgres.ts';

/** Where `doctor` finds the last one. */
export const LAST_BACKUP = 'last-backup.json';

const PIECE_BYTES = 1_000_000;
const DIGITS = 6;

/**
 * Writes the database as it stands at one moment, and the files, into one archive, while the app runs. The key only with
 * `--with-key`. Refuses when the file exists, cannot be written, or there is nothing to back up.
 */
export async function run(args: string[]): Promise<void> {
  const { file, withKey } = readArguments(args);
  const config = readConfig(process.env, false);
  mustHaveDatabase(config);
  const manifest = await withPostgres((url) => writeWhole(file, (archive) => fill(archive, url, config, withKey)));
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(join(config.dataDir, LAST_BACKUP), JSON.stringify({ at: manifest.createdAt, file }));
  report(manifest, file, config);
}

function readArguments(args: string[]): { file: string; withKey: boolean } {
  const files = args.filter((argument) => !argument.startsWith('--'));
  const unknown = args.find((argument) => argument.startsWith('--') && argument !== '--with-key');
  if (files.length !== 1 || unknown) {
    refuse({
      code: 'backup.arguments',
      status: 400,
      zh: '用法：npm run liren -- backup <文件> [--with-key]，例如 backup /mnt/usb/liren.tar.gz。--with-key 把密钥也放进去。',
      en: 'Usage: npm run liren -- backup <file> [--with-key], such as backup /mnt/usb/liren.tar.gz. --with-key puts the key in as well.',
    });
  }
  return { file: resolve(files[0] as string), withKey: args.includes('--with-key') };
}

function mustHaveDatabase({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl || ['pg', 'database-place'].some((name) => existsSync(join(dataDir, name)))) return;
  refuseEmpty(dataDir);
}

function refuseEmpty(where: string): never {
  return refuse({
    code: 'backup.nothing',
    status: 409,
    zh: `${where} 里还没有里仁的数据，没有可备份的。请检查 LIREN_DATA 或 DATABASE_URL。`,
    en: `There is no data of Liren in ${where}: nothing to back up. Check LIREN_DATA or DATABASE_URL.`,
  });
}

/** Under its final name the file is whole: it is written beside, and renamed once the disk has it. */
async function writeWhole(file: string, work: (archive: ArchiveWriter) => Promise<Manifest>): Promise<Manifest> {
  const beside = `${file}.partial`;
  if (existsSync(file)) {
    refuse({
      code: 'backup.file-exists',
      status: 409,
      zh: `${file} 已经存在。备份不覆盖任何文件，请换一个名字。`,
      en: `${file} exists already. A backup overwrites nothing: give another name.`,
    });
  }
  const handle = await open(beside, 'w', 0o600).catch((error: NodeJS.ErrnoException) =>
    refuse({
      code: 'backup.not-writable',
      status: 409,
      zh: `不能写入 ${file}（${error.code}）。请换一个存在的、可写的文件夹。`,
      en: `Cannot write ${file} (${error.code}). Name a folder that exists and can be written to.`,
    }),
  );
  const archive = writeArchive(createWriteStream(beside, { fd: handle, flush: true }));
  try {
    const manifest = await work(archive);
    await archive.close();
    await rename(beside, file);
    return manifest;
  } catch (error) {
    archive.abandon();
    await rm(beside, { force: true });
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    return refuse({
      code: 'backup.not-written',
      status: 409,
      zh: `备份没有做成（${message}），没写完的文件已删除。请检查磁盘空间后再做一次。`,
      en: `The backup was not made (${message}); what was written of it is deleted. Look at the space on the disk, then try again.`,
    });
  }
}

async function fill(archive: ArchiveWriter, url: string, config: Config, withKey: boolean): Promise<Manifest> {
  const key = withKey ? readKey(config.secretFile) : null;
  const client = await connectPlainly(url);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const migrations = await readMigrated(client);
    if (!migrations || migrations.length === 0) refuseEmpty(config.databaseUrl ? 'DATABASE_URL' : config.dataDir);
    const createdAt = new Date().toISOString();
    const tables: Manifest['tables'] = [];
    for (const table of await listTables(client)) tables.push(await addTable(archive, client, table));
    const sequences = await readSequences(client);
    await client.query('commit');
    // A picture is on the disk before its row is committed, and never changes: what the rows name is here.
    const files = await addFiles(archive, join(config.dataDir, 'files'));
    if (key) await archive.add(KEY, key);
    const appVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
    const contents = { migrations, tables, sequences, files, withKey };
    const manifest: Manifest = { format: FORMAT, appVersion, createdAt, ...contents };
    await archive.add(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await client.end();
  }
}

function readKey(secretFile: string): Buffer {
  if (existsSync(secretFile)) return readFileSync(secretFile);
  return refuse({
    code: 'backup.no-key',
    status: 409,
    zh: `找不到密钥 ${secretFile}。请检查 LIREN_SECRET_FILE，或不带 --with-key 备份。`,
    en: `The key ${secretFile} is not there. Check LIREN_SECRET_FILE, or back up without --with-key.`,
  });
}

async function addTable(archive: ArchiveWriter, client: pg.Client, table: Table): Promise<Manifest['tables'][number]> {
  const { name, columns } = table;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let pieces = 0;
  const flush = async (): Promise<void> => {
    if (waitingBytes === 0) return;
    pieces++;
    await archive.add(`tables/${name}/${String(pieces).padStart(DIGITS, '0')}.copy`, Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  const sum = await copyOut(client, table, async (chunk) => {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= PIECE_BYTES) await flush();
  });
  await flush();
  return { name, columns, ...sum };
}

/** Pictures are small enough to be read whole. */
async function addFiles(archive: ArchiveWriter, folder: string): Promise<Manifest['files']> {
  const counter = countFiles();
  for await (const path of walk(folder)) {
    const bytes = await readFile(join(folder, path));
    const name = `files/${path}`;
    counter.begin(name, bytes.length);
    counter.take(bytes);
    await archive.add(name, bytes);
  }
  return counter.sum();
}

/** The files below a folder, by their paths in it. Left out: what is hidden, and one just being written under its passing name. */
async function* walk(folder: string, below = ''): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for (const { name } of await orderedEntries(join(folder, below), (entry) => entry.isFile()))
    if (FILE_PATH.test(name) && !/\.\d+\.\d+$/.test(name)) yield `${below}${name}`;
  for (const { name } of await orderedEntries(join(folder, below), (entry) => entry.isDirectory()))
    yield* walk(folder, `${below}${name}/`);
}

async function orderedEntries(folder: string, which: (entry: Dirent) => boolean): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(which).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function report({ tables, files, withKey }: Manifest, file: string, { secretFile }: Config): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `✓ 已备份到 ${file}：${tables.length} 张表 ${rows} 行，${files.count} 个文件。  (Backed up: ${tables.length} tables, ${rows} rows, ${files.count} files.)`,
  );
  if (withKey) {
    console.log('! 密钥在这份备份里：谁拿到它，谁就能读出封存的电话和证件号。请像保管密钥一样保管它。');
    console.log(
      '  (The key is in this backup: whoever has it can read every sealed field. Keep it as you keep the key.)',
    );
    return;
  }
  console.log(
    `! 密钥不在备份里。没有它，封存的姓名、电话、证件号谁也打不开。它在 ${secretFile}，请另外抄存一份，和备份分开放。`,
  );
  console.log(
    `  (The key is not in this backup. Without it no sealed name, telephone or identity number can be opened. It lies in ${secretFile}: keep a copy, apart from the backup.)`,
  );
}
