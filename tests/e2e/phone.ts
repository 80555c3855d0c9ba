import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { registerPages } from '#platform/pages';
import { launchChromium } from '#tests/chromium';
import type { Name, World } from '#tests/world';
import { builds, isFresh, root, runBuild } from '../../cli/build.mjs';
import { createApp } from '../../server/mounts.ts';

export const phoneBuild = join(root, 'dist/phone');

/** Who opens a page and how. `token`: of somebody who was added to the world. */
export type Visitor = { as?: Name; token?: string | null; elder?: boolean; scripts?: boolean; wide?: boolean };

export type Phone = {
  base: string;
  browser: Browser;
  /** A fresh browser, signed in as somebody: 390 × 844 unless wide. */
  open(visitor: Visitor): Promise<{ page: Page; context: BrowserContext }>;
};

/** The pages of the phone, and those of the desk when asked, over a world on a port of their own, built when they are not fresh. */
export async function openPhone(world: World, { desk = false } = {}): Promise<Phone> {
  for (const build of builds) if ((desk || build.id === 'phone') && !isFresh(build)) await runBuild(build);
  const app = await createApp(world.parts);
  await registerPages(app, {
    buildDir: join(phoneBuild, 'server'),
    files: [
      { prefix: '/assets/', folder: join(phoneBuild, 'client/assets'), immutable: true },
      { prefix: '/illustrations/', folder: join(root, 'web/illustrations'), immutable: false },
      { prefix: '/app-icons/', folder: join(root, 'web/icons/app'), immutable: false },
      ...(desk ? [{ prefix: '/desk-assets/', folder: join(root, 'dist/desk'), immutable: true }] : []),
    ],
    singles: [
      { path: '/grid-worker.js', file: join(phoneBuild, 'client/grid-worker.js'), type: 'text/javascript' },
      { path: '/recount-keeper.js', file: join(phoneBuild, 'client/recount-keeper.js'), type: 'text/javascript' },
      {
        path: '/grid.webmanifest',
        file: join(root, 'web/resident/grid.webmanifest'),
        type: 'application/manifest+json',
      },
    ],
    shells: desk ? [{ path: '/desk', file: join(root, 'dist/desk/desk.html') }] : [],
    makeContext: () => ({ now: world.clock.now(), demo: true, origin: 'https://liren.test' }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await launchChromium();
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  return {
    base,
    browser,
    async open({ as, token = as ? world.tokens[as] : null, elder = false, scripts = true, wide = false }) {
      const context = await browser.newContext({
        viewport: wide ? { width: 1440, height: 900 } : { width: 390, height: 844 },
        javaScriptEnabled: scripts,
      });
      const cookies = [
        ...(token ? [{ name: 'liren', value: token, url: base }] : []),
        ...(elder ? [{ name: 'liren_view', value: 'elder', url: base }] : []),
      ];
      if (cookies.length > 0) await context.addCookies(cookies);
      return { page: await context.newPage(), context };
    },
  };
}
