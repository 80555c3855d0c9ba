import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import { createSealer } from '#platform/sealing';
import * as kernel from '#kernel/publicity';
import { testDatabase } from '#tests/database';

const { database, owner } = await testDatabase();
const areaId = '0197b000-0000-7000-8000-000000000004';
const doors = { sealer: createSealer(Buffer.alloc(32, 7)) };
const posted = new Date('2026-06-01T02:00:00.000Z');
const closesAt = new Date('2026-06-08T16:00:00.000Z');
const early = new Date(closesAt.getTime() - 1);
const [drafter, checker, resident] = ['meng', 'zhou', 'zheng'].map((id) => ({ id, name: id })) as [Who, Who, Who];
type Who = { id: string; name: string };

const draft = {
  ...{ title: '候车亭公示', body: '', pictures: [], days: 7, board: true, estateId: null },
  shown: [{ label: '预算', lines: ['18,600 元'] }],
};

const at = <T>(now: Date, work: (tx: Parameters<Parameters<typeof database.transaction>[1]>[0]) => Promise<T>) =>
  database.transaction(now, work);

async function post(): Promise<string> {
  return at(posted, async (tx) => {
    const id = await kernel.draftPublicity(tx, drafter, { areaId, draft });
    await kernel.approvePublicity(tx, checker, { areaId, id, checks: true, areaName: '工盛社区', pictures: [] });
    return id;
  });
}

const objectAt = (now: Date, id: string, by: Who = resident): Promise<string | number> =>
  at(now, (tx) => kernel.object(tx, doors, by, { areaId, id, words: '挡住了楼道', pictures: [] })).catch(codeOf);

function codeOf(error: unknown): string {
  if (error instanceof RefusalError) return error.refusal.code;
  throw error;
}

const due = (now: Date, id: string) => at(now, (tx) => kernel.closeDue(tx, { areaId, id }));
const stateOf = async (id: string): Promise<string> =>
  (await at(posted, (tx) => kernel.readPublicity(tx, { areaId, id }))).state;

/** What a statement of the app says, by the name of the constraint that refuses it. */
const tries = (text: string, values: unknown[]): Promise<string> =>
  database.query(text, values).then(
    () => 'done',
    (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
  );

/** What the app may not write, even where its rules failed: each is refused by the constraint named, and by nothing else. */
async function expectHeld(constraint: string, text: string, values: unknown[]): Promise<void> {
  const table = constraint.split('_')[0];
  expect(await tries(text, values)).toBe(constraint);
  const [{ definition }] = (
    await owner.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1`,
      [constraint],
    )
  ).rows as [{ definition: string }];
  await owner.query(`alter table ${table} drop constraint ${constraint}`);
  expect(await tries(text, values)).toBe('done');
  await owner.query(`alter table ${table} add constraint ${constraint} ${definition} not valid`);
}

test('N54: no clear end is written a millisecond early; without the constraint the same statement goes through', async () => {
  const clear = `update publicities set state = 'clear', closed_at = $3, closing_hash = 'x' where area_id = $1 and id = $2`;
  await expectHeld('publicities_clear_in_time', clear, [areaId, await post(), early]);
  expect(await tries(clear, [areaId, await post(), closesAt])).toBe('done');
});

test('N54: no objection is written at 24:00 of day 7; without the constraint the same statement goes through', async () => {
  const write = `insert into objections (area_id, publicity_id, number, closes_at, at, user_id, name_sealed, words_sealed)
    values ($1, $2, 1, $3, $4, 'a', '', '')`;
  expect(await tries(write, [areaId, await post(), closesAt, early])).toBe('done');
  await expectHeld('objections_in_time', write, [areaId, await post(), closesAt, closesAt]);
  const other = [areaId, await post(), new Date(closesAt.getTime() + 1), closesAt];
  expect(await tries(write, other)).toBe('objections_publicity_fkey');
});

test('N54: no end is written that is not whole days away, no clear end with an objection open', async () => {
  const end = `update publicities set closes_at = $3 where area_id = $1 and id = $2`;
  expect(await tries(end, [areaId, await post(), early])).toBe('publicities_whole_days');
  const id = await post();
  await objectAt(early, id);
  const clear = `update publicities set state = 'clear', closed_at = $3, closing_hash = 'x' where area_id = $1 and id = $2`;
  expect(await tries(clear, [areaId, id, closesAt])).toBe('publicities_clear_answered');
});

test('who drafted is never written as who approved or checked; without the constraint they would be', async () => {
  const write = (column: string): string => `update publicities set ${column} = $3 where area_id = $1 and id = $2`;
  await expectHeld('publicities_approver_other', write('approved_by'), [areaId, await post(), drafter.id]);
  await expectHeld('publicities_checker_other', write('checked_by'), [areaId, await post(), drafter.id]);
});

test('what was written and what was shown cannot be changed by the app', async () => {
  const id = await post();
  expect(await objectAt(early, id)).toBe(1);
  const which = [areaId, id];
  expect(
    await tries(`update objections set words_sealed = '' where area_id = $1 and publicity_id = $2`, which),
  ).toMatch(/permission denied/);
  expect(await tries(`delete from objections where area_id = $1 and publicity_id = $2`, which)).toMatch(
    /permission denied/,
  );
  expect(await tries(`update publicity_history set text = '' where area_id = $1 and publicity_id = $2`, which)).toMatch(
    /permission denied/,
  );
});

test('N54: the worker ends it at 24:00 and not before; an objection of the last millisecond holds it until it is answered', async () => {
  const [quiet, spoken] = [await post(), await post()];
  expect(await objectAt(early, spoken)).toBe(1);
  expect([await due(early, quiet), await stateOf(quiet)]).toEqual([null, 'open']);
  expect(await objectAt(closesAt, quiet)).toBe('publicity.period-over');
  expect((await due(closesAt, quiet))?.closed).toBe('clear');
  expect((await due(closesAt, spoken))?.closed).toBeNull();
  expect([await stateOf(quiet), await stateOf(spoken)]).toEqual(['clear', 'open']);
  const answered = await at(closesAt, (tx) =>
    kernel.answerObjection(tx, checker, { areaId, id: spoken, number: 1, words: '已改图纸', upheld: false }),
  );
  expect(answered.closed).toBe('clear');
  expect(await due(closesAt, spoken)).toBeNull();
});

test('the clock moved back: a notice that has ended takes nothing more and never opens again', async () => {
  const [ended, waiting] = [await post(), await post()];
  await objectAt(early, waiting);
  await due(closesAt, ended);
  await due(closesAt, waiting);
  const other = { ...resident, id: 'li' };
  expect(await objectAt(posted, ended, other)).toBe('publicity.period-over');
  expect(await objectAt(posted, waiting, other)).toBe('publicity.period-over');
  expect(await stateOf(ended)).toBe('clear');
});

test('many object at once: each person once, numbered without a gap; the second waits for the answer to the first', async () => {
  const id = await post();
  const neighbours = Array.from({ length: 8 }, (_, n) => ({ id: `neighbour-${n}`, name: `居民${n}` }));
  const answers = await Promise.all([...neighbours, ...neighbours, ...neighbours].map((by) => objectAt(early, id, by)));
  const numbers = answers.filter((answer) => typeof answer === 'number');
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(answers.filter((answer) => answer === 'publicity.objection-waiting')).toHaveLength(16);
  const row = await at(early, (tx) => kernel.readPublicity(tx, { areaId, id }));
  expect(row).toMatchObject({ objections: 8, openObjections: 8 });
});

test('both hashes are those of texts anybody can take, and the second names the first', async () => {
  const id = await post();
  await objectAt(early, id);
  await at(early, (tx) =>
    kernel.answerObjection(tx, checker, { areaId, id, number: 1, words: '图纸画错了', upheld: true }),
  );
  const row = await at(early, (tx) => kernel.readPublicity(tx, { areaId, id }));
  expect(row.state).toBe('upheld');
  const [opening, closing] = await Promise.all(
    (['opening', 'closing'] as const).map((act) => kernel.readSnapshot(database, { areaId, id }, act)),
  );
  const hashOf = (text = ''): string => createHash('sha256').update(text, 'utf8').digest('hex');
  expect([hashOf(opening?.text), hashOf(closing?.text)]).toEqual([row.openingHash, row.closingHash]);
  expect(JSON.parse(closing?.text ?? '{}')).toMatchObject({
    openingHash: row.openingHash,
    outcome: 'upheld',
    objections: [{ number: 1, upheld: true, answer: '图纸画错了' }],
  });
  expect(closing?.text).not.toContain(resident.id);
  expect(kernel.isAsPosted(row, opening?.text ?? '')).toBe(true);
});
