import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, Person } from './contract.ts';
import { planMeetings, type MeetingEntry, type MeetingPlan } from './meetings.ts';

/** What one community deliberates: topics in all stages, with who supports them and what was said. */

type VoiceEntry = [kind: 'for' | 'against' | 'suggestion', words: string, reply?: string];

export type TopicEntry = {
  key: string;
  home?: boolean;
  state: 'waiting' | 'open' | 'in-progress' | 'answered' | 'closed' | 'merged' | 'declined';
  title: string;
  why: string;
  scope: 'community' | 'estate' | 'building';
  ago: number;
  at: string;
  supports: number;
  asked?: number;
  begun?: number;
  answer?: string;
  answered?: number;
  result?: string;
  closed?: number;
  into?: string;
  reason?: string;
  voices?: VoiceEntry[];
};

/** What deliberation.yaml holds. */
export type DeliberationData = { topics: TopicEntry[]; meetings: MeetingEntry[]; letters: LetterEntry[] };

export type TopicPlan = Omit<TopicEntry, 'voices' | 'supports' | 'ago' | 'asked' | 'begun' | 'answered' | 'closed'> & {
  proposer: Person;
  proposedAt: string;
  decidedAt: string | null;
  askedAt: string | null;
  begunAt: string | null;
  answeredAt: string | null;
  closedAt: string | null;
  supporters: Person[];
  voices: { key: string; kind: string; words: string; reply: string | null; by: Person; at: string }[];
};

export type LetterEntry = {
  key: string;
  title: string;
  ago: number;
  at: string;
  body: string;
  asked: [question: string, answer?: string, published?: boolean][];
};

export type LetterPlan = Omit<LetterEntry, 'asked'> & {
  sentAt: string;
  readers: Person[];
  asked: { question: string; answer: string | null; published: boolean; by: Person; at: string }[];
};

export type DeliberationPlan = { topics: TopicPlan[]; meetings: MeetingPlan[]; letters: LetterPlan[] };

type Desk = { random: Random; today: string; now: Date; people: Person[] };

/** All of the data in the first community, a few topics in the others; the same seed gives the same. */
export function planDeliberation(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  data: DeliberationData;
}): DeliberationPlan {
  const { seed, now, one, first, data } = input;
  const random = seededRandom(`${seed}/deliberation/${one.community.code}`);
  const people = random.shuffle([...one.residents, ...one.volunteers, ...Object.values(one.buildingHeads)]);
  const desk = { random, now, today: shanghaiDate(now), people };
  const others = data.topics.filter(({ state }) => state !== 'merged' && state !== 'in-progress');
  const entries = first ? data.topics : random.shuffle(others).slice(0, random.between(3, 5));
  const topics = entries.map((entry) => planTopic(desk, entry));
  const meetings = planMeetings({ random, now, one, first }, data.meetings);
  return { topics, meetings, letters: first ? data.letters.map((entry) => planLetter(desk, entry)) : [] };
}

/** A moment some days ago, at about the time given; never later than now. */
function momentOf({ random, today, now }: Desk, ago: number, at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const moment = shanghaiInstant(addDays(today, -ago), hour, minute);
  moment.setUTCSeconds(random.between(3, 57));
  const latest = now.getTime() - random.between(7, 40) * 60_000;
  return new Date(Math.min(moment.getTime(), latest)).toISOString();
}

/** What the office does in working hours, some days ago. */
function officeMoment(desk: Desk, ago: number | undefined): string | null {
  if (ago === undefined) return null;
  const { random } = desk;
  return momentOf(desk, ago, `${random.between(9, 16)}:${String(random.between(3, 57)).padStart(2, '0')}`);
}

function planTopic(desk: Desk, entry: TopicEntry): TopicPlan {
  const { random, people } = desk;
  const { voices = [], supports, ago, asked, begun, answered, closed, ...rest } = entry;
  const [proposer, ...others] = random.shuffle(people);
  if (!proposer) throw new Error('a community without people deliberates nothing');
  const isSeen = entry.state !== 'waiting';
  return {
    ...rest,
    proposer,
    proposedAt: momentOf(desk, ago, entry.at),
    decidedAt: isSeen ? officeMoment(desk, Math.max(0, ago - 1)) : null,
    askedAt: officeMoment(desk, asked),
    begunAt: officeMoment(desk, begun),
    answeredAt: officeMoment(desk, answered),
    closedAt: officeMoment(desk, closed),
    supporters: entry.state === 'merged' ? [] : [proposer, ...others.slice(0, supports)],
    voices: voices.map(([kind, words, reply], at) => ({
      key: String(at),
      kind,
      words,
      reply: reply ?? null,
      by: others.at(-1 - at) ?? proposer,
      at: momentOf(desk, Math.max(0, ago - 1 - at), `${random.between(18, 20)}:${random.between(11, 58)}`),
    })),
  };
}

function planLetter(desk: Desk, entry: LetterEntry): LetterPlan {
  const { random, people } = desk;
  const { asked, ...rest } = entry;
  const sentAt = momentOf(desk, entry.ago, entry.at);
  const homes = random.shuffle(people.filter(({ home }) => home !== null));
  return {
    ...rest,
    sentAt,
    readers: homes.slice(0, Math.round(homes.length / 3)),
    asked: asked.map(([question, answer, published = false], at) => ({
      ...{ question, answer: answer ?? null, published },
      by: homes[at] ?? random.pick(people),
      at: momentOf(desk, Math.max(0, entry.ago - 1 - at), `${random.between(18, 20)}:${random.between(11, 58)}`),
    })),
  };
}
