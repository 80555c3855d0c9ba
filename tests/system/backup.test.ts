import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';
import { dropDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, gongsheng, openWorld, type Name } from '#tests/world';
import { errorsOf, finish, openCampaign, stepCount, type Campaign } from './campaign.ts';
import { durableDatabase, runApp, setClock, type RunningApp } from './killed-app.ts';
import { isRunning, serverPid, startNode, temporaryFolder, until } from './processes.ts';

const source = await durableDatabase();
const world = await openWorld(source);
const { as, folder, owner } = world;
const { secretFile } = world.parts.config;

const backup = join(folder, 'backup.tar.gz');
const keyed = join(folder, 'with-key.tar.gz');
const phone = '13805332046';
const password = 'a-long-first-password';

type Result = { code: number | null; text: string };

async function liren(env: Record<string, string>, ...args: string[]): Promise<Result> {
  const { PATH = '', HOME = '' } = process.env;
  const { exited, lines } = startNode(['cli/liren.mjs', ...args], { env: { PATH, HOME, ...env } });
  const code = await exited;
  return { code, text: lines.join('\n') };
}

/** A database without a table on the server of the tests, gone afterwards. */
async function emptyDatabase(): Promise<string> {
  const adminUrl = inject('adminUrl');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const name = `liren_source${randomBytes(5).toString('hex')}`;
  await admin.query(`create database ${name}`);
  await admin.end();
  onTestFinished(() => dropDatabase(adminUrl, name));
  return adminUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function call(app: RunningApp, path: string, who?: Name, body?: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`http://127.0.0.1:${app.port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(who ? { authorization: `Bearer ${world.tokens[who]}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
}

/** Keeps eight connections busy with matters and photographs until told to stop. */
function writeOn(campaign: Campaign, app: RunningApp): { stop(): Promise<void> } {
  let goesOn = true;
  const writing = (async () => {
    while (goesOn) {
      for (let one = 0; one < 8; one++) {
        const story = { mark: `${campaign.name}-${campaign.stories.length + 1}`, answers: {}, pending: null };
        campaign.stories.push(story);
        campaign.idle.push(story);
      }
      await finish(campaign, app);
    }
  })();
  return {
    async stop() {
      goesOn = false;
      await writing;
    },
  };
}

const historyCount = 'select count(*)::int as n from matter_history';

/** What must hold in a database that stopped at one moment, each as a count of what breaks it. */
const broken = `
  select
    (select count(*)::int from matter_history h where not exists
      (select 1 from matters m where m.area_id = h.area_id and m.id = h.matter_id)) as "history without matter",
    (select count(*)::int from matters m where m.version <>
      (select count(*) from matter_history h where h.area_id = m.area_id and h.matter_id = m.id)) as "version without history",
    (select count(*)::int from matter_counters c where c.last <
      (select count(*) from matters m where m.area_id = c.area_id)) as "numbers above the counter",
    (select count(*)::int from matters) - (select count(distinct (area_id, number))::int from matters) as "numbers twice",
    (select count(*)::int from matter_parties p where not exists
      (select 1 from matters m where m.area_id = p.area_id and m.id = p.matter_id)) as "parties without matter",
    (select count(*)::int from idempotency_keys k where key like 'drill-%/begin' and not exists
      (select 1 from matters m where m.fields->>'words' || '/begin' = k.key)) as "answers without matter"`;
const nothingBroken = {
  'history without matter': 0,
  'version without history': 0,
  'numbers above the counter': 0,
  'numbers twice': 0,
  'parties without matter': 0,
  'answers without matter': 0,
};

test('drill: backed up under a load of writes, restored into an empty database and folder, and the app works on it', async () => {
  symlinkSync(join(folder, 'files'), join(source.dataDir, 'files'));
  const running = { ...source.env, LIREN_SECRET_FILE: secretFile };
  await setClock(world, 0);
  const person = need(await as('community').post('people', { name: '周雪梅', phone }));
  const staff = {
    username: 'lihua',
    name: '李华',
    password,
    roles: [{ role: 'community-worker', areaId: areas.gongsheng }],
  };
  need(await as('admin').post(`/api/v1/areas/${areas.gongsheng}/accounts`, staff));

  const app = await runApp(world);
  const campaign = openCampaign(world, { name: 'drill', sameKey: true, seed: 7 });
  const load = writeOn(campaign, app);
  await until('the first stories', () => campaign.acknowledged.length > 2 * stepCount * 8);
  const before = [...campaign.acknowledged];
  const made = await liren(running, 'backup', backup);
  const after = campaign.acknowledged.length;
  await load.stop();
  expect(made).toMatchObject({ code: 0, text: expect.stringContaining('密钥不在备份里') });
  expect(made.text).toContain(`It lies in ${secretFile}`);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  expect(after).toBeGreaterThan(before.length);
  expect((await liren(running, 'backup', keyed, '--with-key')).code).toBe(0);
  expect(JSON.parse(readFileSync(join(source.dataDir, 'last-backup.json'), 'utf8'))).toMatchObject({ file: keyed });
  expect([...campaign.errors, ...campaign.refused, ...errorsOf(app)]).toEqual([]);
  await app.end();

  const dataDir = join(temporaryFolder(), 'data');
  await mkdir(dataDir, { mode: 0o711 });
  await cp(secretFile, join(dataDir, 'secret.key'));
  const restored = await liren({ LIREN_DATA: dataDir }, 'restore', backup);
  expect(restored.text).toContain('✓ 密钥能打开封存的内容');
  expect(restored.code).toBe(0);
  expect(isRunning(serverPid(join(dataDir, 'pg')))).toBe(false);

  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const postgres = await openPostgres({ dataDir, log: quiet });
  onTestFinished(() => postgres.stop());
  expect(await ask(postgres.url, broken)).toEqual([nothingBroken]);
  const [{ n } = { n: 0 }] = await ask<{ n: number }>(postgres.url, historyCount);
  expect(n).toBeGreaterThan(0);
  expect(n).toBeLessThan((await owner.query(historyCount)).rows[0].n);
  const kept = new Set(
    (await ask<{ key: string }>(postgres.url, 'select key from idempotency_keys')).map(({ key }) => key),
  );
  expect(before.filter(({ shot }) => !kept.has(shot.key))).toEqual([]);
  const pictures = await ask<{ sha256: string }>(postgres.url, 'select distinct sha256 from files');
  expect(pictures.length).toBeGreaterThan(0);
  for (const { sha256 } of pictures) {
    const path = join('files', sha256.slice(0, 2), `${sha256}-full.webp`);
    expect(readFileSync(join(dataDir, path)).equals(readFileSync(join(folder, path)))).toBe(true);
  }

  const config = { ...world.parts.config, dataDir, databaseUrl: postgres.url, secretFile: join(dataDir, 'secret.key') };
  const again = await runApp({ parts: { config } });
  const signedIn = await call(again, '/api/v1/session', undefined, { username: 'lihua', password });
  expect(signedIn).toMatchObject({ status: 200, body: { me: { name: '李华' } } });
  const [matter] = campaign.stories.filter((story) => before.some(({ shot }) => shot.key === `${story.mark}/content`));
  const number = matter?.answers.begin?.body.number;
  const read = await call(again, `${gongsheng}/matters/${number}`, 'community');
  expect(read).toMatchObject({ status: 200, body: { number } });
  expect(read.body.history).toHaveLength(matter?.answers.content?.body.version);
  const reveal = { field: 'phone', reason: '恢复后核对' };
  const revealed = await call(again, `${gongsheng}/people/${person.body.id}/reveal`, 'community', reveal);
  expect(revealed).toEqual({ status: 200, body: { field: 'phone', value: phone } });
  const begun = { method: 'seven-step-loop', form: { ...formOf(campaign), words: 'after the restore' } };
  expect((await call(again, `${gongsheng}/matters`, 'resident', begun)).status).toBe(201);
  expect(errorsOf(again)).toEqual([]);
  await again.end();
});

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = bytes.readUInt8(at) ^ 1;
  return bytes;
}

/** What the first matter was begun with. */
function formOf({ acknowledged }: Campaign): Record<string, unknown> {
  const first = acknowledged.find(({ step }) => step === 'begin');
  return JSON.parse(String(first?.shot.payload)).form;
}

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['with one byte flipped', (bytes) => flipped(bytes, bytes.length >> 1)],
  ['cut off by one byte', (bytes) => bytes.subarray(0, -1)],
])('an archive %s is refused before anything is written', async (_, damage) => {
  const home = temporaryFolder();
  const file = join(home, 'damaged.tar.gz');
  writeFileSync(file, damage(readFileSync(backup)));
  const { code, text } = await liren({ LIREN_DATA: join(home, 'data') }, 'restore', file);
  expect(text).toContain('不是完整的里仁备份');
  expect(text).toContain('Nothing was written');
  expect(code).toBe(1);
  expect(existsSync(join(home, 'data'))).toBe(false);
});

test('a database that is not empty is refused and keeps what it has; so is a folder that holds files', async () => {
  const before = (await owner.query(historyCount)).rows[0].n;
  const dataDir = join(temporaryFolder(), 'data');
  const full = await liren({ LIREN_DATA: dataDir, DATABASE_URL: source.url }, 'restore', backup);
  expect(full.text).toContain('数据库不是空的');
  expect(full.text).toContain('The database is not empty');
  expect(full.code).toBe(1);
  expect((await owner.query(historyCount)).rows[0].n).toBe(before);
  expect(existsSync(join(dataDir, 'files'))).toBe(false);

  const url = await emptyDatabase();
  const files = await liren({ LIREN_DATA: folder, DATABASE_URL: url }, 'restore', backup);
  expect(files).toMatchObject({ code: 1, text: expect.stringContaining('里已经有文件') });
  expect(await ask(url, `select to_regclass('areas') as found`)).toEqual([{ found: null }]);
});

test('with a wrong key and with none the data is in place, and the command says that nothing sealed opens', async () => {
  const home = temporaryFolder();
  const wrongKey = join(home, 'wrong.key');
  writeFileSync(wrongKey, `${randomBytes(32).toString('base64url')}\n`);
  const url = await emptyDatabase();
  const environment = { LIREN_DATA: join(home, 'data'), DATABASE_URL: url };
  const wrong = await liren({ ...environment, LIREN_SECRET_FILE: wrongKey }, 'restore', backup);
  expect(wrong.text).toContain('逐表核对一致');
  expect(wrong.text).toContain('不是这份数据的密钥');
  expect(wrong.text).toContain('is not the key of this data');
  expect(wrong.code).toBe(1);
  expect(await ask(url, broken)).toEqual([nothingBroken]);
  expect(readdirSync(join(home, 'data'))).toEqual(['files']);

  const other = { LIREN_DATA: join(home, 'other'), DATABASE_URL: await emptyDatabase() };
  const missing = await liren(other, 'restore', backup);
  expect(missing).toMatchObject({ code: 1, text: expect.stringContaining('没有密钥') });
  expect(existsSync(join(home, 'other/secret.key'))).toBe(false);
});

test('a backup with the key brings it back, and never over another key; tables without a row, as a restore cut off leaves them, are empty enough', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const environment = { LIREN_DATA: dataDir, DATABASE_URL: await emptyDatabase() };
  await mkdir(dataDir);
  writeFileSync(join(dataDir, 'secret.key'), `${randomBytes(32).toString('base64url')}\n`);
  const refused = await liren(environment, 'restore', keyed);
  expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('已经有另一把密钥') });
  await migrate({ url: environment.DATABASE_URL });
  const secret = { ...environment, LIREN_SECRET_FILE: join(dataDir, 'brought-back.key') };
  const restored = await liren(secret, 'restore', keyed);
  expect(restored).toMatchObject({ code: 0, text: expect.stringContaining('✓ 密钥能打开封存的内容') });
  expect(readFileSync(secret.LIREN_SECRET_FILE, 'utf8')).toBe(readFileSync(secretFile, 'utf8'));
  expect(statSync(secret.LIREN_SECRET_FILE).mode & 0o777).toBe(0o600);
});

test('a backup overwrites no file, and is not made of nothing', async () => {
  const bytes = statSync(backup).size;
  const running = { ...source.env, LIREN_SECRET_FILE: secretFile };
  expect(await liren(running, 'backup', backup)).toMatchObject({ code: 1, text: expect.stringContaining('已经存在') });
  expect(statSync(backup).size).toBe(bytes);
  const home = temporaryFolder();
  const none = await liren({ LIREN_DATA: join(home, 'data') }, 'backup', join(home, 'none.tar.gz'));
  expect(none).toMatchObject({ code: 1, text: expect.stringContaining('没有可备份的') });
  expect(readdirSync(home)).toEqual([]);
});
