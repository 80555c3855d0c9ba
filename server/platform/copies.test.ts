import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { keepCopy } from './copies.ts';

const { database } = await testDatabase();
const now = new Date('2026-11-20T01:00:00.000Z');
const channel = 'liren_test_copies';
let kept = '';
const load = async (): Promise<void> => {
  const rows = await database.query<{ value: string }>(
    `select value ->> 'is' as value from jobs.settings where name = 'test.copy'`,
  );
  kept = rows[0]?.value ?? '';
};

const write = (value: string): Promise<void> =>
  database.answering(now, async (tx) => {
    await tx.query(
      `insert into jobs.settings (name, value) values ('test.copy', $1) on conflict (name) do update set value = $1`,
      [JSON.stringify({ is: value })],
    );
    tx.notify(channel, '');
  });

test('what a request changed is in the copy of its process when its answer leaves, every time', async () => {
  const copy = await keepCopy(database, channel, load);
  for (let at = 0; at < 20; at++) {
    await write(String(at));
    expect(kept).toBe(String(at));
  }
  await Promise.all(Array.from({ length: 8 }, (_, at) => write(`at once ${at}`)));
  const rows = await database.query<{ value: string }>(
    `select value ->> 'is' as value from jobs.settings where name = 'test.copy'`,
  );
  expect(kept).toBe(rows[0]?.value);
  await copy.close();
});

test('a copy that is closed follows no more, and a copy that cannot load lets the request go on', async () => {
  const copy = await keepCopy(database, channel, load);
  await write('before');
  await copy.close();
  await write('after');
  expect(kept).toBe('before');
  let fails = false;
  const other = await keepCopy(database, channel, async () => {
    if (fails) throw new Error('cannot be read');
  });
  fails = true;
  await expect(write('all the same')).resolves.toBeUndefined();
  await other.close();
});
