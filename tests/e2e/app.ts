import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { closeAll, launchChromium } from '#tests/chromium';

export type Size = 'phone' | 'desk';

/** Who opens a page and how. `as`: a demo account; without, nobody is signed in. */
export type Visitor = { as?: string; size?: Size; elder?: boolean; scripts?: boolean; scale?: number };

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };

/** The first community of the demo city, which is loaded before the app answers. */
export const community = '370303001001';

let address = '';
let browser: Browser;
const tokens = new Map<string, string>();
const contexts: BrowserContext[] = [];
const faults: string[] = [];

/**
 * The running app and one browser for this test file. Call it once, at its top. Whatever a page complains of while a
 * test runs fails that test: an error of a script, an answer of 400 or above, a request that fails.
 */
export function useApp(): void {
  beforeAll(async () => {
    address = await askDoor('/', { adminUrl: inject('adminUrl'), templateName: inject('templateName') });
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(task.name);
    await closeAll(contexts);
    expect(faults.splice(0), 'what pages complained of').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    const complaints = (await askDoor('/said', {})).split('\n').filter((line) => /"level":(50|60)/.test(line));
    expect(complaints, 'errors in the log of the app').toEqual([]);
  });
}

/** How the open pages looked when a test failed, in `tests/output/pages`. */
async function keepPictures(name: string): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const path = join(
      import.meta.dirname,
      '../output/pages',
      `${name.slice(0, 60).replaceAll(/[^\p{L}\d]+/gu, '-')}-${index}.png`,
    );
    await page.screenshot({ path }).catch(() => undefined);
  }
}

async function askDoor(path: string, body: object): Promise<string> {
  const answer = await fetch(`${inject('appDoor')}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** The full address of a path of the app. */
export function at(path: string): string {
  return `${address}${path}`;
}

/** A browser of its own, signed in: 390 × 844 unless it is the desk's. */
export async function visit({ as, size = 'phone', elder, scripts = true, scale = 1 }: Visitor): Promise<Page> {
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: scale,
    javaScriptEnabled: scripts,
    locale: 'zh-CN',
    // A seal that fades in has no contrast yet.
    reducedMotion: 'reduce',
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  });
  contexts.push(context);
  const cookies = [
    ...(as ? [{ name: 'liren', value: await tokenOf(as), url: address }] : []),
    ...(elder ? [{ name: 'liren_view', value: 'elder', url: address }] : []),
  ];
  if (cookies.length > 0) await context.addCookies(cookies);
  const page = await context.newPage();
  listen(page);
  return page;
}

function listen(page: Page): void {
  const where = (): string => new URL(page.url(), at('/')).pathname;
  page.on('console', (line) => {
    // What failed to load is told below, with its address.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load')) faults.push(`${where()}: ${line.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${where()}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) faults.push(`${where()}: ${answer.status()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Leaving a page cuts what it was still loading.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${where()}: ${reason} ${request.url()}`);
  });
}

/** Forgets the complaints that a test has meant to cause, and answers them. */
export function takeFaults(): string[] {
  return faults.splice(0);
}

/** The session of a demo account, opened once per file. */
export async function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const answer = await fetch(at('/api/v1/session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'liren-demo' }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (!token) throw new Error(`${username} could not sign in: ${answer.status}`);
  tokens.set(username, token);
  return token;
}

/** What the API answers to a demo account. */
export async function ask<Answer>(username: string, path: string): Promise<Answer> {
  const answer = await fetch(at(`/api/v1/${path}`), {
    headers: { authorization: `Bearer ${await tokenOf(username)}` },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Opens a path and waits until it is quiet: the desk has asked for what it shows. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path), { waitUntil: 'load' });
  await settle(page);
}

/** Waits until nothing turns, nothing is grey and the type is there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      !document.querySelector('.bones, .ant-skeleton, .ant-spin-spinning, [aria-busy="true"]') &&
      (document.querySelector('main')?.innerText.trim().length ?? document.body.innerText.length) > 0,
    undefined,
    { timeout: 30_000 },
  );
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on the page as it stands, one line each. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    type Violation = { id: string; impact: string; nodes: { html: string; any: { message: string }[] }[] };
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
      );
  });
}
