import { shanghaiParts } from '../shared/time.ts';
import type { Beat, Deed } from './course.ts';
import type { Form, Person, PlanAct } from './contract.ts';
import { callOf, isInside, newsWords, pickOutcome, pickPhrase, replyWords, resultWords, sentences } from './words.ts';
import type { Telling } from './words.ts';

/** Turns the beats of a course into what people press and write. */

export type Spoken = {
  telling: Telling;
  /** How the reporter is addressed; null when a colleague reported. */
  call: string | null;
  reporter: Person | null;
  publish: boolean;
  /** What the last handler did, and what is told of it. */
  outcome: { did: string; told: string };
};

const user = (person: Person | undefined): string => `user:${person?.key ?? ''}`;

function afterPicture({ telling }: Spoken): string[] {
  const photo = telling.story.photo ?? telling.subject.photo;
  return [photo === 'none' ? (telling.subject.after ?? 'tea') : `${photo}-after`];
}

const halfOf = (at: number): '上午' | '下午' => (shanghaiParts(at).hour < 12 ? '上午' : '下午');

const lines = (spoken: Spoken, phrases: readonly string[], extra?: Record<string, string>): string =>
  sentences([pickPhrase(spoken.telling, phrases, extra)]);

type Speak = (spoken: Spoken, beat: Beat) => Pick<PlanAct, 'type'> & Record<string, unknown>;

const act = (action: string, form: Form = {}, reason?: string): ReturnType<Speak> => ({
  type: 'act',
  action,
  form,
  ...(reason === undefined ? {} : { reason }),
});

const office = (verb: string, more: { reason?: string; until?: string }): ReturnType<Speak> => ({
  type: 'office',
  verb,
  ...more,
});

function assignForm({ telling }: Spoken, beat: Beat): Form {
  const { random, voices } = telling;
  const asks = beat.handler?.title.includes('·') && random.chance(0.4);
  return { handler: user(beat.handler), ...(asks ? { request: sentences([random.pick(voices.assign)]) } : {}) };
}

function done(spoken: Spoken, beat: Beat): Form {
  spoken.outcome = pickOutcome(spoken.telling, spoken.outcome.told);
  const result = resultWords(spoken.telling, spoken.outcome.did, halfOf(beat.at));
  return { result, after: afterPicture(spoken) };
}

function replyForm(spoken: Spoken, beat: Beat): Form {
  const reply = replyWords(spoken.telling, spoken.outcome.told, spoken.call, beat.by);
  if (!spoken.publish) return { reply, publish: false };
  return { reply, publish: true, headline: newsWords(spoken.telling) };
}

function ratingForm({ telling, call }: Spoken, beat: Beat): Form {
  const stars = beat.stars ?? 5;
  const comments = telling.voices.rating[String(stars)] ?? [];
  const says = call !== null && comments.length > 0 && telling.random.chance(0.6);
  return { stars, ...(says ? { comment: sentences([telling.random.pick(comments)]) } : {}) };
}

function remindWords(spoken: Spoken, beat: Beat): string {
  const { remind } = spoken.telling.voices;
  if (beat.by.key === spoken.reporter?.key) return lines(spoken, remind.resident);
  return lines(spoken, beat.late ? remind.late : remind.staff);
}

function minutesForm(spoken: Spoken): Form {
  const { did } = (spoken.outcome = pickOutcome(spoken.telling));
  const came = spoken.telling.random.between(5, 11);
  const minutes = sentences([`到会${came}人，各方先说了情况，楼栋长和老党员居中劝说`, `商定：${did}`]);
  return { minutes, result: resultWords(spoken.telling, did, '下午') };
}

const isUnit = (person: Person | undefined): boolean =>
  person?.holds.some(({ role }) => role === 'department') ?? false;

/** The organisation a handler comes from, as one speaks of it. */
function orgOf({ handler }: Beat): string {
  const [org = '', job] = handler?.title.split(' · ') ?? [];
  return job !== undefined || isUnit(handler) ? org : '几家单位';
}

function wrongWords(spoken: Spoken, beat: Beat): string {
  const { wrong } = spoken.telling.voices;
  return lines(spoken, isUnit(beat.handler) ? wrong.unit : wrong.else, { org: orgOf(beat) });
}

function extendWords(spoken: Spoken): string {
  const { extend } = spoken.telling.voices;
  return lines(spoken, isInside(spoken.telling) ? extend.inside : extend.outside);
}

const lateReasons = [
  '雨大路滑，步行过去的',
  '队员在另一处调解，脱身晚了',
  '单元门禁打不开，等人下来开门',
  '地址说成了隔壁楼，多跑了一趟',
];

const speak: Record<Deed, Speak> = {
  accept: () => act('accept'),
  refuse: (spoken) => act('refuse', {}, lines(spoken, spoken.telling.subject.refuse ?? [])),
  assign: (spoken, beat) => act('assign', assignForm(spoken, beat)),
  up: (spoken, beat) => act('up', {}, lines(spoken, spoken.telling.voices.up, { org: orgOf(beat) })),
  coordinate: (spoken, beat) =>
    act('next', {
      handler: user(beat.handler),
      request: lines(spoken, spoken.telling.voices.coordinate, { org: orgOf(beat) }),
    }),
  done: (spoken, beat) => act('done', done(spoken, beat)),
  wrong: (spoken, beat) => act('wrong', {}, wrongWords(spoken, beat)),
  reply: (spoken, beat) => act('next', replyForm(spoken, beat)),
  content: (spoken, beat) => act('content', ratingForm(spoken, beat)),
  again: (spoken) => act('again', {}, lines(spoken, spoken.telling.subject.again)),
  remind: (spoken, beat) => office('remind', { reason: remindWords(spoken, beat) }),
  extend: (spoken, beat) => office('extend', { reason: extendWords(spoken), until: beat.until ?? '' }),
  supervise: (spoken) => office('supervise', { reason: lines(spoken, spoken.telling.voices.supervise) }),
  withdraw: (spoken) =>
    office('withdraw', {
      reason: spoken.telling.random.pick([
        '邻居已经处理了，谢谢。',
        '刚才有人来弄好了。',
        '看错了，是隔壁院的。',
        '自己解决了，不麻烦了。',
      ]),
    }),
  solved(spoken, beat) {
    const { did } = (spoken.outcome = pickOutcome(spoken.telling));
    return act('solved', { result: resultWords(spoken.telling, did, halfOf(beat.at)) });
  },
  minutes: (spoken) => act('solved', minutesForm(spoken)),
  confirmed: () => act('confirmed'),
  answer: (spoken, beat) =>
    act('next', {
      reply: replyWords(spoken.telling, spoken.outcome.told, spoken.call, beat.by),
      ...(spoken.publish ? { summary: `${newsWords(spoken.telling)}。` } : {}),
    }),
  join: () => act('accept'),
  sent: (_spoken, beat) => act('sent', { team: user(beat.handler) }),
  arrive: ({ telling }, beat) =>
    act('next', { arrived: {}, ...(beat.late ? { lateWhy: `${telling.random.pick(lateReasons)}。` } : {}) }),
  settle(spoken, beat) {
    spoken.outcome = pickOutcome(spoken.telling);
    return act('next', { result: resultWords(spoken.telling, spoken.outcome.did, halfOf(beat.at)) });
  },
  revisit: ({ telling }) =>
    act('next', {
      relapse: false,
      note: `${telling.random.pick(['一切正常', '没有再出现', '家里人都在，情况稳定', '打电话问过，都好', '上门看过，没有反复'])}。`,
    }),
};

/** What is pressed and written up to a moment, in order. */
export function actsOf(spoken: Spoken, beats: readonly Beat[], now: number): PlanAct[] {
  return beats
    .filter((beat) => beat.at <= now)
    .map(
      (beat) =>
        ({ at: new Date(beat.at).toISOString(), by: beat.by.key, ...speak[beat.deed](spoken, beat) }) as PlanAct,
    );
}

export { callOf };
