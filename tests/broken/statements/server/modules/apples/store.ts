// Statements that break the rules of tests/schema/statements.ts, and two that do not.
const ripe = 'ripe';
export const statements = [
  'insert into apples (area_id, id) values ($1, $2) on conflict (area_id, id) do update set picked_at = $3',
  'insert into apples (id) values ($1) on conflict (id) do update set picked_at = now()',
  `select id from apples where picked_at < current_timestamp and state = '${ripe}'`,
  'select id from apples where state = $1 for update skip locked limit 1',
  'select id from apples where area_id = $1 and state = $2 for update skip locked limit 1',
  'select id from jobs.outbox order by id for update skip locked limit 1',
];
