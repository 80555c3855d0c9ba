import type { Refusal } from '#shared/refusal';
import { dayMs, shanghaiInstant } from '#shared/time';
import type { AskedField } from '#contract/matters';
import type { Method, Values } from '#kernel-contract/workflow';
import { formats, type Attribute, type Format, type NewRequest, type Service } from './contract.ts';

const refusal = (code: string, status: 400 | 404, zh: string, en: string): Refusal => ({
  code,
  status,
  zh,
  en,
});

export const jurisdictionMissing = refusal(
  'open311.jurisdiction-missing',
  400,
  '请带上 jurisdiction_id：社区、街道、区县或市的 12 位区划代码。提交新事项时要能定到一个社区。',
  'jurisdiction_id was not provided or is too wide: give the 12-digit code of an area; to file, of one community.',
);
export const jurisdictionUnknown = refusal(
  'open311.jurisdiction-unknown',
  404,
  '没有这个 jurisdiction_id。它是社区、街道、区县或市的 12 位区划代码。',
  'The jurisdiction_id provided was not found.',
);
export const serviceMissing = refusal(
  'open311.service-missing',
  400,
  '请带上 service_code，可以从 services 里查到。',
  'service_code was not provided.',
);
export const serviceUnknown = refusal(
  'open311.service-unknown',
  404,
  '这里没有这个 service_code，请从 services 里查。',
  'The service_code provided was not found here.',
);
export const requestUnknown = refusal(
  'open311.request-unknown',
  404,
  '没有找到这件事，或者它不公开。请核对 service_request_id。',
  'service_request_id was not found.',
);
export const placeMissing = refusal(
  'open311.place-missing',
  400,
  '请说在哪里：address_string，或者 lat 和 long，或者 address_id。',
  'No location: give address_string, lat and long, or address_id.',
);
export const pointInvalid = refusal(
  'open311.point-invalid',
  400,
  'lat 和 long 要一起给，是 WGS84 的度数。',
  'lat and long belong together, in degrees of WGS84.',
);
const datesInvalid = refusal(
  'open311.dates-invalid',
  400,
  'start_date 和 end_date 要写成 2026-11-01T00:00:00+08:00 这样，先后不能反，前后不超过 90 天。',
  'start_date and end_date must be W3C date-times in order, at most 90 days apart.',
);
const statusInvalid = refusal(
  'open311.status-invalid',
  400,
  'status 只能是 open 或 closed。',
  'status is open or closed.',
);
const formatUnknown = refusal(
  'open311.format-unknown',
  404,
  '地址要以 .json 或 .xml 结尾。',
  'End the address in .json or .xml.',
);

/** `<name>.json` → name and format; a refusal for anything else. */
export function readFile(file: string): { name: string; format: Format } | Refusal {
  const format = formats.find((one) => file.endsWith(`.${one}`) && file.length > one.length + 1);
  return format ? { name: file.slice(0, -format.length - 1), format } : formatUnknown;
}

/** The code of a category of a method: the same for as long as both are called so. */
export function serviceCode(method: string, category: string): string {
  return `${method}.${category.replace(/[^\p{L}\p{N}-]/gu, '_')}`;
}

/** Whether residents may begin it and it shows of its matters at least which category they are of. */
export function isOffered(method: Method): boolean {
  const first = method.steps[0];
  const { category } = method.present;
  if (!first || !category || method.visible === 'restricted') return false;
  const asked = first.forms.flatMap((form) => method.forms[form]?.fields ?? []);
  const isAsked = asked.some((field) => field.id === category && field.type === 'choice');
  return isAsked && first.by.some((by) => by === 'resident' || by === 'anyone');
}

export function serviceOf(method: Method, category: string): Service {
  const promise = method.present.promise?.zh;
  return {
    service_code: serviceCode(method.id, category),
    service_name: category,
    description: promise ? `${method.name.zh}：${promise}` : method.name.zh,
    metadata: true,
    type: 'realtime',
    keywords: '',
    group: method.name.zh,
  };
}

const datatypeOf: Record<string, Attribute['datatype']> = {
  text: 'string',
  longtext: 'text',
  number: 'number',
  count: 'number',
  money: 'number',
  percent: 'number',
  date: 'datetime',
  datetime: 'datetime',
  choice: 'singlevaluelist',
  yesno: 'singlevaluelist',
};

const yesNo = [
  { key: 'true', name: '是' },
  { key: 'false', name: '否' },
];

/** The fields the standard has a parameter of its own for. */
function ownFields(method: Method): (string | undefined)[] {
  const { category, place, photos } = method.present;
  return [category, place, photos];
}

/** What a service asks besides category, place and telephone; null when it asks what the standard cannot carry. */
export function attributesOf(method: Method, asked: AskedField[]): Attribute[] | null {
  const own = ownFields(method);
  const rest = asked.filter((field) => !own.includes(field.id));
  const carried = rest.filter((field) => datatypeOf[field.type] !== undefined);
  const isLost = (field: AskedField): boolean => !field.optional && field.type !== 'phone' && !carried.includes(field);
  if (rest.some(isLost)) return null;
  if (asked.some((field) => field.id === method.present.photos && !field.optional)) return null;
  return carried.map((field, at) => ({
    variable: true,
    code: field.id,
    datatype: field.many && field.of ? 'multivaluelist' : (datatypeOf[field.type] ?? 'string'),
    required: !field.optional,
    datatype_description: hintOf(field),
    order: at + 1,
    description: field.label.zh,
    values: field.type === 'yesno' ? yesNo : (field.of ?? []).map(({ value, label }) => ({ key: value, name: label })),
  }));
}

function hintOf({ type, max }: AskedField): string {
  if (type === 'date') return '像 2026-11-20';
  if (type === 'datetime') return '像 2026-11-20T09:00:00+08:00';
  return typeof max === 'number' && (type === 'text' || type === 'longtext') ? `最多 ${max} 个字` : '';
}

/** One text of a form; the first when it was given several times. */
export function textOf(request: NewRequest, name: string): string | undefined {
  const value = request[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === '' ? undefined : first.trim();
}

const attributeName = /^attribute\[([^\]]{1,60})\](\[[^\]]*\])?$/;

/** What was answered to the attributes, as the method's form takes it. Refused for an attribute that is not asked. */
export function answersOf(attributes: Attribute[], request: NewRequest): Values | Refusal {
  const answers: [string, Values[string]][] = [];
  for (const [name, given] of Object.entries(request)) {
    if (!name.startsWith('attribute')) continue;
    const code = attributeName.exec(name)?.[1];
    const attribute = attributes.find((one) => one.code === code);
    if (!attribute) return attributeUnknown(name);
    const texts = (Array.isArray(given) ? given : [given]).filter((one) => one !== '');
    if (texts.length > 0) answers.push([attribute.code, answerOf(attribute, texts)]);
  }
  return Object.fromEntries(answers);
}

function answerOf(attribute: Attribute, texts: string[]): Values[string] {
  const first = texts[0] ?? '';
  if (attribute.datatype === 'multivaluelist') return texts;
  if (attribute.datatype === 'number') return first.trim() === '' ? null : Number(first);
  if (attribute.values === yesNo && (first === 'true' || first === 'false')) return first === 'true';
  return first;
}

function attributeUnknown(name: string): Refusal {
  return refusal(
    'open311.attribute-unknown',
    400,
    `这项服务没有“${name.slice(0, 60)}”这一项，请看 services/<service_code> 里问的是什么。`,
    `This service has no ${name.slice(0, 60)}.`,
  );
}

/** The point of a request as longitude and latitude; null when none was given. */
export function pointOf(request: NewRequest): [number, number] | Refusal | null {
  const [lat, long] = [textOf(request, 'lat'), textOf(request, 'long')];
  if (lat === undefined && long === undefined) return null;
  const point: [number, number] = [Number(long ?? Number.NaN), Number(lat ?? Number.NaN)];
  const isGood = Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90;
  return isGood ? point : pointInvalid;
}

const spanMs = 90 * dayMs;
export const requestsMost = 1000;

/** Which requests by when they were made, both ends inclusive: the last 90 days unless said otherwise. */
export function windowOf(
  given: { start: string | undefined; end: string | undefined },
  now: Date,
): { from: Date; to: Date } | Refusal {
  const [start, end] = [instantOf(given.start), instantOf(given.end)];
  if (start === 'wrong' || end === 'wrong') return datesInvalid;
  const to = end ?? (start ? new Date(start.getTime() + spanMs) : now);
  const from = start ?? new Date(to.getTime() - spanMs);
  const lengthMs = to.getTime() - from.getTime();
  return lengthMs < 0 || lengthMs > spanMs ? datesInvalid : { from, to };
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function instantOf(given: string | undefined): Date | 'wrong' | null {
  if (!given) return null;
  // A plus sign in an address that was not escaped arrives as a blank.
  const text = given.replace(' ', '+');
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? shanghaiInstant(text) : new Date(moment.test(text) ? text : Number.NaN);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1000 ? 'wrong' : at;
}

/** Which of the standard's two states are asked for; null for both. */
export function statusOf(given: string | undefined): 'open' | 'closed' | null | Refusal {
  const asked = new Set(listOf(given));
  for (const one of asked) if (one !== 'open' && one !== 'closed') return statusInvalid;
  return asked.size === 1 ? (asked.has('open') ? 'open' : 'closed') : null;
}

/** The parts of a comma-delimited list. */
export function listOf(given: string | undefined): string[] {
  const parts = (given ?? '').split(',').map((one) => one.trim());
  return [...new Set(parts.filter((one) => one !== ''))];
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'status' in value && 'zh' in value && 'en' in value;
}

/** A refusal in the words of the standard: one line per field when it names some, and 400 where ours is finer. */
export function errorsOf(refused: Refusal): { status: number; errors: { code: number; description: string }[] } {
  const status = refused.status === 422 ? 400 : refused.status;
  const { zh, en } = refused.code === 'body.media-type' ? formOnly : refused;
  const fields = Object.entries(refused.fields ?? {}).map(([name, sentence]) => `${name}: ${sentence}`);
  // Sentences of a method are written in Chinese only.
  const english = /[a-z]{2}/i.test(en) ? en : 'The form is not complete.';
  return { status, errors: [`${zh} ${english}`, ...fields].map((description) => ({ code: status, description })) };
}

const formOnly = {
  zh: '请用 application/x-www-form-urlencoded 提交。',
  en: 'Send application/x-www-form-urlencoded.',
};
