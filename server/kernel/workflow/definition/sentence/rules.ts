/**
 * Every sentence the checker can say. `{path}` and the other words in braces are filled in. One row per rule of METHODS
 * "Checked when loaded"; each row is proven by a file under `checker/broken/`.
 */
const sentences = {
  'yaml-broken': ['这一行不是有效的 YAML，请看看缩进、冒号、引号和括号（{why}）', 'not valid YAML: {why}'],
  'yaml-old': ['“{path}”在旧式 YAML 里会读成别的，请给它加引号', '“{path}” reads differently under YAML 1.1: quote it'],
  'full-width': [
    '这一行的“{mark}”是全角符号，请改成半角“{half}”',
    'the “{mark}” on this line is a full-width mark: write “{half}”',
  ],
  'map-expected': ['“{path}”下面应当逐行写“键: 值”', '“{path}” must be a map'],
  'word-expected': ['“{path}”应当是文字', '“{path}” must be text'],
  'list-of-one': ['“{path}”只有一项，直接写这一项，不用方括号', '“{path}” has one item: write it without brackets'],
  'key-unknown': ['“{path}”：没有“{key}”这个写法', '“{path}”: unknown key “{key}”'],
  'key-later': ['“{path}”：“{key}”目前还不能用', '“{path}”: “{key}” is not available yet'],
  'key-missing': ['缺少“{key}”', '“{key}” is missing'],
  'id-file': ['id 写的是“{id}”，要和文件名“{file}”一样', 'the id “{id}” must equal the file name “{file}”'],
  'method-twice': ['id“{id}”已经有一个文件用了', 'another file has the id “{id}” already'],
  'version-whole': ['version 要写从 1 开始的整数', 'version must be a whole number from 1'],
  'value-unknown': ['“{path}”写的是“{value}”，只能是：{known}', '“{path}” is “{value}”, must be one of: {known}'],
  'label-missing': ['“{path}”缺中文名，要写成“{key} 中文: …”', '“{path}” lacks its Chinese name'],
  'label-id': ['“{key}”的开头要是英文编号，像“title 标题”', '“{key}” must begin with an English id'],
  'english-missing': ['“{text}”在 en.yaml 里还没有英文', '“{text}” has no English in en.yaml'],
  'english-unused': ['“{text}”没有文件用到，请从 en.yaml 删去', '“{text}” is used by no file: remove it from en.yaml'],
  'english-unsorted': [
    '“{text}”没有按顺序排，应在“{after}”之前',
    '“{text}” is out of order: it belongs before “{after}”',
  ],
  'type-unknown': ['“{path}”：没有“{type}”这种内容', '“{path}”: unknown type “{type}”'],
  'type-later': ['“{path}”：“{type}”这种内容目前还不能用', '“{path}”: type “{type}” is not available yet'],
  'type-bare': ['“{path}”是“{type}”，还要写 {key}', '“{path}” is a “{type}” and needs “{key}”'],
  'type-option': ['“{path}”是“{type}”，不能写 {key}', '“{path}” is a “{type}” and takes no “{key}”'],
  'field-twice': ['“{field}”在两张表里都有，同一工作法里名称不能重复', 'the field “{field}” occurs twice'],
  'field-range': ['“{path}”的 min 不能比 max 大', '“{path}”: min is greater than max'],
  'words-twice': ['“{path}”里“{word}”写了两次', '“{path}” lists “{word}” twice'],
  'form-unknown': [
    '“{path}”要填的表“{form}”没有写在 forms 里',
    '“{path}” fills the form “{form}”, which does not exist',
  ],
  'form-unused': ['表“{form}”没有哪一步填', 'the form “{form}” is never filled'],
  'asks-much': [
    '“{path}”一次要填 {count} 项必填（或一张以上必传照片），请写 why 说明为什么',
    '“{path}” requires {count} fields or more than one photo: say why',
  ],
  'kind-two': ['“{path}”同时写了 {kinds}，一步只能是一种', '“{path}” has several kinds: {kinds}'],
  'kind-later': ['“{path}”：“{kind}”这种步骤目前还不能用', '“{path}”: kind “{kind}” is not available yet'],
  'first-kind': [
    '“{path}”是开头，要有人填、有人按，不能是这种步骤',
    '“{path}” is the first step: somebody must act in it',
  ],
  'gather-count': ['“{path}”要写 all，或者一个整数（至少几份）', '“{path}” must be “all” or a whole number'],
  'gather-all': [
    '“{path}”写了“{actor}”，人没有名单，等不齐；请写至少几份',
    '“{path}”: “{actor}” are too many to wait for all',
  ],
  'gather-endless': ['“{path}”要收到哪一天为止，不能不限', '“{path}”: a gathering needs a limit'],
  'gather-form': ['“{path}”没有写每人填什么表（form）', '“{path}” must say which form each fills'],
  'rows-private': [
    '“{path}”里“{field}”是个人信息，一人一行的表不能填',
    '“{path}” may not ask “{field}” in rows: it is private',
  ],
  'rows-unknown': ['“{path}”要从“{from}”里选，可是它不是清单', '“{path}” chooses from “{from}”, which is no list'],
  'rule-unknown': [
    '“{path}”没有“{rule}”这种通过规则，只能是：{known}',
    '“{path}”: there is no rule “{rule}”; known are {known}',
  ],
  'count-expected': ['“{path}”要写一个整数', '“{path}” must be a whole number'],
  'publicity-days': ['“{path}”要写公示几天，像“7 days”', '“{path}” must be a number of days like “7 days”'],
  'pay-amount': [
    '“{path}”要写付多少：表里一项金额、一个金额参数，或者 back（退回）',
    '“{path}” must be a money field, a money parameter, or “back”',
  ],
  'fund-unknown': [
    '“{path}”写的“{fund}”不是 names.yaml 里的资金，只能是：{known}',
    '“{path}”: “{fund}” is no fund of names.yaml; known are {known}',
  ],
  'pay-to': [
    '“{path}”要写付给谁：表里能公开的一项、一个组织，或者一个资金',
    '“{path}” must say who is paid: a field that may be shown, a body or a fund',
  ],
  'pay-of': [
    '“{path}”：退回要写退哪一步付的（of），走到这里时那一步一定付过；不是退回就不写',
    '“{path}” must name a pay step surely passed before, and only with “back”',
  ],
  'pay-split': [
    '“{path}”要逐行写“资金: 百分之几”，合起来不能超过 100%',
    '“{path}” must give funds and percentages of at most 100% together',
  ],
  'action-twice': ['“{path}”和这一步的按钮“{action}”重名', '“{path}”: the step has an action “{action}” already'],
  'record-unknown': [
    '“{path}”要记到“{into}”，可是没有这个台账或组织',
    '“{path}” records into “{into}”, which is no register or body',
  ],
  'record-from': [
    '“{path}”要记的“{from}”不是表、清单、征集或表决的结果，也不是填“谁”的一项',
    '“{path}” records “{from}”, which is no form, rows or who field',
  ],
  'ending-unknown': ['“{path}”：end 只能是 {known}', '“{path}”: end must be one of {known}'],
  'outcome-missing': ['“{path}”要写明结果“{outcome}”之后去哪一步', '“{path}” must say where “{outcome}” leads'],
  'outcome-unknown': ['“{path}”没有“{outcome}”这种结果', '“{path}” has no outcome “{outcome}”'],
  'target-unknown': ['“{path}”要去的“{target}”不是这里的步骤', '“{path}” leads to “{target}”, which is not a step'],
  'target-missing': ['“{path}”不在主线上，要写明之后去哪一步', '“{path}” is aside and must say where it leads'],
  'action-missing': ['“{path}”没有可按的按钮', '“{path}” has no action'],
  'atmost-else': ['“{path}”写了 atMost，还要写 else：次数用完去哪一步', '“{path}” has atMost and needs else'],
  'end-goes': ['“{path}”是结束，不能再写 {key}', '“{path}” is an end and takes no “{key}”'],
  'done-missing': ['没有“end: done”：这件事永远办不完', 'there is no “end: done”'],
  'done-last': [
    '“{path}”：end: done 只能是主线的最后一步',
    '“{path}”: only the last step of the main line may be “end: done”',
  ],
  'line-short': ['主线至少要有开头和结尾两步', 'the main line needs at least a first and a last step'],
  'line-skipped': [
    '可以绕过“{step}”走到“{next}”，主线上的步骤不能跳过',
    '“{step}” can be skipped on the way to “{next}”',
  ],
  unreachable: ['没有哪一步会走到“{step}”', 'nothing leads to “{step}”'],
  endless: ['从“{step}”出发走不到任何结束', '“{step}” can never end'],
  'limit-missing': ['“{path}”没有时限，要写 within 或 until', '“{path}” has no limit'],
  'limit-nothing': ['“{path}”不能是 0，至少要写 1', '“{path}” is a limit of no time; write 1 at least'],
  'limit-two': ['“{path}”同时写了 within 和 until，只留一个', '“{path}” has both within and until'],
  'time-broken': ['“{path}”写的“{time}”不是时间，要像“3 workdays”', '“{path}”: “{time}” is not a time'],
  'limit-choice': ['“{path}”按“{field}”分时限，但它不是选择项', '“{path}” goes by “{field}”, which is not a choice'],
  'limit-word': ['“{path}”里的“{word}”不是“{field}”的选项', '“{path}”: “{word}” is not a word of “{field}”'],
  'limit-else': ['“{path}”没有写全“{field}”的选项，要写 else', '“{path}” does not cover “{field}” and needs else'],
  'date-expected': ['“{path}”要指一个日期，“{field}”不是', '“{path}” must name a date, “{field}” is none'],
  'late-empty': ['“{path}”要写告诉谁（tell）或去哪一步（to）', '“{path}” must say whom to tell or where to go'],
  'actor-missing': ['“{path}”没有写谁来办（by）', '“{path}” does not say who acts'],
  'actor-unknown': [
    '“{path}”里的“{actor}”不是角色、组织，也不是填“谁”的一项',
    '“{path}”: “{actor}” is no role, body or who field',
  ],
  'actor-unsure': [
    '“{path}”的经办人要看“{actor}”，可是走到这里时它可能还没填',
    '“{path}” waits for “{actor}”, which may be empty on the way there',
  ],
  'condition-broken': ['“{path}”：{why}', '“{path}”: {why}'],
  'condition-name': [
    '“{path}”的条件里“{name}”不是这里的内容',
    '“{path}”: the condition names “{name}”, which does not exist',
  ],
  'condition-word': ['“{path}”的条件里“{word}”不是“{field}”的选项', '“{path}”: “{word}” is not a word of “{field}”'],
  'result-unknown': ['“{path}”里的“{result}”不是哪一步的结果', '“{path}”: “{result}” is no result of a step'],
  'param-unknown': [
    '“{path}”用到的参数“{param}”没有写在 params 里',
    '“{path}” uses the parameter “{param}”, which does not exist',
  ],
  'param-unused': ['参数“{param}”没有地方用到', 'the parameter “{param}” is never used'],
  'param-default': [
    '参数“{param}”的默认值“{value}”不合它的类型“{type}”',
    'the default “{value}” of “{param}” does not fit its type “{type}”',
  ],
  'shown-unknown': ['“{path}”要公开的“{field}”不是这里的内容', '“{path}” shows “{field}”, which does not exist'],
  'shown-private': ['“{path}”不能公开“{field}”：这是个人信息', '“{path}” may not show “{field}”: it is private'],
  'filled-before': [
    '“{path}”要用“{field}”，可是走到这里时它可能还没填',
    '“{path}” reads “{field}”, which may be empty on the way there',
  ],
  'since-unknown': ['“{path}”从“{step}”起算，但没有这一步', '“{path}” counts since “{step}”, which is not a step'],
  'since-unsure': [
    '“{path}”从“{step}”起算，可是走到这里不一定经过它',
    '“{path}” counts since “{step}”, which may not have been passed',
  ],
  'since-loop': [
    '“{path}”从“{step}”起算，退回后再来时限不会重新开始',
    '“{path}” counts since “{step}” and is not renewed when a matter comes back',
  ],
  'starts-unknown': ['“{path}”要另起的“{method}”没有这个工作法', '“{path}” starts “{method}”, which is not a method'],
  'starts-later': ['“{path}”：starts 的“{key}”目前还不能用', '“{path}”: “{key}” of starts is not available yet'],
  'moved-starts': [
    '“{path}”转出后没有写另起哪个工作法（starts）',
    '“{path}” moves a matter out and should say what it starts',
  ],
  'unique-unknown': ['unique 里的“{field}”不是这里的内容', 'unique names “{field}”, which does not exist'],
  'inferred-path': [
    'inferred 里的“{setting}”在这个文件里找不到',
    'inferred names “{setting}”, which is not in this file',
  ],
  'fixed-path': ['fixed 里的“{setting}”在这个文件里找不到', 'fixed names “{setting}”, which is not in this file'],
  'fixed-inferred': ['“{setting}”既写在 fixed 又写在 inferred', '“{setting}” is both fixed and inferred'],
  'present-missing': [
    '居民会看到这件事，要写 present（至少 promise 和 place）',
    'residents see this method: it needs present with promise and place',
  ],
  'present-field': ['present.{key} 指的“{field}”不是这里的内容', 'present.{key} names “{field}”, which does not exist'],
  'present-private': [
    'present.{key} 不能用“{field}”：这是个人信息',
    'present.{key} may not name “{field}”: it is private',
  ],
  'present-unshown': [
    'present.shown 里的“{field}”没有哪一步公开',
    'present.shown names “{field}”, which no step shows',
  ],
  'facts-three': ['present.facts 要正好三项', 'present.facts must name three facts'],
  'verb-unknown': ['without 里的“{verb}”不是通用操作', 'without names “{verb}”, which is not an office verb'],
  'base-unknown': ['base“{base}”没有这个工作法', 'the base “{base}” is not a method'],
  'set-path': ['set 里的“{setting}”：{why}', 'set names “{setting}”: {why}'],
  'names-broken': ['names.yaml 的“{path}”写得不对：{why}', 'names.yaml: “{path}” is wrong: {why}'],
  'calendar-broken': ['日历“{path}”写得不对：{why}', 'the calendar “{path}” is wrong: {why}'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Code = keyof typeof sentences;
export type Details = Record<string, string>;

export const codes = Object.keys(sentences) as Code[];

/** Wrong enough to be told, not wrong enough to keep a file from running. */
const warnings: readonly Code[] = ['since-loop', 'moved-starts', 'param-unused', 'english-missing'];

/** A sentence with its gaps filled. */
export const fill = (template: string, details: Details): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);

/** The sentence of a code in both languages. */
export function sentence(code: Code, details: Details): { zh: string; en: string; severity: 'error' | 'warning' } {
  const [zh, en] = sentences[code];
  return {
    zh: fill(zh, details),
    en: fill(en, { ...details, ...(details['whyEn'] ? { why: details['whyEn'] } : {}) }),
    severity: warnings.includes(code) ? 'warning' : 'error',
  };
}
