import { problemWriter } from '#kernel/workflow/definition';

/** What the checker says of register files besides what it says of every library file. Each is proven by a file under `broken/`. */
const sentences = {
  'register-twice': ['id“{id}”已经有一个台账文件用了', 'another register file has the id “{id}” already'],
  'field-none': ['fields 里至少要写一项', 'fields must name at least one field'],
  'field-who': ['“who”是名称那一项自己的编号，请另取一个', '“who” is the id of the name itself: take another'],
  'keeper-role': ['“{path}”里的“{actor}”要是一个角色', '“{path}”: “{actor}” must be a role'],
  'show-unconsented': [
    'shows 里的“{field}”是个人的，要有一项 consent 写明本人同意才公开',
    'shows names “{field}” of a person: a consent field must allow it',
  ],
  'consent-unknown': [
    '“{path}”的 for 里“{field}”不是这里的内容',
    '“{path}”: for names “{field}”, which does not exist',
  ],
  'state-few': ['states 要写两个以上的状态；没有状态就不写 states', 'states must name two or more states, or none'],
  'state-unknown': ['“{path}”要去的“{state}”不是这里的状态', '“{path}” leads to “{state}”, which is not a state'],
  'state-unreached': ['没有哪个状态能走到“{state}”', 'no way leads to “{state}”'],
  'count-one': ['“{path}”要写 by 或 if，只写一个', '“{path}” needs either by or if'],
  'count-field': [
    '“{path}”按“{field}”分，它要是选择、是否或 state',
    '“{path}” counts by “{field}”, which has no words',
  ],
  'count-target': [
    '“{path}”的 target 要写 0% 到 100%，并且和 if 一起写',
    '“{path}”: target is 0% to 100%, beside an if',
  ],
  'face-field': [
    '“{path}”要指一个写在 shows 里的{kind}项，“{field}”不是',
    '“{path}”: “{field}” is not a shown field of that kind',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type RegisterCode = keyof typeof sentences;
export const registerCodes = Object.keys(sentences) as RegisterCode[];

/** A finding at a path of a file, in both languages. */
export const registerProblem = problemWriter(sentences);
