import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeOpening, writeRecord } from '../../server/kernel/ballots/record/rules.ts';
import { root } from '../../cli/build.mjs';
import { launchChromium } from '#tests/chromium';

/**
 * `node --import tsx tests/bench/recount.ts` after a build: how long a browser counts the record of 100,000 votes again with
 * the page's own worker, with the browser's SHA-256 and, as on a page without TLS, with ours; and how long the page stood
 * still meanwhile. LIREN_BENCH_ROWS makes it smaller.
 */
const count = Number(process.env.LIREN_BENCH_ROWS ?? 100_000);
const wantedMs = 5_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function recordText(): string {
  const share = (part: number, whole: number, test: 'at-least' | 'more-than') => ({
    share: [part, whole] as const,
    test,
  });
  const head = {
    format: 'liren-ballot-1' as const,
    ballot: 'bench',
    title: '更换二次供水泵',
    question: '您同意用公共收益更换二次供水泵吗',
    choices: [
      { id: 'yes', label: '同意' },
      { id: 'no', label: '不同意' },
      { id: 'abstain', label: '弃权' },
    ],
    electorate: 'owners',
    rule: 'owners-double-majority',
    ruleName: '业主三分之二以上参加、参加者双过半同意',
    terms: {
      by: ['number', 'area'] as const,
      takePart: share(2, 3, 'at-least'),
      agree: share(1, 2, 'more-than'),
      of: 'present' as const,
    },
    secret: false,
    changeable: true,
    paperRule: 'paper' as const,
    pick: 1,
    openedAt: '2026-10-01T00:00:00.000Z',
    closesAt: '2026-10-16T16:00:00.000Z',
    electors: count,
  };
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const electors = numbers.map((number) => ({ number, person: number, area: 6000 + (number % 9000), name: '' }));
  const votes = numbers.map((number) => ({
    number,
    way: number % 5 === 0 ? ('paper' as const) : ('phone' as const),
    revision: 1,
    at: '2026-10-10T08:00:00.000Z',
    receipt: sha256(String(number)),
    choices: [number % 3 === 0 ? 'no' : 'yes'],
  }));
  const close = { closedAt: '2026-10-16T16:00:00.000Z', opening: sha256(writeOpening(head, electors)) };
  return writeRecord(head, electors, close, { excluded: [], tookPart: [], slips: [], votes }).text;
}

type Measured = { ok: boolean; ms: number; stillMs: number };

const assets = join(root, 'dist/phone/client/assets');
const worker = readdirSync(assets).find((name) => /^recount-worker-\w+\.js$/.test(name));
if (!worker) throw new Error('build the phone pages first');
const text = recordText();
const hash = sha256(text);
const counting = readFileSync(join(assets, worker), 'utf8');
const server = createServer((request, answer) => {
  const parts: Record<string, [string, string]> = {
    '/': ['text/html', '<!doctype html><title>bench</title>'],
    '/worker.js': ['text/javascript', counting],
    '/plain-worker.js': ['text/javascript', `Object.defineProperty(crypto, 'subtle', {});${counting}`],
    '/record': ['text/plain; charset=utf-8', text],
  };
  const [type, body] = parts[request.url ?? ''] ?? ['text/plain', ''];
  answer.setHeader('content-type', type);
  answer.end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
const browser = await launchChromium();

async function measure(path: string): Promise<Measured> {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const measured = await page.evaluate(
    async ([address = '', published = '']) => {
      const record = await (await fetch('/record')).text();
      let stillMs = 0;
      let last = performance.now();
      const watch = setInterval(() => {
        stillMs = Math.max(stillMs, performance.now() - last);
        last = performance.now();
      }, 10);
      const counter = new Worker(address);
      const began = performance.now();
      const ok = await new Promise<boolean>((resolve) => {
        counter.onmessage = ({ data }) => resolve((data as { ok: boolean }).ok);
        counter.postMessage({ id: 1, text: record, hash: published, receipt: '' });
      });
      clearInterval(watch);
      return { ok, ms: performance.now() - began, stillMs };
    },
    [path, hash],
  );
  await page.close();
  return measured;
}

const size = `${count.toLocaleString('en-US')} votes, ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`;
for (const [name, path] of [
  ['SHA-256 of the browser', '/worker.js'],
  ['SHA-256 of ours', '/plain-worker.js'],
] as const) {
  const { ok, ms, stillMs } = await measure(path);
  const verdict = ok && ms < wantedMs ? 'ok' : 'MISSED';
  console.log(
    `${verdict}  recount of ${size}, ${name}: ${(ms / 1000).toFixed(2)} s, page still for ${stillMs.toFixed(0)} ms`,
  );
}
await browser.close();
server.close();
