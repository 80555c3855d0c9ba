import { holdsFor, rowChoices, type MatterRow } from '#kernel/workflow';
import type { Field, Method, Values } from '#kernel-contract/workflow';
import type { AllowedAction, AskedField } from '../../contract.ts';
import { nameOfKey, type MattersContext } from '../../list/service.ts';
import { locateKey } from '../../scope/rules.ts';
import { askedFields } from '../rules.ts';

type Place = Pick<
  MatterRow,
  'areaId' | 'gridId' | 'estateId' | 'buildingId' | 'reporterId' | 'registeredBy' | 'householdId'
>;

/** The fields of some forms as a screen asks them, with what is known already filled in. */
export function askFields(
  context: MattersContext,
  method: Method,
  row: (Place & Pick<MatterRow, 'fields' | 'status' | 'dueAt' | 'state'>) | null,
  forms: string[],
  now: Date,
  own: Values | null = null,
): AskedField[] {
  const overdue = row?.dueAt ? now.getTime() > Date.parse(row.dueAt) : false;
  const asked = askedFields(method, forms);
  // Before a matter there is nothing to look at, and one form may answer what the next one hangs on.
  const open = row ? asked : Object.values(method.fields);
  const seen = { fields: row?.fields ?? {}, results: row?.state.results ?? {}, dueAt: row?.dueAt ?? null };
  const world = { now: now.toISOString(), calendar: context.shelf.calendar };
  return asked
    .filter((field) => field.if !== 'overdue' || overdue)
    .filter((field) => !isDecided(field, open) || holdsFor(field.if, method, seen, world))
    .map((field) => askField(context, method, row, isDecided(field, open) ? always(field) : field, own));
}

/** Whether what a field hangs on is known before this form: nothing still to be filled in can change the answer. */
function isDecided({ if: condition }: Field, open: readonly Field[]): boolean {
  if (condition === undefined || condition === 'overdue') return false;
  const names: readonly string[] = condition.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  return !open.some(({ id }) => names.includes(id));
}

function always({ if: _condition, ...field }: Field): Field {
  return field;
}

function askField(
  context: MattersContext,
  method: Method,
  row: (Place & Pick<MatterRow, 'fields' | 'state'>) | null,
  field: Field,
  own: Values | null,
): AskedField {
  const given = own?.[field.id];
  const known = given === undefined ? knownValue(method, row, field) : { value: given, why: '您上次填的' };
  const of = field.type === 'who' ? holdersFor(context, row, field.of ?? []) : choicesOf(context, method, row, field);
  const columns = field.columns?.map((column) => askField(context, method, row, column, null));
  return {
    id: field.id,
    label: field.label,
    // Rows to choose among are asked like words to choose among.
    type: field.type === 'pick' ? 'choice' : field.type,
    optional: field.optional || (field.if !== undefined && field.if !== 'overdue'),
    many: field.many,
    ...(of ? { of } : {}),
    ...(columns ? { columns } : {}),
    ...(field.min !== undefined ? { min: field.min } : {}),
    ...(field.max !== undefined ? { max: field.max } : {}),
    ...(field.if && field.if !== 'overdue' ? { if: field.if } : {}),
    ...(known !== undefined ? { value: known.value, known: known.why } : {}),
  };
}

/** A reply begins as the result it answers for: nothing is typed twice. */
function knownValue(
  method: Method,
  row: Pick<MatterRow, 'fields'> | null,
  field: Field,
): { value: unknown; why: string } | undefined {
  if (!row) return field.default === undefined ? undefined : { value: field.default, why: '' };
  const { reply, result } = method.present;
  if (field.id === reply && result && typeof row.fields[result] === 'string')
    return { value: row.fields[result], why: `已从“${method.fields[result]?.label.zh ?? ''}”带出，改好就能发` };
  const before = row.fields[field.id];
  return before === undefined || before === null || field.type === 'images' || field.type === 'rating'
    ? undefined
    : { value: before, why: '上次填的' };
}

function choicesOf(
  context: MattersContext,
  method: Method,
  row: (Place & Pick<MatterRow, 'fields' | 'state'>) | null,
  field: Field,
): AskedField['of'] | undefined {
  if (field.type !== 'pick') return field.type === 'list' ? undefined : choices(method, field);
  if (!row) return [];
  const seen = { fields: row.fields, results: row.state.results };
  return rowChoices(method, seen, field).map(({ value, label }) => ({
    value,
    label: nameOfKey(context, label, row) ?? label,
  }));
}

function choices(method: Method, field: Field): AskedField['of'] | undefined {
  if (!field.of) return undefined;
  const first = field.of[0] ?? '';
  const words =
    field.of.length === 1 && first.startsWith('params.')
      ? (method.params[first.slice(7)]?.value as string[])
      : field.of;
  return words.map((word) => ({ value: word, label: word }));
}

/** People and roles a matter may be given to: named holders first, a role as a whole where nobody is named. */
function holdersFor(context: MattersContext, row: Place | null, actors: string[]): NonNullable<AskedField['of']> {
  if (!row) return [];
  return actors.flatMap((actor) => {
    const isBody = context.shelf.names.bodies[actor] !== undefined;
    const keys = locateKey(
      context.scope,
      `${isBody ? 'body' : 'role'}:${actor}`,
      row,
      context.roleLevels,
      context.shelf.names.members,
    );
    const label = (context.shelf.names.roles[actor] ?? context.shelf.names.bodies[actor])?.label.zh ?? actor;
    const holders = keys.flatMap((key) => holdersAt(context, key, row));
    const people = [...new Map(holders.map((holder) => [holder.userId, holder])).values()];
    if (isBody) return people.length > 0 ? [{ value: `body:${actor}`, label, hint: `${people.length} 人` }] : [];
    return people.map((holder) => ({ value: `user:${holder.userId}`, label: holder.name, hint: label }));
  });
}

function holdersAt(context: MattersContext, key: string, row: Place): { userId: string; name: string }[] {
  const [role = '', areaId = ''] = key.replace(/^role:/, '').split('@');
  const exact = context.directory.holders([role], [areaId]);
  if (exact.length > 0 || areaId !== row.areaId) return exact;
  const inner = (['grid', 'estate'] as const).flatMap((level) =>
    context.tree.under(row.areaId, level).map((node) => node.id),
  );
  return context.directory.holders([role], inner);
}

const officeRoles = [
  'grid-worker',
  'grid-head',
  'building-head',
  'property',
  'volunteer',
  'community-worker',
  'community-secretary',
  'street-officer',
  'street-leader',
];

/** Colleagues a matter may be handed, copied or shown to: those of its grid, its community and its street, never oneself. */
export function peopleFor(context: MattersContext, row: Place, ownId: string): NonNullable<AllowedAction['people']> {
  const street = context.tree.ancestorAt(row.areaId, 'street')?.id;
  const inner = [row.gridId, row.estateId].filter((id) => id !== null);
  const spots =
    inner.length > 0
      ? inner
      : (['grid', 'estate'] as const).flatMap((level) => context.tree.under(row.areaId, level).map((node) => node.id));
  const holders = context.directory.holders(officeRoles, [...spots, row.areaId, ...(street ? [street] : [])]);
  const others = holders.filter((holder) => holder.userId !== ownId);
  const people = [...new Map(others.map((holder) => [holder.userId, holder])).values()];
  return people.map((holder) => ({
    key: `user:${holder.userId}`,
    name: holder.name,
    title: context.shelf.names.roles[holder.role]?.label.zh ?? '',
  }));
}
