import { refuse } from '#shared/refusal';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Reader } from '#platform/database';
import { choicesOf, countAll, isShown, shownFields, yes } from '#kernel/registers';
import { registerUnknown } from '#kernel/registers/shelf';
import { whoField, type Register } from '#kernel-contract/registers';
import type { Json, Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import type * as wire from '../contract.ts';
import { cellText, pictureAddress } from '../rules.ts';
import { requireKept, worldAt, type RegistersContext } from '../scope/service.ts';
import * as store from '../store.ts';

const perPage = 60;

type Asked = { areaId: string; register: string; group?: string | undefined; cursor?: string | undefined; now: Date };

/** What a register shows to everybody: of people only who agreed, and only what they agreed to. Refused when it shows nothing. */
export async function readPublicRegister(
  reader: Reader,
  context: RegistersContext,
  input: Asked,
): Promise<wire.PublicRegister> {
  const { area, register } = requireKept(context, input);
  if (register.shows.length === 0) refuse(registerUnknown(input.register));
  const seen = await store.readSeen(reader, area.id, register.id);
  const { group } = register.present;
  const shown = seen.filter(({ form }) => isShown(register, form) && fits(form, group, input.group));
  const from = input.cursor ? readCursor(input.cursor, ([at]: [number]) => (Number.isInteger(at) ? at : null)) : 0;
  const counted = countAll(register, seen, worldAt(context, input.now));
  return {
    id: register.id,
    name: register.name.zh,
    areaId: area.id,
    areaName: area.name,
    promise: register.present.promise?.zh ?? '',
    empty: register.present.empty?.zh ?? '这里还没有内容',
    face: register.present.face,
    groups: group ? choicesOf(register, group).filter((word) => seen.some(({ form }) => form[group] === word)) : [],
    items: shown.slice(from, from + perPage).map((row) => toPublic(register, area.id, row)),
    rates: counted
      .filter(({ count }) => count.target !== null)
      .map(({ count, parts, all, percent }) => ({
        label: count.label.zh,
        percent,
        held: parts.find(({ word }) => word === yes)?.ids.length ?? 0,
        all,
      })),
    next: shown.length > from + perPage ? writeCursor([from + perPage]) : null,
  };
}

const fits = (form: Values, group: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || group === undefined || form[group] === wanted;

function toPublic(register: Register, areaId: string, row: store.SeenRow): wire.PublicRecord {
  const allowed = shownFields(register, row.form);
  const { picture, group, story } = register.present;
  const value = (id: string | undefined): Json | undefined =>
    id !== undefined && allowed.includes(id) ? row.form[id] : undefined;
  const text = (id: string | undefined): string | null => {
    const field = id === undefined ? undefined : register.asking.fields[id];
    return field === undefined ? null : cellText(field, value(id)) || null;
  };
  const [first] = [value(picture) ?? []].flat();
  const rest = allowed.filter((id) => ![whoField, picture, group, story].includes(id));
  const tagged = rest.filter((id) => register.asking.fields[id]?.type === 'tags');
  return {
    id: row.id,
    name: allowed.includes(whoField) ? text(whoField) : null,
    group: text(group),
    story: text(story),
    picture: first === undefined || first === null ? null : pictureAddress(areaId, String(first)),
    tags: tagged.flatMap((id) => [value(id) ?? []].flat().map(String)),
    facts: rest
      .filter((id) => !tagged.includes(id))
      .flatMap((id) => {
        const said = text(id);
        return said === null ? [] : [{ label: register.asking.fields[id]?.label.zh ?? '', text: said }];
      }),
  };
}

/** The pages of registers an area shows, with what each promises. */
export function listShown(
  context: RegistersContext,
  areaId: string,
): { id: string; name: string; promise: string; face: string }[] {
  const area = requireOwner(context.tree, areaId);
  return context.registers
    .originals()
    .map(({ register }) => context.registers.keptBy(area.id, register.id)?.register)
    .filter((register) => register !== undefined)
    .filter(({ shows }) => shows.length > 0)
    .map(({ id, name, present }) => ({ id, name: name.zh, promise: present.promise?.zh ?? '', face: present.face }));
}
