import type { Action, Field, Limit, Method, Step, Visibility } from '../contract.ts';
import { kindOf } from '../kinds/rules.ts';
import { officeRules } from '../office/rules.ts';
import { timeName } from '../limit/rules.ts';
import {
  actorName,
  actorNames,
  conditionName,
  kindSentence,
  lastsName,
  lateName,
  limitLines,
  routesName,
  shownName,
} from '../wording/rules.ts';
import type { Card, CardRow } from './contract.ts';

/** A field as an actor on a page for people, who know no brackets: 承办. */
function whoName(method: Method, actor: string): string {
  return method.fields[actor]?.label.zh ?? actorName(method, actor);
}

/** What is filled in, a condition that several share said once behind them: 由谁来做、费用（预计金额 < 大型起点时）. */
function fillsName(method: Method, step: Step): string {
  const fields = step.forms.flatMap((form) => method.forms[form]?.fields ?? []).filter(({ is }) => is === undefined);
  const groups: Field[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.if !== undefined && last?.[0]?.if === field.if) last.push(field);
    else groups.push([field]);
  }
  return groups
    .map((group, at) => (at === 0 ? '' : markBetween(groups[at - 1], group)) + groupName(method, group))
    .join('');
}

const markBetween = (one: Field[] = [], next: Field[]): string => (one.length > 1 || next.length > 1 ? '；' : '、');

function groupName(method: Method, group: Field[]): string {
  const condition = group[0]?.if;
  const when = condition === undefined ? '' : `${conditionName(method, condition)}时`;
  const [only, ...others] = group;
  if (only && others.length === 0) {
    const asked = [when, only.optional ? '可不填' : ''].filter(Boolean).join('，');
    return asked === '' ? only.label.zh : `${only.label.zh}（${asked}）`;
  }
  return `${group.map(({ label, optional }) => (optional ? `${label.zh}，可不填` : label.zh)).join('、')}（${when}）`;
}

/** When a step that nobody has to do by a day passes by itself: 满11个月. */
function opensName(method: Method, { opens }: Step): string {
  if (opens === undefined) return '';
  const field = method.fields[opens];
  return field ? `到${field.label.zh}` : `满${timeName(opens).zh}`;
}

/** Times with the words they are for: 甲、乙 1个工作日；其余 3个工作日. */
function limitName(method: Method, limit: Limit | undefined): string {
  const lines = limitLines(method, limit);
  const times = [...new Set(lines.map((line) => line.time))];
  return times
    .map((time) => {
      const words = lines.flatMap((line) => (line.time === time && line.word !== null ? [line.word] : []));
      return words.length === 0 ? time : `${words.join('、')} ${time}`;
    })
    .join('；');
}

function limitShort(method: Method, limit: Limit | undefined): string {
  if (limit?.kind !== 'by-choice') return limitName(method, limit);
  const counts = [...new Set([...Object.values(limit.times), limit.else].map((time) => time.split(' ')[0] ?? ''))];
  const unit = timeName(limit.else).zh.replace(/^\d+/, '');
  return `${counts.sort((a, b) => Number(a) - Number(b)).join('/')} ${unit.replace(/^个/, '')}`;
}

function rowOf(method: Method, step: Step): CardRow {
  const ending = kindOf(step).ending(step);
  return {
    id: step.id,
    label: step.label,
    main: step.main,
    position: step.position,
    ending,
    who: step.by.map((actor) => whoName(method, actor)).join('、'),
    fills: [kindSentence(method, step), fillsName(method, step)].filter(Boolean).join('；'),
    limit: step.limit ? limitName(method, step.limit) : lastsName(method, step) || opensName(method, step),
    limitShort: step.limit ? limitShort(method, step.limit) : lastsName(method, step) || opensName(method, step),
    late: step.limit === undefined || step.limit.kind === 'unlimited' ? '' : lateName(method, step.late),
    shows: shownNames(method, step).join('；'),
  };
}

/** What a step makes public, each condition said once: 公开标题、公开结果（公开办理结果时）. */
function shownNames(method: Method, step: Step): string[] {
  const ids = step.shows.filter(({ audience }) => audience === 'public').flatMap(({ fields }) => fields);
  const conditions = [...new Set(ids.map((id) => method.fields[id]?.if))];
  return conditions.map((condition) => {
    const names = ids
      .filter((id) => method.fields[id]?.if === condition)
      .map((id) => shownName(method, id))
      .join('、');
    return condition === undefined ? names : `${names}（${conditionName(method, condition)}时）`;
  });
}

const readers: Record<Visibility, string> = {
  public: '全文人人可看；联系电话等个人信息不公开',
  area: '全文本社区的人可看；联系电话等个人信息不公开',
  parties: '全文只有提出人、经办人和他们的上级能看',
  restricted: '全文只有经办人能看，谁看过都留下记录',
};

function publishedOf(method: Method): string[] {
  const { category, place } = method.present;
  const face = [category, place].flatMap((id) => (id && method.fields[id] ? [method.fields[id].label.zh] : []));
  const first =
    method.visible === 'restricted'
      ? []
      : [`一开始就公开：${[...face, '办到哪一步', '日期'].join('、')}；地点只到楼栋，从不公开是谁提出的`];
  const shown = method.steps.flatMap((step) => {
    const names = shownNames(method, step);
    return names.length > 0 ? [`到“${step.label.zh}”时公开：${names.join('；')}`] : [];
  });
  const published = [...first, ...shown];
  return published.length > 0 ? published : ['什么都不公开'];
}

/** Buttons by which somebody outside the office sends a matter back or takes it away. */
function refusalsOf(method: Method): string[] {
  const outside = ['reporter', 'resident', 'anyone', 'family'];
  return method.steps
    .filter((step) => step.position !== 0)
    .flatMap((step) => {
      const people = step.by.filter((actor) => outside.includes(actor));
      const actions = step.actions.filter((action) => !goesOn(method, step, action));
      return people.length === 0
        ? []
        : actions.map(
            (action) =>
              `${actorNames(method, people)}在“${step.label.zh}”可以选“${action.label.zh}”：${routesName(method, action)}`,
          );
    });
}

function goesOn(method: Method, step: Step, action: Action): boolean {
  const next = step.main ? method.steps[step.position + 1]?.id : undefined;
  return action.routes.every(({ to }) => to === 'next' || to === next);
}

const reporterVerbs: Record<string, string> = {
  remind: '催办一次',
  supplement: '补充材料',
  withdraw: '还没有人办时撤回',
};

function objectionsOf(method: Method): string[] {
  const open = officeRules.filter(({ verb }) => !method.officeVerbsOff.includes(verb));
  const own = open.flatMap(({ verb, who }) => (who.includes('reporter') ? (reporterVerbs[verb] ?? []) : []));
  const { supervisors } = method.names.office;
  const above = supervisors.filter((role) => method.names.roles[role] !== undefined);
  return [
    ...refusalsOf(method),
    ...(own.length > 0 ? [`提出人随时可以${own.join('、')}`] : []),
    ...(above.length > 0 && open.some(({ verb }) => verb === 'supervise')
      ? [`${actorNames(method, above)}可以督办`]
      : []),
  ];
}

/** A method as its card says it. Source: issue 3 “明白卡”. */
export function methodCard(method: Method): Card {
  return {
    rows: method.steps.map((step) => rowOf(method, step)),
    anytime: method.anytime.map((action) => {
      const to = method.steps.find((step) => step.id === action.routes[0]?.to)?.label.zh ?? '';
      return `${action.label.zh}（${actorNames(method, action.by)}）→ ${to}`;
    }),
    reads: readers[method.visible],
    published: publishedOf(method),
    objections: objectionsOf(method),
  };
}
