import type { Refusal } from '#shared/refusal';
import type { MatterEvent, OfficeVerb, Values } from '../../contract.ts';
import { kindOf } from '../../kinds/rules.ts';
import { dueAfterPause, endOfDay, limitTime, shiftDays } from '../../limit/rules.ts';
import type { OfficeRule } from '../../office/contract.ts';
import { allowedBy, filesMax, officeRule, returnTarget, waitingKeys } from '../../office/rules.ts';
import { enter, leave, line, standingOf, standStill, tell } from '../draft/rules.ts';
import type { Draft } from '../draft/rules.ts';
import * as refusals from '../refusal/rules.ts';

type Office = MatterEvent & { type: 'office' };
type Use = (draft: Draft, event: Office) => Refusal | null;

const actorKey = /^(user|unit|role|body):[\p{L}\p{N}_.@-]{1,64}$/u;
const fileId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const keysMax = 50;
const extendMaxDays = 366;

const formOf = (event: Office): Values => ({
  ...(event.to && event.to.length > 0 ? { to: event.to } : {}),
  ...(event.until ? { until: event.until } : {}),
  ...(event.files && event.files.length > 0 ? { files: [...new Set(event.files)] } : {}),
});

function record(draft: Draft, event: Office, to: string = draft.state.step): void {
  line(draft, { kind: 'office', what: event.verb, to, form: formOf(event), reason: event.reason?.trim() || null });
}

/** What those concerned are told where a matter stays where it was: its step alone would say nothing new. */
const said = {
  supplement: { zh: '您反映的事有一句补充，请看一眼', en: 'Something was added to your report' },
  suppliedToHandlers: { zh: '提出人补充了说明', en: 'The reporter added something' },
  extend: { zh: '您反映的事延期了，请看新的日子', en: 'Your report has a later limit' },
  suspend: { zh: '您反映的事先停一停，原因写在里面', en: 'Your report is on hold' },
  resume: { zh: '您反映的事接着办了', en: 'Work on your report goes on' },
  withdraw: { zh: '这件事撤回了，不用再办', en: 'This matter was withdrawn' },
} as const;

const coordinatorKeys = (draft: Draft): string[] =>
  draft.method.names.office.coordinators.map((role) => `role:${role}`);

/** 转办 in a step whose actors stand in a field fills that field anew; elsewhere the step is narrowed to the new ones. */
const transfer: Use = (draft, event) => {
  const { method, state } = draft;
  const to = event.to as string[];
  const { step } = standingOf(draft);
  record(draft, event);
  const field = step.by.map((actor) => method.fields[actor]).find((one) => one?.type === 'who');
  if (field) state.fields[field.id] = field.many ? to : (to[0] as string);
  else state.waiting['handedTo'] = to;
  state.handlers = [...new Set([...state.handlers, ...to])];
  standStill(draft);
  tell(draft, to, 'waits');
  return null;
};

const remind: Use = (draft, event) => {
  record(draft, event);
  tell(draft, waitingKeys(standingOf(draft)), 'remind');
  return null;
};

const supervise: Use = (draft, event) => {
  record(draft, event);
  tell(draft, [...waitingKeys(standingOf(draft)), ...coordinatorKeys(draft)], 'supervise');
  return null;
};

function letIn(kind: 'copy' | 'consult'): Use {
  return (draft, event) => {
    const to = event.to as string[];
    record(draft, event);
    draft.state.handlers = [...new Set([...draft.state.handlers, ...to])];
    tell(draft, to, kind);
    return null;
  };
}

const supplement: Use = (draft, event) => {
  record(draft, event);
  const fromReporter = draft.actor.keys.includes('reporter');
  const keys = fromReporter ? waitingKeys(standingOf(draft)) : ['reporter'];
  tell(draft, keys, 'told', fromReporter ? said.suppliedToHandlers : said.supplement);
  return null;
};

const extend: Use = (draft, event) => {
  const { state, world } = draft;
  const asked = event.until ?? '';
  const until = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? endOfDay(asked) : asked;
  const at = Date.parse(until);
  const floor = Math.max(Date.parse(state.dueAt ?? world.now), Date.parse(world.now));
  if (Number.isNaN(at) || at <= floor || at > Date.parse(shiftDays(world.now, extendMaxDays)))
    return refusals.untilWrong();
  record(draft, event);
  state.dueAt = new Date(at).toISOString();
  state.lateFired = [];
  standStill(draft);
  tell(draft, ['reporter'], 'told', said.extend);
  return null;
};

const suspend: Use = (draft, event) => {
  record(draft, event);
  draft.state.pausedAt = draft.world.now;
  standStill(draft);
  tell(draft, ['reporter'], 'told', said.suspend);
  return null;
};

const resume: Use = (draft, event) => {
  const { state, world } = draft;
  const { limit } = standingOf(draft).step;
  record(draft, event);
  if (state.dueAt !== null && state.pausedAt !== null && limit) {
    state.dueAt = dueAfterPause(state.dueAt, state.pausedAt, limitTime(limit, state.fields), world);
  }
  state.pausedAt = null;
  standStill(draft);
  tell(draft, ['reporter'], 'told', said.resume);
  return null;
};

const giveBack: Use = (draft, event) => {
  const target = returnTarget(draft.method, draft.state, standingOf(draft).step);
  if (!target) return refusals.officeNotNow({ zh: '退回', en: 'Return' });
  record(draft, event, target.id);
  leave(draft, null);
  enter(draft, target.id);
  return null;
};

const withdraw: Use = (draft, event) => {
  const { method, state } = draft;
  const end = method.steps.find((step) => kindOf(step).ending(step) === 'withdrawn');
  record(draft, event, end?.id ?? state.step);
  const waiting = waitingKeys(standingOf(draft));
  leave(draft, null);
  if (end) enter(draft, end.id);
  else {
    Object.assign(state, { status: 'withdrawn', dueAt: null, pausedAt: null, waiting: {} });
    draft.effects.push({ type: 'ended', status: 'withdrawn' });
  }
  tell(draft, waiting, 'told', said.withdraw);
  return null;
};

const track: Use = (draft, event) => {
  record(draft, event);
  return null;
};

const uses: Record<OfficeVerb, Use> = {
  transfer,
  remind,
  supervise,
  copy: letIn('copy'),
  consult: letIn('consult'),
  supplement,
  extend,
  suspend,
  resume,
  return: giveBack,
  withdraw,
  track,
};

function refuseFiles(rule: OfficeRule, files: readonly string[]): Refusal | null {
  if (files.length === 0) return null;
  if (!rule.takesFiles) return refusals.filesNotTaken(rule.label);
  if (!files.every((id) => fileId.test(id))) return refusals.filesBroken();
  return new Set(files).size > filesMax ? refusals.filesTooMany(filesMax) : null;
}

/** Uses an office verb on a draft; answers with a refusal, or null when it was done. Source: METHODS 1. */
export function useOffice(draft: Draft, event: Office): Refusal | null {
  const rule = officeRule(event.verb);
  if (!rule) return refusals.officeUnknown(String(event.verb));
  if (draft.state.status !== 'open') return refusals.closed(draft.state);
  if (allowedBy(rule, standingOf(draft), draft.actor).length === 0) return refusals.officeNotNow(rule.label);
  const reason = event.reason?.trim() ?? '';
  if (rule.needsReason && reason === '') return refusals.reasonMissing(rule.label);
  if (reason.length > refusals.reasonMax) return refusals.reasonTooLong();
  if (
    rule.asks === 'to' &&
    !(event.to && event.to.length > 0 && event.to.length <= keysMax && event.to.every((key) => actorKey.test(key)))
  ) {
    return refusals.whomMissing(rule.label);
  }
  const wrongFiles = refuseFiles(rule, event.files ?? []);
  if (wrongFiles) return wrongFiles;
  const before = draft.state.step;
  const refusal = uses[event.verb](draft, event);
  if (refusal) return refusal;
  const stays = draft.state.status === 'open' && draft.state.step === before && event.verb !== 'return';
  if (rule.once && stays) {
    const used = draft.state.waiting['used'];
    draft.state.waiting['used'] = [...(Array.isArray(used) ? used : []), `${event.verb}:${draft.actor.id}`];
  }
  return null;
}
