import type { Field, Level, Method, Names, OfficeVerb, Route, Step, Visibility } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import { compileMethod, sourceOf } from '../../definition/rules.ts';
import { timeName } from '../../limit/rules.ts';
import { officeRule } from '../../office/rules.ts';
import {
  actorNames,
  conditionName,
  fieldName,
  kindSentence,
  lateName,
  limitLines,
  outcomeName,
  routesName,
  stepName,
  valueName,
} from '../../wording/rules.ts';

const noNames: Names = {
  roles: {},
  bodies: {},
  funds: {},
  members: {},
  office: { coordinators: [], supervisors: [], told: [] },
};

type Pair<T> = [before: T, after: T];

const changed = (what: string, [before, after]: Pair<string>): string[] =>
  before === after ? [] : [`${what}：${before} → ${after}`];

/** What was added to and taken from a list of words. */
function listChange(what: string, [before, after]: Pair<string[]>): string[] {
  const added = after.filter((word) => !before.includes(word));
  const gone = before.filter((word) => !after.includes(word));
  const parts = [
    added.length > 0 ? `增加「${added.join('」「')}」` : '',
    gone.length > 0 ? `去掉「${gone.join('」「')}」` : '',
  ].filter(Boolean);
  if (parts.length > 0) return [`${what}：${parts.join('，')}`];
  return before.join() === after.join() ? [] : [`${what}：次序改为${after.join('、')}`];
}

/** Pairs what two lists have in common by id, and names what only one of them has. */
function paired<T extends { id: string; label: { zh: string } }>(
  noun: string,
  before: T[],
  after: T[],
): { both: Pair<T>[]; sentences: string[] } {
  const both = before.flatMap((one): Pair<T>[] => {
    const other = after.find((item) => item.id === one.id);
    return other ? [[one, other]] : [];
  });
  const gone = before
    .filter((one) => !after.some((item) => item.id === one.id))
    .map((one) => `去掉${noun}「${one.label.zh}」`);
  const added = after
    .filter((one) => !before.some((item) => item.id === one.id))
    .map((one) => `增加${noun}「${one.label.zh}」`);
  return { both, sentences: [...gone, ...added] };
}

function limitChange(step: string, methods: Pair<Method>, steps: Pair<Step>): string[] {
  const [before, after] = steps.map((one, at) => limitLines(methods[at] as Method, one.limit)) as Pair<
    ReturnType<typeof limitLines>
  >;
  const words = [...new Set([...before, ...after].map((line) => line.word))];
  return words.flatMap((word) => {
    const timeOf = (lines: typeof before): string =>
      (lines.find((line) => line.word === word) ?? lines.find((line) => line.word === '其余' || line.word === null))
        ?.time ?? '未定';
    return changed(`${step}·${word ?? '时限'}`, [timeOf(before), timeOf(after)]);
  });
}

function actionChanges(methods: Pair<Method>, steps: Pair<Step>): string[] {
  const step = steps[1].label.zh;
  const { both, sentences } = paired(`「${step}」的操作`, steps[0].actions, steps[1].actions);
  return [
    ...sentences,
    ...both.flatMap((pair) => [
      ...changed(`${step}·操作名`, [pair[0].label.zh, pair[1].label.zh]),
      ...changed(`${step}·${pair[1].label.zh}`, [routesName(methods[0], pair[0]), routesName(methods[1], pair[1])]),
    ]),
  ];
}

const kindWords: Record<string, string> = {
  task: '填表',
  offer: '请人来接',
  end: '结束',
  all: '一起问',
  one: '一个一个问',
  done: '办结',
  refused: '不予办理',
  withdrawn: '撤回',
  merged: '并案',
  moved: '转出',
};
const inWords = (word: string): string => kindWords[word] ?? word;

/** How a step ends or is handed out, beyond filling a form: what stands behind its kind. */
function kindName(method: Method, step: Step): string {
  const said = kindSentence(method, step);
  if (said !== '') return said;
  const words = (Array.isArray(step.argument) ? step.argument : [step.argument]).map(String);
  const argument =
    step.argument === null ? '' : step.kind === 'end' ? inWords(String(step.argument)) : actorNames(method, words);
  const options = Object.values(step.options).map((option) => inWords(String(option)));
  return [inWords(step.kind), argument, ...options].filter(Boolean).join('，');
}

/** Other forms in a step; what changes inside a form is said field by field. */
function formChanges(methods: Pair<Method>, steps: Pair<Step>): string[] {
  if (steps[0].forms.join() === steps[1].forms.join()) return [];
  const fields = (at: 0 | 1): string =>
    steps[at].forms
      .flatMap((form) => methods[at].forms[form]?.fields ?? [])
      .map((field) => field.label.zh)
      .join('、') || '无';
  return changed(`${steps[1].label.zh}·填什么`, [fields(0), fields(1)]);
}

function outcomeChanges(methods: Pair<Method>, steps: Pair<Step>): string[] {
  const outcomes = [...new Set(steps.flatMap((step) => Object.keys(step.outcomes)))];
  return outcomes.flatMap((outcome) =>
    changed(
      `${steps[1].label.zh}·${outcomeName(outcome)}`,
      steps.map((step, at) => targetsName(methods[at] as Method, step.outcomes[outcome] ?? [])) as Pair<string>,
    ),
  );
}

const targetsName = (method: Method, routes: Route[]): string =>
  routes.map(({ to }) => (to === 'next' ? '下一步' : `「${stepName(method, to)}」`)).join('，') || '无';

/** What concerns a method as a whole: who reads it, what is fixed, what may be pressed at any time, what it promises. */
function wholeChanges([old, now]: Pair<Method>): string[] {
  const anytime = (method: Method): string[] =>
    method.anytime.map((action) => `${action.label.zh}（${actorNames(method, action.by)}）`);
  return [
    ...changed('谁能看全文', [visibleNames[old.visible], visibleNames[now.visible]]),
    ...changed('归哪一级', [levelNames[old.level], levelNames[now.level]]),
    ...changed('对居民的承诺', [old.present.promise?.zh ?? '无', now.present.promise?.zh ?? '无']),
    ...listChange('随时能按的', [anytime(old), anytime(now)]),
    ...listChange('不许改的地方', [old.fixed, now.fixed]),
    ...listChange('不用的通用操作', [verbNames(old.officeVerbsOff), verbNames(now.officeVerbsOff)]),
    ...changed('不能重复的', [old, now].map((method) => uniqueName(method)) as Pair<string>),
  ];
}

const visibleNames: Record<Visibility, string> = {
  public: '人人',
  area: '本辖区的人',
  parties: '提出人和经办人',
  restricted: '只有经办人',
};
const levelNames: Record<Level, string> = {
  city: '市',
  district: '区县',
  street: '街道',
  community: '社区',
  grid: '网格',
  estate: '小区',
};
const verbNames = (verbs: string[]): string[] => verbs.map((verb) => officeRule(verb as OfficeVerb)?.label.zh ?? verb);
const uniqueName = (method: Method): string => method.unique.map((id) => fieldName(method, id)).join('、') || '无';

function stepChanges(methods: Pair<Method>, steps: Pair<Step>): string[] {
  const step = steps[1].label.zh;
  const each = (what: string, name: (method: Method, one: Step) => string): string[] =>
    changed(what, [name(methods[0], steps[0]), name(methods[1], steps[1])]);
  return [
    ...each('步骤改名', (_method, one) => `「${one.label.zh}」`),
    ...each(`${step}·谁来办`, (method, one) => actorNames(method, one.by)),
    ...limitChange(step, methods, steps),
    ...each(`${step}·起算`, (method, one) =>
      one.since === undefined ? '进入这一步' : `进入「${stepName(method, one.since)}」`,
    ),
    ...each(`${step}·超时后`, (method, one) => lateName(method, one.late)),
    ...each(
      `${step}·公开`,
      (method, one) => one.shows.flatMap((show) => show.fields.map((id) => fieldName(method, id))).join('、') || '无',
    ),
    ...each(`${step}·另外告诉`, (method, one) => actorNames(method, one.tell)),
    ...formChanges(methods, steps),
    ...each(`${step}·最早`, (_method, one) => (one.opens === undefined ? '随时' : timeName(one.opens).zh)),
    ...each(`${step}·办法`, (method, one) => kindName(method, one)),
    ...each(`${step}·另起`, (_method, one) => one.starts.map((start) => start.method).join('、') || '无'),
    ...each(`${step}·提交前要`, (_method, one) => one.needs.map((need) => need.sentence).join('；') || '无'),
    ...each(`${step}·提醒`, (_method, one) => one.advise.map((advice) => advice.sentence).join('；') || '无'),
    ...each(`${step}·记到`, (_method, one) => one.record.map(({ into }) => into).join('、') || '无'),
    ...each(
      `${step}·随时可记`,
      (method, one) =>
        one.meanwhile.map(({ label, by }) => `${label.zh}（${actorNames(method, by)}）`).join('；') || '无',
    ),
    ...each(`${step}·属于`, (_method, one) => one.stage?.zh ?? '不分级'),
    ...outcomeChanges(methods, steps),
    ...actionChanges(methods, steps),
  ];
}

function fieldChanges(methods: Pair<Method>, fields: Pair<Field>): string[] {
  const name = fields[1].label.zh;
  const each = (what: string, value: (field: Field) => string): string[] =>
    changed(`${name}·${what}`, [value(fields[0]), value(fields[1])]);
  const actors = fields[1].type === 'who';
  const words = (at: 0 | 1): string[] =>
    (fields[at].of ?? []).map((word) => (actors ? actorNames(methods[at], [word]) : word));
  return [
    ...changed('填写项改名', [fields[0].label.zh, name]),
    ...each('内容', (field) => field.type),
    ...each('必填', (field) => (field.optional ? '否' : '是')),
    ...each('什么时候填', (field) => (field.if === undefined ? '总是' : conditionName(methods[1], field.if))),
    ...each('最少', (field) => String(field.min ?? '不限')),
    ...each('最多', (field) => String(field.max ?? '不限')),
    ...listChange(name, [words(0), words(1)]),
  ];
}

function mainLine(method: Method): string {
  return method.steps.flatMap((step) => (step.main ? [step.label.zh] : [])).join('—');
}

/**
 * How two versions of a method file differ, in plain Chinese: `办理·时限：1个工作日 → 2个工作日`. Empty when nothing
 * that people notice has changed. Names make the roles readable.
 */
export function differences(before: Raw, after: Raw, names: Names = noNames): string[] {
  const shelf = { names, english: {}, methods: [] };
  const methods = [before, after].map((raw) => compileMethod(sourceOf(raw), shelf).method) as Pair<Method>;
  const [old, now] = methods;
  const steps = paired('步骤', old.steps, now.steps);
  const fields = paired('填写项', Object.values(old.fields), Object.values(now.fields));
  const params = paired('参数', Object.values(old.params), Object.values(now.params));
  return [
    ...changed('名称', [old.name.zh, now.name.zh]),
    ...(steps.sentences.length === 0 ? changed('主线', [mainLine(old), mainLine(now)]) : []),
    ...steps.sentences,
    ...wholeChanges(methods),
    ...params.sentences,
    ...params.both.flatMap(([a, b]) =>
      changed(b.label.zh, [valueName(a.type, a.value, old), valueName(b.type, b.value, now)]),
    ),
    ...steps.both.flatMap((pair) => stepChanges(methods, pair)),
    ...fields.sentences,
    ...fields.both.flatMap((pair) => fieldChanges(methods, pair)),
  ];
}
