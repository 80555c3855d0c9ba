import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { refuse } from '#shared/refusal';

export type MigrateOptions = {
  /** Connects as the owner of the tables. */
  url: string;
  /** Folder of `NNNN-name.sql` files; the app's own by default. */
  folder?: string;
  /** The last file to apply; all of them by default. */
  upTo?: string;
};

export type Migration = { name: string; sha256: string; sql: string };

const FOLDER = join(import.meta.dirname, '../migrations');
const LOCK = 726_003;
const VERSION_MIN = 150_000;

/**
 * Applies what is new in the folder, in order, each file in one transaction; several processes may call it at once.
 * Gives the names applied now. Refuses when an applied file was changed or is missing, when a new file is numbered before
 * an applied one, when the server is older than PostgreSQL 15, and when the role `liren_app` is missing and may not be made.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { upTo } = options;
  const files = readMigrations(options.folder).filter(({ name }) => upTo === undefined || name <= upTo);
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await mustBeRecent(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareRole(client);
    await prepareTable(client);
    const pending = findPending(files, await readApplied(client));
    for (const file of pending) await apply(client, file);
    return pending.map((file) => file.name);
  } finally {
    await client.end();
  }
}

/** The names not yet applied. Changes nothing; refuses as `migrate` does. */
export async function pendingMigrations(options: MigrateOptions): Promise<string[]> {
  const files = readMigrations(options.folder);
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    const applied = (await hasTable(client)) ? await readApplied(client) : new Map<string, string>();
    return findPending(files, applied).map((file) => file.name);
  } finally {
    await client.end();
  }
}

/** Reads the folder. Refuses a file that is not named `0001-words.sql`, a number used twice, and a file that commits. */
export function readMigrations(folder = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return names.map((name, index) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || name.slice(0, 4) === names[index - 1]?.slice(0, 4)) {
      refuse({
        code: 'migration.badly-named',
        status: 409,
        zh: `数据库脚本 ${name} 的名字不对：应为四位数字加连字符，例如 0007-venues.sql，且编号不重复。`,
        en: `The migration ${name} is badly named: four digits and a hyphen, like 0007-venues.sql, no number twice.`,
      });
    }
    // A checkout may have changed the line ends.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    if (/^\s*(begin|commit|rollback)\s*(work|transaction)?\s*;/im.test(sql)) {
      refuse({
        code: 'migration.commits',
        status: 409,
        zh: `数据库脚本 ${name} 自己开始或提交事务。请去掉：每个脚本由程序放在一个事务里执行。`,
        en: `The migration ${name} begins or commits by itself. Take that out: each file runs in one transaction.`,
      });
    }
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** What of `files` is still to apply, given what was applied (name → sha256). Refuses as `migrate` does. */
export function findPending(files: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Map(files.map((file) => [file.name, file.sha256]));
  for (const [name, sha256] of applied) {
    if (!known.has(name)) {
      refuse({
        code: 'migration.missing',
        status: 409,
        zh: `这个数据库已执行过 ${name}，而当前程序里没有它：数据库比程序新。请换用更新的程序。`,
        en: `${name} was applied to this database but is not in this program: the database is newer. Use the newer program.`,
      });
    }
    if (known.get(name) !== sha256) {
      refuse({
        code: 'migration.changed',
        status: 409,
        zh: `数据库脚本 ${name} 执行之后又被修改了。请把它恢复原样，把修改写成一个新的脚本。`,
        en: `The migration ${name} was changed after it was applied. Restore it, and write the change as a new file.`,
      });
    }
  }
  const last = [...applied.keys()].toSorted().at(-1) ?? '';
  const pending = files.filter((file) => !applied.has(file.name));
  const early = pending.find((file) => file.name < last);
  if (early) {
    refuse({
      code: 'migration.out-of-order',
      status: 409,
      zh: `数据库脚本 ${early.name} 的编号早于已执行的 ${last}。请给它一个更大的编号。`,
      en: `The migration ${early.name} is numbered before ${last}, which is already applied. Give it a higher number.`,
    });
  }
  return pending;
}

async function mustBeRecent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  );
  const version = rows[0];
  if (version && version.number >= VERSION_MIN) return;
  refuse({
    code: 'database.too-old',
    status: 409,
    zh: `数据库是 PostgreSQL ${version?.name}，需要 15 或更新的版本。`,
    en: `The database is PostgreSQL ${version?.name}; 15 or newer is needed.`,
  });
}

/** The app works as `liren_app`, which owns nothing; what it may do is granted by the migrations. */
async function prepareRole(client: pg.Client): Promise<void> {
  if (await canTakeRole(client)) return;
  try {
    await client.query('create role liren_app nologin').catch(ignoreExisting);
    await client.query('grant liren_app to current_user').catch(ignoreExisting);
    if (await canTakeRole(client)) return;
  } catch {
    // Refused below, with what to do.
  }
  refuse({
    code: 'database.no-app-role',
    status: 409,
    zh: '数据库用户无权建立或使用角色 liren_app。请让数据库管理员执行：create role liren_app nologin; grant liren_app to <连接用户>;',
    en: 'The database user may not make or use the role liren_app. Ask the administrator to run: create role liren_app nologin; grant liren_app to <the connecting user>;',
  });
}

async function canTakeRole(client: pg.Client): Promise<boolean> {
  try {
    await client.query('set role liren_app');
    return true;
  } catch {
    return false;
  } finally {
    await client.query('reset role');
  }
}

// Roles belong to the whole server, and the lock to one database: another database's migration may be as far.
function ignoreExisting(error: { code?: string }): void {
  if (!['42710', '23505', 'XX000'].includes(error.code ?? '')) throw error;
}

async function prepareTable(client: pg.Client): Promise<void> {
  if (await hasTable(client)) return;
  await client.query(
    `create table schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
     grant select on schema_migrations to liren_app`,
  );
}

async function hasTable(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('schema_migrations') is not null as found`,
  );
  return rows[0]?.found === true;
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migrations');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

async function apply(client: pg.Client, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [file.name, file.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${file.name}: ${(error as Error).message}`, { cause: error });
  }
}
