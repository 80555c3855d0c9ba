import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as vocabulary from '../definition/vocabulary/rules.ts';
import { meanings } from './meanings/rules.ts';
import { methodSchema } from './rules.ts';

const schema = methodSchema() as any;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const folder = join(import.meta.dirname, '../../../../library/methods');
const broken = join(import.meta.dirname, '../checker/broken');
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));
const keysOf = (part: { properties: object }): string[] => Object.keys(part.properties).sort();
const sorted = (...keys: (readonly string[])[]): string[] => [...new Set(keys.flat())].sort();

describe('the schema for editors cannot drift from the parser', () => {
  test('METHODS 2.1: every key the parser knows is in the schema, and no other', () => {
    const { definitions, else: method, then: variant } = schema;
    expect(keysOf(method)).toEqual(sorted(vocabulary.methodKeys));
    expect(keysOf(variant)).toEqual(sorted(vocabulary.variantKeys));
    const kinds = Object.entries(vocabulary.kindWords).filter(([kind]) => kind !== 'task');
    expect(keysOf(definitions.step)).toEqual(
      sorted(vocabulary.stepKeys, ...kinds.map(([kind, words]) => [kind, ...words.keys])),
    );
    const [, whole] = definitions.field.anyOf;
    const types = Object.entries(vocabulary.fieldTypes).filter(([, words]) => !words.later);
    expect(keysOf(whole)).toEqual(
      sorted(vocabulary.fieldKeys, ...types.map(([, words]) => [...words.options, ...(words.needs ?? [])])),
    );
    expect(sorted(whole.properties.type.enum)).toEqual(sorted(types.flatMap(([name]) => [name, `optional ${name}`])));
    expect(keysOf(method.properties.present)).toEqual(
      sorted(['icon', 'facts', 'shown'], vocabulary.presentTexts, vocabulary.presentFields),
    );
  });

  test('every key of a method and of a step that can be used says what it means', () => {
    const silent = [
      ...vocabulary.methodKeys,
      ...vocabulary.stepKeys,
      ...vocabulary.variantKeys,
      ...vocabulary.fieldKeys,
    ];
    expect(silent.filter((key) => !meanings[key])).toEqual([]);
  });
});

describe('what an editor says is what the checker says', () => {
  test.each(readdirSync(folder))('%s of the library is valid', (file) => {
    isValid(read(join(folder, file)));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test.each([
    ...['key-unknown', 'key-later', 'type-unknown', 'type-later', 'type-option', 'type-bare', 'outcome-missing'],
    ...['value-unknown', 'ending-unknown', 'time-broken', 'label-missing', 'label-id', 'list-of-one', 'key-missing'],
    ...['version-whole', 'facts-three', 'verb-unknown', 'map-expected', 'starts-later', 'base-unknown'],
  ])('the file broken by %s is underlined where its form is wrong', (name) => {
    const onlyTheChecker = ['outcome-missing', 'base-unknown'];
    expect(isValid(read(join(broken, `${name}.yaml`)))).toBe(onlyTheChecker.includes(name));
  });

  test('a key nobody knows is underlined at every depth', () => {
    const sound = read(join(folder, 'seven-step-loop.yaml')) as any;
    const changes: ((method: any) => void)[] = [
      (method) => (method.colour = 'red'),
      (method) => (method.steps['report 上报'].colour = 'red'),
      (method) => (method.steps['report 上报'].turn = 'all'),
      (method) => (method.steps['report 上报'].late[0].colour = 'red'),
      (method) => (method.forms.finding['words 情况'].colour = 'red'),
      (method) => (method.present.colour = 'red'),
      (method) => (method.anytime['merge 重复并案'].colour = 'red'),
    ];
    for (const change of changes) {
      const method = structuredClone(sound);
      change(method);
      expect(isValid(method), String(change)).toBe(false);
    }
  });
});
