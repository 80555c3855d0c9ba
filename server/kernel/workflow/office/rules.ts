import { countsAs, handedTo } from '../actors/rules.ts';
import type { ActorRef, MatterState, Method, OfficeVerb, Step } from '../contract.ts';
import { kindOf } from '../kinds/rules.ts';
import type { Standing } from '../kinds/contract.ts';
import type { OfficeRule, Relation } from './contract.ts';

/** The office verbs every method has without a line of YAML: who, when, with what. Source: METHODS 1 "Office verbs". */
export const officeRules: readonly OfficeRule[] = [
  {
    verb: 'transfer',
    label: { zh: '转办', en: 'Hand on' },
    who: ['actor', 'coordinator'],
    when: 'running',
    needsReason: true,
    asks: 'to',
  },
  {
    verb: 'remind',
    label: { zh: '催办', en: 'Remind' },
    who: ['reporter', 'coordinator', 'supervisor'],
    when: 'running',
    needsReason: false,
    once: ['reporter'],
  },
  {
    verb: 'supervise',
    label: { zh: '督办', en: 'Supervise' },
    who: ['supervisor'],
    when: 'open',
    needsReason: true,
  },
  {
    verb: 'copy',
    label: { zh: '抄送', en: 'Copy to' },
    who: ['actor', 'coordinator', 'supervisor'],
    when: 'open',
    needsReason: false,
    asks: 'to',
  },
  {
    verb: 'consult',
    label: { zh: '会签', en: 'Ask an opinion' },
    who: ['actor', 'coordinator'],
    when: 'running',
    needsReason: true,
    asks: 'to',
  },
  {
    verb: 'supplement',
    label: { zh: '补充材料', en: 'Supplement' },
    who: ['actor', 'reporter', 'coordinator'],
    when: 'open',
    needsReason: true,
    takesFiles: true,
  },
  {
    verb: 'extend',
    label: { zh: '延期', en: 'Extend' },
    who: ['actor', 'coordinator', 'supervisor'],
    when: 'running',
    needsReason: true,
    asks: 'until',
    once: ['actor'],
    limited: true,
  },
  {
    verb: 'suspend',
    label: { zh: '挂起', en: 'Suspend' },
    who: ['actor', 'coordinator'],
    when: 'running',
    needsReason: true,
  },
  {
    verb: 'resume',
    label: { zh: '恢复', en: 'Resume' },
    who: ['actor', 'coordinator'],
    when: 'suspended',
    needsReason: false,
  },
  {
    verb: 'return',
    label: { zh: '退回', en: 'Return' },
    who: ['actor', 'coordinator'],
    when: 'running',
    needsReason: true,
  },
  {
    verb: 'withdraw',
    label: { zh: '撤回', en: 'Withdraw' },
    who: ['reporter'],
    when: 'open',
    needsReason: false,
  },
  {
    verb: 'track',
    label: { zh: '跟踪记录', en: 'Add a note' },
    who: ['actor', 'party', 'coordinator', 'supervisor'],
    when: 'open',
    needsReason: true,
    takesFiles: true,
  },
];

/** So many photographs go with one office verb. */
export const filesMax = 9;

/** Keys of those the current step waits for: whom it was handed to, or whom its kind waits for. */
export function waitingKeys(standing: Standing): string[] {
  const handed = handedTo(standing.state);
  return handed.length > 0 ? handed : kindOf(standing.step).actors(standing);
}

/** Whether somebody may press the buttons of the current step: those it waits for, and those who could before 转办. */
export function mayAct(standing: Standing, actor: ActorRef): boolean {
  return countsAs(actor, [...handedTo(standing.state), ...entitledTo(standing)]);
}

function entitledTo(standing: Standing): string[] {
  const kind = kindOf(standing.step);
  return kind.entitled ? kind.entitled(standing) : kind.actors(standing);
}

const roleKeys = (roles: readonly string[]): string[] => roles.map((role) => `role:${role}`);

/** How somebody stands to a matter. Nobody's own bystander: `anyone` does not make a handler of the public. */
export function relationsOf(standing: Standing, actor: ActorRef): Relation[] {
  const { office } = standing.method.names;
  const keys = [...waitingKeys(standing), ...kindOf(standing.step).actors(standing)].filter((key) => key !== 'anyone');
  const found: Relation[] = [];
  const reporter = actor.keys.includes('reporter');
  if (countsAs(actor, keys) && !(reporter && keys.includes('reporter'))) found.push('actor');
  if (countsAs(actor, standing.state.handlers)) found.push('party');
  if (reporter) found.push('reporter');
  if (countsAs(actor, roleKeys(office.coordinators))) found.push('coordinator');
  if (countsAs(actor, roleKeys(office.supervisors))) found.push('supervisor');
  return found;
}

const usesBefore = (state: MatterState, verb: OfficeVerb): string[] => {
  const used = state.waiting['used'];
  return Array.isArray(used) ? used.map(String).filter((use) => use.startsWith(`${verb}:`)) : [];
};

/** The step a matter would be returned to: the one before on the main line, when it has been there; never the first. */
export function returnTarget(method: Method, state: MatterState, step: Step): Step | null {
  const left = method.steps.filter(
    (one) => one.main && one.position >= 1 && one.id !== step.id && state.visits[one.id]?.leftAt !== undefined,
  );
  const before = step.main ? left.filter((one) => one.position < step.position) : left;
  return before.reduce<Step | null>((last, one) => (last && last.position > one.position ? last : one), null);
}

/** Whether a reporter may still take the matter back: nobody has acted since it was begun. */
export function isUntouched(method: Method, state: MatterState): boolean {
  const first = method.steps[0]?.id;
  return Object.entries(state.visits).every(([id, visit]) =>
    id === first ? visit.count === 1 : visit.leftAt === undefined,
  );
}

function fitsStep(rule: OfficeRule, standing: Standing): boolean {
  const { method, state, step } = standing;
  if (rule.limited && state.dueAt === null) return false;
  if (rule.verb === 'return') return returnTarget(method, state, step) !== null;
  return rule.verb !== 'withdraw' || isUntouched(method, state);
}

/** The relations by which somebody may use an office verb now; empty when not at all. `relations` are all she has. */
export function allowedBy(
  rule: OfficeRule,
  standing: Standing,
  actor: ActorRef,
  relations = relationsOf(standing, actor),
): Relation[] {
  const { method, state } = standing;
  if (state.status !== 'open' || method.officeVerbsOff.includes(rule.verb)) return [];
  if (kindOf(standing.step).without?.includes(rule.verb)) return [];
  const suspended = state.pausedAt !== null;
  if (rule.when !== 'open' && suspended !== (rule.when === 'suspended')) return [];
  if (!fitsStep(rule, standing)) return [];
  const used = usesBefore(state, rule.verb);
  return relations.filter(
    (relation) =>
      rule.who.includes(relation) && !(rule.once?.includes(relation) && used.includes(`${rule.verb}:${actor.id}`)),
  );
}

export function officeRule(verb: OfficeVerb): OfficeRule | undefined {
  return officeRules.find((rule) => rule.verb === verb);
}
