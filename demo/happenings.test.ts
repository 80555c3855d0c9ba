import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../server/kernel/workflow/shelf/service.ts';
import { shanghaiDate, shanghaiParts } from '../shared/time.ts';
import { castCity } from './cast.ts';
import { planBoard } from './happenings.ts';
import { readDemo } from './read.ts';

const data = readDemo();
const { calendar } = loadLibrary(join(import.meta.dirname, '..', 'library'));
const cast = castCity(data, 'liren', 2026);
const boardsAt = (at: string) =>
  cast.communities.map((one, n) =>
    planBoard({ seed: 'liren', now: new Date(at), calendar, data, one, first: n === 0 }),
  );
const now = '2026-11-20T06:36:00.000Z';
const boards = boardsAt(now);

describe('the noticeboard and the calendar of the demo city', () => {
  it('are the same every time, and differ from community to community', () => {
    expect(JSON.stringify(boardsAt(now))).toBe(JSON.stringify(boards));
    const titles = boards.map(({ notices }) => notices.map(({ title }) => title).join());
    expect(new Set(titles).size).toBe(20);
  });

  it.each([now, '2026-07-04T00:30:00.000Z', '2026-02-17T12:00:00.000Z', '2026-03-08T15:40:00.000Z'])(
    'at %s every community has something on the board and something to go to',
    (at) => {
      for (const { notices, activities } of boardsAt(at)) {
        expect(notices.filter((one) => one.endsAt === null || one.endsAt > at).length).toBeGreaterThanOrEqual(3);
        expect(activities.filter((one) => one.endsAt > at).length).toBeGreaterThanOrEqual(5);
        expect(notices.every((one) => one.publishedAt < at)).toBe(true);
        expect(activities.every((one) => one.publishedAt < one.endsAt && one.publishedAt < at)).toBe(true);
        expect(notices.every((one) => one.startsAt === null || one.startsAt < (one.endsAt ?? ''))).toBe(true);
        expect(activities.every((one) => one.seats === null || one.enrolled <= one.seats)).toBe(true);
      }
    },
  );

  it('no slot is left open, no hour is strange, every picture exists', () => {
    const all = boards.flatMap(({ notices, activities }) => [...notices, ...activities]);
    expect(
      all.filter((one) => /[<>a-zA-Z]|[，。？、；：]{2}/.test(one.title + ('body' in one ? one.body : one.summary))),
    ).toEqual([]);
    for (const { startsAt } of boards.flatMap(({ activities }) => activities)) {
      expect(shanghaiParts(startsAt).hour).toBeGreaterThanOrEqual(8);
      expect(shanghaiParts(startsAt).hour).toBeLessThanOrEqual(19);
    }
    const folder = join(import.meta.dirname, '..', 'web', 'illustrations');
    const drawn = [
      ...Object.values(data.activities).flatMap((entries) => entries.map(({ picture }) => picture)),
      ...data.subjects
        .flatMap((subject) => subject.cases.map((story) => story.photo ?? subject.photo))
        .filter((photo) => photo !== 'none')
        .flatMap((photo) => [`${photo}-before`, `${photo}-after`]),
      ...data.subjects.flatMap(({ after }) => (after ? [after] : [])),
    ];
    expect([...new Set(drawn)].filter((name) => !existsSync(join(folder, `${name}.svg`)))).toEqual([]);
  });

  it('工盛 has the shut-off of the day it is looked at, and a tea with the secretary', () => {
    const [home] = boards;
    const outage = home!.notices.find((one) => one.kind === 'outage' && one.startsAt !== null && one.endsAt! > now);
    expect(shanghaiDate(outage!.startsAt!)).toBe('2026-11-20');
    expect(home!.activities.some((one) => one.title.startsWith('书记下午茶') && one.startsAt > now)).toBe(true);
  });

  it('published figures carry their source and stand at areas that exist', () => {
    const areas = [data.areas.city, ...data.areas.districts, ...data.areas.streets, ...data.areas.communities].map(
      ({ name }) => name,
    );
    for (const figure of data.figures) {
      expect(areas).toContain(figure.area);
      expect(figure.source).toContain('淄宣发〔2024〕35号');
    }
    const pilots = data.figures.filter((figure) => figure.metric === '文化社区试点');
    const counted = new Map(data.areas.districts.map(({ name }) => [name, 0]));
    for (const community of data.areas.communities) {
      const street = data.areas.streets.find(({ name }) => name === community.street)!;
      counted.set(street.district, counted.get(street.district)! + 1);
    }
    for (const figure of pilots.filter(({ area }) => area !== '淄博市'))
      expect(counted.get(figure.area), figure.area).toBe(figure.value);
    expect(data.areas.communities).toHaveLength(20);
  });
});
