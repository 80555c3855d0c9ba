import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { openDatabase } from '#platform/database';
import { electorsText, turnoutText } from '../../server/kernel/ballots/desk/store.ts';
import type { Community } from './data.ts';
import type { Shot } from './load.ts';

/** Ballots of the bench: one that takes votes of many doors, and one of an estate of 3,000 owners, half of whom have voted. */
const doors = Number(process.env.LIREN_BENCH_DOORS ?? 60_000);
const owners = 3000;

const busy = '0197c000-0000-7000-8006-000000000001';
const estate = '0197c000-0000-7000-8006-000000000002';
const doorOf = (index: number): string => `0197c000-0000-7000-8007-${String(index).padStart(12, '0')}`;

export async function plantBallots(owner: pg.Client, at: Community): Promise<void> {
  await owner.query(
    `insert into ballots (area_id, id, title, choices, electorate, rule, rule_name, terms, secret, changeable, paper_rule, pick,
       proxies_most, state, drafted_by, drafted_at, opened_at, closes_at, opening_hash, electors)
     select $1, id, '车棚', '[{"id":"yes","label":"同意"},{"id":"no","label":"不同意"}]', 'owners', 'owners-double-majority', '双过半',
       '{"by":["number","area"]}', false, false, 'paper', 1, 1, 'open', $2, now(), now() - interval '1 day', '2999-01-01', 'x', 1
     from unnest($3::uuid[]) as id`,
    [at.id, at.worker.id, [busy, estate]],
  );
  const plant = (ballot: string, from: number, count: number): Promise<unknown> =>
    owner.query(
      `insert into electors (area_id, ballot_id, id, number, person, ref, label, user_id, building_id, area, code)
       select $1, $2, ('0197c000-0000-7000-8007-' || lpad(n::text, 12, '0'))::uuid, n - $3::int + 1, n + 1, n::text, n || ' 号', $5,
         ('0197c000-0000-7000-8008-' || lpad((n % 40)::text, 12, '0'))::uuid, 9000, n::text
       from generate_series($3::int, $3::int + $4::int - 1) as n`,
      [at.id, ballot, from, count, at.resident.id],
    );
  await plant(busy, 0, doors);
  await plant(estate, doors, owners);
  await owner.query(
    `insert into votes (area_id, ballot_id, elector_id, way, revision, choices, receipt, at, by_id, by_proxy)
     select $1, $2, id, case when number % 3 = 0 then 'paper' else 'phone' end, 1, '{yes}', 'r' || number, now(), $3, false
     from electors where area_id = $1 and ballot_id = $2 and number % 2 = 0`,
    [at.id, estate, at.worker.id],
  );
  await owner.query(
    `insert into deliveries (area_id, id, ballot_id, elector_id, way, at, by_id, by_name)
     select $1, gen_random_uuid(), $2, id, case when number % 5 = 0 then 'door' else 'app' end, now(), $3, '孟'
     from electors where area_id = $1 and ballot_id = $2 and number % 10 > 0`,
    [at.id, estate, at.worker.id],
  );
  await owner.query('vacuum analyze ballots, electors, votes, deliveries');
}

let cast = 0;

/** One vote for a door that has none yet; the floor writes the same rows. */
export function castShot(at: Community, side: 'floor' | 'app'): Shot {
  const door = cast++;
  if (door >= doors) throw new Error('no more doors to vote for: raise LIREN_BENCH_DOORS or lower LIREN_BENCH_SECONDS');
  const common = { method: 'POST' as const, token: at.resident.token, key: randomUUID() };
  const body = { elector: doorOf(door), choices: ['yes'], nonce: randomUUID().replaceAll('-', '') };
  const path = `/api/v1/areas/${at.id}/ballots`;
  if (side === 'app') return { ...common, path: `${path}/${busy}/votes`, body };
  return { ...common, path, body: { ...body, known: { ballot: busy, actor: at.resident.id } } };
}

const mostRatio = 2;

/** The turnout of an estate beside a page of its electors: what the database says the app's statements took. */
export async function measureTurnout(url: string, at: Community): Promise<boolean> {
  const database = openDatabase({ url, max: 1 });
  const took = async (text: string, values: unknown[]): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 25; round++) {
      const [told] = await database.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
        `explain (analyze, timing off, format json) ${text}`,
        values,
      );
      if (round >= 5) times.push(told?.['QUERY PLAN'][0]['Execution Time'] ?? Number.NaN);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
  };
  const turnout = await took(turnoutText, [at.id, estate]);
  const list = await took(electorsText, [at.id, estate, 'open', null, '', 0, 50]);
  await database.close();
  const ok = turnout <= mostRatio * list;
  console.log(
    `turnout            ${turnout.toFixed(1)} ms  ≤ ${mostRatio} × ${list.toFixed(1)} ms  ${ok ? 'holds' : 'MISSED'}  ${owners} owners by building beside a page of them`,
  );
  return ok;
}
