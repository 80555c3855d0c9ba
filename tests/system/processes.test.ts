import { get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, finding, need } from '#tests/matters';
import { areas, gongsheng, openWorld, type Name } from '#tests/world';
import { errorsOf } from './campaign.ts';
import { bar, countWaiting, runApp, setClock, type RunningApp } from './killed-app.ts';
import { until } from './processes.ts';

// Several apps on one database, as a city runs them: each serves, each works, and what one changes the others know.

const world = await openWorld(await testDatabase());
const { as, ids, owner } = world;

type Answer = { status: number; body: any; replayed: boolean };
type Asked = { method?: string; body?: object; key?: string };

async function ask(app: RunningApp, who: Name, path: string, asked: Asked = {}): Promise<Answer> {
  const { body, key, method = body ? 'POST' : 'GET' } = asked;
  const answer = await fetch(`http://127.0.0.1:${app.port}${path.startsWith('/') ? path : `${gongsheng}/${path}`}`, {
    method,
    headers: {
      authorization: `Bearer ${world.tokens[who]}`,
      ...(key ? { 'idempotency-key': key } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text ? JSON.parse(text) : null,
    replayed: answer.headers.get('idempotent-replay') === 'true',
  };
}

/** Starts apps of the same data at the same moment; they end with the test. */
async function runApps(count: number): Promise<RunningApp[]> {
  const apps = await Promise.all(Array.from({ length: count }, () => runApp(world)));
  onTestFinished(async () => {
    await Promise.all(apps.filter((app) => !app.isKilled()).map((app) => app.end()));
  });
  return apps;
}

async function two(): Promise<[RunningApp, RunningApp]> {
  return (await runApps(2)) as [RunningApp, RunningApp];
}

async function count(what: string, values: unknown[] = []): Promise<number> {
  return (await owner.query(`select count(*)::int as n from ${what}`, values)).rows[0].n;
}

const sent = ({ lines }: RunningApp): number => lines.filter((line) => line.includes('text message')).length;

/** Matters whose limits have come, each of which tells somebody with a telephone. */
async function letLimitsCome(mark: string, matters: number): Promise<Date> {
  for (let matter = 1; matter <= matters; matter++) await begin(as('resident'), { words: `${mark}-${matter}` });
  return setClock(world, 5);
}

async function untilLimitsWorked(now: Date): Promise<void> {
  await until('every limit', async () => (await count('jobs.deadlines where due_at < $1', [now])) === 0);
  await until('every message', async () => (await count(`jobs.outbox where kind = 'messages.sms'`)) === 0);
}

const toldOnce = `select m.fields->>'words' as mark, count(*)::int as told, count(distinct t.user_id)::int as people
  from matters m join messages t on t.area_id = m.area_id and t.subject = 'matter:' || m.number and t.kind = 'late'
  where m.fields->>'words' like $1 group by 1`;

test('three processes share limits and messages: each is worked once, and what one works the others pass over', async () => {
  const person = need(await as('community').post('people', { name: '孙丽娟', phone: '13805332046' }));
  await owner.query(`update auth."user" set home_area_id = $2, person_id = $3 where id = $1`, [
    ids.grid,
    areas.gongsheng,
    person.body.id,
  ]);
  const now = await letLimitsCome('shared', 40);
  const apps = await runApps(3);
  await untilLimitsWorked(now);
  const { rows } = await owner.query(toldOnce, ['shared-%']);
  expect(rows).toHaveLength(40);
  for (const { told, people } of rows) expect(told).toBe(people);
  // One text message for each message to the one who has a telephone, whoever sent it.
  const due = await count(`messages where user_id = $1 and sms_state = 'sent'`, [ids.grid]);
  expect(due).toBeGreaterThanOrEqual(40);
  expect(apps.map(sent).reduce((all, one) => all + one)).toBe(due);
  expect(apps.flatMap(errorsOf)).toEqual([]);
});

test('one killed -9 in the midst of its work: the other does what it held, once', async () => {
  const now = await letLimitsCome('killed', 20);
  const letGo = await bar(world, 'messages');
  const [first, second] = await two();
  await until('both to hold a limit', async () => (await countWaiting(world)) >= 2);
  await first.kill();
  await letGo();
  await untilLimitsWorked(now);
  const { rows } = await owner.query(toldOnce, ['killed-%']);
  expect(rows).toHaveLength(20);
  for (const { told, people } of rows) expect(told).toBe(people);
  expect(errorsOf(second)).toEqual([]);
});

/** What an open page hears. */
function listenTo(app: RunningApp, who: Name, areaId: string): { heard: string[]; opened: Promise<void> } {
  const heard: string[] = [];
  const opened = new Promise<void>((resolve, reject) => {
    const asking = get(
      {
        host: '127.0.0.1',
        port: app.port,
        path: `/api/v1/live?areas=${areaId}`,
        headers: { authorization: `Bearer ${world.tokens[who]}` },
      },
      (answer) => {
        answer.on('data', (chunk: Buffer) => {
          heard.push(chunk.toString());
          resolve();
        });
        answer.on('error', () => {});
      },
    );
    asking.on('error', reject);
    onTestFinished(() => void asking.on('error', () => {}).destroy());
  });
  return { heard, opened };
}

test('what is done on one process is heard and seen on the other: pages, roles, sessions, areas, methods', async () => {
  await setClock(world, 0);
  const [first, second] = await two();
  const page = listenTo(second, 'community', areas.gongsheng);
  await page.opened;
  const reported = await ask(first, 'resident', 'matters', {
    body: { method: 'seven-step-loop', form: { ...finding, words: '两个进程' } },
  });
  expect(reported.status).toBe(201);
  const { number } = reported.body;
  await until('the open page to hear', () => page.heard.join('').includes(number));

  const area = { level: 'grid', name: '第三网格', code: '37030300200103' };
  const made = await ask(first, 'admin', 'areas', { body: area });
  expect(made.status).toBe(201);
  await until('the new grid', async () => (await ask(second, 'admin', `/api/v1/areas/${made.body.id}`)).status === 200);

  const grants = `/api/v1/areas/${areas.gongsheng}/grants`;
  const seen = async (app: RunningApp): Promise<number> => (await ask(app, 'volunteer', `matters/${number}`)).status;
  expect([await seen(first), await seen(second)]).toEqual([403, 403]);
  const role = { userId: ids.volunteer, role: 'community-worker' };
  const given = await ask(first, 'admin', grants, { body: role });
  expect(given.status).toBe(201);
  type Grant = { id: string; userId: string; role: string };
  const grant = given.body.grants.find((one: Grant) => one.userId === role.userId && one.role === role.role);
  await until('the role', async () => (await seen(second)) === 200);
  const ended = await ask(first, 'admin', `${grants}/${grant.id}`, { method: 'DELETE' });
  expect(ended.status).toBeLessThan(300);
  await until('its end', async () => (await seen(second)) === 403);

  const mine = (): Promise<Answer> => ask(second, 'volunteer2', '/api/v1/me');
  expect((await mine()).status).toBe(200);
  expect((await ask(first, 'volunteer2', '/api/v1/session', { method: 'DELETE' })).status).toBeLessThan(300);
  await until('the session to end', async () => (await mine()).status === 401);

  const settings = { 'report.within': '3 workdays' };
  const adopted = await ask(first, 'secretary', 'adoptions', { body: { method: 'seven-step-loop', settings } });
  expect(adopted.status).toBe(201);
  const hash = async (): Promise<string> =>
    (await ask(second, 'secretary', `/api/v1/methods/seven-step-loop?area=${areas.gongsheng}`)).body.hash;
  await until('the method as it was changed', async () => (await hash()) === adopted.body.hash);
});

test('what was missed while the connection for notices was broken is caught up with', async () => {
  const [first, second] = await two();
  const listening = `from pg_stat_activity where datname = current_database() and query like 'listen %'`;
  const before = await count(listening.slice(5));
  // Every process loses all of them: those of the world that prepares the test too.
  await owner.query(`select pg_terminate_backend(pid) ${listening}`);
  const made = await ask(first, 'admin', 'areas', {
    body: { level: 'grid', name: '第四网格', code: '37030300200104' },
  });
  expect(made.status).toBe(201);
  await until('the new grid', async () => (await ask(second, 'admin', `/api/v1/areas/${made.body.id}`)).status === 200);
  await until('all of them to listen again', async () => (await count(listening.slice(5))) === before);
  const page = listenTo(second, 'community', areas.gongsheng);
  await page.opened;
  const reported = await ask(first, 'resident', 'matters', {
    body: { method: 'seven-step-loop', form: { ...finding, words: '重新听见' } },
  });
  await until('the open page to hear', () => page.heard.join('').includes(reported.body.number));
});

test('the same Idempotency-Key at two processes at the same moment happens once and is answered alike', async () => {
  const apps = await two();
  for (let round = 0; round < 10; round++) {
    const body = { method: 'seven-step-loop', form: { ...finding, words: `once-${round}` } };
    const both = await Promise.all(
      [...apps, ...apps].map((app) => ask(app, 'resident', 'matters', { body, key: `both-${round}` })),
    );
    expect(new Set(both.map((one) => `${one.status} ${one.body.number}`)).size).toBe(1);
    expect(both.filter((one) => !one.replayed)).toHaveLength(1);
  }
  expect(await count(`matters where fields->>'words' like 'once-%'`)).toBe(10);
  expect(apps.flatMap(errorsOf)).toEqual([]);
});
