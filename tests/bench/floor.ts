import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

/**
 * What the same work costs with nothing but node:http and pg: the same rows written, in one named statement, and the same
 * rows read; no check, no permission, no language. The floor of every ratio.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });

const createText = `with counter as (
    insert into matter_counters (area_id, year, last) values ($1, 2026, 1)
    on conflict (area_id, year) do update set last = matter_counters.last + 1 returning last),
  matter as (
    insert into matters (area_id, id, number, trace_code, method, definition_hash, status, visible, step, entered_at, due_at, title, category, place,
      grid_id, estate_id, building_id, reporter_id, reporter_name, channel, fields, sealed, face, state, words, created_at, updated_at)
    select $1, $2, $3 || lpad(last::text, 6, '0'), $4, 'seven-step-loop', $5, 'open', 'parties', 'report', $6, $7, $8, '安全隐患', $9,
      $10, $11, $12, $13, '周**', 'resident', $14, '{}', $15, $16, $8, $6, $6 from counter returning id, number),
  history as (
    insert into matter_history (area_id, matter_id, seq, at, actor_id, actor_name, actor_title, kind, what, label, from_step, to_step, entered_at, form)
    select $1, id, 1, $6, $13, '周', '居民', 'begin', 'next', '提交', 'find', 'report', $6, $14 from matter),
  waits as (insert into matter_waits (area_id, actor, matter_id, due_at) select $1, actor, id, $7 from matter, unnest($17::text[]) as actor),
  limits as (
    insert into jobs.deadlines (id, area_id, subject, kind, rule, token, due_at, attempts)
    select gen_random_uuid(), $1, $2, 'matter', rule, 1, $7, 0 from unnest('{limit,1}'::text[]) as rule),
  parties as (insert into matter_parties (area_id, user_id, relation, matter_id, since) values ($1, $13, 'reporter', $2, $6)),
  told as (
    insert into messages (area_id, id, user_id, kind, title, body, link, subject, urgent, created_at)
    select $1, gen_random_uuid(), user_id, 'waits', '等您上报', $8, '/desk', 'matter:' || number, false, $6 from matter, unnest($18::text[]) as user_id),
  noted as (insert into auth.user_areas (user_id, area_id) select user_id, $1 from unnest($18::text[]) as user_id on conflict do nothing),
  outbox as (
    insert into jobs.outbox (id, area_id, kind, payload, created_at, available_at, attempts) values (gen_random_uuid(), $1, 'bench', '{}', $6, '2999-01-01', 0)),
  audited as (
    insert into audit (area_id, id, at, actor_id, actor_name, act, subject) select $1, gen_random_uuid(), $6, $13, '周', 'matter.begin', number from matter),
  kept as (
    insert into idempotency_keys (area_id, actor_id, key, fingerprint, status, body, created_at)
    select $1, $13, $19, $20, 201, jsonb_build_object('number', number), $6 from matter)
  select number from matter`;

const actText = `with matter as (
    update matters set step = 'assign', entered_at = $4, due_at = $5, state = $6, handler_id = $3, handler_name = '孟', updated_at = $4, version = version + 1,
      fields = fields, face = face, sealed = sealed, title = title, words = words
    where area_id = $1 and id = $2 and version = $7 returning id, number, reporter_id),
  history as (
    insert into matter_history (area_id, matter_id, seq, at, actor_id, actor_name, actor_title, kind, what, label, from_step, to_step, entered_at, due_at)
    select $1, id, 2, $4, $3, '孟', '社区工作者', 'action', 'accept', '受理', 'report', 'assign', $4, $5 from matter),
  cleared as (delete from matter_waits where area_id = $1 and matter_id = $2 and actor <> all($8)),
  waits as (insert into matter_waits (area_id, actor, matter_id, due_at) select $1, actor, id, $5 from matter, unnest($8::text[]) as actor on conflict do nothing),
  over as (delete from jobs.deadlines where subject = $2),
  limits as (
    insert into jobs.deadlines (id, area_id, subject, kind, rule, token, due_at, attempts)
    select gen_random_uuid(), $1, $2, 'matter', rule, 2, $5, 0 from unnest('{limit,1}'::text[]) as rule),
  parties as (insert into matter_parties (area_id, user_id, relation, matter_id, since) values ($1, $3, 'handled', $2, $4) on conflict do nothing),
  told as (
    insert into messages (area_id, id, user_id, kind, title, body, link, subject, urgent, created_at)
    select $1, gen_random_uuid(), user_id, 'waits', '等您交办', '飞线', '/desk', 'matter:' || number, false, $4 from matter, unnest($9::text[]) as user_id),
  noted as (insert into auth.user_areas (user_id, area_id) select user_id, $1 from unnest($9::text[]) as user_id on conflict do nothing),
  outbox as (
    insert into jobs.outbox (id, area_id, kind, payload, created_at, available_at, attempts) values (gen_random_uuid(), $1, 'bench', '{}', $4, '2999-01-01', 0)),
  audited as (
    insert into audit (area_id, id, at, actor_id, actor_name, act, subject) select $1, gen_random_uuid(), $4, $3, '孟', 'matter.accept', number from matter),
  kept as (
    insert into idempotency_keys (area_id, actor_id, key, fingerprint, status, body, created_at)
    select $1, $3, $10, $11, 200, jsonb_build_object('number', number), $4 from matter)
  select number from matter`;

const bookText = `with booked as (
    insert into bookings (area_id, id, venue_id, starts_at, ends_at, state, holder_kind, holder_id, holder_name, user_id, title, asked_at, made_by)
    values ($1, $2, $3, $4, $5, 'confirmed', 'person', $6, '孟', $6, '排练', $7, $6) returning id),
  taken as (insert into booking_parts (area_id, booking_id, part_id, starts_at, ends_at) select $1, id, $3, $4, $5 from booked),
  limits as (
    insert into jobs.deadlines (id, area_id, subject, kind, rule, token, due_at, attempts) values (gen_random_uuid(), $1, $2, 'booking', 'confirmed', 0, $5, 0)),
  noted as (insert into auth.user_areas (user_id, area_id) values ($6, $1) on conflict do nothing),
  audited as (
    insert into audit (area_id, id, at, actor_id, actor_name, act, subject) values ($1, gen_random_uuid(), $7, $6, '孟', 'booking.make', 'booking:' || $2)),
  kept as (
    insert into idempotency_keys (area_id, actor_id, key, fingerprint, status, body, created_at)
    select $1, $6, $8, $9, 201, jsonb_build_object('id', id), $7 from booked)
  select id from booked`;

const castText = `with ballot as (select from ballots where area_id = $1 and id = $2 and state = 'open' for share),
  cast_open as (
    insert into votes (area_id, ballot_id, elector_id, way, revision, choices, receipt, at, by_id, by_proxy)
    select $1, $2, $3, 'phone', 1, $4, $5, $6, $7, false from ballot returning receipt),
  audited as (
    insert into audit (area_id, id, at, actor_id, actor_name, act, subject) values ($1, gen_random_uuid(), $6, $7, '周', 'ballot.vote', 'ballot:' || $2))
  select receipt from cast_open`;

const findText = `select id, version, state from matters where area_id = $1 and number = $2`;

const listText = `select m.area_id, m.id, m.number, m.method, m.definition_hash, m.title, m.category, m.place, m.step, m.status, m.visible, m.entered_at, m.due_at, m.paused_at,
    m.created_at, m.updated_at, m.closed_at, m.grid_id, m.building_id, m.channel, m.handler_name, m.reporter_id, m.household_id, m.fields, m.face, m.stars,
    m.reminded, m.supervised, m.trace_code, m.version,
    (select array_agg(w.actor) from matter_waits w where w.area_id = m.area_id and w.matter_id = m.id) as waits
  from matters m where m.area_id = $1 and m.status = 'open' order by m.due_at, m.id limit 20`;

const oneText = `select m.*, (select json_agg(h order by h.seq) from matter_history h where h.area_id = m.area_id and h.matter_id = m.id) as history,
    (select array_agg(w.actor) from matter_waits w where w.area_id = m.area_id and w.matter_id = m.id) as waits
  from matters m where m.area_id = $1 and m.number = $2`;

type Asked = { area: string; number: string; key: string; body: Record<string, any> };

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const limit = '2026-12-01T16:00:00.000Z';

async function create({ area, key, body }: Asked): Promise<unknown> {
  const { place, words, category } = body['form'];
  const { known } = body;
  const now = new Date().toISOString();
  const values = [
    area,
    randomUUID(),
    known.prefix,
    randomUUID().slice(0, 10),
    known.hash,
    now,
    limit,
    words,
    place.label,
    known.grid,
    known.estate,
    known.building,
    known.reporter,
    JSON.stringify(body['form']),
    JSON.stringify({ category, place }),
    JSON.stringify(known.state),
    known.waits,
    known.told,
    key,
    hash(JSON.stringify(body)),
  ];
  const { rows } = await pool.query({ name: 'create', text: createText, values });
  return rows[0];
}

async function book({ area, key, body }: Asked): Promise<unknown> {
  const { known, startsAt, minutes } = body;
  const now = new Date().toISOString();
  const endsAt = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  const id = randomUUID();
  const values = [area, id, known.venue, startsAt, endsAt, known.actor, now, key, hash(JSON.stringify(body))];
  const { rows } = await pool.query({ name: 'book', text: bookText, values });
  return rows[0];
}

async function act({ area, number, key, body }: Asked): Promise<unknown> {
  const { known } = body;
  const found = await pool.query({ name: 'find', text: findText, values: [area, number] });
  const { id, version, state } = found.rows[0];
  const now = new Date().toISOString();
  const values = [
    area,
    id,
    known.actor,
    now,
    limit,
    JSON.stringify(state),
    version,
    known.waits,
    known.told,
    key,
    hash(JSON.stringify(body)),
  ];
  const { rows } = await pool.query({ name: 'act', text: actText, values });
  return rows[0];
}

async function cast({ area, body }: Asked): Promise<unknown> {
  const { elector, choices, nonce, known } = body;
  const values = [area, known.ballot, elector, choices, hash(nonce), new Date().toISOString(), known.actor];
  return (await pool.query({ name: 'cast', text: castText, values })).rows[0];
}

async function list({ area }: Asked): Promise<unknown> {
  return { items: (await pool.query({ name: 'list', text: listText, values: [area] })).rows };
}

async function one({ area, number }: Asked): Promise<unknown> {
  return (await pool.query({ name: 'one', text: oneText, values: [area, number] })).rows[0];
}

async function readBody(request: IncomingMessage): Promise<Record<string, any>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text ? JSON.parse(text) : {};
}

const server = createServer((request, response) => {
  void (async () => {
    const [, , , , area = '', kind, number = '', isAct] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    const body = await readBody(request);
    const asked = { area, number, key: String(request.headers['idempotency-key'] ?? ''), body };
    const made = kind === 'bookings' ? book : kind === 'ballots' ? cast : create;
    const work = request.method === 'GET' ? (number ? one : list) : isAct ? act : made;
    const text = JSON.stringify(await work(asked));
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  })().catch((error: Error) =>
    response.writeHead(500, { 'content-length': Buffer.byteLength(error.message) }).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, memoryBytes: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit(0));
