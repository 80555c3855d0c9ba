import { doings, periodUnits } from '#kernel/duties/definition';
import { levels, schemaParts, type Schema } from '#kernel/workflow/definition';
import { faceKinds, subjectKinds } from '../contract.ts';
import { countKeys, fileKeys, presentKeys, stateKeys } from '../definition/service.ts';

const { anyOf, entries, forms, head, mapOf, names, oneOf, params, quotes, shared, text, time } = schemaParts;

const needs: Schema = { type: 'object', additionalProperties: text };

function state(): Schema {
  return mapOf(stateKeys, { by: names, form: names, needs, advise: needs, go: entries(text), why: text });
}

function duty(): Schema {
  return mapOf(['do', 'every', 'per', 'grace', 'if', 'by', 'form', 'why'], {
    do: anyOf(oneOf(doings), { type: 'array', items: oneOf(doings), minItems: 2 }),
    every: time,
    per: oneOf(periodUnits),
    grace: time,
    if: text,
    by: names,
    form: names,
    why: text,
  });
}

/**
 * The format of register files as a JSON Schema for editors, made of the tables the parser reads by. Source: METHODS 2.3.
 */
export function registerSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '里仁台账 Liren register',
    ...mapOf(
      fileKeys,
      {
        ...head,
        quotes,
        params: params(),
        level: oneOf(levels),
        subject: oneOf(subjectKinds),
        by: names,
        visible: oneOf(['area']),
        fields: { ...fieldEntries(), minProperties: 1 },
        forms,
        unique: names,
        needs,
        advise: needs,
        shows: names,
        states: { ...entries(state()), minProperties: 2 },
        aside: entries(state()),
        counts: entries(mapOf(countKeys, { by: text, if: text, target: { type: 'string', pattern: '^\\d{1,3}%$' } })),
        duties: entries(duty()),
        present: mapOf(presentKeys, {
          face: oneOf(faceKinds),
          icon: text,
          promise: text,
          empty: text,
          picture: text,
          group: text,
          story: text,
        }),
        why: text,
      },
      ['id', 'name', 'version', 'source', 'subject', 'by', 'fields'],
    ),
    definitions: shared(),
  };
}

/** The entries of one form: what `forms` holds under each of its names. */
function fieldEntries(): Schema {
  return (forms as { additionalProperties: Schema }).additionalProperties;
}
