import type { Action, Json, Late, Limit, Method, Step, Values } from '../contract.ts';
import { electorates, voteRules } from '../definition/vocabulary/rules.ts';
import { timeName } from '../limit/rules.ts';

/** Parts of a method in plain Chinese, for differences and diagrams. */

export const givenNames: Record<string, string> = {
  reporter: '提出人',
  resident: '居民',
  anyone: '任何人',
  device: '设备',
  family: '家属',
  system: '系统',
};

const electorateNames: Record<string, string> = {
  owners: '业主',
  residents: '居民',
  households: '住户',
  'village-representatives': '村民代表',
};

/** Electorates and rules by their Chinese names, for screens that let somebody choose. */
export const electorateChoices = electorates.map((value) => ({ value, label: electorateNames[value] ?? value }));

const ruleNames: Record<string, string> = {
  'majority-of-members': '全体成员过半数',
  'majority-of-present': '参加人数过半数',
  'two-thirds-of-present': '参加人数三分之二以上',
  'most-votes': '得票最多',
  'owners-double-majority': '业主双过半（民法典第278条）',
  'owners-three-quarters': '业主双四分之三（民法典第278条）',
};

export const ruleChoices = voteRules.map((value) => ({ value, label: ruleNames[value] ?? value }));

const outcomeNames: Record<string, string> = {
  accepted: '接受',
  none: '无人接',
  enough: '收齐',
  short: '不够',
  passed: '通过',
  failed: '未通过',
  clear: '期满无异议',
  upheld: '异议成立',
  done: '都办完',
  not: '没有办成',
  paid: '付清',
  unpaid: '没有付',
};

export const outcomeName = (outcome: string): string => outcomeNames[outcome] ?? outcome;

export const stepName = (method: Method, id: string): string =>
  method.steps.find((step) => step.id === id)?.label.zh ?? id;

export const fieldName = (method: Method, id: string): string => method.fields[id]?.label.zh ?? id;

/** An actor expression: `grid-worker` → 网格员, `handler` → 〔承办〕, `arrive.who` → 到场的人. */
export function actorName(method: Method, actor: string): string {
  const known =
    givenNames[actor] ??
    electorateNames[actor] ??
    method.names.roles[actor]?.label.zh ??
    method.names.bodies[actor]?.label.zh;
  if (known !== undefined) return known;
  if (method.fields[actor]) return `〔${fieldName(method, actor)}〕`;
  const [owner, part] = actor.split('.') as [string, string?];
  if (part === 'who') return `${stepName(method, owner)}的人`;
  return owner === 'params' && part !== undefined ? `〔${method.params[part]?.label.zh ?? part}〕` : actor;
}

export const actorNames = (method: Method, actors: readonly string[]): string =>
  actors.length === 0 ? '无' : actors.map((actor) => actorName(method, actor)).join('、');

/** A limit line by line: the word it is for (null for a plain limit) and the time. */
export function limitLines(method: Method, limit: Limit | undefined): { word: string | null; time: string }[] {
  if (!limit) return [];
  if (limit.kind === 'unlimited') return [{ word: null, time: '不限' }];
  if (limit.kind === 'until') return [{ word: null, time: `到〔${fieldName(method, limit.field)}〕` }];
  if (limit.kind === 'within') return [{ word: null, time: timeName(limit.time).zh }];
  const lines = Object.entries(limit.times).map(([word, time]) => ({ word, time: timeName(time).zh }));
  return limit.else === '' ? lines : [...lines, { word: '其余', time: timeName(limit.else).zh }];
}

/** A parameter's value as people write it. */
export function valueName(type: string, value: Json, method: Method): string {
  if (value === null) return '未定';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type === 'money' && typeof value === 'number') return `${value / 100}元`;
  if (type === 'rule') return ruleNames[String(value)] ?? String(value);
  if (type === 'percent') return `${String(value)}%`;
  if (type === 'actor') return actorNames(method, Array.isArray(value) ? value.map(String) : [String(value)]);
  return Array.isArray(value) ? value.map(String).join('、') : String(value);
}

const signs: [pattern: RegExp, sign: string][] = [
  [/\band\b/g, '且'],
  [/\bor\b/g, '或'],
  [/\bnot\b/g, '没有'],
  [/!=/g, '≠'],
  [/>=/g, '≥'],
  [/<=/g, '≤'],
];

/** A condition with the names people know: `sort = 其他` → 急事类别 = 其他. */
export function conditionName(method: Method, condition: string): string {
  const named = condition.replace(/[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*/g, (name) => {
    if (name === 'overdue') return '已超时';
    if (name.startsWith('params.')) return method.params[name.slice('params.'.length)]?.label.zh ?? name;
    return method.fields[name]?.label.zh ?? name;
  });
  return signs.reduce((text, [pattern, sign]) => text.replace(pattern, sign), named);
}

/** What happens when a limit has passed: who is told, where the matter goes. */
export function lateName(method: Method, late: Late[]): string {
  if (late.length === 0) return '提醒经办人和社区';
  return late
    .map((rule) => {
      const when = rule.after === undefined ? '' : `再过${timeName(rule.after).zh}`;
      const told = rule.tell.length > 0 ? `告诉${actorNames(method, rule.tell)}` : '';
      return `${when}${[told, rule.to === undefined ? '' : `转到「${stepName(method, rule.to)}」`].filter(Boolean).join('并')}`;
    })
    .join('；');
}

/** Where an action leads, in words. */
export function routesName(method: Method, action: Action): string {
  const target = (to: string): string => (to === 'next' ? '下一步' : `「${stepName(method, to)}」`);
  const routes = action.routes
    .map((route) => `${route.if === undefined ? '' : `${conditionName(method, route.if)} 时`}去${target(route.to)}`)
    .join('，');
  return action.atMost === undefined
    ? routes
    : `${routes}，最多${action.atMost}次，之后去${target(action.else ?? 'next')}`;
}

const listed = (value: Json): string[] => (value === null ? [] : (Array.isArray(value) ? value : [value]).map(String));

/** A setting of a step in words: the value in force, or the parameter that nobody has set yet. */
function settingName(method: Method, value: Json, name: (value: Json) => string): string {
  const param = method.params[String(value).startsWith('params.') ? String(value).slice('params.'.length) : ''];
  if (!param) return name(value);
  return param.value === null ? `〔${param.label.zh}〕` : name(param.value);
}

const resultNames: Record<string, string> = {
  who: '是谁',
  attended: '到会几人',
  rows: '填的内容',
  count: '收到几份',
  missing: '还没有填的',
  tally: '票数',
  winners: '选出的',
  score: '得分',
  objections: '几条异议',
  done: '办成几件',
  not: '没办成几件',
  all: '一共几件',
  amount: '付了多少',
  entry: '第几笔账',
  day: '付款日',
  voucher: '凭证号',
  reason: '为什么没有付',
};

/** What is shown by a name: a field, or what a step found out (`vote.winners` → 投票评议：选出的). */
export function shownName(method: Method, name: string): string {
  const [owner = '', part] = name.split('.') as [string, string?];
  if (method.fields[name] || part === undefined) return fieldName(method, name);
  return `${stepName(method, owner)}：${resultNames[part] ?? part}`;
}

const said: Record<string, (method: Method, step: Step) => string> = {
  session: (method, { argument }) => `开会：请${actorNames(method, listed(argument))}参加`,
  gather: (method, { argument }) =>
    argument === 'all'
      ? '每人填一份，收齐为止'
      : argument === 0
        ? '每人填一份，到期为止'
        : `每人填一份，至少${settingName(method, argument, (count) => `${String(count)}份`)}`,
  vote: (method, { argument, options: { rule = '', secret } }) =>
    [
      `由${settingName(method, argument, (who) => actorNames(method, listed(who)))}表决`,
      settingName(method, rule, (value) => valueName('rule', value, method)),
      secret === true ? '无记名' : '',
    ]
      .filter(Boolean)
      .join('，'),
  children: (method, { by, options: { per } }) =>
    per === 'households'
      ? '每户各办一件，都办完再往下'
      : per === undefined
        ? by.length > 0
          ? '随时新开，都办完再往下'
          : '另办一件，办完再往下'
        : `〔${fieldName(method, String(per))}〕每行各办一件，都办完再往下`,
  pay: paySentence,
  publicity: (method, { argument, options: { board } }) =>
    [`公示${settingName(method, argument, (time) => timeName(String(time)).zh)}`, board === true ? '同时上公告栏' : '']
      .filter(Boolean)
      .join('，'),
};

const fundName = (method: Method, fund: string): string => method.names.funds[fund]?.label.zh ?? fund;

/** Who is paid: 〔施工单位〕, or somebody known by name. */
function payeeName(method: Method, name: string): string {
  if (method.fields[name]) return `〔${fieldName(method, name)}〕`;
  if (method.names.funds[name]) return fundName(method, name);
  const isParam = name.startsWith('params.');
  return isParam || !name.includes('.')
    ? settingName(method, name, () => actorName(method, name))
    : shownName(method, name);
}

function paySentence(method: Method, { argument, options }: Step): string {
  const twoPeople = '一人制单，另一人核准';
  if (argument === 'back') return `把“${stepName(method, String(options['of']))}”付的退回来，${twoPeople}`;
  const due = method.fields[String(argument)]
    ? `〔${fieldName(method, String(argument))}〕`
    : settingName(method, argument, (value) => valueName('money', value, method));
  const shares = Object.entries((options['split'] ?? {}) as Values).map(
    ([fund, share]) =>
      `其中${settingName(method, share, (value) => (typeof value === 'number' ? `${value}%` : String(value)))}进${fundName(method, fund)}`,
  );
  const payees = listed(options['to'] ?? null).map((name) => payeeName(method, name));
  const from = fundName(method, String(options['from'] ?? ''));
  return [`从${from}付${due}给${payees.join('或')}`, ...shares, twoPeople].join('，');
}

/** What happens in a step beyond filling a form, in words; empty where nothing does. */
export function kindSentence(method: Method, step: Step): string {
  return said[step.kind]?.(method, step) ?? '';
}

const lasting: Record<string, (method: Method, step: Step) => string> = {
  publicity: (method, { argument }) => settingName(method, argument, (time) => timeName(String(time)).zh),
};

/** How long a step lasts that has no limit because its kind says so: 7天 of publicity; empty for every other. */
export function lastsName(method: Method, step: Step): string {
  return lasting[step.kind]?.(method, step) ?? '';
}
