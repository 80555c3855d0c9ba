import { clockTime, dayMs, dayName, durationName, limitName, shanghaiParts } from '#shared/time';
import { maskName, maskPhone } from '#shared/masking';
import {
  sealedMark,
  type Field,
  type Json,
  type Limit,
  type MatterState,
  type Method,
  type Step,
} from '#kernel-contract/workflow';

/** What the part that carries a step found out, as the history says it. */
export const foundNames: Record<string, string> = {
  opened: '开始投票',
  passed: '表决通过',
  failed: '表决未通过',
  posted: '公示贴出',
  clear: '公示期满，无异议',
  upheld: '异议成立',
  attended: '签到',
  started: '分头开始办',
  ended: '办完一件',
  paid: '付清，记入账簿',
  unpaid: '没有付，退回',
};

/** A filled value as a person reads it. Private values come masked; `null` when there is nothing to say. */
export function valueText(
  field: Field,
  value: Json | undefined,
  words: { now: Date; nameOf(key: string): string | null; open(id: string): string | null },
): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (value === sealedMark) return masked(field.type, words.open(field.id) ?? '');
  if (field.type === 'list') return rowsText(field, value, words);
  if (Array.isArray(value))
    return field.type === 'images' || field.type === 'files' ? `${value.length} 张` : value.map(String).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type === 'who') return words.nameOf(String(value)) ?? '已指定';
  if (field.type === 'rating') return `${String(value)} 星`;
  if (field.type === 'money') return moneyText(value);
  if (field.type === 'datetime') return `${dayName(String(value), words.now)} ${clockTime(String(value))}`;
  if (field.type === 'checkin') return `${clockTime(String((value as { at?: string }).at ?? words.now))} 到场`;
  if (typeof value === 'object') return String((value as { label?: Json }).label ?? '');
  return String(value);
}

/** Fen as people read them: 248,000.00 元. */
export const moneyText = (fen: Json): string =>
  `${(Number(fen) / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`;

/** A bare number, or yes and no, tells nothing without the name of its column. */
const namedCells = ['count', 'number', 'percent', 'yesno'];

/** Rows of a list, each with what its columns say: 晾衣杆 300.00 元；移动晾衣架 500.00 元. */
function rowsText(field: Field, value: Json, words: Parameters<typeof valueText>[2]): string | null {
  const cell = (column: Field, row: Record<string, Json>): string | null => {
    const text = valueText(column, row[column.id], words);
    return text !== null && namedCells.includes(column.type) ? `${column.label.zh} ${text}` : text;
  };
  const rows = (Array.isArray(value) ? value : [value]).map((row) =>
    (field.columns ?? [])
      .map((column) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? cell(column, row) : null))
      .filter(Boolean)
      .join(' '),
  );
  return rows.filter(Boolean).join('；') || null;
}

function masked(type: string, value: string): string {
  if (type === 'phone') return maskPhone(value);
  return type === 'person' ? maskName(value) : '（已加密，查看留痕）';
}

/** A limit as the method states it, for a matter whose fields are known: 1 个工作日 · 30 分钟 · 不限时. */
export function limitText(
  limit: Limit | undefined,
  fields: Record<string, Json>,
  nameOf: (time: string) => string,
): string {
  if (!limit || limit.kind === 'unlimited') return '';
  if (limit.kind === 'within') return nameOf(limit.time);
  if (limit.kind === 'until') return `到${String(fields[limit.field] ?? '约定的日期')}`;
  return nameOf(limit.times[String(fields[limit.field] ?? '')] ?? limit.else);
}

/** Which fields of the step's forms are to be asked: not computed, and with what is known already. */
export function askedFields(method: Method, forms: string[]): Field[] {
  return forms.flatMap((id) => method.forms[id]?.fields ?? []).filter((field) => field.is === undefined);
}

const sameSpotMonths = 14;

/** Since when other matters of the same spot are counted. */
export function sameSpotSince(now: Date): Date {
  return new Date(now.getTime() - sameSpotMonths * 30 * dayMs);
}

export type LineState = {
  id: string;
  state: 'done' | 'now' | 'coming';
  at: string | null;
  usedMs: number | null;
  late: boolean;
};

type Past = {
  fromStep: string | null;
  toStep: string;
  at: string;
  enteredAt: string | null;
  late: boolean;
  kind: string;
};

/** The main line of a matter: when each step was left, how long it took, where it stands now. */
export function lineOf(method: Method, current: { step: string; status: string }, history: Past[]): LineState[] {
  const main = method.steps.filter((step) => step.main);
  const here = main.findIndex((step) => step.id === current.step);
  const left = new Map(
    history
      .filter((past) => past.fromStep !== null && past.toStep !== past.fromStep)
      .map((past) => [past.fromStep, past]),
  );
  const begun = history[0];
  return main.map((step, i) => {
    const past = left.get(step.id) ?? (i === 0 ? begun : undefined);
    const done = here === -1 ? past !== undefined : i < here || (i === here && current.status === 'done');
    const ended = i === here && current.status === 'done' ? history.at(-1) : past;
    return {
      id: step.id,
      state: done ? 'done' : i === here ? 'now' : 'coming',
      at: done ? (ended?.at ?? null) : null,
      usedMs: i > 0 && done && past?.enteredAt ? Date.parse(past.at) - Date.parse(past.enteredAt) : null,
      late: done && (past?.late ?? false),
    };
  });
}

export function usedText(ms: number | null): string | null {
  return ms === null ? null : durationName(ms);
}

type Held = { step: string; status: string; state: Pick<MatterState, 'waiting'> };

/**
 * What holds a matter until a day that nobody can hurry, and what it comes to then: for whoever looks for a button and
 * finds none. Empty where nothing holds it. Source: N54.
 */
export function gateText(method: Method, { step: at, status, state }: Held, now: Date): string {
  const main = method.steps.filter((one) => one.main || one.id === at);
  const here = main.findIndex(({ id }) => id === at);
  const kind = main[here]?.kind ?? '';
  const after = `“${main[here + 1]?.label.zh ?? ''}”`;
  const closesAt = state.waiting['closesAt'];
  const held = gates[kind];
  if (status !== 'open' || held === undefined) return '';
  if (typeof closesAt !== 'string') return held.before(after);
  if (Date.parse(closesAt) <= now.getTime()) return held.over(after);
  return held.open({ until: untilName(closesAt), day: dayName(closesAt, now), after });
}

/** As a date also on its own day: the sentence is read out and passed on. */
const untilName = (closesAt: string): string => limitName(closesAt, Date.parse(closesAt) - 3 * dayMs);

type Gate = {
  before(after: string): string;
  open(gate: { until: string; day: string; after: string }): string;
  over(after: string): string;
};

const gates: Record<string, Gate> = {
  publicity: {
    before: (after) => `公示还没有贴出。贴出来、满了公示的天数，才能到${after}。`,
    open: ({ until, day, after }) => `公示到 ${until} 才满。没有异议的话，${day}起到${after}；在那以前谁也不能提前办。`,
    over: (after) => `公示的天数满了，异议都答复完就到${after}。`,
  },
  vote: {
    before: () => '表决还没有开始。书记开始以后，该投的人会收到消息。',
    open: ({ until }) => `表决到 ${until} 截止，截止就有结果；在那以前不能往下办。`,
    over: () => '表决截止了，正在算结果。',
  },
};

/** Whom a step is for, in words of its method: 网格员、社区工作者 · 承办 · 提出人. */
export function whoText(method: Method, step: Step): string {
  return step.by.map((actor) => actorName(method, actor)).join('、');
}

const given: Record<string, string> = {
  reporter: '提出人',
  resident: '居民',
  anyone: '任何人',
  device: '设备',
  family: '家属',
  system: '系统',
};

export function actorName(method: Method, actor: string): string {
  const plain = actor.split('.')[0] ?? actor;
  return (
    given[actor] ??
    method.names.roles[actor]?.label.zh ??
    method.names.bodies[actor]?.label.zh ??
    method.fields[plain]?.label.zh ??
    method.params[actor.split('.')[1] ?? '']?.label.zh ??
    `“${method.steps.find((step) => step.id === plain)?.label.zh ?? plain}”的办理人`
  );
}

/** The promise of the first answer, as a resident hears it: 最晚明天 24:00. */
export function answerByText(dueAt: string | null, now: Date): string {
  if (!dueAt) return '';
  const { hour, minute } = shanghaiParts(dueAt);
  const ends = hour === 0 && minute === 0;
  return `最晚${limitName(dueAt, now).replace(' 24:00', ends ? '下班前' : ' 24:00')}`;
}

const officePhrases: Record<string, string[]> = {
  remind: ['请抓紧办，居民在等', '今天下班前请回个话', '明天检查，请先处理'],
  supervise: ['逾期了，请今天给出办理时间', '居民反复反映，请负责人盯办'],
  transfer: ['更熟悉这一片', '不在我的职责里', '人手不够，请协助'],
  copy: ['请知悉', '供参考'],
  consult: ['请一起看看怎么办', '涉及你们那边，请提意见'],
  supplement: ['请补一张照片', '请说清楚是几号楼几单元'],
  extend: ['等配件到货', '要等天气好再施工', '需要走采购'],
  suspend: ['等居民在家', '等上级批复'],
  resume: ['可以接着办了'],
  return: ['材料不全，请补充', '结果和现场不符，请再核实'],
  withdraw: ['已经自己解决了', '填错了'],
  track: ['已电话联系', '已到现场看过'],
};

export function phrasesFor(verb: string): string[] {
  return officePhrases[verb] ?? [];
}
