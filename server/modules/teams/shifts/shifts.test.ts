import { describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';
import { loadTeamWords } from '../words/store.ts';
import { minutesKept, turnActions, whyNotSign } from './rules.ts';
import { actOnTurn, listSlots, signUp } from './service.ts';

const house = await openNeighbourhood(await testDatabase());
const { actors, ask, clock, database, owner } = house;
const doors = { ...house.doors, words: loadTeamWords(new URL('../../../../library', import.meta.url).pathname) };
const areaId = places.gongsheng;

// 2026-11-20 is a Friday; the rota is on Tuesdays.
const tuesday = '2026-11-24';
const sewing = {
  station: '便民百宝阁',
  title: '爱心缝纫铺',
  weekday: 2,
  opens: 540,
  closes: 690,
  seats: 2,
  skill: '缝纫',
};
const plan = async (change: object = {}): Promise<string> =>
  (await ask('POST', 'shifts', { as: 'community', body: { ...sewing, ...change } })).body.id;
const many = (count: number): Actor[] =>
  Array.from({ length: count }, (_, at) => ({ ...anonymous, id: `volunteer-${at}`, name: `王阿姨${at}` }));
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    },
  );
const sign = (actor: Actor, shiftId: string) =>
  outcome(database.transaction(clock.now(), (tx) => signUp(tx, actor, doors, { areaId, shiftId, day: tuesday })));
const act = (actor: Actor, turnId: string, what: 'offer' | 'keep' | 'take') =>
  outcome(
    database.transaction(clock.now(), (tx) => actOnTurn(tx, actor, doors, { areaId, turnId, act: { do: what } })),
  );
const slotFor = async (actor: Actor, shiftId: string) => {
  const query = { days: 14 };
  const { items } = await listSlots(database, actor, doors, { areaId, query, now: clock.now() });
  return items.find((slot) => slot.shiftId === shiftId && slot.day === tuesday)!;
};
const seatsOf = async (shiftId: string) =>
  (
    await owner.query<{ rows: number; seats: number; people: number }>(
      `select count(*)::int as rows, count(distinct seat)::int as seats, count(distinct user_id)::int as people
       from shift_turns where shift_id = $1 and state <> 'released'`,
      [shiftId],
    )
  ).rows[0];

describe('C10: 爱心缝纫铺 is kept on Tuesdays', () => {
  test('every Tuesday and no other day; found by the skill it asks for', async () => {
    await plan();
    await plan({ title: '图书整理', weekday: 6, skill: '' });
    const all = (await ask('GET', 'shifts?days=14', { as: 'resident' })).body;
    const days = all.items.filter(({ title }: { title: string }) => title === '爱心缝纫铺');
    expect(days.map(({ day }: { day: string }) => day)).toEqual([tuesday, '2026-12-01']);
    expect(all.skills).toEqual(['缝纫']);
    const some = (await ask('GET', `shifts?skill=${encodeURIComponent('缝纫')}`, { as: 'resident' })).body.items;
    expect(some).toHaveLength(2);
    expect((await ask('GET', 'shifts')).status).toBe(401);
  });

  test('a day on which it is not kept, one past and one too far ahead are refused', () => {
    const rota = { ...sewing, day: null, fromOn: '2026-11-01', closedOn: null };
    const now = new Date('2026-11-24T03:29:00Z');
    expect(whyNotSign(rota, '2026-11-24', now)).toBeNull();
    expect(whyNotSign(rota, '2026-11-24', new Date('2026-11-24T03:30:00Z'))?.code).toBe('shift.not-on');
    expect(whyNotSign(rota, '2026-11-25', now)?.code).toBe('shift.not-on');
    expect(whyNotSign(rota, '2026-12-22', now)).toBeNull();
    expect(whyNotSign(rota, '2026-12-29', now)?.code).toBe('shift.not-on');
  });
});

describe('seats and swaps', { timeout: 60_000 }, () => {
  test('40 people at once for 2 seats: exactly two have one', async () => {
    const shiftId = await plan();
    const answers = await Promise.all(many(40).map((actor) => sign(actor, shiftId)));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2);
    expect(answers.filter((answer) => answer === 'shift.full')).toHaveLength(38);
    expect(await seatsOf(shiftId)).toEqual({ rows: 2, seats: 2, people: 2 });
  });

  test('a seat offered and reached for by 20 is with one of them: never empty, never doubled', async () => {
    const shiftId = await plan({ seats: 1 });
    const [first, ...others] = many(21) as [Actor, ...Actor[]];
    await sign(first, shiftId);
    const turnId = (await slotFor(first, shiftId)).turns[0]!.id;
    expect(await act(others[0]!, turnId, 'take')).toBe('shift.turn-gone');
    await act(first, turnId, 'offer');
    expect(await seatsOf(shiftId)).toEqual({ rows: 1, seats: 1, people: 1 });
    const answers = await Promise.all([
      ...others.map((actor) => act(actor, turnId, 'take')),
      act(first, turnId, 'keep'),
    ]);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    expect(await seatsOf(shiftId)).toEqual({ rows: 1, seats: 1, people: 1 });
  });

  test('one person who reaches for both offered seats has one', async () => {
    const shiftId = await plan();
    const [one, two, three] = many(3) as [Actor, Actor, Actor];
    for (const actor of [one, two]) await sign(actor, shiftId);
    for (const actor of [one, two])
      await act(actor, (await slotFor(actor, shiftId)).turns.find(({ mine }) => mine)!.id, 'offer');
    const offered = (await slotFor(three, shiftId)).turns.map(({ id }) => id);
    const answers = await Promise.all(offered.map((turnId) => act(three, turnId, 'take')));
    expect(answers.toSorted()).toEqual(['ok', 'shift.turn-gone']);
    expect(await seatsOf(shiftId)).toEqual({ rows: 2, seats: 2, people: 2 });
  });

  test('control: giving up first and taking afterwards leaves a moment in which nobody keeps the shift', async () => {
    const shiftId = await plan({ seats: 1 });
    const [first] = many(1) as [Actor];
    await sign(first, shiftId);
    await owner.query(`update shift_turns set state = 'released' where shift_id = $1`, [shiftId]);
    expect((await seatsOf(shiftId))?.rows).toBe(0);
  });
});

describe('hours', () => {
  const hours = { opens: 540, closes: 690 };
  const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`);

  test('from coming to going; half an hour early and two hours late count, more does not', () => {
    const kept = (from: string, to: string) => minutesKept(hours, tuesday, { inAt: at(from), outAt: at(to) });
    expect(kept('09:00', '11:30')).toBe(150);
    expect(kept('08:30', '11:30')).toBe(180);
    expect(kept('08:29', '11:30')).toBe(180);
    expect(kept('09:00', '13:30')).toBe(270);
    expect(kept('09:00', '13:31')).toBe(270);
  });

  test('one checks in from half an hour before, and swaps until it begins', () => {
    const turn = { state: 'taken', mine: true, inAt: null } as const;
    const may = (time: string) => turnActions(turn, hours, tuesday, { now: at(time), keeps: false });
    expect(may('08:29')).toEqual(['offer']);
    expect(may('08:30')).toEqual(['offer', 'in']);
    expect(may('09:00')).toEqual(['in']);
    expect(may('11:30')).toEqual([]);
  });

  test('checked in and out, the minutes are hers; the office can record them, and sees names in full', async () => {
    const shiftId = await plan({ seats: 2 });
    const sent = { as: 'resident', body: { day: tuesday } } as const;
    expect((await ask('POST', `shifts/${shiftId}/turns`, sent)).status).toBe(201);
    expect((await ask('POST', `shifts/${shiftId}/turns`, sent)).status).toBe(201);
    const mine = (await slotFor(actors.resident, shiftId)).turns;
    expect(mine).toHaveLength(1);
    expect((await slotFor(actors.other, shiftId)).turns[0]).toMatchObject({ name: '郑**', mine: false });
    expect((await slotFor(actors.community, shiftId)).turns[0]).toMatchObject({ name: '郑居民' });
    const go = (act: object, as: 'resident' | 'community' = 'resident') =>
      ask('POST', `shift-turns/${mine[0]!.id}`, { as, body: act });
    expect((await go({ do: 'in' })).body.code).toBe('shift.not-now');
    clock.set(at('09:00').toISOString());
    await go({ do: 'in' });
    clock.set(at('11:10').toISOString());
    await go({ do: 'out' });
    expect((await ask('GET', 'shifts', { as: 'resident' })).body.myMinutes).toBe(130);
    await go({ do: 'record', minutes: 150 }, 'community');
    expect((await ask('GET', 'shifts', { as: 'resident' })).body.myMinutes).toBe(150);
    expect((await go({ do: 'record', minutes: 900 })).body.code).toBe('shift.not-now');
  });
});
