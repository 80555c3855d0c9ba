import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPython, judgeWithPython, runVerifier, type Asked } from '#tests/python';
import { ask, at, useApp } from './app.ts';

useApp();

type Listed<One> = { items: One[] };
const textOf = async (path: string): Promise<string> => {
  const answer = await fetch(at(`/api/v1/${path}`));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

/** Every closed ballot, ended notice and published account of the demo city, from where anybody downloads them. */
async function published(): Promise<{ asked: Asked[]; notices: string[] }> {
  const areas = await ask<Listed<{ id: string }>>('resident', 'areas?level=community');
  const asked: Asked[] = [];
  const notices: string[] = [];
  for (const { id: areaId } of areas.items) {
    const base = `areas/${areaId}`;
    const ballots = await ask<Listed<{ id: string; recordHash?: string }>>(
      'resident',
      `${base}/ballots?state=closed&limit=100`,
    );
    for (const { id } of ballots.items) {
      const { recordHash } = await ask<{ recordHash: string }>('resident', `${base}/ballots/${id}`);
      asked.push({ kind: 'ballot', text: await textOf(`${base}/ballots/${id}/record`), published: recordHash });
    }
    const hung = await ask<Listed<{ id: string }>>('resident', `${base}/publicities?ended=true&limit=100`);
    for (const { id } of hung.items) notices.push(await textOf(`${base}/publicities/${id}/record`));
    const funds = await ask<Listed<{ id: string; latest: { month: number } | null }>>(
      'resident',
      `${base}/public-accounts`,
    );
    for (const { id, latest } of funds.items)
      if (latest) asked.push({ kind: 'accounts', text: await textOf(`${base}/funds/${id}/bundle`) });
  }
  return { asked, notices };
}

test.skipIf(!findPython())(
  'R6, R9: Python (Debian: python3) reproduces every account, tally and notice of the demo city',
  async () => {
    const { asked, notices } = await published();
    expect(asked.filter(({ kind }) => kind === 'ballot').length).toBeGreaterThan(0);
    expect(judgeWithPython(asked).map(({ reasons }) => reasons)).toEqual(asked.map(() => []));
    const folder = mkdtempSync(join(tmpdir(), 'liren-notices-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const files = notices.map((text, index) => {
      writeFileSync(join(folder, `${index}.json`), text);
      return join(folder, `${index}.json`);
    });
    expect(files.length).toBeGreaterThan(0);
    expect(runVerifier(files)).toMatchObject({ code: 0 });
  },
);
