import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate, readMigrations } from '#platform/migrate';
import { dropDatabase } from '#tests/database';
import { gongsheng, worldStart } from '#tests/world';
import { killGroup, startNode, temporaryFolder, until, type Started } from './processes.ts';

type Row = Record<string, unknown>;
type Matter = {
  /** Whose reading it is. */
  by: string;
  number: string;
  title: string;
  traceCode: string;
  status: string;
  version: number;
  dueAt: string | null;
  step: string;
  method: string;
  fields: { id: string; text: string }[];
  history: Row[];
};
type Old = {
  key: string;
  applied: { name: string; sha256: string }[];
  rows: Record<string, Row[]>;
  files: Record<string, string>;
  told: { matters: Matter[]; people: { masked: Row & { id: string }; revealed: Record<string, string> }[] };
};

/**
 * A community as the first schema that was landed held it, with what the program of that time said of it through the API:
 * matters at every step, sealed people, photographs, work not yet done. Made once by that program.
 */
const old: Old = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dirname, 'upgrade/first.json.gz'))).toString('utf8'),
);
const password = 'a-long-first-password';
const startSecondsMax = 110;

type House = { url: string; dataDir: string; owner: pg.Client };

/** A data folder and a database as they were left by the program of that time. */
async function openOld(): Promise<House> {
  const adminUrl = inject('adminUrl');
  const name = `liren_old_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  await admin.end();
  const url = adminUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  const owner = new pg.Client({ connectionString: url });
  onTestFinished(async () => {
    await owner.end();
    await dropDatabase(adminUrl, name);
  });
  expect(await migrate({ url, upTo: old.applied.at(-1)?.name ?? '' })).toHaveLength(old.applied.length);
  await owner.connect();
  for (const [table, rows] of Object.entries(old.rows)) {
    const target = quoted(table);
    await owner.query(`insert into ${target} select * from json_populate_recordset(null::${target}, $1::json)`, [
      JSON.stringify(rows),
    ]);
  }
  const dataDir = join(temporaryFolder(), 'data');
  for (const [path, content] of Object.entries(old.files)) {
    mkdirSync(dirname(join(dataDir, path)), { recursive: true });
    writeFileSync(join(dataDir, path), Buffer.from(content, 'base64'));
  }
  writeFileSync(join(dataDir, 'secret.key'), `${old.key}\n`, { mode: 0o600 });
  return { url, dataDir, owner };
}

function quoted(table: string): string {
  return table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
}

function run({ url, dataDir }: House, ...args: string[]): Started {
  const { PATH = '', HOME = '' } = process.env;
  return startNode(args, {
    env: { PATH, HOME, DATABASE_URL: url, LIREN_DATA: dataDir, HOST: '127.0.0.1', PORT: '0', TZ: 'UTC' },
  });
}

/** What the database is made of, and what was applied to it. */
async function schemaOf({ owner }: House): Promise<unknown> {
  const parts = [
    `select attrelid::regclass::text as name, attname, atttypid::regtype::text as type, attnotnull from pg_attribute
     join pg_class c on c.oid = attrelid where c.relnamespace::regnamespace::text in ('public', 'auth', 'jobs') and attnum > 0
     order by 1, attnum`,
    `select conname, pg_get_constraintdef(oid) as text from pg_constraint where connamespace::regnamespace::text in ('public', 'auth', 'jobs') order by 1, 2`,
    'select name, sha256 from schema_migrations order by name',
  ];
  const found: unknown[] = [];
  for (const text of parts) found.push((await owner.query(text)).rows);
  return found;
}

/** Every row there was, in the columns that are still there, as JSON in the order of its text. */
async function rowsOf({ owner }: House): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of Object.keys(old.rows)) {
    const { rows } = await owner.query<{ row: Row }>(`select row_to_json(t) as row from ${quoted(table)} t`);
    found[table] = rows.map(({ row }) => textOf(table, row)).toSorted();
  }
  return found;
}

const columnsOf = new Map(Object.entries(old.rows).map(([table, rows]) => [table, Object.keys(rows[0] ?? {})]));

function textOf(table: string, row: Row): string {
  return JSON.stringify((columnsOf.get(table) ?? []).filter((column) => column in row).map((name) => row[name]));
}

test('a migration killed before its commit leaves nothing half; the next run applies every one of them and loses no row', async () => {
  const house = await openOld();
  const { owner } = house;
  const [schema, rows] = [await schemaOf(house), await rowsOf(house)];
  for (const [table, kept] of Object.entries(rows)) expect([table, kept.length > 0]).toEqual([table, true]);

  // What a migration has made stands in its transaction by then; only the note that it was applied is missing.
  const bar = new pg.Client({ connectionString: house.url });
  await bar.connect();
  await bar.query('begin; lock table schema_migrations in exclusive mode');
  const cut = run(house, 'cli/liren.mjs', 'migrate');
  const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const [{ pid }] = await until(
    'the migration to be made and not noted',
    async () => {
      const found = await owner.query<{ pid: number }>(waiting);
      return found.rows.length > 0 ? (found.rows as [{ pid: number }]) : null;
    },
    startSecondsMax,
  );
  killGroup(cut.child);
  await cut.exited;
  await bar.end();
  await until('its connection to end', async () => {
    const { rowCount } = await owner.query('select 1 from pg_stat_activity where pid = $1', [pid]);
    return rowCount === 0;
  });
  expect(await schemaOf(house)).toEqual(schema);
  expect(await rowsOf(house)).toEqual(rows);

  const again = run(house, 'cli/liren.mjs', 'migrate');
  expect([await again.exited, again.lines.join('\n')]).toEqual([0, expect.stringContaining('✓ 0006-')]);
  const { rows: applied } = await owner.query('select name from schema_migrations order by name');
  expect(applied.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
  expect(await rowsOf(house)).toEqual(rows);
});

type Told = { status: number; body: any };

async function openApi(address: string, username: string) {
  const ask = async (path: string, body?: object, token = ''): Promise<Told> => {
    const answer = await fetch(`${address}${path.startsWith('/') ? path : `${gongsheng}/${path}`}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const isJson = String(answer.headers.get('content-type')).includes('json');
    return { status: answer.status, body: isJson ? await answer.json() : await answer.arrayBuffer() };
  };
  const signedIn = await ask('/api/v1/session', { username, password });
  expect(signedIn.status).toBe(200);
  return (path: string, body?: object) => ask(path, body, signedIn.body.token);
}

/** What a page shows of a matter, whatever is added to it in later times. */
function seen({ number, title, traceCode, status, version, dueAt, step, method, fields, history }: Row): unknown {
  const idOf = (one: unknown): unknown => (typeof one === 'string' ? one : ((one as Row | null)?.id ?? null));
  return {
    ...{ number, title, traceCode, status, version, dueAt },
    step: idOf(step),
    method: idOf(method),
    fields: (fields as Row[]).map(({ id, text }) => [id, text]),
    history: (history as Row[]).map(({ seq, at, actorName, what, label, fromStep, toStep, late, reason }) => [
      ...[seq, at, actorName, what, label, fromStep, toStep, late, reason],
    ]),
  };
}

test('the first landed schema, started by two processes of today at once: matters with their histories, sealed people and photographs are as they were, and the work goes on', async () => {
  const house = await openOld();
  const { owner } = house;
  // Nothing becomes due, however long the start takes: the clock goes on where the old program stopped, and what it
  // would do within minutes waits for a day.
  await owner.query(`update jobs.deadlines set due_at = due_at + interval '1 day' where due_at < $1`, [
    new Date(Date.parse(worldStart) + 86_400_000),
  ]);
  const offsetMs = Date.parse(worldStart) + 120_000 - Date.now();
  await owner.query(`update jobs.settings set value = $1 where name = 'clock.offset'`, [JSON.stringify(offsetMs)]);
  const both = [run(house, 'cli/start.mjs', '--empty'), run(house, 'cli/start.mjs', '--empty')] as const;
  const [address, other] = [await untilReady(both[0]), await untilReady(both[1])];
  expect(readdirSync(house.dataDir).filter((name) => name.startsWith('running-'))).toHaveLength(2);

  const ask = await openApi(address, 'zhou');
  for (const matter of old.told.matters) {
    const { status, body } = await ask(`matters/${matter.number}`);
    // A call for help is for those who were asked to come, before as after.
    if (matter.by === 'volunteer') expect([status, body.code]).toEqual([403, 'matter.closed-to-you']);
    else expect(seen(body)).toEqual(seen(matter));
  }
  for (const { masked, revealed } of old.told.people) {
    const { items } = (await ask('people?limit=100')).body;
    expect(items).toContainEqual(expect.objectContaining(masked));
    for (const [field, value] of Object.entries(revealed))
      expect((await ask(`people/${masked.id}/reveal`, { field, reason: '升级后核对' })).body.value).toBe(value);
  }
  const pictures = old.rows.files?.filter(({ subject }) => subject !== null) ?? [];
  expect(pictures.length).toBeGreaterThan(0);
  for (const { id } of pictures) expect((await ask(`files/${id as string}?size=full`)).status).toBe(200);
  for (const [path, title] of [
    ['notices', old.rows.notices?.[0]?.title],
    ['activities', old.rows.activities?.[0]?.title],
  ])
    expect((await ask(String(path))).body.items).toContainEqual(expect.objectContaining({ title }));

  await until('the work left behind', async () => {
    const { rows } = await owner.query('select count(*)::int as n from jobs.outbox where attempts = 0');
    return rows[0].n === 0;
  });
  expect((await owner.query('select last_error from jobs.outbox')).rows).toEqual([]);
  const replying = old.told.matters.find(({ step, status }) => step === 'reply' && status === 'open')?.number;
  const form = { reply: '线已经拆了，谢谢您', publish: false };
  const askOther = await openApi(other, 'zhou');
  expect(await askOther(`matters/${replying}/actions/next`, { form })).toMatchObject({
    status: 200,
    body: { step: { id: 'rate' } },
  });
  for (const liren of both) {
    liren.child.kill('SIGTERM');
    expect(await liren.exited).toBe(0);
  }
});

/** The address of an app once it is there; what it said when it is not. */
async function untilReady(liren: Started): Promise<string> {
  const line = await until(
    'the app of today',
    () => liren.lines.find((one) => one.includes('里仁已就绪')) ?? (liren.child.exitCode === null ? null : 'ended'),
    startSecondsMax,
  );
  expect([line, liren.lines.join('\n')]).toEqual([expect.stringContaining('http://localhost:'), expect.anything()]);
  return /http:\/\/localhost:\d+/.exec(line)?.[0] ?? '';
}

test('an older program does not touch a newer database, and says so', async () => {
  const house = await openOld();
  await migrate({ url: house.url });
  await house.owner.query(`insert into schema_migrations (name, sha256) values ('9999-later.sql', 'x')`);
  const schema = await schemaOf(house);
  const liren = run(house, 'cli/start.mjs', '--empty');
  expect(await liren.exited).toBe(1);
  const said = liren.lines.join('\n');
  expect(said).toContain('数据库比程序新。请换用更新的程序');
  expect(said).toContain('the database is newer. Use the newer program');
  expect(await schemaOf(house)).toEqual(schema);
});
