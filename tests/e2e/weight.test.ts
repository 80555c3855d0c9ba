import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { at, tokenOf, useApp } from './app.ts';
import { listScreens } from './screens.ts';

useApp();

const styledBytesMax = 40_000;

/** A page by itself, or with the files it names, as they travel. */
async function weigh(path: string, as?: string): Promise<{ pageBytes: number; scripts: string[] }> {
  const headers = as ? { cookie: `liren=${await tokenOf(as)}` } : {};
  const page = await (await fetch(at(path), { headers })).text();
  const styles = [...page.matchAll(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = [...page.matchAll(/<(?:script[^>]+src|link[^>]+rel="modulepreload"[^>]*href)="([^"]+)"/g)];
  const texts = await Promise.all(styles.map(async (href) => (await fetch(at(href))).text()));
  const pageBytes = [page, ...texts].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  return { pageBytes, scripts: scripts.map(([, href = '']) => href) };
}

test('public pages and the report form weigh at most 40 kB with their styles', async () => {
  const screens = (await listScreens()).filter(({ face, path }) => face === 'public' || path === '/report');
  for (const { path, as } of screens) {
    const { pageBytes } = await weigh(path, as);
    expect(pageBytes, path).toBeGreaterThan(1000);
    expect(pageBytes, path).toBeLessThanOrEqual(styledBytesMax);
  }
});

/** They ask the phone where it is. */
const needsComfort = /^\/c\/\d+\/(nearby|venues)/;

test('a page that needs no script ships none', async () => {
  const all = (await listScreens()).filter(({ path }) => /^\/(\?|c\/|login|clock|tour)/.test(path));
  const screens = all.filter(({ path }) => !needsComfort.test(path));
  for (const { path } of screens) expect((await weigh(path)).scripts, path).toEqual([]);
});
