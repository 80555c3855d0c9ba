import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';

const INSTALLED = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Ours, not those of the npm copy, which switch web security off.
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  ...['--disable-gpu', '--enable-unsafe-swiftshader'],
];

/** The installed browser: `$CHROMIUM` when set, else the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM || INSTALLED.find((path) => existsSync(path));
}

/**
 * Starts the browser of the tests: the installed one, else the copy that npm brings (Linux on x64). That copy has no
 * Chinese font: install fonts-noto-cjk, or pictures show boxes.
 */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (executablePath) return chromium.launch({ executablePath, args: ARGUMENTS });
  const copy = unpackCopy();
  const env = { ...process.env, LD_LIBRARY_PATH: join(copy.folder, 'al2023/lib') } as Record<string, string>;
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = join(copy.folder, 'fonts');
  return chromium.launch({ executablePath: copy.executablePath, args: ARGUMENTS, env });
}

const closesMs = 10_000;

/** Closes what a test has opened. A page that hangs while it closes is left to the end of its browser. */
export async function closeAll(contexts: BrowserContext[]): Promise<void> {
  for (const context of contexts.splice(0)) {
    const late = new Promise<void>((resolve) => setTimeout(resolve, closesMs).unref());
    await Promise.race([context.close(), late]);
  }
}

/**
 * In a folder of this user: the copy is unpacked readable by its owner only, and the next user would stumble over it.
 * Beside and then renamed: a copy half unpacked would be taken for a whole one.
 */
function unpackCopy(): { folder: string; executablePath: string } {
  const folder = `/tmp/liren-chromium-${process.getuid?.() ?? 0}`;
  const executablePath = join(folder, 'chromium');
  if (existsSync(executablePath)) return { folder, executablePath };
  const fresh = mkdtempSync(`${folder}-new-`);
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`],
    {
      cwd: join(import.meta.dirname, '..'),
      // It unpacks the libraries a bare machine lacks only where it believes itself at its home.
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    },
  );
  renameSync(fresh, folder);
  return { folder, executablePath };
}
