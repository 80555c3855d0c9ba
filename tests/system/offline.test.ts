import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openWorld } from '#tests/world';
import { openField, type Field } from './offline-devices.ts';

const devices = 100;
const operationsEach = 50;
/** A minute on two free cores; where others want the machine too, it takes its time. */
const timeoutMs = 900_000;

const world = await openWorld(await testDatabase());

/** What the server holds of a field when all its phones have nothing left. */
async function readEnd({ name }: Field): Promise<{ reports: string[]; notes: Record<string, string[]> }> {
  const { rows: reports } = await world.owner.query<{ words: string }>(
    `select fields->>'words' as words from matters where fields->>'words' like $1`,
    [`${name}/report/%`],
  );
  const { rows: notes } = await world.owner.query<{ subject: string; said: string[] }>(
    `select m.number as subject, json_agg(split_part(h.reason, chr(10), 1) order by h.seq) as said
     from matters m join matter_history h on h.area_id = m.area_id and h.matter_id = m.id
     where h.reason like $1 group by 1`,
    [`${name}/%`],
  );
  return {
    reports: reports.map(({ words }) => words).toSorted(),
    notes: Object.fromEntries(notes.map(({ subject, said }) => [subject, said])),
  };
}

/** What it must hold: every report once, and on every matter what was done there, once and in the order of pressing. */
function expectedOf({ pressed }: Field): { reports: string[]; notes: Record<string, string[]> } {
  const notes: Record<string, string[]> = {};
  for (const { number, words } of pressed.filter((one) => one.number !== null))
    (notes[number ?? ''] ??= []).push(words);
  const reports = pressed.filter(({ number }) => number === null).map(({ words }) => words);
  return { reports: reports.toSorted(), notes };
}

test(
  `${devices} phones, ${operationsEach} operations each, cut at random and with clocks a day wrong: none lost, none doubled, all in order`,
  async () => {
    const field = await openField(world, { name: 'field', devices, operationsEach, withIds: true });
    await field.work();
    expect(field.stuck).toEqual([]);
    expect(field.pressed).toHaveLength(devices * operationsEach);
    expect(await readEnd(field)).toEqual(expectedOf(field));

    // The cuts have hit, each kind of them, and phones have died with work in hand.
    for (const kind of ['before', 'after', 'between', 'died'] as const)
      expect(field.cuts[kind], kind).toBeGreaterThan(devices / 4);
    expect(field.replayed).toBeGreaterThan(devices);
    // However wrong a clock is, and whenever it was put right: how long ago is told within what has really passed.
    expect(field.wrongAgo).toEqual([]);
  },
  timeoutMs,
);

test('control: without ids of operations the same cuts leave doubles', async () => {
  const field = await openField(world, { name: 'control', devices: 10, operationsEach: 20, withIds: false });
  await field.work();
  const end = await readEnd(field);
  const said = [...end.reports, ...Object.values(end.notes).flat()];
  expect(said.length - new Set(said).size).toBeGreaterThan(2);
  expect(end).not.toEqual(expectedOf(field));
});
