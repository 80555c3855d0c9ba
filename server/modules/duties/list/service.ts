import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { readRecords } from '#kernel/duties';
import type { DutyRecord, DutySet } from '#kernel-contract/duties';
import { requireOwner } from '#modules/areas';
import { pictureIds } from '#modules/matters/list';
import type { DutyRecordList, DutyRecordRow, RecordQuery } from '../contract.ts';
import { readCursor, writeCursor } from '../cursor/service.ts';
import { recordsClosed } from '../rules.ts';
import type { DutiesContext } from '../scope/service.ts';

const uuid = /^[0-9a-f-]{36}$/;

/** Records of an area, newest first: all for those who look after its duties, their own for those who do them. */
export async function listRecords(
  reader: Reader,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; query: RecordQuery },
): Promise<DutyRecordList> {
  const { tree, may } = context.matters;
  const area = requireOwner(tree, input.areaId);
  const { cursor, limit, ...wanted } = input.query;
  const mayReadAll = may(actor, 'duty.read', area.id);
  const isHere = actor.grants.some((grant) => tree.covers(area.id, grant.areaId));
  if (!mayReadAll && !isHere) refuse(recordsClosed);
  const after = cursor ? readCursor(cursor) : null;
  const rows = await readRecords(reader, area.id, {
    ...wanted,
    actor: mayReadAll ? undefined : actor.id,
    after: after && uuid.test(after.id) ? after : null,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const items = await Promise.all(
    page.map(async (row) => toRow(context, row, await context.duties.byHash(reader, row.definitionHash))),
  );
  const last = page.at(-1);
  return { items, next: rows.length > limit && last ? writeCursor({ at: last.at, id: last.id }) : null };
}

function toRow({ matters }: DutiesContext, row: DutyRecord, set: DutySet): DutyRecordRow {
  const duty = set.duties.find(({ id }) => id === row.duty);
  const fields = Object.entries(row.form).map(([id, value]) => ({ field: set.asking.fields[id], value }));
  return {
    id: row.id,
    round: row.roundId,
    set: row.set,
    setName: set.name.zh,
    duty: row.duty,
    name: duty?.label.zh ?? '',
    subject: row.subject,
    period: row.period,
    at: row.at,
    by: row.actorName,
    standsFor: row.standsFor === null ? null : (matters.directory.person(row.standsFor)?.name ?? null),
    answers: fields.flatMap(({ field, value }) =>
      field && field.type !== 'images' ? [{ label: field.label.zh, text: textOf(value) }] : [],
    ),
    pictures: fields.flatMap(({ field, value }) => (field?.type === 'images' ? pictureIds(value) : [])),
    matter: row.matter,
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object' && value !== null && 'label' in value) return String(value.label);
  return [value].flat().map(String).join('、');
}
