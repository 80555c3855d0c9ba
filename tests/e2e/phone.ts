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

export type Visitor = { as?: Name; elder?: boolean; scripts?: boolean; wide?: boolean };

export type Phone = {
  base: string;
  browser: Browser;
  /** A fresh browser, signed in as somebody: 390 × 844 unless wide. */
  open(visitor: Visitor): Promise<{ page: Page; context: BrowserContext }>;
};

/** The pages of the phone over a world, on a port of their own, built when they are not fresh. */
export async function openPhone(world: World): Promise<Phone> {
  for (const build of builds) if (build.id === 'phone' && !isFresh(build)) await runBuild(build);
  const app = await createApp(world.parts);
  await registerPages(app, {
    buildDir: join(phoneBuild, 'server'),
    files: [
      { prefix: '/assets/', folder: join(phoneBuild, 'client/assets'), immutable: true },
      { prefix: '/illustrations/', folder: join(root, 'web/illustrations'), immutable: false },
      { prefix: '/app-icons/', folder: join(root, 'web/icons/app'), immutable: false },
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
    shells: [],
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
    async open({ as, elder = false, scripts = true, wide = false }) {
      const context = await browser.newContext({
        viewport: wide ? { width: 1440, height: 900 } : { width: 390, height: 844 },
        javaScriptEnabled: scripts,
      });
      const cookies = [
        ...(as ? [{ name: 'liren', value: world.tokens[as], url: base }] : []),
        ...(elder ? [{ name: 'liren_view', value: 'elder', url: base }] : []),
      ];
      if (cookies.length > 0) await context.addCookies(cookies);
      return { page: await context.newPage(), context };
    },
  };
}
