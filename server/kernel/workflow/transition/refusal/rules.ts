import { limitName } from '#shared/time';
import type { Refusal } from '#shared/refusal';
import type { Label, MatterState, Method } from '../../contract.ts';
import type { Sentence } from '../../form/contract.ts';
import { kindOf } from '../../kinds/rules.ts';

/** Every no of the engine, in words that say what to do next. */

export const reasonMax = 500;

export const notBegun = (): Refusal => ({
  code: 'matter.not-begun',
  status: 409,
  zh: '这件事还没有提出，请先填写提出。',
  en: 'This matter has not been begun.',
});

export const begunAlready = (): Refusal => ({
  code: 'matter.begun-already',
  status: 409,
  zh: '这件事已经提出过了，不用再提一次。',
  en: 'This matter has been begun already.',
});

const endings: Record<string, string> = {
  done: '已经办结',
  refused: '已经不予办理',
  withdrawn: '已经撤回',
  merged: '已经并到另一件',
  moved: '已经转出',
};

export const closed = (state: MatterState): Refusal => ({
  code: 'matter.closed',
  status: 409,
  zh: `这件事${endings[state.status] ?? '已经结束'}，不能再办。有新情况请另提一件。`,
  en: `This matter has ended (${state.status}). Begin a new one if something has changed.`,
});

export const suspended = (): Refusal => ({
  code: 'matter.suspended',
  status: 409,
  zh: '这件事挂起了，请先恢复再办。',
  en: 'This matter is suspended. Resume it first.',
});

export const actionUnknown = (action: string): Refusal => ({
  code: 'matter.action-unknown',
  status: 404,
  zh: `没有“${action.slice(0, 40)}”这个操作，请刷新看看现在能做什么。`,
  en: `There is no action “${action.slice(0, 40)}”. Reload to see what can be done now.`,
});

/** Told apart from an unknown action: it exists, but somebody has moved the matter on, or it is not yet its turn. */
export function actionNotNow(method: Method, state: MatterState, action: string): Refusal {
  const exists =
    method.steps.some((step) =>
      kindOf(step)
        .actions(step)
        .some((one) => one.id === action),
    ) || method.anytime.some((one) => one.id === action);
  if (!exists) return actionUnknown(action);
  const step = method.steps.find((one) => one.id === state.step);
  const last = Object.entries(state.visits)
    .filter(([, visit]) => visit.leftAt !== undefined)
    .sort(([, a], [, b]) => ((a.leftAt ?? '') < (b.leftAt ?? '') ? 1 : -1))[0];
  const by = last?.[1].byName;
  return {
    code: 'matter.action-not-now',
    status: 409,
    zh: `这件事现在到了“${step?.label.zh ?? ''}”${by ? `（${by}刚办过上一步）` : ''}，这个操作现在不能用。您填的内容还在，请看看现在能做什么。`,
    en: `This matter is now at “${step?.label.en ?? ''}”; this action is not open now. What you typed is kept.`,
    details: { step: state.step, lastStep: last?.[0] ?? null, lastBy: by ?? null, lastAt: last?.[1].leftAt ?? null },
  };
}

export const notYours = (action: Label): Refusal => ({
  code: 'matter.not-yours',
  status: 403,
  zh: `“${action.zh}”不归您办。要换人办，请让现在的经办人转办。`,
  en: `“${action.en}” is not yours to do. Ask the present handler to hand the matter on.`,
});

export const systemOnly = (): Refusal => ({
  code: 'matter.system-only',
  status: 403,
  zh: '这一步的结果由投票、公示或会议自己报来，不能手工填写。',
  en: 'The result of this step comes from the ballot, notice or meeting itself.',
});

export const notYoursToBegin = (method: Label): Refusal => ({
  code: 'matter.not-yours-to-begin',
  status: 403,
  zh: `您的身份不能提出“${method.zh}”。请登录，或请社区代为登记。`,
  en: `You cannot begin “${method.en}”. Sign in, or ask the community to register it for you.`,
});

export const reasonMissing = (action: Label): Refusal => ({
  code: 'matter.reason-missing',
  status: 422,
  zh: `“${action.zh}”要写一句原因。`,
  en: `“${action.en}” needs a reason.`,
  fields: { reason: '请写一句原因' },
});

export const reasonTooLong = (): Refusal => ({
  code: 'matter.reason-too-long',
  status: 422,
  zh: `原因最多 ${reasonMax} 个字，请写短一些。`,
  en: `A reason has at most ${reasonMax} characters.`,
  fields: { reason: `最多 ${reasonMax} 个字` },
});

export const numberMissing = (): Refusal => ({
  code: 'matter.number-missing',
  status: 422,
  zh: '请填写并入哪一件的编号。',
  en: 'Say which matter it is merged into.',
  fields: { into: '请填写编号' },
});

export const notOpenYet = (opens: string): Refusal => ({
  code: 'matter.not-open-yet',
  status: 409,
  zh: `这一步到 ${limitName(opens, opens).replace('今天 ', '')} 才开始，请到时再办。`,
  en: `This step opens at ${opens}.`,
  details: { opensAt: opens },
});

export function formInvalid(problems: Record<string, Sentence>): Refusal {
  const entries = Object.entries(problems);
  const first = entries[0]?.[1];
  const rest = entries.length > 1 ? `（共 ${entries.length} 处）` : '';
  return {
    code: 'form.invalid',
    status: 422,
    zh: `${ended(`${first?.zh ?? '有内容要改'}${rest}`)}已填的都还在。`,
    en: `${first?.en ?? 'Something must be changed'}${entries.length > 1 ? ` (${entries.length} in all)` : ''}. Nothing you typed is lost.`,
    fields: Object.fromEntries(entries.map(([id, sentence]) => [id, sentence.zh])),
    details: { fieldsEn: Object.fromEntries(entries.map(([id, sentence]) => [id, sentence.en])) },
  };
}

export const needUnmet = (sentence: string): Refusal => ({
  code: 'form.need-unmet',
  status: 422,
  zh: `${ended(sentence)}已填的都还在。`,
  en: `${sentence}`,
});

export const officeNotNow = (verb: Label): Refusal => ({
  code: 'matter.office-not-now',
  status: 403,
  zh: `您现在不能${verb.zh}这件事。`,
  en: `You cannot use “${verb.en}” on this matter now.`,
});

export const officeUnknown = (verb: string): Refusal => ({
  code: 'matter.office-unknown',
  status: 404,
  zh: `没有“${verb.slice(0, 40)}”这个操作。`,
  en: `There is no office action “${verb.slice(0, 40)}”.`,
});

export const whomMissing = (verb: Label): Refusal => ({
  code: 'matter.whom-missing',
  status: 422,
  zh: `请选${verb.zh}给谁。`,
  en: `Choose whom: ${verb.en}.`,
  fields: { to: '请选一个人或单位' },
});

export const filesNotTaken = (verb: Label): Refusal => ({
  code: 'matter.files-not-taken',
  status: 422,
  zh: `“${verb.zh}”不带照片。照片请放在补充材料里。`,
  en: `“${verb.en}” takes no photographs. Add them as a supplement.`,
});

export const filesBroken = (): Refusal => ({
  code: 'matter.files-broken',
  status: 422,
  zh: '照片没有传好，请再传一次。',
  en: 'Upload the photographs again.',
  fields: { files: '照片没有传好，请再传一次' },
});

export const filesTooMany = (most: number): Refusal => ({
  code: 'matter.files-too-many',
  status: 422,
  zh: `照片最多 ${most} 张，请去掉几张。`,
  en: `At most ${most} photographs.`,
  fields: { files: `最多 ${most} 张` },
});

export const untilWrong = (): Refusal => ({
  code: 'matter.until-wrong',
  status: 422,
  zh: '新的期限要比原来的晚，并且在一年以内，请重新选日期。',
  en: 'The new limit must be later than the present one and within a year.',
  fields: { until: '请选比原来晚、一年以内的日期' },
});

/** A sentence with its mark at the end, once. */
function ended(sentence: string): string {
  return /[。？！]$/.test(sentence) ? sentence : `${sentence}。`;
}
