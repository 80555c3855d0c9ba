import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../contract.ts';
import type { Library } from '../definition/contract.ts';
import { codes } from '../definition/sentence/rules.ts';
import { readLibrary, readSource } from '../definition/store.ts';
import { expandVariants } from '../settings/variant/rules.ts';
import { checkLibrary } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const folder = join(import.meta.dirname, 'broken');
const broken = readdirSync(folder).sort();

/** The library with one more file in it, as it would be read from the folder: of the others, those the file speaks of, and no English. */
function withFile(text: string, file: string): Library {
  const { source, problems } = readSource(text, file);
  const readable = Object.keys(source.raw).length > 0;
  const others = library.methods.filter(({ raw }, at) => at === 0 || text.includes(String(raw['id'])));
  const whole = expandVariants(readable ? [...others, source] : others);
  return { ...library, english: null, methods: whole.sources, problems: [...problems, ...whole.problems] };
}

const problemsOf = (text: string, file: string): Problem[] =>
  checkLibrary(withFile(text, file)).filter((problem) => problem.file === file && !problem.code.startsWith('english-'));

describe('METHODS 2.1 “Checked when loaded”', () => {
  test('the library itself is sound, English and all', () => {
    expect(checkLibrary(library)).toEqual([]);
  });

  test.each(broken)('%s is caught with its sentence, on its line', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, line, sentence] = /^# 第(\d+)行：(.*)\n/.exec(text) ?? [];
    const problems = problemsOf(text, file);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: basename(file, '.yaml').split('--')[0], line: Number(line), zh: sentence }),
    );
    for (const problem of problems) expect(problem.en).not.toMatch(/[{}]/);
  });

  test('a file that is only a sound copy of them is not complained about', () => {
    const text = `id: sound
name: 样例
version: 1
source: custom
level: community
visible: area
forms:
  asking: { title 标题: text }
steps:
  ask 提出: { by: community-worker, form: asking }
  do 办理: { by: grid-worker, within: 3 days }
  closed 办结: { end: done }
`;
    expect(problemsOf(text, 'sound.yaml')).toEqual([]);
  });

  test('every sentence the checker can say about a method is proven by a broken file', () => {
    const proven = new Set(broken.map((file) => basename(file, '.yaml').split('--')[0]));
    const ofTheLibrary = [
      'method-twice',
      'english-missing',
      'english-unused',
      'english-unsorted',
      'names-broken',
      'calendar-broken',
    ];
    expect(codes.filter((code) => !proven.has(code) && !ofTheLibrary.includes(code))).toEqual([]);
  });
});

describe('the library as a whole', () => {
  const codesOf = (changed: Partial<Library>): string[] =>
    checkLibrary({ ...library, ...changed }).map((problem) => `${problem.code} ${problem.line}`);
  const file = (text: string, name: string): Library['methods'][number] => readSource(text, name).source;

  test('an id may be used once', () => {
    const [first] = library.methods;
    if (!first) throw new Error('the library is empty');
    expect(codesOf({ methods: [...library.methods, first] })).toContain('method-twice 1');
  });

  test('English is complete, sorted and has nothing left over', () => {
    const english = library.english?.text ?? '';
    const without = english.replace(/^上报: .*\n/m, '');
    expect(codesOf({ english: file(without, 'en.yaml') })).toEqual([expect.stringMatching(/^english-missing/)]);
    const more = `${english}龙舟: Dragon boat\n`;
    expect(codesOf({ english: file(more, 'en.yaml') })).toEqual([expect.stringMatching(/^english-unused/)]);
    const unsorted = `${without}上报: Report\n`;
    expect(codesOf({ english: file(unsorted, 'en.yaml') })).toEqual([expect.stringMatching(/^english-unsorted/)]);
  });

  test('names have a level and a Chinese name, and the office speaks of known roles', () => {
    const names = library.names?.text ?? '';
    for (const [before, after] of [
      ['grid-worker 网格员: grid', 'grid-worker 网格员: village'],
      ['grid-worker 网格员: grid', 'grid-worker: grid'],
      ['told: community-worker', 'told: mayor'],
    ] as const) {
      const changed = file(names.replace(before, after), 'names.yaml');
      expect(codesOf({ names: changed }).filter((code) => code.startsWith('names-broken'))).toHaveLength(1);
    }
  });

  test('a calendar holds dates of its own year', () => {
    for (const text of [
      'source: x\nholidays: {}\nworked: []\n',
      'year: 2026\nsource: x\nholidays: { 元旦: "2025-01-01" }\nworked: []\n',
      'year: 2026\nsource: x\nholidays: {}\nworked: ["Sunday"]\n',
    ]) {
      expect(codesOf({ calendars: [file(text, 'calendars/cn-2026.yaml')] })).toEqual([
        expect.stringMatching(/^calendar-broken/),
      ]);
    }
  });
});
