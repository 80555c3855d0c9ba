import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import pg from 'pg';
import { createLog } from '#platform/log';
import { readConfig } from '#platform/config';
import { adoptMethod } from '#kernel/workflow/shelf';
import { createAccount } from '#modules/accounts';
import { importAreas, type AreaNode } from '#modules/areas';
import { createApp } from '../../server/mounts.ts';
import { openParts, type Parts } from '../../server/parts.ts';
import { openSession } from '../../server/modules/accounts/sessions/service.ts';

/** One community of the bench: where it lies, and who asks there. */
export type Community = {
  id: string;
  code: string;
  grid: string;
  estate: string;
  buildings: string[];
  resident: Person;
  worker: Person;
  gridWorker: Person;
};
export type Person = { id: string; token: string };
export type Data = {
  communities: Community[];
  hash: string;
  states: Record<string, unknown>;
  supply: { area: string; number: string }[];
  numbers: string[][];
};

const kinds = { top: '8000', community: '8001', grid: '8002', estate: '8003', building: '8004' };

function idOf(kind: keyof typeof kinds, index: number): string {
  return `0197c000-0000-7000-${kinds[kind]}-${String(index).padStart(12, '0')}`;
}

const buildingsOf = (index: number): string[] =>
  Array.from({ length: 20 }, (_, b) => idOf('building', index * 100 + b));

const alphabet = 'abcdefghjkmnpqrstuvwxyz';
const lettersOf = (index: number): string =>
  `b${[index % 23, Math.floor(index / 23) % 23, Math.floor(index / 529) % 23].map((at) => alphabet[at]).join('')}`;

function areaNodes(count: number): AreaNode[] {
  const nodes: AreaNode[] = [];
  const add = (
    level: AreaNode['level'],
    id: string,
    parent: AreaNode | null,
    name: string,
    more: Partial<AreaNode> = {},
  ): AreaNode => {
    const owns = ['city', 'district', 'street', 'community'].includes(level);
    const node: AreaNode = {
      id,
      level,
      name,
      parentId: parent?.id ?? null,
      ownerId: owns ? id : (parent?.ownerId ?? id),
      code: null,
      fullName: `${parent?.fullName ?? ''}${name}`,
      path: [...(parent?.path ?? []), id],
      position: 0,
      letters: null,
      details: {},
      ...more,
    };
    nodes.push(node);
    return node;
  };
  const city = add('city', idOf('top', 1), null, '市', { code: '370300000000' });
  const district = add('district', idOf('top', 2), city, '区', { code: '370303000000' });
  const street = add('street', idOf('top', 3), district, '街道', { code: '370303001000' });
  for (let i = 1; i <= count; i++) {
    const community = add('community', idOf('community', i), street, `第${i}社区`, {
      code: codeOf(i),
      letters: lettersOf(i),
    });
    const grid = add('grid', idOf('grid', i), community, '第一网格');
    add('estate', idOf('estate', i), community, '小区');
    for (const [b, id] of buildingsOf(i).entries())
      add('building', id, grid, `${b}号楼`, { details: { estateId: idOf('estate', i) } });
  }
  return nodes;
}

const codeOf = (index: number): string => `370303001${String(index).padStart(3, '0')}`;

/** Fills an empty database: areas, people, sessions, some matters through the app, and copies of them by the hundred. */
export async function prepare(env: NodeJS.ProcessEnv, options: { areas: number; matters: number }): Promise<Data> {
  mkdirSync(env.LIREN_DATA ?? '', { recursive: true });
  const parts = await openParts(readConfig(env, false), createLog('warn'));
  const app = await createApp(parts);
  await app.ready();
  const now = parts.clock.now();
  await parts.database.transaction(now, (tx) => importAreas(tx, areaNodes(options.areas)));
  await parts.tree.reload();
  await parts.database.transaction(now, async (tx) => {
    const adoption = {
      areaId: idOf('top', 1),
      method: 'seven-step-loop',
      settings: {},
      adoptedFrom: null,
      by: 'system',
    };
    await adoptMethod(tx, parts.context.shelf, adoption);
  });
  await parts.context.shelf.reload();
  const communities = await signUp(parts, options.areas);
  await parts.context.directory.reload();
  const first = communities[0] as Community;
  for (const step of steps) await bring(app, first, step);
  await app.close();
  const owner = new pg.Client({ connectionString: env.DATABASE_URL });
  await owner.connect();
  const data = await multiply(owner, communities, options.matters);
  await owner.end();
  await parts.close();
  return data;
}

async function signUp({ database, clock, accounts }: Parts, count: number): Promise<Community[]> {
  const person = (i: number, name: string, role: string | null, areaId: string): Promise<Person> =>
    database.transaction(clock.now(), async (tx) => {
      const grants = role ? [{ role, areaId }] : [];
      const id = await createAccount(tx, {
        username: `${role ?? 'resident'}${i}`,
        name,
        grants,
        homeAreaId: idOf('community', i),
      });
      const { token } = await openSession(tx, accounts, {
        userId: id,
        way: 'password',
        behalf: null,
        device: 'bench',
        replaces: null,
      });
      return { id, token };
    });
  const communities: Community[] = [];
  for (let i = 1; i <= count; i++) {
    const [resident, worker, gridWorker] = await Promise.all([
      person(i, '周雪梅', null, ''),
      person(i, '孟庆华', 'community-worker', idOf('community', i)),
      person(i, '孙丽娟', 'grid-worker', idOf('grid', i)),
    ]);
    communities.push({
      id: idOf('community', i),
      code: codeOf(i),
      grid: idOf('grid', i),
      estate: idOf('estate', i),
      buildings: buildingsOf(i),
      resident,
      worker,
      gridWorker,
    });
  }
  return communities;
}

const steps = ['report', 'assign', 'handle', 'reply', 'rate', 'archived'] as const;
/** How many of a hundred copies stand at each step. */
const shares: Record<(typeof steps)[number], number> = {
  report: 40,
  assign: 4,
  handle: 6,
  reply: 3,
  rate: 7,
  archived: 40,
};

export const finding = (building: string): Record<string, unknown> => ({
  category: '安全隐患',
  place: { label: '3号楼 2单元', areaId: building },
  words: '二楼窗口拉了一根线给电动车充电',
});

async function bring(app: FastifyInstance, at: Community, to: (typeof steps)[number]): Promise<void> {
  const send = async (path: string, who: Person, body: unknown): Promise<Record<string, any>> => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/areas/${at.id}/matters${path}`,
      headers: { authorization: `Bearer ${who.token}` },
      payload: body as object,
    });
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json();
  };
  const { number } = await send('', at.resident, { method: 'seven-step-loop', form: finding(at.buildings[0] ?? '') });
  const after = to === 'report' || to === 'assign' || to === 'handle' ? '' : await upload(app, at);
  const line: [string, Person, unknown][] = [
    ['accept', at.gridWorker, {}],
    ['assign', at.worker, { form: { handler: `user:${at.gridWorker.id}` } }],
    ['done', at.gridWorker, { form: { result: '已拆除飞线', after: [after] } }],
    ['next', at.worker, { form: { reply: '线已经拆了', publish: true, headline: '飞线已拆' } }],
    ['content', at.resident, { form: { stars: 5 } }],
  ];
  for (const [action, who, body] of line.slice(0, steps.indexOf(to)))
    await send(`/${number}/actions/${action}`, who, body);
}

async function upload(app: FastifyInstance, at: Community): Promise<string> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#777' } })
    .jpeg()
    .toBuffer();
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/areas/${at.id}/files`,
    headers: { authorization: `Bearer ${at.gridWorker.token}`, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  });
  return answer.json().id as string;
}

const copiesText = `create temp table copies as
  select t.area_id as from_area, t.id as template, t.step, area, index, gen_random_uuid() as id, row_number() over (partition by area) + 1000 as last,
    case when t.status = 'open' then now() - random() * interval '5 days' else now() - interval '5 days' - random() * interval '350 days' end as born
  from matters t
    join unnest($1::text[], $2::int[]) as share (step, count) on share.step = t.step
    cross join unnest($3::uuid[]) with ordinality as community (area, index)
    cross join lateral generate_series(1, share.count) as n`;

const overrides: [string, string, string][] = [
  [
    'matters',
    't.id = c.template',
    `'area_id', c.area, 'id', c.id, 'number', $1 || lpad(c.index::text, 3, '0') || '-2026-' || lpad(c.last::text, 6, '0'),
     'trace_code', substr(md5(c.id::text), 1, 10), 'grid_id', '0197c000-0000-7000-8002-' || lpad(c.index::text, 12, '0'),
     'estate_id', '0197c000-0000-7000-8003-' || lpad(c.index::text, 12, '0'), 'building_id', '0197c000-0000-7000-8004-' || lpad((c.index * 100 + c.last % 20)::text, 12, '0'),
     'created_at', c.born, 'entered_at', c.born, 'updated_at', c.born, 'due_at', case when t.due_at is null then null else c.born + interval '10 days' end,
     'closed_at', case when t.closed_at is null then null else c.born + interval '3 days' end`,
  ],
  [
    'matter_history',
    't.matter_id = c.template',
    `'area_id', c.area, 'matter_id', c.id, 'at', c.born + t.seq * interval '8 hours', 'x', $1::text`,
  ],
  [
    'matter_waits',
    't.matter_id = c.template',
    `'area_id', c.area, 'matter_id', c.id, 'actor', regexp_replace(t.actor, '[0-9]{12}$', lpad(c.index::text, 12, '0')), 'x', $1::text`,
  ],
  ['matter_parties', 't.matter_id = c.template', `'area_id', c.area, 'matter_id', c.id, 'x', $1::text`],
  [
    'jobs.deadlines',
    't.subject = c.template',
    `'id', gen_random_uuid(), 'area_id', c.area, 'subject', c.id, 'due_at', c.born + interval '30 days', 'x', $1::text`,
  ],
];

/** What the copies are found by: the pieces of their templates, led by their own area, and their own numbers. */
async function layIntoIndex(owner: pg.Client): Promise<void> {
  const mark = (area: string): string => `right(replace(${area}::text, '-', ''), 6)`;
  const bare = `regexp_replace(e.words::text, '''[0-9a-f]{6}#[^'']*'':1A ?', '', 'g')`;
  const pieces = `replace(${bare}, '''' || ${mark('c.from_area')}, '''' || ${mark('c.area')})`;
  await owner.query(`insert into search_entries (area_id, kind, id, audience, at, words)
    select c.area, e.kind, c.id, e.audience, c.born, (${pieces} || ' ''' || ${mark('c.area')} || '#2026-' || c.last || ''':1A')::tsvector
    from copies c join search_entries e on e.area_id = c.from_area and e.id = c.template`);
}

async function multiply(owner: pg.Client, communities: Community[], matters: number): Promise<Data> {
  const each = matters / communities.length;
  const counts = steps.map((step) => Math.max(1, Math.round((shares[step] / 100) * each)));
  await owner.query(copiesText, [steps, counts, communities.map((one) => one.id)]);
  for (const [table, on, given] of overrides) {
    await owner.query(
      `insert into ${table} select (made).* from (select jsonb_populate_record(t, jsonb_build_object(${given})) as made from copies c join ${table} t on ${on}) as rows`,
      ['370303001'],
    );
  }
  await owner.query(`insert into matter_counters (area_id, year, last) select area, 2026, max(last) from copies group by area
    on conflict (area_id, year) do update set last = excluded.last`);
  await layIntoIndex(owner);
  await owner.query('delete from jobs.outbox');
  await owner.query('vacuum analyze');
  const { rows: states } = await owner.query(
    `select m.step, m.state, m.definition_hash as hash from matters m join copies c on c.template = m.id group by 1, 2, 3`,
  );
  const { rows: supply } = await owner.query(
    `select m.area_id as area, m.number from matters m join copies c on c.id = m.id where m.step = 'report' order by md5(m.id::text)`,
  );
  const { rows: numbers } = await owner.query(
    `select m.area_id as area, array_agg(m.number) as numbers from matters m join copies c on c.id = m.id where m.step in ('archived', 'rate') group by 1`,
  );
  const byArea = new Map(numbers.map((row: { area: string; numbers: string[] }) => [row.area, row.numbers]));
  return {
    communities,
    supply,
    hash: states[0].hash,
    states: Object.fromEntries(states.map((row: { step: string; state: unknown }) => [row.step, row.state])),
    numbers: communities.map((one) => byArea.get(one.id) ?? []),
  };
}
