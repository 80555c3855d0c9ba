import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { root } from '../../cli/build.mjs';
import { contentOf, endLine, headLine, nextHead, noHead, rowLine } from '../../server/kernel/audit/chain/rules.ts';
import { findPython } from '../python.ts';

/**
 * `node --import tsx tests/bench/verify.ts`: how long docs/verify/verify.py takes over a bundle of 1,000,000 chained audit rows.
 * LIREN_BENCH_ROWS makes it smaller.
 */
const rows = Number(process.env.LIREN_BENCH_ROWS ?? 1_000_000);
const wantedSeconds = 60;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const areaId = '0197b000-0000-7000-8000-000000000004';

const folder = mkdtempSync(join(tmpdir(), 'liren-bench-'));
const file = join(folder, 'audit.txt');
const out = createWriteStream(file);
const sum = createHash('sha256');

async function write(text: string): Promise<void> {
  sum.update(text);
  if (!out.write(text)) await once(out, 'drain');
}

let head = noHead;
await write(headLine({ area: areaId, name: '工盛社区', after: 0, before: head.hash, through: rows }));
for (let at = 1; at <= rows; at++) {
  const content = contentOf({
    ...{ areaId, id: `0197b000-0000-7000-9000-${String(at).padStart(12, '0')}`, at: new Date(at * 1000).toISOString() },
    ...{ actorId: `user-${at % 97}`, actorName: '孟庆华', act: 'matter.act', subject: `370303002001-2026-${at}` },
    detail: { action: 'accept', from: 'report', to: 'verify' },
  });
  head = nextHead(head, content, sha256);
  await write(rowLine(head, content));
}
out.end(endLine(rows, head.hash, sum.digest('hex')));
await once(out, 'finish');

try {
  const begun = performance.now();
  const said = execFileSync(findPython() ?? 'python3', ['-B', join(root, 'docs/verify/verify.py'), file]).toString();
  const seconds = (performance.now() - begun) / 1000;
  const ok = seconds < wantedSeconds && said.includes('全部对得上');
  console.log(`${rows} chained rows  ${seconds.toFixed(1)} s  < ${wantedSeconds} s  ${ok ? 'holds' : 'MISSED'}`);
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
