import type { Field, Json, Limit, Method, Step } from '../../contract.ts';
import { parseTime, timeName } from '../../limit/rules.ts';
import { valueName } from '../../wording/rules.ts';
import type { Bindable, Floor } from './contract.ts';

/** Minutes a unit has at least and at most. A working day is counted as one: it is only compared with its like. */
const unitMinutes: Record<string, readonly [least: number, most: number]> = {
  minute: [1, 1],
  hour: [60, 60],
  day: [1440, 1440],
  workday: [1440, 1440],
  month: [28 * 1440, 31 * 1440],
  year: [365 * 1440, 366 * 1440],
};

/**
 * Whether one time can never last longer than another. Working days stand still over holidays, so no number of them is
 * ever certain to fit into days of the calendar; a day of the calendar always fits into a working day.
 */
export function fitsInto(time: string, ceiling: string): boolean {
  const [inner, outer] = [parseTime(time), parseTime(ceiling)];
  if (!inner || !outer) return false;
  if (inner.unit === outer.unit) return inner.count <= outer.count;
  if (inner.unit === 'workday') return false;
  const most = inner.count * (unitMinutes[inner.unit]?.[1] ?? Number.MAX_SAFE_INTEGER);
  return most <= outer.count * (unitMinutes[outer.unit]?.[0] ?? 0);
}

type Time = { path: string; time: string };

/** The times of a limit with their paths; null for one that has no fixed length. */
function timesOf(step: Step, limit: Limit | undefined): Time[] | null {
  if (limit?.kind === 'within') return [{ path: `${step.id}.within`, time: limit.time }];
  if (limit?.kind !== 'by-choice') return null;
  const times = Object.entries(limit.times).map(([word, time]) => ({ path: `${step.id}.within.${word}`, time }));
  return limit.else === '' ? times : [...times, { path: `${step.id}.within.else`, time: limit.else }];
}

function longestOf(step: Step): string | null {
  const times = timesOf(step, step.limit)?.map(({ time }) => time) ?? [];
  return times.find((time) => times.every((other) => fitsInto(other, time))) ?? null;
}

const isAsked = (step: Step): boolean => step.main && step.kind !== 'end' && step.position > 0;

function fieldsAsked(method: Method): Field[] {
  const forms = new Set(method.steps.flatMap((step) => step.forms));
  return [...forms].flatMap((id) => method.forms[id]?.fields ?? []).filter((field) => field.is === undefined);
}

const publicFields = (step: Step): string[] =>
  step.shows.filter(({ audience }) => audience === 'public').flatMap(({ fields }) => fields);

const numbers = ['count', 'money', 'percent'] as const;

/** Every place of a method an area above may bind its subtree to, with what it has there now. Source: issue 3 “floors”. */
export function bindableOf(method: Method): Bindable[] {
  const limits = method.steps.flatMap((step): Bindable[] => {
    const value = longestOf(step);
    const label = `${step.label.zh}时限`;
    return value === null ? [] : [{ place: `limits.${step.id}`, rules: ['at-most'], kind: 'time', label, value }];
  });
  const kept = (place: string, label: string, value: Json): Bindable => ({
    place,
    rules: ['kept'],
    kind: 'kept',
    label,
    value,
  });
  const params = Object.values(method.params).flatMap(({ id, label, type, value }): Bindable[] => {
    const kind = numbers.find((one) => one === type);
    return kind && typeof value === 'number'
      ? [{ place: `params.${id}`, rules: ['at-most', 'at-least'], kind, label: label.zh, value }]
      : [];
  });
  return [
    ...limits,
    ...params,
    ...method.steps.filter(isAsked).map((step) => kept(`steps.${step.id}`, `要有“${step.label.zh}”这一步`, null)),
    ...fieldsAsked(method).map((field) =>
      field.optional || field.if !== undefined
        ? kept(`fields.${field.id}`, `要问“${field.label.zh}”`, 'asked')
        : kept(`fields.${field.id}`, `必须填“${field.label.zh}”`, 'required'),
    ),
    ...method.steps
      .filter((step) => publicFields(step).length > 0)
      .map((step) => kept(`shows.${step.id}`, `“${step.label.zh}”时公开的不能少`, publicFields(step))),
  ];
}

/** A floor in words: 办理时限最长3个工作日. */
export function floorName(floor: Floor, method: Method): string {
  if (floor.rule === 'kept') return floor.label;
  const how = floor.rule === 'at-most' ? '最多' : '最少';
  const param = method.params[floor.place.slice('params.'.length)];
  const value =
    floor.place.startsWith('limits.') || !param
      ? timeName(String(floor.value)).zh
      : valueName(param.type, floor.value, method);
  return `${floor.label}${how}${value}`;
}

export type Lowered = { floor: Floor; path: string; found: string; foundEn: string };

const missing = (floor: Floor, path: string): Lowered => ({
  floor,
  path,
  found: '这里没有了',
  foundEn: 'missing here',
});

function lowersLimit(method: Method, floor: Floor, id: string): Lowered[] {
  const step = method.steps.find((one) => one.id === id);
  if (!step) return [missing(floor, id)];
  const times = timesOf(step, step.limit);
  if (!times) return [{ floor, path: `${id}.within`, found: '这里没有写几天', foundEn: 'no fixed time here' }];
  const longer = times.filter(({ time }) => !fitsInto(time, String(floor.value)));
  return longer.map(({ path, time }) => ({
    floor,
    path,
    found: `这里是${timeName(time).zh}`,
    foundEn: `it is ${timeName(time).en} here`,
  }));
}

function lowersParam(method: Method, floor: Floor, id: string): Lowered[] {
  const param = method.params[id];
  if (!param) return [missing(floor, id)];
  const value = Number(param.value ?? Number.NaN);
  const kept = floor.rule === 'at-most' ? value <= Number(floor.value) : value >= Number(floor.value);
  const found = valueName(param.type, param.value, method);
  return kept ? [] : [{ floor, path: id, found: `这里是${found}`, foundEn: `it is ${String(param.value)} here` }];
}

function lowersField(method: Method, floor: Floor, id: string): Lowered[] {
  const field = fieldsAsked(method).find((one) => one.id === id);
  if (!field) return [missing(floor, id)];
  const isFree = floor.value === 'required' && (field.optional || field.if !== undefined);
  return isFree ? [{ floor, path: id, found: '这里可以不填', foundEn: 'it may be left empty here' }] : [];
}

function lowersShows(method: Method, floor: Floor, id: string): Lowered[] {
  const step = method.steps.find((one) => one.id === id);
  if (!step) return [missing(floor, id)];
  const shown = publicFields(step);
  const wanted = (Array.isArray(floor.value) ? floor.value : [floor.value]).map(String);
  const hidden = wanted
    .filter((field) => !shown.includes(field))
    .map((field) => method.fields[field]?.label.zh ?? field);
  return hidden.length === 0
    ? []
    : [{ floor, path: `${id}.shows`, found: `这里少了${hidden.join('、')}`, foundEn: 'some are not shown here' }];
}

function lowersStep(method: Method, floor: Floor, id: string): Lowered[] {
  const step = method.steps.find((one) => one.id === id);
  if (!step) return [missing(floor, id)];
  return step.main ? [] : [{ floor, path: id, found: '这里不在主线上', foundEn: 'it is not on the main line here' }];
}

const tests: Record<string, (method: Method, floor: Floor, id: string) => Lowered[]> = {
  limits: lowersLimit,
  params: lowersParam,
  fields: lowersField,
  shows: lowersShows,
  steps: lowersStep,
};

/** Every floor a version of a method is below, and where. Empty when it may be used. Source: issue 3 “floors a fork may not lower”. */
export function loweredFloors(method: Method, floors: readonly Floor[]): Lowered[] {
  return floors.flatMap((floor) => {
    const [kind = '', id = ''] = floor.place.split('.');
    return tests[kind]?.(method, floor, id) ?? [];
  });
}

/** Why a set of floors cannot be bound, in words: a place the method does not have, or a value that is none. */
export function whyNotFloor(method: Method, floor: Floor): { zh: string; en: string } | null {
  const place = bindableOf(method).find((one) => one.place === floor.place);
  if (!place || !place.rules.includes(floor.rule))
    return { zh: `“${floor.label}”这一处不能定要求。`, en: `${floor.place} cannot be bound.` };
  if (place.kind === 'time' && !parseTime(floor.value))
    return { zh: `“${place.label}”要写几天，像 3 个工作日。`, en: `${floor.place} must be a time.` };
  if (['count', 'money', 'percent'].includes(place.kind) && typeof floor.value !== 'number')
    return { zh: `“${place.label}”要写一个数。`, en: `${floor.place} must be a number.` };
  return null;
}
