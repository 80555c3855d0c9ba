import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { system } from '#shared/actor';
import { verifyAudit } from '#shared/audit-bundle';
import { uuidV7 } from '#shared/ids';
import { seededRandom } from '#shared/random';
import type { Tx } from '#platform/database';
import { testDatabase } from '#tests/database';
import { audit, sealAudit, writeBundle } from '../service.ts';

const { database, owner } = await testDatabase();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const now = new Date('2026-11-20T01:00:00.000Z');
let areas = 0;
const newArea = (): string => `0197b000-0000-7000-9000-${String(++areas).padStart(12, '0')}`;

const act = (areaId: string, at = now, name = 'matter.act'): Promise<void> =>
  database.transaction(at, async (tx) => audit(tx, system, { areaId, act: name, subject: '370303002001-2026-000001' }));
async function seal(): Promise<void> {
  while (await database.transaction(now, sealAudit));
}
async function bundle(areaId: string, after = 0): Promise<string> {
  let text = '';
  for await (const part of writeBundle(database, { areaId, name: '工盛社区', after })) text += part;
  return text;
}
const actsIn = (text: string): string[] => [...text.matchAll(/"act":"([^"]+)"/g)].map(([, name]) => name ?? '');

/** What would be found by somebody who looks for rows younger than the youngest that is sealed: the control of what follows. */
async function countYounger(areaId: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from audit where area_id = $1
       and id > (select audit_id from audit_chain where area_id = $1 order by audit_id desc limit 1)`,
    [areaId],
  );
  return rows[0].n;
}
async function countUnsealed(): Promise<number> {
  const { rows } = await owner.query(
    'select count(*)::int as n from audit a left join audit_chain c on c.area_id = a.area_id and c.audit_id = a.id where c.n is null',
  );
  return rows[0].n;
}

test('R10: rows of a clock moved back are sealed; looking for younger rows would miss them', async () => {
  const areaId = newArea();
  await act(areaId);
  await seal();
  await act(areaId, new Date('2020-01-01T00:00:00.000Z'), 'clock.earlier');
  expect(await countYounger(areaId)).toBe(0);
  expect(await countUnsealed()).toBe(1);
  await seal();
  expect(await countUnsealed()).toBe(0);
  expect(actsIn(await bundle(areaId))).toEqual(['matter.act', 'clock.earlier']);
});

/** A transaction that has written its audit row and waits before it commits. */
async function holdBack(areaId: string): Promise<{ commit: () => Promise<void> }> {
  let release = (): void => {};
  let told = (): void => {};
  const gate = new Promise<void>((open) => (release = open));
  const written = new Promise<void>((done) => (told = done));
  const committed = database.transaction(now, async (tx: Tx) => {
    await tx.query(
      `insert into audit (area_id, id, at, actor_id, actor_name, act) values ($1, $2, $3, 'u', '周敏', 'late.commit')`,
      [areaId, tx.newId(), tx.now],
    );
    told();
    await gate;
  });
  await written;
  return { commit: () => (release(), committed) };
}

test('R10: a row whose commit comes late is sealed, whatever was sealed meanwhile; nothing of it is seen before', async () => {
  const areaId = newArea();
  const late = await holdBack(areaId);
  const sealed: number[] = [];
  for (let minute = 1; minute <= 3; minute++) {
    await act(areaId, new Date(now.getTime() + minute * 60_000));
    await seal();
    sealed.push(actsIn(await bundle(areaId)).length);
  }
  expect(sealed).toEqual([1, 2, 3]);
  await late.commit();
  expect(await countYounger(areaId)).toBe(0);
  await seal();
  expect(actsIn(await bundle(areaId)).at(-1)).toBe('late.commit');
  expect(await countUnsealed()).toBe(0);
});

test('R10: a bulk load of 5,000 rows is sealed whole, while a transaction is still open', async () => {
  const [areaId, other] = [newArea(), newArea()];
  const late = await holdBack(other);
  await owner.query(
    `insert into audit (area_id, id, at, actor_id, actor_name, act)
     select $1, gen_random_uuid(), $2::timestamptz - n * interval '1 hour', 'import', '导入', 'import.' || n from generate_series(1, 5000) n`,
    [areaId, now],
  );
  await seal();
  expect(verifyAudit(await bundle(areaId), sha256)).toMatchObject({ ok: true, after: 0, through: 5000 });
  await late.commit();
  await seal();
  expect(await countUnsealed()).toBe(0);
  const rest = verifyAudit(await bundle(areaId, 4990), sha256);
  expect(rest).toMatchObject({ ok: true, after: 4990, through: 5000 });
  expect(rest.head).toBe(verifyAudit(await bundle(areaId), sha256).head);
});

test('R10: what comes back from a backup into a server that counts from elsewhere is found', async () => {
  const areaId = newArea();
  await act(areaId);
  await seal();
  await owner.query(
    `insert into audit (area_id, id, at, actor_id, actor_name, act, arrived) values ($1, $2, $3, 'u', '周敏', 'old.count', '3')`,
    [areaId, uuidV7(now.getTime(), Buffer.alloc(16, 7)), now],
  );
  await seal();
  expect(await countUnsealed()).toBe(1);
  await owner.query(`update jobs.settings set value = value || '{"server": "another"}' where name = 'audit.sealed'`);
  await seal();
  expect(await countUnsealed()).toBe(0);
});

test('R10: twelve writers with clocks of their own and three sealers at once: every row is sealed once, in one chain per area', async () => {
  const here = [newArea(), newArea(), newArea()];
  const random = seededRandom('writers');
  const write = async (): Promise<void> => {
    for (let i = 0; i < 15; i++) {
      const at = new Date(now.getTime() + random.between(-1_000_000, 1_000_000) * 1000);
      await act(random.pick(here), at);
    }
  };
  let writing = true;
  const sealing = Array.from({ length: 3 }, async () => {
    while (writing) await seal();
  });
  await Promise.all(Array.from({ length: 12 }, write));
  writing = false;
  await Promise.all(sealing);
  await seal();
  expect(await countUnsealed()).toBe(0);
  const verdicts = await Promise.all(here.map(async (areaId) => verifyAudit(await bundle(areaId), sha256)));
  expect(verdicts.map(({ ok, reasons }) => [ok, reasons])).toEqual(here.map(() => [true, []]));
  expect(verdicts.reduce((sum, { through }) => sum + through, 0)).toBe(180);
});

test('R10: the app can neither change a link nor say when a row arrived; a link without the one before it is refused', async () => {
  const areaId = newArea();
  await act(areaId);
  await seal();
  const refused = async (statement: string): Promise<void> =>
    void (await expect(database.query(statement, [areaId])).rejects.toThrow(/permission denied/));
  await refused(`update audit_chain set hash = repeat('0', 64) where area_id = $1`);
  await refused(`delete from audit_chain where area_id = $1`);
  await refused(
    `insert into audit (area_id, id, at, actor_id, actor_name, act, arrived) values ($1, $1, '2026-11-20', 'u', 'u', 'x', '1')`,
  );
  await expect(
    owner.query(`insert into audit_chain select area_id, 7, 5, audit_id, hash from audit_chain where area_id = $1`, [
      areaId,
    ]),
  ).rejects.toThrow(/audit_chain_no_gap/);
});
