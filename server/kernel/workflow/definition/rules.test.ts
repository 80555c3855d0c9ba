import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary, readSource } from './store.ts';
import { compileMethod, compileNames, methodHash, sourceOf } from './rules.ts';

const root = join(import.meta.dirname, '../../../..');
const library = readLibrary(join(root, 'library'));
const english = (library.english?.raw ?? {}) as Record<string, string>;
const names = compileNames(library.names?.raw ?? {}, english);
const shelf = { names, english, methods: [] };
const compiled = library.methods.map((source) => compileMethod(source, shelf).method);

describe('know-how is data: the server knows no method and no category', () => {
  const texts = ['server', 'shared', 'cli'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs|sql)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, folder, file), 'utf8') })),
  );
  const ids = compiled.map((method) => method.id);
  const words = compiled.flatMap((method) =>
    Object.values(method.fields).flatMap((field) => (field.type === 'choice' ? (field.of ?? []) : [])),
  );
  /** Everyday words that say nothing about a method. */
  const common = [
    ...['其他', '宠物', '噪声', '110', '119', '120', '楼栋长', '人才', '公告栏', '议事会'],
    ...['学校', '当面', '律师', '资金', '意见箱', '监督热线', '业主委员会'],
  ];
  /** An id of one word is a word of the language too: asked for by name it stands in quotes. */
  const named = ids.map((id) => (id.includes('-') ? id : `'${id}'`));

  test.each([...new Set([...named, ...words.filter((word) => !common.includes(word))])])(
    '“%s” stands in no server file',
    (word) => {
      expect(texts.filter(({ text }) => text.includes(word)).map(({ file }) => file)).toEqual([]);
    },
  );

  test('no step id of the library is asked for by name in the kernel', () => {
    const kernel = texts.filter(({ file }) => file.startsWith('server/kernel/workflow/'));
    const steps = new Set(compiled.flatMap((method) => method.steps.map((step) => `'${step.id}'`)));
    // Endings, kinds of step, effects and ways of the engine itself, which a step may happen to be called too.
    const engine = [
      "'merged'",
      "'done'",
      "'refused'",
      "'moved'",
      "'vote'",
      "'carry'",
      "'open'",
      "'hand'",
      "'pay'",
      "'supervise'",
      "'object'",
    ];
    const verbs = [...engine, "'reply'", "'report'"];
    const asked = [...steps].filter(
      (id) => !verbs.includes(id) && kernel.some(({ text }) => text.includes(`=== ${id}`)),
    );
    expect(asked).toEqual([]);
  });
});

describe('a definition is named by its content', () => {
  const text = readFileSync(join(root, 'library/methods/seven-step-loop.yaml'), 'utf8');
  const raw = readSource(text, 'seven-step-loop.yaml').source.raw;

  test('the order of keys and the layout of the file do not matter; the order of steps and any value do', () => {
    const shuffled = Object.fromEntries(Object.entries(raw).reverse());
    expect(methodHash(shuffled)).toBe(methodHash(raw));
    expect(methodHash(JSON.parse(JSON.stringify(raw)))).toBe(methodHash(raw));
    expect(methodHash({ ...raw, version: 2 })).not.toBe(methodHash(raw));
    const steps = Object.fromEntries(Object.entries(raw['steps'] as object).reverse());
    expect(methodHash({ ...raw, steps })).not.toBe(methodHash(raw));
  });

  test('compiling data gives the same method as compiling the file it came from', () => {
    const [a, b] = [compileMethod(sourceOf(raw), shelf), compileMethod(readSource(text, 'x.yaml').source, shelf)];
    expect(a.method).toEqual(b.method);
  });

  test('a method file dropped into the folder needs no code: it compiles from its text alone', () => {
    const own = `id: lost-property
name: 失物招领
version: 1
source: custom
level: community
visible: area
forms:
  finding: { thing 物品: text }
steps:
  find 捡到: { by: community-worker, form: finding }
  keep 保管: { by: community-worker, within: 30 days, go: { claimed 有人领: next } }
  returned 归还: { end: done }
`;
    const { method, problems } = compileMethod(readSource(own, 'lost-property.yaml').source, shelf);
    expect(problems).toEqual([]);
    expect(method.steps.map((step) => step.label.zh)).toEqual(['捡到', '保管', '归还']);
  });

  test('anything a file can contain is answered with sentences, never thrown', () => {
    for (const junk of [
      '',
      '- a\n- b\n',
      'steps: 3\n',
      'steps: { a: 1, b: [x] }\nforms: text\n',
      'aside: { x 甲: null }\n',
      'present: 3\ninferred: 4\nparams: [1]\nanytime: { a 乙: 3 }\n',
    ]) {
      const { source } = readSource(junk, 'junk.yaml');
      expect(compileMethod(source, shelf).problems.length).toBeGreaterThan(0);
    }
  });
});
