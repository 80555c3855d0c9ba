import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { areas, openWorld } from '#tests/world';

// Programs of other makers, as people have them: they read what anybody may read, over HTTP.
// The app answers in this process: nothing here may wait for a program without letting it.
const run = promisify(execFile);
const isHere = (name: string): boolean => existsSync(`/usr/bin/${name}`);
const venue = '0197c000-0000-7000-8000-000000000001';
const team = '0197c000-0000-7000-8000-000000000002';

const { app, as, clock } = await openWorld(await testDatabase());
const folder = mkdtempSync(join(tmpdir(), 'liren-feeds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let site = '';
const calledOff = { title: '改期的讲座', kind: 'lecture' };
const hostile = '<script>alert(1)</script> & "引号"; 逗号, 换行\nBEGIN:VEVENT';

beforeAll(async () => {
  site = await app.listen({ host: '127.0.0.1', port: 0 });
  const publish = async (change: object): Promise<string> => {
    const body = { kind: 'culture', place: '二楼活动室', host: '扇子舞队', ...change };
    const answer = await as('secretary').post('activities', {
      startsAt: '2026-11-21T01:30:00Z',
      endsAt: '2026-11-21T03:00:00Z',
      ...body,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id;
  };
  await publish({ title: '扇子舞排练', summary: hostile, teamId: team, lng: 118.05, lat: 36.81 });
  await publish({
    title: '硬笔书法课',
    kind: 'course',
    sessions: [22, 29].map((day) => ({ startsAt: `2026-11-${day}T06:30:00Z`, endsAt: `2026-11-${day}T08:00:00Z` })),
  });
  const gone = await publish(calledOff);
  const off = await as('secretary').post(`activities/${gone}/withdraw`, { reason: '老师有事' });
  expect(off.status).toBe(200);
  for (const title of ['明天停水三小时', hostile.slice(0, 40)]) {
    const notice = { kind: 'outage', icon: 'drop', title, body: hostile, affects: '1—3 号楼' };
    expect((await as('community').post('notices', notice)).status).toBe(201);
  }
});

/** What khal prints for each date of a calendar: day, time, title, place, status. */
async function readWithKhal(ics: string): Promise<string[]> {
  const home = mkdtempSync(join(folder, 'khal-'));
  mkdirSync(join(home, 'calendar'));
  const settings = [
    '[calendars]',
    '[[community]]',
    `path = ${join(home, 'calendar')}`,
    '[sqlite]',
    `path = ${join(home, 'khal.db')}`,
    '[locale]',
    'local_timezone = Asia/Shanghai',
    'default_timezone = Asia/Shanghai',
    'timeformat = %H:%M',
    'dateformat = %Y-%m-%d',
    'longdateformat = %Y-%m-%d',
    'datetimeformat = %Y-%m-%d %H:%M',
    'longdatetimeformat = %Y-%m-%d %H:%M',
  ];
  writeFileSync(join(home, 'config'), `${settings.join('\n')}\n`);
  writeFileSync(join(home, 'feed.ics'), ics);
  const env = { ...process.env, HOME: home, LC_ALL: 'C.UTF-8', XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  const khal = async (...asked: string[]): Promise<string> =>
    (await run('/usr/bin/khal', ['-c', join(home, 'config'), ...asked], { env, timeout: 120_000 })).stdout;
  await khal('import', '--batch', '-a', 'community', join(home, 'feed.ics'));
  const format = '{start-date} {start-time}-{end-time} {title} @{location} {status}';
  return (await khal('list', '--format', format, '--day-format', '', '2026-11-20', '30d'))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

const fetchText = async (path: string, type: string): Promise<string> => {
  const answer = await fetch(`${site}/feeds/areas/${areas.gongsheng}/${path}`);
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, `${type}; charset=utf-8`]);
  return answer.text();
};

test.skipIf(!isHere('khal'))(
  'khal (Debian) opens the calendar of a community: every date, called off ones struck out',
  async () => {
    expect(await readWithKhal(await fetchText('activities.ics', 'text/calendar'))).toEqual([
      '2026-11-21 09:30-11:00 扇子舞排练 @二楼活动室 CONFIRMED',
      '2026-11-21 09:30-11:00 改期的讲座 @二楼活动室 CANCELLED',
      '2026-11-22 14:30-16:00 硬笔书法课 @二楼活动室 CONFIRMED',
      '2026-11-29 14:30-16:00 硬笔书法课 @二楼活动室 CONFIRMED',
    ]);
  },
);

test.skipIf(!isHere('khal'))(
  'khal (Debian) opens the calendar of a team and of a venue, an empty one too',
  async () => {
    const lines = await readWithKhal(await fetchText(`teams/${team}.ics`, 'text/calendar'));
    expect(lines).toEqual(['2026-11-21 09:30-11:00 扇子舞排练 @二楼活动室 CONFIRMED']);
    expect(await fetchText(`venues/${venue}.ics`, 'text/calendar')).toContain('BEGIN:VCALENDAR');
  },
);

test('words of a summary stay words: no line of it begins an event of its own', async () => {
  const ics = await fetchText('activities.ics', 'text/calendar');
  expect(ics.match(/^BEGIN:VEVENT\r?$/gm)).toHaveLength(4);
});

test.skipIf(!isHere('newsboat'))(
  'newsboat (Debian) opens the notices of a community: titles, texts, hostile signs as signs',
  async () => {
    const urls = join(folder, 'urls');
    writeFileSync(urls, `${site}/feeds/areas/${areas.gongsheng}/notices.atom\n`);
    writeFileSync(join(folder, 'config'), '');
    const cache = join(folder, 'cache.db');
    const common = ['-u', urls, '-c', cache, '-C', join(folder, 'config')];
    const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'dumb' };
    const newsboat = async (...asked: string[]): Promise<string> =>
      (await run('/usr/bin/newsboat', [...common, ...asked], { env, timeout: 120_000 })).stdout;
    await newsboat('-x', 'reload');
    expect(await newsboat('-x', 'print-unread')).toContain('2 unread');
    const rows = JSON.parse((await run('python3', ['-c', readCache, cache], { timeout: 60_000 })).stdout) as [
      string,
      string,
      string,
    ][];
    expect(rows.map(([title]) => title).toSorted()).toEqual([hostile.slice(0, 40), '明天停水三小时'].toSorted());
    for (const [, url, content] of rows) {
      expect(url).toContain(`/notices/${areas.gongsheng}/`);
      expect(content).toContain('1—3 号楼');
    }
  },
);

const readCache = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute('select title, url, content from rss_item')
print(json.dumps(list(rows)))
`;

test('a feed of no community is refused in words', async () => {
  const answer = await fetch(`${site}/feeds/areas/${venue}/activities.ics`);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'area.unknown']);
  expect(clock.now().toISOString()).toBe('2026-11-20T01:00:00.000Z');
});
