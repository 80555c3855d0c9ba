import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFaults, openAccount, openBook } from '#kernel/ledger';
import { testDatabase } from '#tests/database';
import { accountCount, accountOf, areaId, bookCount, bookOf, deedOf, type Told } from './ledger-deeds.ts';
import { killGroup } from './processes.ts';

const { database, owner, url } = await testDatabase();

// 100,000 and 10 for the whole proof.
const postings = Number(process.env.LIREN_LEDGER_POSTINGS ?? 400);
const kills = Number(process.env.LIREN_LEDGER_KILLS ?? (postings > 10_000 ? 10 : 1));
const underway = 64;

async function openBooks(): Promise<void> {
  await database.transaction(new Date('2026-01-05T02:00:00.000Z'), async (tx) => {
    for (let book = 0; book < bookCount; book++) {
      const bookId = bookOf(book);
      await openBook(tx, { areaId, id: bookId, unit: 'fen', name: `${book}`, openedMonth: 202603 });
      for (let account = 0; account < accountCount; account++) {
        const neverNegative = account < 2;
        const code = `10${account}`;
        await openAccount(tx, {
          areaId,
          bookId,
          id: accountOf(account),
          code,
          name: code,
          kind: 'asset',
          neverNegative,
        });
      }
    }
  });
}

async function startPoster(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'ledger-poster.ts'), {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: ['--import', 'tsx'],
    detached: true,
  });
  onTestFinished(() => killGroup(child));
  await once(child, 'message');
  return child;
}

/** Has a poster perform deeds, so many at a time, until `enough` are told; answers those it was busy with when it was killed. */
async function drive(deeds: number[], told: Map<number, Told>, enough: number, isLast: boolean): Promise<number[]> {
  const child = await startPoster();
  const busy = new Set<number>();
  const exited = once(child, 'exit');
  const send = (): void => {
    while (busy.size < underway && deeds.length > 0) {
      const next = deeds.shift() as number;
      busy.add(next);
      child.send(next);
    }
  };
  await new Promise<void>((resolve) => {
    child.on('message', (answer: Told) => {
      busy.delete(answer.index);
      told.set(answer.index, answer);
      send();
      if (isLast ? busy.size === 0 : told.size >= enough) resolve();
    });
    send();
  });
  if (isLast) child.disconnect();
  else killGroup(child);
  await exited;
  return [...busy];
}

/** Whether every account stands at what its lines add up to and all lines add up to zero: in one statement, so in one snapshot. */
const snapshotText = `select count(*)::int as lines, coalesce(sum(p.after - p.before), 0)::int as sum,
    (select count(*)::int from (select p.book_id, p.account_id, sum(p.after - p.before) as sum, max(p.nth) as nth, count(*) as lines
      from postings p where p.area_id = $1 group by 1, 2) s
      join postings p on p.area_id = $1 and p.book_id = s.book_id and p.account_id = s.account_id and p.nth = s.nth
      where p.stands <> s.sum or s.lines <> s.nth) as wrong,
    (select count(*)::int from (select p.seq from postings p where p.area_id = $1 group by p.book_id, p.seq
      having sum(p.after - p.before) <> 0) s) as unbalanced
  from postings p where p.area_id = $1`;

test(
  `R8: ${postings} postings by chance with reversals and closings, ${kills} times kill -9: each happened once, and in every snapshot all adds up`,
  async () => {
    await openBooks();
    const told = new Map<number, Told>();
    const deeds = Array.from({ length: postings }, (_, index) => index);
    const seen: { lines: number; sum: number; wrong: number; unbalanced: number }[] = [];
    let isOver = false;
    const reading = (async () => {
      while (!isOver) seen.push(...(await owner.query(snapshotText, [areaId])).rows);
    })();
    let retried = 0;
    for (let life = 0; life <= kills; life++) {
      const left = await drive(deeds, told, (postings / (kills + 1)) * (life + 1), life === kills);
      retried += left.length;
      deeds.unshift(...left);
    }
    isOver = true;
    await reading;

    expect(retried).toBeGreaterThan(0);
    expect(told.size).toBe(postings);
    expect(seen.length).toBeGreaterThan(1);
    for (const { lines, ...rest } of seen)
      expect([lines >= 0, rest]).toEqual([true, { sum: 0, wrong: 0, unbalanced: 0 }]);
    expect(await findFaults(database, areaId)).toEqual([]);

    const posted = [...told.values()].flatMap((one) => ('seq' in one ? [one] : []));
    expect(posted.length).toBeGreaterThan(postings / 3);
    const { rows } = await owner.query<{ at: string; hash: string; reverses: number | null }>(
      `select book_id || ':' || seq as at, hash, reverses from entries where area_id = $1 and seq > 0`,
      [areaId],
    );
    const kept = new Map(rows.map(({ at, hash }) => [at, hash]));
    expect(kept.size).toBe(rows.length);
    for (const { index, seq, hash } of posted) expect(kept.get(`${deedOf(index).bookId}:${seq}`)).toBe(hash);
    // A closing told twice is refused the second time; everything else is told as it was the first time.
    expect(rows.length - posted.length).toBeLessThanOrEqual(kills * underway);
    const unknown = new Set(rows.map(({ at }) => at));
    for (const { index, seq } of posted) unknown.delete(`${deedOf(index).bookId}:${seq}`);
    const closings = await owner.query(`select book_id || ':' || seq as at from closings`);
    for (const { at } of closings.rows) unknown.delete(at);
    expect([...unknown]).toEqual([]);
    if (process.env.LIREN_LEDGER_POSTINGS)
      console.log(
        `${rows.length} entries (${rows.filter(({ reverses }) => reverses).length} reversals, ${closings.rows.length} closings), ${postings - posted.length} refused, ${retried} retried after ${kills} kills, ${seen.length} snapshots read, last of ${seen.at(-1)?.lines} lines`,
      );
  },
  postings > 10_000 ? 3_600_000 : undefined,
);
