import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { enqueue, startWorker } from './jobs.ts';

const { database, url } = await testDatabase();
const areaId = '01900000-0000-7000-8000-000000000001';
const now = new Date('2026-11-22T08:00:00Z');
const clock = { now: () => now, advance: async () => now, reload: async () => {} };

test('a job that the database gives up in a deadlock begins again at once, and nobody is called', async () => {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query(
    'create table held (id int primary key); insert into held values (1), (2); grant all on held to liren_app',
  );
  // It is never the one that is given up.
  await other.query(`set deadlock_timeout = '5min'`);
  await other.query('begin; select from held where id = 2 for update');
  await database.transaction(now, async (tx) => enqueue(tx, { areaId, kind: 'lock', payload: {} }));
  const said: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: object, words: string) => void said.push(words) };
  let tries = 0;
  let others: Promise<unknown> = Promise.resolve();
  const worker = startWorker({
    ...{ database, clock, log: log as never, deadlines: {}, everyMs: 0 },
    outbox: {
      lock: async (tx) => {
        tries++;
        await tx.query('select from held where id = 1 for update');
        if (tries === 1)
          others = other.query('select from held where id = 1 for update').then(() => other.query('commit'));
        await tx.query('select from held where id = 2 for update');
      },
    },
  });
  expect(await worker.drain()).toBe(1);
  await others;
  await Promise.all([worker.stop(), other.end()]);
  expect([tries, said]).toEqual([2, []]);
});
