import { expect, test } from 'vitest';
import { act, begin, finding, matterAt, need } from '#tests/matters';
import { areas, gongsheng, openWorld } from '#tests/world';
import { errorsOf, finish, jsonShot, killDuringActions, openCampaign, shoot, stepCount } from './campaign.ts';
import { bar, countWaiting, durableDatabase, runApp, setClock, type RunningApp } from './killed-app.ts';
import { until } from './processes.ts';

const world = await openWorld(await durableDatabase());
const { as, ids, owner } = world;

// 20 for the whole proof.
const kills = Number(process.env.LIREN_CRASH_KILLS ?? 6);
/** Forty seconds on two free cores; the starts of twenty apps take their time where others want the machine too. */
const timeoutMs = 600_000;
const hour = 1 / 24;

type Trace = {
  mark: string;
  number: string;
  traceCode: string;
  history: [what: string, toStep: string, actor: string, reason: string][];
  version: number;
};

/** Everything the database holds of matters, as far as it is the same for all that went the same way. */
async function readTraces(name: string): Promise<Trace[]> {
  const { rows } = await owner.query<Trace>(
    `select m.fields->>'words' as mark, m.number, m.trace_code as "traceCode", m.version, m.step, m.status, m.stars, m.reminded,
       (select json_agg(json_build_array(what, to_step, actor_id, reason) order by seq) from matter_history where area_id = m.area_id and matter_id = m.id) as history,
       (select json_agg(json_build_array(user_id, kind, title) order by user_id, kind, title) from messages where area_id = m.area_id and subject = 'matter:' || m.number) as messages,
       (select json_agg(json_build_array(act, actor_id) order by act, actor_id) from audit where area_id = m.area_id and subject = m.number) as audit,
       (select json_agg(json_build_array(user_id, relation) order by user_id, relation) from matter_parties where area_id = m.area_id and matter_id = m.id) as parties,
       (select json_agg(actor order by actor) from matter_waits where area_id = m.area_id and matter_id = m.id) as waits,
       (select json_agg(rule order by rule) from jobs.deadlines where subject = m.id) as deadlines,
       (select count(*)::int from files where area_id = m.area_id and subject = 'matter:' || m.number) as files
     from matters m where m.fields->>'words' like $1 || '-%' order by m.number`,
    [name],
  );
  return rows;
}

const nameless = (trace: Trace): object => ({ ...trace, mark: '', number: '', traceCode: '' });

async function count(what: string, ...values: unknown[]): Promise<number> {
  return (await owner.query(`select count(*)::int as n from ${what}`, values)).rows[0].n;
}

/** The worker has nothing left of this kind. */
async function untilWorked(kind: string): Promise<void> {
  await until(`the end of all ${kind}`, async () => (await count('jobs.outbox where kind = $1', kind)) === 0);
}

/** Waits until a transaction hangs at the bar, kills the app that runs it and lets everybody pass again. */
async function killAtBar(app: RunningApp, letGo: () => Promise<void>): Promise<void> {
  await until('a transaction at the bar', async () => (await countWaiting(world)) > 0);
  await app.kill();
  await letGo();
}

test(
  `${kills} times kill -9 in the midst of actions: each happened once, nothing acknowledged is lost, and every retry is answered as the first time`,
  async () => {
    await setClock(world, 0);
    const campaign = openCampaign(world, { name: 'killed', sameKey: true, seed: 20 });
    for (let kill = 0; kill < kills; kill++) await killDuringActions(campaign);
    const app = await runApp(world);
    await finish(campaign, app);
    const calm = openCampaign(world, { name: 'calm', sameKey: true, seed: 1 });
    await finish(calm, app);
    expect([...campaign.refused, ...campaign.errors, ...calm.refused]).toEqual([]);

    // The kills have hit: beside the one nobody heard they left requests unanswered, committed ones and others.
    expect(campaign.unanswered).toBeGreaterThan(kills);
    expect(campaign.replayed).toBeGreaterThanOrEqual(kills);
    expect(campaign.redone).toBeGreaterThan(0);

    const { acknowledged, stories } = campaign;
    expect(acknowledged).toHaveLength(stories.length * stepCount);
    for (const story of stories) {
      const told = acknowledged.filter(({ shot }) => shot.key.startsWith(`${story.mark}/`));
      const again = await Promise.all(told.map(({ shot }) => shoot(world, app, shot)));
      expect(again).toEqual(told.map(({ answer }) => ({ ...answer, replayed: true })));
    }

    await untilWorked('matters.changed');
    const traces = await readTraces('killed');
    expect(traces.map(({ mark }) => mark).toSorted()).toEqual(stories.map(({ mark }) => mark).toSorted());
    const [undisturbed] = (await readTraces('calm')).map(nameless);
    expect(undisturbed).toMatchObject({ status: 'done', version: 9, stars: 5, reminded: 1, files: 1 });
    for (const trace of traces) expect(nameless(trace)).toEqual(undisturbed);

    const byNumber = new Map(traces.map((trace) => [trace.number, trace]));
    for (const { step, answer } of acknowledged.filter((one) => one.step !== 'photo')) {
      const { number, traceCode, version, step: reached } = answer.body;
      const [what, toStep] = byNumber.get(number)?.history[version - 1] ?? [];
      expect([byNumber.get(number)?.traceCode, what, toStep]).toEqual([
        traceCode,
        step === 'begin' ? 'next' : step,
        reached.id,
      ]);
    }
    expect(await count(`idempotency_keys where key like 'killed-%'`)).toBe(acknowledged.length);
    const begun = stories.length + 1;
    expect(await count('files')).toBe(begun);
    expect(await count(`audit where act = 'file.upload'`)).toBe(begun);
    const { rows } = await owner.query(
      `select c.last, (r.figures->>'open')::int as open, (select sum((day->>'closed')::int)::int from jsonb_array_elements(r.figures->'days') as day) as closed
     from matter_counters c join matter_rollups r using (area_id)`,
    );
    expect(rows).toEqual([{ last: begun, open: 0, closed: begun }]);
    expect(errorsOf(app)).toEqual([]);
    await app.end();
  },
  timeoutMs,
);

test('control: when retries come under keys of their own the same kills leave doubles', async () => {
  await setClock(world, hour);
  const campaign = openCampaign(world, { name: 'doubled', sameKey: false, seed: 20 });
  for (let kill = 0; kill < 3; kill++) await killDuringActions(campaign);
  const app = await runApp(world);
  await finish(campaign, app);
  const marks = (await readTraces('doubled')).map(({ mark }) => mark);
  expect(marks.length - new Set(marks).size).toBeGreaterThanOrEqual(3);
  expect([...campaign.errors, ...errorsOf(app)]).toEqual([]);
  await app.end();
});

test('a retry that comes while the transaction of the dead app is still open waits for it and happens once', async () => {
  await setClock(world, 2 * hour);
  const body = { method: 'seven-step-loop', form: { ...finding, words: 'open-1' } };
  const shot = jsonShot('resident', `${gongsheng}/matters`, body, 'open-1');
  const letGo = await bar(world, 'matter_history');
  const first = await runApp(world);
  const unanswered = shoot(world, first, shot);
  await until('the first at the bar', async () => (await countWaiting(world)) === 1);
  await first.kill();
  expect(await unanswered).toBeNull();
  const second = await runApp(world);
  const answered = shoot(world, second, shot);
  await until('the second behind it', async () => (await countWaiting(world)) === 2);
  await letGo();
  expect(await answered).toMatchObject({ status: 201 });
  expect(await readTraces('open')).toMatchObject([{ mark: 'open-1', version: 1 }]);
  await second.end();
});

test('control: what has left the house before its transaction was committed, a text message, leaves twice', async () => {
  await setClock(world, 3 * hour);
  const person = need(await as('community').post('people', { name: '周雪梅', phone: '13805332046' }));
  await owner.query(`update auth."user" set person_id = $2, preferences = '{"sms": true}' where id = $1`, [
    ids.resident,
    person.body.id,
  ]);
  need(await act(as('grid'), await begin(as('resident')), 'refuse', { reason: '不归社区管' }));
  const sent = ({ lines }: RunningApp): number => lines.filter((said) => said.includes('text message')).length;
  const letGo = await bar(world, 'messages');
  const first = await runApp(world);
  await killAtBar(first, letGo);
  const second = await runApp(world);
  await untilWorked('messages.sms');
  // What a process says arrives by itself, after what it did.
  await until('the second text message', () => sent(second) > 0);
  expect([sent(first), sent(second)]).toEqual([1, 1]);
  expect(await count(`messages where sms_state = 'sent'`)).toBe(1);
  await second.end();
});

test('a job of the outbox that is killed within its transaction happens once', async () => {
  await setClock(world, 4 * hour);
  const numbers: string[] = [];
  for (let matter = 0; matter < 5; matter++) numbers.push(await matterAt(world, 'handle'));
  const letGo = await bar(world, 'matter_history');
  const first = await runApp(world);
  const people = { fromUserId: ids.property, toUserId: ids.gridTwo };
  const shot = jsonShot('admin', `/api/v1/areas/${areas.street}/handovers`, people, 'leaves');
  expect(await shoot(world, first, shot)).toMatchObject({ status: 200 });
  await killAtBar(first, letGo);
  expect(await count(`matter_history where what = 'hand-over'`)).toBe(0);
  const second = await runApp(world);
  await untilWorked('accounts.hand-over');
  const { rows } = await owner.query(
    `select m.number, m.handler_id as handler from matters m join matter_history h on h.area_id = m.area_id and h.matter_id = m.id
     where h.what = 'hand-over' and m.number = any($1) order by 1`,
    [numbers],
  );
  expect(rows).toEqual(numbers.map((number) => ({ number, handler: ids.gridTwo })));
  expect(errorsOf(second)).toEqual([]);
  await second.end();
});

test('limits that come while the app is killed again and again: each is told once to each it concerns', async () => {
  const matters = 60;
  for (let matter = 1; matter <= matters; matter++) await begin(as('resident'), { words: `late-${matter}` });
  const now = await setClock(world, 5);
  const told = (): Promise<number> => count(`messages where kind = 'late'`);
  for (const toldMin of [1, 50, 100]) {
    const app = await runApp(world);
    await until(`${toldMin} told`, async () => (await told()) >= toldMin);
    await killAtBar(app, await bar(world, 'messages'));
    expect(errorsOf(app)).toEqual([]);
  }
  const app = await runApp(world);
  await until('every limit', async () => (await count(`jobs.deadlines where due_at < $1`, now)) === 0);
  await untilWorked('messages.sms');
  const { rows } = await owner.query(
    `select m.fields->>'words' as mark, json_agg(t.user_id order by t.user_id) as told, bool_and(t.sms_state = 'no-phone') as worked
     from matters m join messages t on t.area_id = m.area_id and t.subject = 'matter:' || m.number and t.kind = 'late'
     where m.fields->>'words' like 'late-%' group by 1`,
  );
  expect(rows).toHaveLength(matters);
  const concerned = [ids.grid, ids.community, ids.community2, ids.secretary, ids.streetOfficer].toSorted();
  for (const row of rows) expect(row).toMatchObject({ told: concerned, worked: true });
  expect(errorsOf(app)).toEqual([]);
  await app.end();
});
