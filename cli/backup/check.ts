import { refuse, RefusalError } from '#shared/refusal';
import { findPending, readMigrations } from '#platform/migrate';
import { readArchive, type ArchiveEntry } from './archive.ts';
import {
  countFiles,
  countRows,
  FILE_PATH,
  FORMAT,
  KEY,
  MANIFEST,
  manifestSchema,
  type FileCounter,
  type Manifest,
  type RowCounter,
} from './manifest.ts';

export type Checked = { manifest: Manifest; key: Buffer | null };

const SMALL_BYTES_MAX = 16_000_000;

/** The name of the table that this entry is a piece of; null for any other entry. */
export function tableOf(entry: ArchiveEntry): string | null {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(entry.name)?.[1] ?? null;
}

/** The path below the folder `files`; null for any other entry, and for a path that leads out of it. */
export function filePathOf({ name }: ArchiveEntry): string | null {
  const path = name.startsWith('files/') ? name.slice('files/'.length) : '';
  return FILE_PATH.test(path) ? path : null;
}

/**
 * Reads the whole archive, writes nothing, and answers what it holds. Refuses when it is no backup, is damaged or cut off,
 * holds anything else than it says, or was written by a newer program.
 */
export async function checkArchive(file: string): Promise<Checked> {
  try {
    const checked = await readThrough(file);
    mustBeKnown(checked.manifest);
    return checked;
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code && ['ENOENT', 'EACCES', 'EISDIR'].includes(code)) {
      refuse({
        code: 'restore.unreadable',
        status: 409,
        zh: `读不到备份文件 ${file}（${code}）。请检查路径和权限。`,
        en: `Cannot read the backup ${file} (${code}). Check its path and who may read it.`,
      });
    }
    return refuse({
      code: 'restore.damaged',
      status: 409,
      zh: `${file} 不是完整的里仁备份：已损坏，或没有复制完（${message}）。什么都没有写入，请换一份备份。`,
      en: `${file} is no whole backup of Liren: it is damaged or cut off (${message}). Nothing was written; take another backup.`,
    });
  }
}

type Tally = { tables: Map<string, RowCounter>; files: FileCounter; manifest: Manifest | null; key: Buffer | null };

async function readThrough(file: string): Promise<Checked> {
  const tally: Tally = { tables: new Map(), files: countFiles(), manifest: null, key: null };
  for await (const entry of readArchive(file)) await take(tally, entry);
  const { manifest, key } = tally;
  if (!manifest) throw new Error('no manifest');
  for (const { name, rows, sha256 } of manifest.tables) {
    const sum = (tally.tables.get(name) ?? countRows()).sum();
    if (sum.rows !== rows || sum.sha256 !== sha256) throw new Error(`table ${name}`);
    tally.tables.delete(name);
  }
  if (tally.tables.size > 0) throw new Error('a table too many');
  const files = tally.files.sum();
  if (files.count !== manifest.files.count || files.sha256 !== manifest.files.sha256) throw new Error('files');
  if (manifest.withKey !== (key !== null)) throw new Error('key');
  return { manifest, key };
}

async function take(tally: Tally, entry: ArchiveEntry): Promise<void> {
  const table = tableOf(entry);
  if (!entry.isFile || tally.manifest) throw new Error(`unexpected ${entry.name}`);
  if (table) {
    const counter = tally.tables.get(table) ?? countRows();
    tally.tables.set(table, counter);
    for await (const chunk of entry.content) counter.take(chunk);
  } else if (filePathOf(entry)) {
    tally.files.begin(entry.name, entry.sizeBytes);
    for await (const chunk of entry.content) tally.files.take(chunk);
  } else if (entry.name === KEY) {
    tally.key = await readSmall(entry);
  } else if (entry.name === MANIFEST) {
    tally.manifest = readManifest(await readSmall(entry));
  } else {
    throw new Error(`unexpected ${entry.name}`);
  }
}

async function readSmall({ name, sizeBytes, content }: ArchiveEntry): Promise<Buffer> {
  if (sizeBytes > SMALL_BYTES_MAX) throw new Error(`${name} is too long`);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The format comes first: of a newer one nothing else is known. */
function readManifest(bytes: Buffer): Manifest {
  const written = JSON.parse(bytes.toString('utf8'));
  if (typeof written.format === 'number' && written.format > FORMAT) refuseNewer(String(written.appVersion));
  return manifestSchema.parse(written);
}

function mustBeKnown({ migrations, appVersion }: Manifest): void {
  try {
    findPending(readMigrations(), new Map(migrations.map(({ name, sha256 }) => [name, sha256])));
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'migration.missing') refuseNewer(appVersion);
    throw error;
  }
}

function refuseNewer(appVersion: string): never {
  return refuse({
    code: 'restore.newer',
    status: 409,
    zh: `这份备份来自更新的程序（${appVersion}）。请换用那个版本或更新的程序再恢复。`,
    en: `This backup comes from a newer program (${appVersion}). Restore it with that version or a newer one.`,
  });
}
