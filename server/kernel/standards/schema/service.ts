import { levels, schemaParts, type Schema } from '#kernel/workflow/definition';
import { fileKeys, itemKeys, judgings, periods } from '../definition/service.ts';

const { anyOf, entries, head, mapOf, names, oneOf, params, quotes, shared, text } = schemaParts;

const threshold: Schema = anyOf(
  { type: 'integer', minimum: 0 },
  { type: 'string', pattern: '^\\d{1,7}(\\.\\d)?( m2| h|%)?$' },
);

const meanings: Record<string, string> = {
  measure: '系统按记录算的哪一个数',
  with: '算的时候用的条件，可以用 params.参数',
  atLeast: '不少于：300 m2、56 h、90% 或 5',
  atMost: '不多于：写法同 atLeast',
  all: '这几样都要有',
  any: '这几样有一样就行',
  each: '每一样各算一次',
  judge: '人来评：yesno 是或否，grade 评等次',
  encouraged: '鼓励项：没有也不算没达到',
  quote: '原文的话，一字不改',
  place: '原文在哪一行',
};

function item(): Schema {
  const known: Record<string, Schema> = {
    measure: text,
    with: { type: 'object' },
    atLeast: threshold,
    atMost: threshold,
    all: names,
    any: names,
    each: names,
    judge: oneOf(judgings),
    encouraged: { type: 'boolean' },
    quote: text,
    place: text,
  };
  const told = Object.fromEntries(
    Object.entries(known).map(([key, schema]) => [key, { ...schema, description: meanings[key] ?? '' }]),
  );
  return {
    ...mapOf(itemKeys, told),
    oneOf: [{ required: ['measure'] }, { required: ['judge'] }],
  };
}

const items: Schema = {
  type: 'object',
  patternProperties: { '^[A-Za-z][A-Za-z0-9]*(\\.\\d+)* +\\S': item() },
  additionalProperties: false,
  minProperties: 1,
};

/**
 * The format of standard files as a JSON Schema for editors, made of the tables the parser reads by. Source: METHODS 2.4.
 */
export function standardSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '里仁标准 Liren standard',
    ...mapOf(
      fileKeys,
      {
        ...head,
        quotes,
        params: params(),
        level: oneOf(levels),
        period: oneOf(periods),
        grades: { type: 'array', items: text, minItems: 2 },
        enough: text,
        groups: { ...entries(items), minProperties: 1 },
      },
      ['id', 'name', 'version', 'source', 'level', 'period', 'groups'],
    ),
    definitions: shared(),
  };
}
