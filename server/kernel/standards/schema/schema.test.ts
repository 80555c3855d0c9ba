import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileKeys, itemKeys } from '../definition/service.ts';
import { standardSchema } from './service.ts';

const schema = standardSchema() as any;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const folder = join(import.meta.dirname, '../../../../library/standards');
const broken = join(import.meta.dirname, '../checker/broken');
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

describe('the schema of standard files for editors', () => {
  test('METHODS 2.4: every key the parser knows is in it, and no other', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...fileKeys].sort());
    const [group] = Object.values(schema.properties.groups.patternProperties) as any[];
    const [item] = Object.values(group.patternProperties) as any[];
    expect(Object.keys(item.properties).sort()).toEqual([...itemKeys].sort());
  });

  test.each(readdirSync(folder))('%s of the library is valid', (file) => {
    isValid(read(join(folder, file)));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test.each([
    'key-unknown',
    'how-missing',
    'how-two',
    'judge-unknown',
    'threshold-broken',
    'label-missing',
    'key-missing',
  ])('the file broken by %s is underlined', (name) => {
    expect(isValid(read(join(broken, `${name}.yaml`)))).toBe(false);
  });
});
