import type { Json } from '../contract.ts';
import {
  actionKeys,
  anytimeKeys,
  besideKeys,
  endings,
  fieldKeys,
  fieldTypes,
  kindWords,
  lateKeys,
  levels,
  methodKeys,
  officeVerbs,
  paramKeys,
  paramTypes,
  presentFields,
  presentShown,
  presentTexts,
  routeKeys,
  startKeys,
  stepKeys,
  variantKeys,
  visibilities,
} from '../definition/vocabulary/rules.ts';
import { meanings } from './meanings/rules.ts';

/** A JSON Schema (draft 7): what editors know how to read. */
export type Schema = { [key: string]: Json };

const text: Schema = { type: 'string', minLength: 1 };
const at = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const oneOf = (words: readonly string[]): Schema => ({ enum: [...new Set(words)] });
const timeSchema: Schema = { type: 'string', pattern: '^(\\d{1,4} (minute|hour|day|workday|month|year)s?|unlimited)$' };
const labelled = '^[A-Za-z][A-Za-z0-9]* +\\S';

/** One thing, or a list of at least two: nothing is written in two ways. */
const oneOrMore = (item: Schema): Schema => ({ anyOf: [item, { type: 'array', items: item, minItems: 2 }] });
const anyOf = (...ways: Schema[]): Schema => ({ anyOf: ways });
const entries = (value: Schema): Schema => ({
  type: 'object',
  patternProperties: { [labelled]: value },
  additionalProperties: false,
});

/** A map of exactly these keys. What is not described here is any value: the checker knows the rest. */
function mapOf(keys: readonly string[], known: Record<string, Schema> = {}, required: string[] = []): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      keys.map((key): [string, Schema] => [
        key,
        { ...(meanings[key] ? { description: meanings[key] } : {}), ...known[key] },
      ]),
    ),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}

const usableTypes = Object.entries(fieldTypes).filter(([, words]) => words.later !== true);
const typeWords = (names: string[]): Schema => oneOf(names.flatMap((name) => [name, `optional ${name}`]));

/** A field: its type alone, or a map whose further keys are those of its type. */
function field(): Schema {
  const options = [...new Set(usableTypes.flatMap(([, words]) => [...words.options, ...(words.needs ?? [])]))];
  return {
    anyOf: [
      typeWords(usableTypes.filter(([, words]) => !words.needs).map(([name]) => name)),
      {
        ...mapOf([...fieldKeys, ...options], {
          type: typeWords(usableTypes.map(([name]) => name)),
          many: { type: 'boolean' },
        }),
        required: ['type'],
        allOf: usableTypes.map(([name, words]) => ({
          if: { properties: { type: typeWords([name]) } },
          then: {
            propertyNames: oneOf([...fieldKeys, ...words.options, ...(words.needs ?? [])]),
            ...(words.needs ? { required: [...words.needs] } : {}),
          },
        })),
      },
    ],
  };
}

function limit(): Schema {
  return anyOf(at('time'), {
    type: 'object',
    properties: { by: text },
    required: ['by'],
    additionalProperties: at('time'),
  });
}

function go(): Schema {
  const action = anyOf(
    at('routes'),
    mapOf(actionKeys, { to: at('routes'), atMost: { type: 'integer', minimum: 1 }, else: text }),
  );
  return anyOf(at('routes'), { type: 'object', additionalProperties: action });
}

/** A step: the keys of any step, and those of its own kind. */
function step(): Schema {
  const kinds = Object.entries(kindWords).filter(([kind]) => kind !== 'task');
  const all = [...stepKeys, ...kinds.flatMap(([kind, words]) => [kind, ...words.keys])];
  const known: Record<string, Schema> = {
    by: at('names'),
    form: at('names'),
    tell: at('names'),
    prints: at('names'),
    within: limit(),
    until: text,
    go: go(),
    late: anyOf(at('late'), { type: 'array', items: at('late') }),
    starts: anyOf(at('start'), { type: 'array', items: at('start') }),
    shows: anyOf(at('names'), { type: 'object', additionalProperties: at('names') }),
    needs: { type: 'object', additionalProperties: text },
    advise: { type: 'object', additionalProperties: text },
    say: text,
    since: text,
    stage: text,
    why: text,
    record: { type: 'object', additionalProperties: text },
    meanwhile: entries(mapOf(besideKeys, { by: at('names'), form: at('names') }, ['by', 'form'])),
    end: oneOf(endings),
    to: { ...at('names'), description: '付给谁：表里的一项、组织或资金' },
    of: { ...text, description: '退回哪一步付的' },
    split: { type: 'object' },
  };
  return {
    ...mapOf(all, known),
    allOf: [
      {
        if: { not: anyOf(...kinds.map(([kind]) => ({ required: [kind] }))) },
        then: { propertyNames: oneOf(stepKeys) },
      },
      ...kinds.map(([kind, words]) => ({
        if: { required: [kind] },
        then: { propertyNames: oneOf([...stepKeys, kind, ...words.keys]) },
      })),
    ],
  };
}

function present(): Schema {
  return mapOf(['icon', 'facts', 'shown', ...presentTexts, ...presentFields], {
    ...Object.fromEntries([...presentTexts, ...presentFields].map((key) => [key, text])),
    icon: text,
    facts: { type: 'array', items: text, minItems: 3, maxItems: 3 },
    shown: mapOf(presentShown, Object.fromEntries(presentShown.map((key) => [key, text]))),
  });
}

function param(): Schema {
  return anyOf(oneOf(paramTypes), mapOf(paramKeys, { type: oneOf(paramTypes) }, ['type']));
}

const head: Record<string, Schema> = {
  id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
  name: text,
  version: { type: 'integer', minimum: 1 },
  source: text,
  inferred: { type: 'object', additionalProperties: anyOf(text, { type: 'array', items: text }) },
};

function method(): Schema {
  const known: Record<string, Schema> = {
    ...head,
    quotes: { type: 'array', items: mapOf(['text', 'place'], { text, place: text }, ['text']) },
    params: entries(param()),
    fixed: anyOf(text, { type: 'array', items: text }),
    level: oneOf(levels),
    visible: oneOf(visibilities),
    unique: at('names'),
    without: oneOrMore(oneOf(officeVerbs)),
    present: present(),
    forms: { type: 'object', additionalProperties: entries(at('field')) },
    steps: { ...entries(at('step')), minProperties: 2 },
    aside: entries(at('step')),
    anytime: entries(mapOf(anytimeKeys, { by: at('names'), to: text, in: at('names') }, ['by', 'to'])),
  };
  return mapOf(methodKeys, known, ['id', 'name', 'version', 'source', 'level', 'steps']);
}

/** What the schema of another kind of library file is made of: the parts it shares with methods. */
export const schemaParts = {
  text,
  names: at('names'),
  time: at('time'),
  oneOf,
  anyOf,
  mapOf,
  entries,
  head,
  quotes: { type: 'array', items: mapOf(['text', 'place'], { text, place: text }, ['text']) } as Schema,
  params: (): Schema => entries(param()),
  forms: { type: 'object', additionalProperties: entries(at('field')) } as Schema,
  shared: (): Schema => ({ time: timeSchema, names: oneOrMore(text), field: field() }),
};

/**
 * The format of method files as a JSON Schema for editors, made of the very tables the parser reads by: what the parser
 * knows an editor offers, what it refuses an editor underlines. Source: METHODS 2.1, issue 3 “JSON Schema for editors”.
 */
export function methodSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '里仁工作法 Liren method',
    if: { required: ['base'] },
    then: mapOf(variantKeys, { ...head, base: text, set: { type: 'object' } }, ['id', 'base', 'set']),
    else: method(),
    definitions: {
      time: timeSchema,
      names: oneOrMore(text),
      routes: anyOf(text, { type: 'array', items: anyOf(text, mapOf(routeKeys, { if: text, to: text }, ['to'])) }),
      late: mapOf(lateKeys, { after: at('time'), tell: anyOf(text, { type: 'array', items: text }), to: text }),
      start: anyOf(text, mapOf(startKeys, { method: text, if: text }, ['method'])),
      field: field(),
      step: step(),
    },
  };
}
