import { addDays, shanghaiDate } from '#shared/time';
import type { Field, FieldType, Instant, Json, MatterState, Method, Values, World } from '../../contract.ts';
import { rowChoices } from '../../kinds/rows/rules.ts';
import { addMonths, parseTime } from '../../limit/rules.ts';
import type { Place, Sentence } from '../contract.ts';

/** What reading one value gives: the value as kept, or what is wrong with it. */
export type Read = { value: Json } | { problem: Sentence };

type Around = { field: Field; method: Method; world: World; seen: Pick<MatterState, 'fields' | 'results'> };
type ReadValue = (value: Json, around: Around) => Read;

const kept = (value: Json): Read => ({ value });
const wrong = (zh: string, en: string): Read => ({ problem: { zh, en } });

const control = /[^\P{Cc}\t\n\r]|[\u2028\u2029\ufeff]/u;
const textMax: Partial<Record<FieldType, number>> = { text: 500, longtext: 4000 };

function readText(value: Json, { field }: Around): Read {
  if (typeof value !== 'string') return wrong('这里要填文字', 'This must be text');
  if (control.test(value)) return wrong('里面有看不见的控制字符，请删去再填', 'Remove the control characters');
  const text = value.replaceAll('\r\n', '\n').trim();
  const length = Array.from(text).length;
  const max = typeof field.max === 'number' ? field.max : (textMax[field.type] ?? 500);
  if (length > max)
    return wrong(`多了 ${length - max} 个字，最多 ${max} 个字`, `${length - max} characters over the limit of ${max}`);
  if (typeof field.min === 'number' && length < field.min)
    return wrong(`至少要 ${field.min} 个字`, `At least ${field.min} characters`);
  if (field.type === 'text' && text.includes('\n')) return wrong('这里只能写一行', 'One line only');
  return kept(text);
}

function readNumber(value: Json, { field }: Around): Read {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('这里要填数字', 'This must be a number');
  const whole = field.type === 'count' || field.type === 'money';
  if (whole && !Number.isSafeInteger(value)) return wrong('这里要填整数', 'This must be a whole number');
  if (whole && value < 0) return wrong('不能小于 0', 'Must not be negative');
  if (field.type === 'percent' && (value < 0 || value > 100))
    return wrong('要在 0 到 100 之间', 'Must be between 0 and 100');
  if (typeof field.min === 'number' && value < field.min)
    return wrong(`不能小于 ${field.min}`, `Must be at least ${field.min}`);
  if (typeof field.max === 'number' && value > field.max)
    return wrong(`不能大于 ${field.max}`, `Must be at most ${field.max}`);
  return kept(value);
}

/** A bound of a date field: a date, or a time from today (`30 days`, `-3 years`). */
function dateBound(bound: number | string | undefined, world: World): string | null {
  if (typeof bound !== 'string') return null;
  const back = bound.startsWith('-');
  const time = parseTime(back ? bound.slice(1) : bound);
  if (!time) return bound;
  const count = back ? -time.count : time.count;
  const today = shanghaiDate(world.now);
  if (time.unit === 'month' || time.unit === 'year') return addMonths(today, time.unit === 'year' ? count * 12 : count);
  return addDays(today, count);
}

function readDate(value: Json, { field, world }: Around): Read {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
  if (date === '' || Number.isNaN(Date.parse(`${date}T00:00:00Z`)) || addDays(date, 0) !== date) {
    return wrong('这里要填日期，像 2026-11-20', 'This must be a date like 2026-11-20');
  }
  const [min, max] = [dateBound(field.min, world), dateBound(field.max, world)];
  if (min !== null && date < min) return wrong(`不能早于 ${min}`, `Not before ${min}`);
  return max !== null && date > max ? wrong(`不能晚于 ${max}`, `Not after ${max}`) : kept(date);
}

function readMoment(value: Json): Read {
  const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at)
    ? wrong('这里要填日期和时间', 'This must be a date and time')
    : kept(new Date(at).toISOString());
}

const readYesno: ReadValue = (value) =>
  typeof value === 'boolean' ? kept(value) : wrong('请选是或否', 'Choose yes or no');

/** An uploaded file by its id, or one of the app's own drawings by name. */
const fileId = /^(illustration:)?[A-Za-z0-9_-]{1,64}$/;
const filesMax: Partial<Record<FieldType, number>> = { images: 9, files: 20, scan: 20, signature: 1 };

function readFiles(value: Json, { field }: Around): Read {
  const items = Array.isArray(value) ? value : [value];
  const photos = field.type === 'images';
  const [noun, english] = photos ? ['照片', 'photos'] : ['文件', 'files'];
  if (!items.every((item) => typeof item === 'string' && fileId.test(item)))
    return wrong(`${noun}没有传好，请再传一次`, `Upload the ${english} again`);
  const ids = [...new Set(items)];
  const max = typeof field.max === 'number' ? field.max : (filesMax[field.type] ?? 20);
  if (ids.length > max)
    return wrong(`${noun}最多 ${max} 个，请去掉 ${ids.length - max} 个`, `At most ${max} ${english}`);
  if (typeof field.min === 'number' && ids.length < field.min)
    return wrong(`至少要 ${field.min} 个${noun}`, `At least ${field.min} ${english}`);
  return kept(ids);
}

const isPoint = (value: Json | undefined): value is [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part)) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 90;

const placeTextMax = 100;

function readPlace(value: Json): Read {
  const given: Values =
    typeof value === 'string'
      ? { label: value }
      : typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
  const texts = ['label', 'detail', 'building', 'estate'].flatMap((key) =>
    given[key] === undefined || given[key] === null ? [] : [[key, given[key]] as const],
  );
  if (texts.some(([, text]) => typeof text !== 'string' || control.test(text)))
    return wrong('地点请写文字', 'Describe the place in words');
  if (texts.some(([, text]) => Array.from(text as string).length > placeTextMax))
    return wrong(`地点最多 ${placeTextMax} 个字`, `At most ${placeTextMax} characters`);
  const place = Object.fromEntries(
    texts.map(([key, text]) => [key, (text as string).trim()]).filter(([, text]) => text !== ''),
  ) as Place;
  if (!place.label) return wrong('请说一下在哪里', 'Say where it is');
  if (given['point'] !== undefined && given['point'] !== null) {
    if (!isPoint(given['point'])) return wrong('地图上的位置不对，请再点一次', 'Set the point on the map again');
    place.point = given['point'];
  }
  return kept(place as Values);
}

function readPhone(value: Json): Read {
  const digits = typeof value === 'string' ? value.replace(/[\s-]/g, '') : '';
  if (/^1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits)) return kept(digits);
  if (/^1\d{1,9}$/.test(digits))
    return wrong(
      `少了 ${11 - digits.length} 位。手机号是 11 位，再看一眼？`,
      `A mobile number has 11 digits; ${11 - digits.length} are missing`,
    );
  return wrong('手机号是 11 位，座机请带区号', 'A mobile number has 11 digits; a landline needs its area code');
}

function readCheckin(value: Json, { world }: Around): Read {
  const given: Values = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const at: Instant = world.now;
  if (given['point'] === undefined || given['point'] === null) return kept({ at });
  if (!isPoint(given['point'])) return wrong('定位不对，请再签到一次', 'Check in again');
  const accuracy = given['accuracy'];
  return kept({ at, point: given['point'], ...(typeof accuracy === 'number' && accuracy >= 0 ? { accuracy } : {}) });
}

const readRating: ReadValue = (value) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5
    ? kept(value)
    : wrong('请点 1 到 5 颗星', 'Give 1 to 5 stars');

/** The words of a choice as they stand: written in the file, or a parameter's. */
export function wordsOf(field: Field, method: Method): string[] {
  return (field.of ?? []).flatMap((word) => {
    if (!word.startsWith('params.')) return [word];
    const value = method.params[word.slice('params.'.length)]?.value;
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
  });
}

/** What goes step by step: nothing is ticked before what stands above it. */
function inTheirOrder(known: readonly string[], items: readonly Json[]): Read {
  const done = known.filter((word) => items.includes(word));
  const skipped = known.slice(0, done.length).find((word) => !done.includes(word));
  if (skipped === undefined) return kept(done);
  return wrong(`要按次序来：先办“${skipped}”`, `In order: “${skipped}” comes first`);
}

function readWords(value: Json, { field, method }: Around): Read {
  const several = field.many || field.type === 'checklist';
  const items = Array.isArray(value) ? value : [value];
  const known = wordsOf(field, method);
  const stranger = items.find((item) => typeof item !== 'string' || !known.includes(item));
  if (stranger !== undefined)
    return wrong(`“${String(stranger).slice(0, 20)}”不在可选的里面，请从列出的选`, 'Choose one of the listed words');
  if (several)
    return field.options['ordered'] === true
      ? inTheirOrder(known, items)
      : kept(known.filter((word) => items.includes(word)));
  return items.length === 1 ? kept(items[0] as string) : wrong('只能选一个', 'Choose one');
}

function readPick(value: Json, { field, method, seen }: Around): Read {
  const places = [...new Set((Array.isArray(value) ? value : [value]).map(String))];
  const known = rowChoices(method, seen, field).map((choice) => choice.value);
  if (!places.every((place) => known.includes(place)))
    return wrong('选的不在清单里，请从列出的选', 'Choose from the rows listed');
  if (field.many) return kept(places.sort((a, b) => Number(a) - Number(b)));
  return places.length === 1 ? kept(places[0] as string) : wrong('只能选一个', 'Choose one');
}

const actorKey = /^(user|unit|role|body):[\p{L}\p{N}_.@-]{1,64}$/u;

function mayBe(key: string, { field, world }: Around): boolean {
  const allowed = (field.of ?? []).flatMap((actor) => [`role:${actor}`, `body:${actor}`]);
  if (key.startsWith('role:') || key.startsWith('body:')) return allowed.includes(key);
  const holds = world.holds?.[key];
  return holds === undefined || holds.some((held) => allowed.includes(held));
}

function readWho(value: Json, around: Around): Read {
  const items = Array.isArray(value) ? value : [value];
  if (!items.every((item): item is string => typeof item === 'string' && actorKey.test(item)))
    return wrong('请选一个人或单位', 'Choose a person or a unit');
  if (!items.every((item) => mayBe(item, around)))
    return wrong('这个人或单位不能承办这件事，请另选', 'This person or unit cannot take it: choose another');
  if (around.field.many) return kept([...new Set(items)]);
  return items.length === 1 ? kept(items[0] as string) : wrong('只能选一个', 'Choose one');
}

const tagsMax = 20;

function readTags(value: Json): Read {
  const items = Array.isArray(value) ? value : [value];
  const good = items.every(
    (item): item is string => typeof item === 'string' && !control.test(item) && Array.from(item).length <= tagsMax,
  );
  return good && items.length <= tagsMax
    ? kept([...new Set(items.map((item) => item.trim()).filter(Boolean))])
    : wrong(`标签最多 ${tagsMax} 个，每个最多 ${tagsMax} 字`, `At most ${tagsMax} tags of ${tagsMax} characters`);
}

/** How each type is read. A type that is not here yet is refused by the checker before it can be asked. */
export const readers: Partial<Record<FieldType, ReadValue>> = {
  text: readText,
  longtext: readText,
  person: readText,
  area: readText,
  number: readNumber,
  count: readNumber,
  money: readNumber,
  percent: readNumber,
  date: readDate,
  datetime: readMoment,
  yesno: readYesno,
  consent: readYesno,
  files: readFiles,
  images: readFiles,
  scan: readFiles,
  signature: readFiles,
  place: readPlace,
  phone: readPhone,
  checkin: readCheckin,
  rating: readRating,
  choice: readWords,
  checklist: readWords,
  who: readWho,
  pick: readPick,
  tags: readTags,
};
