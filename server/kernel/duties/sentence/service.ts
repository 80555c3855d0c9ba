import { problemWriter } from '#kernel/workflow/definition';

/** What the checker says of duty files besides what it says of every library file. Each is proven by a file under `broken/`. */
const sentences = {
  'duty-missing': ['duties 里要写任务，至少一项', 'duties must name at least one duty'],
  'duty-twice': ['id“{id}”已经有一个任务文件用了', 'another duty file has the id “{id}” already'],
  'subject-unknown': [
    '“{subject}”不能作任务对象，只能是 {known}，或者一个角色',
    '“{subject}” cannot be a subject: {known}, or a role',
  ],
  'does-unknown': ['“{path}”写的“{does}”不是做法，只能是 {known}', '“{path}”: “{does}” must be one of {known}'],
  'cadence-missing': ['“{path}”没有写多久一次，要写 every 或 per', '“{path}” does not say how often: every or per'],
  'cadence-two': ['“{path}”同时写了 every 和 per，只留一个', '“{path}” has both every and per'],
  'cadence-short': ['“{path}”写的“{time}”比一天还短，要写几天、几月', '“{path}”: “{time}” is shorter than a day'],
  'together-unsure': [
    '“{path}”的 together 要写 true、false，或者一个是否参数',
    '“{path}”: together must be true, false or a yesno parameter',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type DutyCode = keyof typeof sentences;
export const dutyCodes = Object.keys(sentences) as DutyCode[];

/** A finding at a path of a file, in both languages. */
export const dutyProblem = problemWriter(sentences);
