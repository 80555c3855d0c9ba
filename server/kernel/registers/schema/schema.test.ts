import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileKeys, stateKeys } from '../definition/service.ts';
import { registerSchema } from './service.ts';

const schema = registerSchema() as any;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const folder = join(import.meta.dirname, '../../../../library/registers');
const broken = join(import.meta.dirname, '../checker/broken');
const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

describe('the schema of register files for editors', () => {
  test('METHODS 2.3: every key the parser knows is in it, and no other', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...fileKeys].sort());
    const [state] = Object.values(schema.properties.states.patternProperties) as any[];
    expect(Object.keys(state.properties).sort()).toEqual([...stateKeys].sort());
  });

  test.each(readdirSync(folder))('%s of the library is valid', (file) => {
    isValid(read(join(folder, file)));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test.each(['key-unknown', 'key-later', 'count-target', 'field-none', 'value-unknown'])(
    'the file broken by %s is underlined',
    (name) => {
      expect(isValid(read(join(broken, `${name}.yaml`)))).toBe(false);
    },
  );
});
