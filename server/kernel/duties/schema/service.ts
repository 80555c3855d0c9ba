import { schemaParts, type Schema } from '#kernel/workflow/definition';
import { doings, dutyKeys, fileKeys, periodUnits } from '../definition/service.ts';

const { anyOf, entries, forms, head, mapOf, names, oneOf, params, quotes, shared, text, time } = schemaParts;

const anyList: Schema = { anyOf: [text, { type: 'array', items: text }] };

/** A duty, or what all duties of a file share (`each`). */
function duty(): Schema {
  return mapOf(dutyKeys, {
    do: anyOf(oneOf(doings), { type: 'array', items: oneOf(doings), minItems: 2 }),
    every: time,
    per: oneOf(periodUnits),
    grace: time,
    if: text,
    by: names,
    form: names,
    starts: names,
    late: mapOf(['tell'], { tell: anyList }, ['tell']),
    tell: names,
    together: anyOf({ type: 'boolean' }, text),
    why: text,
  });
}

/**
 * The format of duty files as a JSON Schema for editors, made of the tables the parser reads by. Source: METHODS 2.2, issue 3
 * “JSON Schema for editors”.
 */
export function dutySchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '里仁定期任务 Liren duties',
    ...mapOf(
      fileKeys,
      {
        ...head,
        quotes,
        params: params(),
        subject: text,
        visible: oneOf(['parties']),
        forms,
        each: duty(),
        duties: { ...entries(duty()), minProperties: 1 },
      },
      ['id', 'name', 'version', 'source', 'subject', 'duties'],
    ),
    definitions: shared(),
  };
}
