import pg from 'pg';
import { refuse } from '#shared/refusal';
import type { Place } from './place.ts';
import { DATABASE, OWNER, readPostmaster } from './cluster.ts';

// Two advisory locks of the database `liren`. The server frees them when the connection of their holder ends, also when
// that process was killed.
const IN_USE = 726_001;
const SOLE = 726_002;
const SOLE_RETRIES = 20;
const SOLE_RETRY_MS = 100;

export type Answer =
  | { state: 'ready'; client: pg.Client; pid: number; url: string; socketFolder: string }
  | { state: 'starting' }
  | { state: 'absent' };

/** Asks whether the cluster's server takes connections: the only test that counts. Makes the database when it is missing. */
export async function askServer(place: Place, password: string, label: string): Promise<Answer> {
  const postmaster = readPostmaster(place);
  if (!postmaster) return { state: 'absent' };
  const { pid, port, socketFolder } = postmaster;
  const connection = { host: socketFolder, port, user: OWNER, password, application_name: label.slice(0, 63) };
  try {
    const client = await connect({ ...connection, database: DATABASE });
    return { state: 'ready', client, pid, socketFolder, url: urlOf(socketFolder, port, password) };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '3D000') {
      await createDatabase({ ...connection, database: 'postgres' });
      return askServer(place, password, label);
    }
    if (code === '28P01') refuseWrongPassword(place);
    // 57P03: starting, recovering or shutting down.
    return { state: code === '57P03' ? 'starting' : 'absent' };
  }
}

/** Declares this process a user of the server, so that nobody stops it meanwhile. Waits while it is being stopped. */
export async function useServer(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
}

/** Gives the declaration back; true when nobody else uses the server, and nobody can begin to. */
export async function leaveServer(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE]);
  return rows[0]?.alone === true;
}

/**
 * Makes this process the one app on this data. Refuses when another one runs, and names it.
 * A predecessor killed a moment ago is waited for.
 */
export async function becomeSole(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < SOLE_RETRIES; attempt++) {
    const { rows } = await client.query<{ sole: boolean }>('select pg_try_advisory_lock($1) as sole', [SOLE]);
    if (rows[0]?.sole) return;
    await new Promise((resolve) => setTimeout(resolve, SOLE_RETRY_MS));
  }
  const { rows } = await client.query<{ holder: string }>(
    `select application_name as holder from pg_stat_activity
     where pid in (select pid from pg_locks where locktype = 'advisory' and objid = $1 and granted)`,
    [SOLE],
  );
  const holder = rows[0]?.holder ?? '';
  refuse({
    code: 'data.in-use',
    status: 409,
    zh: `里仁已经在用这个数据文件夹运行（${holder}）。请直接打开它；要重新启动，请先在它的窗口按 Ctrl-C；要另开一个，请设置另一个 LIREN_DATA。`,
    en: `Liren already runs on this data folder (${holder}). Open it there; to restart, press Ctrl-C in its window first; to run another one, set another LIREN_DATA.`,
  });
}

/** An idle connection that only holds the server is no reason for a process to stay. */
export function letProcessEnd(client: pg.Client, may: boolean): void {
  // The type package does not know `ref` and `unref`.
  const socket = client as unknown as { ref(): void; unref(): void };
  if (may) socket.unref();
  else socket.ref();
}

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000 });
  // What breaks later is seen by the 'end' of the connection.
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function createDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = await connect(connection);
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another starter was quicker: "already exists", or the unique index says the same.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function urlOf(socketFolder: string, port: number, password: string): string {
  return `postgresql://${OWNER}:${password}@/${DATABASE}?host=${encodeURIComponent(socketFolder)}&port=${port}`;
}

function refuseWrongPassword(place: Place): never {
  return refuse({
    code: 'database.wrong-password',
    status: 409,
    zh: `数据库不接受 ${place.passwordFile} 中的密码。请从备份恢复这个文件；没有备份时，请换一个数据文件夹并用 liren restore 恢复数据。`,
    en: `The database does not accept the password in ${place.passwordFile}. Bring that file back from a backup; without one, use another data folder and liren restore.`,
  });
}
