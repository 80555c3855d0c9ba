import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generate, GENERATORS, type Generator } from './generate.ts';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'liren-generate-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const page: Generator = { name: 'page', make: async () => ({ 'docs/generated/page.md': 'today\n' }) };
const nothing: Generator = { name: 'nothing', make: async () => null };

describe('generate', () => {
  test('checking names what is missing, edited or left over, and writes nothing', async () => {
    expect(await generate(root, [page], { check: true })).toEqual(['docs/generated/page.md']);
    expect(await generate(root, [page])).toEqual(['docs/generated/page.md']);
    expect(await generate(root, [page], { check: true })).toEqual([]);
    writeFileSync(join(root, 'docs/generated/page.md'), 'yesterday\n');
    writeFileSync(join(root, 'docs/generated/old.md'), 'gone\n');
    expect(await generate(root, [page], { check: true })).toEqual(['docs/generated/page.md', 'docs/generated/old.md']);
    expect(readFileSync(join(root, 'docs/generated/page.md'), 'utf8')).toBe('yesterday\n');
  });

  test('what cannot be derived yet removes nothing', async () => {
    await generate(root, [page]);
    expect(await generate(root, [nothing])).toEqual([]);
  });

  test('a new migration gets a checksum; an edited one keeps the old, so that tidy sees it', async () => {
    const checksums = GENERATORS.filter(({ name }) => name === 'checksums of migrations');
    const read = (): Record<string, string> =>
      JSON.parse(readFileSync(join(root, 'server/migrations/checksums.json'), 'utf8')) as Record<string, string>;
    mkdirSync(join(root, 'server/migrations'), { recursive: true });
    writeFileSync(join(root, 'server/migrations/0001-apples.sql'), 'select 1;');
    await generate(root, checksums);
    const before = read();
    writeFileSync(join(root, 'server/migrations/0001-apples.sql'), 'select 2;');
    writeFileSync(join(root, 'server/migrations/0002-pears.sql'), 'select 3;');
    expect(await generate(root, checksums, { check: true })).toEqual(['server/migrations/checksums.json']);
    await generate(root, checksums);
    expect(Object.keys(read())).toEqual(['0001-apples.sql', '0002-pears.sql']);
    expect(read()['0001-apples.sql']).toBe(before['0001-apples.sql']);
  });
});
