import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { root } from '../../cli/build.mjs';
import { at, open, seriousProblems, useApp, visit, type Visitor } from './app.ts';
import { listScreens, type Screen } from './screens.ts';

useApp();

/** What nobody may read on a screen. */
const forbidden: Record<string, RegExp> = {
  'an id of the database': /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  'an empty value of the program': /\b(null|undefined|NaN|Infinity|Invalid Date)\b|\[object /,
  'a time of machines': /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|\bUTC\b|GMT/,
  'a name nobody has': /张三|李四|王五/,
  'a template that was not filled': /\$\{|\{\{|%s\b/,
};

/** Demo accounts are called so on the login page. */
const usernames = [
  'community',
  'grid',
  'street',
  'building',
  'volunteer',
  'secretary',
  'owner',
  'committee',
  'supervisor',
];

/** Ids of steps, actions and fields as they stand in the library: the interface says them in Chinese. */
function libraryIds(): Set<string> {
  const folder = join(root, 'library/methods');
  const ids = new Set<string>();
  for (const name of readdirSync(folder)) {
    const method = parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
    ids.add(String(method.id));
    for (const part of ['steps', 'aside', 'anytime', 'forms'])
      for (const key of Object.keys((method[part] ?? {}) as object)) ids.add(key.split(' ')[0] ?? '');
    for (const fields of Object.values((method.forms ?? {}) as Record<string, object>))
      for (const key of Object.keys(fields)) ids.add(key.split(' ')[0] ?? '');
  }
  return new Set([...ids].filter((id) => !usernames.includes(id)));
}

type Seen = { text: string; broken: string[]; nameless: string[]; links: string[] };

/** What a person sees: words, also those in fields and of pictures; pictures that did not come; doors without a name. */
function see(page: Page): Promise<Seen> {
  return page.evaluate(async () => {
    // Pictures below the fold come when they are looked at.
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    const shown = (element: Element): boolean =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    const nameOf = (element: Element): string =>
      [
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
        element.textContent,
        ...[...element.querySelectorAll('img')].map(({ alt }) => alt),
        ...(element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.querySelector(`[id="${id}"]`)?.textContent),
      ]
        .join('')
        .trim();
    const fields = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')];
    const typed = fields.filter(({ type }) => !['radio', 'checkbox', 'file', 'password'].includes(type));
    const doors = [...document.querySelectorAll('a[href], button, [role=button]')];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => new URL(href));
    return {
      text: [
        document.title,
        document.body.innerText,
        ...typed.flatMap(({ value, placeholder }) => [value, placeholder]),
        ...[...document.querySelectorAll('[aria-label], [title]')].flatMap((one) => [
          one.getAttribute('aria-label') ?? '',
          one.getAttribute('title') ?? '',
        ]),
      ].join('\n'),
      broken: [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src),
      nameless: doors
        .filter((door) => shown(door) && nameOf(door) === '')
        .map(({ outerHTML }) => outerHTML.slice(0, 160)),
      links: links.filter(({ origin }) => origin === location.origin).map((url) => url.pathname + url.search),
    };
  });
}

/** 100% says nothing without how many of how many. */
function bareHundreds(text: string): string[] {
  const lines = text.split('\n').filter((line) => /(^|\D)100(\.0)?\s?%/.test(line));
  return lines.filter((line) => !/\d+\s*[／/]\s*\d+|\d+ 件|缩放/.test(line));
}

const ids = libraryIds();

function complaintsOf({ text, broken, nameless }: Seen): string[] {
  // An address of the web is read by machines.
  const lines = text.replaceAll(/https?:\/\/\S+/g, '').split('\n');
  const said = Object.entries(forbidden).flatMap(([what, pattern]) =>
    lines.filter((line) => pattern.test(line)).map((line) => `${what}: ${line.slice(0, 80)}`),
  );
  const untranslated = lines.filter((line) => ids.has(line.trim())).map((line) => `an id of the library: ${line}`);
  return [
    ...said,
    ...untranslated,
    ...bareHundreds(text).map((line) => `100% of how many: ${line.slice(0, 80)}`),
    ...broken.map((src) => `a picture that did not come: ${src}`),
    ...nameless.map((html) => `a door without a name: ${html}`),
  ];
}

const scriptBytesMax = 130_000;

/** Adds up the scripts that a page loads, as they travel. Answers the sum of what came since it was last asked. */
function weighScripts(page: Page): () => Promise<number> {
  const scripts: Promise<number>[] = [];
  page.on('response', (answer) => {
    if (answer.request().resourceType() !== 'script') return;
    scripts.push(answer.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  return async () => (await Promise.all(scripts.splice(0))).reduce((sum, one) => sum + one, 0);
}

/** By how much a page is wider than the screen it is read on, at its own width and at that of a desk. */
async function overflow(page: Page): Promise<number> {
  const measure = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const own = page.viewportSize();
  const narrow = await measure();
  await page.setViewportSize({ width: 1280, height: 900 });
  const wide = await measure();
  if (own) await page.setViewportSize(own);
  return Math.max(narrow, wide);
}

type Walked = {
  wrong: Record<string, string[]>;
  problems: Record<string, string[]>;
  heavy: Record<string, number>;
  wider: Record<string, number>;
  links: Map<string, Page>;
};

const phoneFaces: Screen['face'][] = ['public', 'resident', 'grid'];

/**
 * Walks the screens of some faces. Answers what is wrong, what axe calls serious, which phone pages load too much or are
 * wider than the screen, by address, and where they lead to.
 */
async function walk(
  faces: Screen['face'][],
  visitor: Visitor = {},
  wanted: (screen: Screen) => boolean = () => true,
): Promise<Walked> {
  const walked: Walked = { wrong: {}, problems: {}, heavy: {}, wider: {}, links: new Map() };
  const opened = new Map<string, { page: Page; weigh: () => Promise<number> }>();
  const screens = (await listScreens()).filter((screen) => faces.includes(screen.face) && wanted(screen));
  for (const { path, as, face } of screens) {
    const door = opened.get(as ?? '') ?? (await enter({ ...visitor, ...(as ? { as } : {}) }));
    opened.set(as ?? '', door);
    const { page } = door;
    await open(page, path);
    const scriptBytes = await door.weigh();
    const seen = await see(page);
    const where = `${path} (${as ?? 'nobody'})`;
    const complaints = complaintsOf(seen);
    if (complaints.length > 0) walked.wrong[where] = [...new Set(complaints)];
    const problems = await seriousProblems(page);
    if (problems.length > 0) walked.problems[where] = problems;
    if (phoneFaces.includes(face)) {
      if (scriptBytes > scriptBytesMax) walked.heavy[where] = scriptBytes;
      const over = await overflow(page);
      if (over > 0) walked.wider[where] = over;
    }
    for (const link of seen.links) if (!walked.links.has(link)) walked.links.set(link, page);
  }
  return walked;
}

async function enter(visitor: Visitor): Promise<{ page: Page; weigh: () => Promise<number> }> {
  const page = await visit(visitor);
  return { page, weigh: weighScripts(page) };
}

/** Asks for every address as the person on whose screen it stood. */
async function deadLinks(links: Map<string, Page>): Promise<string[]> {
  const dead: string[] = [];
  const perKind = new Map<string, number>();
  for (const [link, page] of links) {
    // Fifty rows of a list lead to fifty pages of one kind: some of them are enough.
    const kind = link.replaceAll(/[0-9a-f-]{12,}|[a-z]{2,6}[0-9a-z]{8}(?=$|\?)|\d+/gi, '*');
    perKind.set(kind, (perKind.get(kind) ?? 0) + 1);
    if ((perKind.get(kind) ?? 0) > 3) continue;
    const answer = await page.context().request.get(at(link));
    if (answer.status() !== 200) dead.push(`${answer.status()} ${link}`);
  }
  return dead;
}

/** What residents open every day. */
const daily = ({ face, path }: Screen): boolean => face === 'resident' || /^\/(c\/\d+|login)$/.test(path);

describe.each<{ name: string; faces: Screen['face'][]; visitor?: Visitor; wanted?: (screen: Screen) => boolean }>([
  { name: 'phone', faces: ['public', 'resident', 'grid'] },
  { name: '长辈版', faces: ['public', 'resident'], visitor: { elder: true }, wanted: daily },
  { name: 'desk, wall and print', faces: ['desk', 'wall', 'print'], visitor: { size: 'desk' } },
])('$name', ({ faces, visitor, wanted }) => {
  let walked: Walked;

  // As long as it takes to look at some hundred screens while other tests keep the machine busy.
  test('every screen opens', { timeout: 900_000 }, async () => {
    walked = await walk(faces, visitor, wanted);
    expect(await deadLinks(walked.links)).toEqual([]);
  });

  test('words for people, pictures that come, doors with names', () => {
    expect(walked.wrong).toEqual({});
  });

  test('axe finds nothing serious', () => {
    expect(walked.problems).toEqual({});
  });

  test('scripts of a phone page weigh at most 130 kB in all', () => {
    expect(walked.heavy).toEqual({});
  });

  test('no phone page is wider than the screen, be it narrow or wide', () => {
    expect(walked.wider).toEqual({});
  });
});

test('the test sees what it looks for', () => {
  const seen = (text: string): string[] => complaintsOf({ text, broken: [], nameless: [], links: [] });
  expect(seen('办结 0198a2c4-1111-7222-8333-944455556666')).toHaveLength(1);
  expect(seen('最晚 2026-11-22T08:00:00.000Z')).toHaveLength(1);
  expect(seen('负责人 undefined')).toHaveLength(1);
  expect(seen('seven-step-loop')).toHaveLength(1);
  expect(seen('按时办结 100%')).toHaveLength(1);
  expect(seen('按时办结 28 / 28 件，100%')).toEqual([]);
});
