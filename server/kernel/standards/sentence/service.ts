import { problemWriter } from '#kernel/workflow/definition';

/** What the checker says of standard files besides what it says of every library file. Each is proven by a file under `broken/`. */
const sentences = {
  'standard-twice': ['id“{id}”已经有一个标准文件用了', 'another standard file has the id “{id}” already'],
  'group-missing': ['groups 里要写标准，至少一组', 'groups must name at least one group'],
  'items-missing': ['“{path}”这一组里没有条目', '“{path}” has no items'],
  'item-twice': ['条目“{id}”写了两次', 'the item “{id}” occurs twice'],
  'how-missing': [
    '“{path}”没有写怎么看，要写 measure（系统算）或 judge（人评）',
    '“{path}” says neither measure nor judge',
  ],
  'how-two': ['“{path}”同时写了 measure 和 judge，只留一个', '“{path}” has both measure and judge'],
  'judge-unknown': ['“{path}”写的“{judge}”不是评法，只能是 {known}', '“{path}”: “{judge}” must be one of {known}'],
  'measure-unknown': [
    '“{path}”的“{measure}”没有哪个模块会算；会算的有：{known}',
    '“{path}”: no module registers the measure “{measure}”; there are {known}',
  ],
  'argument-unknown': ['“{path}”：“{measure}”不用“{argument}”', '“{path}”: “{measure}” takes no “{argument}”'],
  'test-missing': [
    '“{path}”没有写到多少算数，要写 atLeast、atMost、all 或 any',
    '“{path}” is measured and has no test: atLeast, atMost, all or any',
  ],
  'test-two': ['“{path}”写了不止一种要求：{tests}', '“{path}” has more than one test: {tests}'],
  'test-judged': ['“{path}”是人评的，不能写 {tests}', '“{path}” is judged and takes no {tests}'],
  'threshold-broken': [
    '“{path}”写的“{threshold}”不是要求，要像 300 m2、56 h、90% 或 5',
    '“{path}”: “{threshold}” is no threshold; write 300 m2, 56 h, 90% or 5',
  ],
  'threshold-unit': [
    '“{path}”：“{measure}”算出来是{gives}，要求写的是{unit}',
    '“{path}”: “{measure}” gives {gives}, not {unit}',
  ],
  'grades-missing': ['有评等次的条目，要写 grades 和 enough', 'items are graded: write grades and enough'],
  'enough-unknown': ['enough 写的“{enough}”不在 grades 里', 'enough: “{enough}” is none of the grades'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type StandardCode = keyof typeof sentences;
export const standardCodes = Object.keys(sentences) as StandardCode[];

/** A finding at a path of a file, in both languages. */
export const standardProblem = problemWriter(sentences);
