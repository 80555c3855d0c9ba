import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dutyKeys, fileKeys } from '../definition/service.ts';
import { dutySchema } from './service.ts';

const schema = dutySchema() as any;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const folder = join(import.meta.dirname, '../../../../library/duties');
const broken = join(import.meta.dirname, '../checker/broken');
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

describe('the schema of duty files for editors', () => {
  test('METHODS 2.2: every key the parser knows is in it, and no other', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...fileKeys].sort());
    expect(Object.keys(schema.properties.each.properties).sort()).toEqual([...dutyKeys].sort());
    const [duty] = Object.values(schema.properties.duties.patternProperties) as any[];
    expect(duty).toEqual(schema.properties.each);
  });

  test.each(readdirSync(folder))('%s of the library is valid', (file) => {
    isValid(read(join(folder, file)));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test.each(['key-unknown', 'key-later', 'does-unknown', 'time-broken', 'label-missing', 'list-of-one', 'key-missing'])(
    'the file broken by %s is underlined',
    (name) => {
      expect(isValid(read(join(broken, `${name}.yaml`)))).toBe(false);
    },
  );
});
