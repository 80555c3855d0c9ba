import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { Random } from '../shared/random.ts';
import type { CommunityCast, Person } from './contract.ts';

/** Meetings of one community: held, tonight, to come. */

/** `came`: party and how many; `agreed`: what, who does it, due days from today, and the result when it is done. */
export type MeetingEntry = {
  key: string;
  home?: boolean;
  kind: string;
  title: string;
  in: number;
  at: string;
  minutes: number;
  venue?: string;
  place?: string;
  topics?: string[];
  points: string[];
  parties?: string[];
  came?: [party: string, people: number][];
  headcount?: number;
  text?: string;
  agreed?: [what: string, owner: 'property' | 'worker' | 'head', due: number, result?: string][];
};

export type MeetingPlan = {
  key: string;
  kind: string;
  title: string;
  venue: string | null;
  place: string;
  startsAt: string;
  endsAt: string;
  calledAt: string;
  minutesAt: string | null;
  checkedAt: string | null;
  approvedAt: string | null;
  held: boolean;
  parties: string[];
  headcount: number;
  topics: string[];
  points: string[];
  text: string | null;
  came: { person: Person; party: string; at: string }[];
  agreed: { what: string; owner: Person; dueOn: string; at: string; result: string | null; doneAt: string | null }[];
};

type Desk = { random: Random; today: string; now: Date; one: CommunityCast; first: boolean };

const minuteMs = 60_000;
const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * minuteMs).toISOString();

function planMeeting(desk: Desk, entry: MeetingEntry): MeetingPlan {
  const { random, today, first } = desk;
  const [hour = 0, minute = 0] = entry.at.split(':').map(Number);
  const startsAt = shanghaiInstant(addDays(today, entry.in), hour, minute).toISOString();
  const endsAt = later(startsAt, entry.minutes);
  const held = entry.text !== undefined;
  const written = held && entry.in < -9;
  const minutesAt = held ? later(endsAt, random.between(50, 170)) : null;
  return {
    ...{ key: entry.key, kind: entry.kind, title: entry.title, startsAt, endsAt, held, points: entry.points },
    venue: first ? (entry.venue ?? null) : null,
    place: entry.place ?? (first && entry.venue ? '' : '社区会议室'),
    calledAt: new Date(
      Math.min(Date.parse(startsAt) - random.between(60, 90) * 60 * minuteMs, desk.now.getTime() - 35 * minuteMs),
    ).toISOString(),
    minutesAt,
    checkedAt: written && minutesAt ? later(minutesAt, random.between(30, 300)) : null,
    approvedAt: written && minutesAt ? later(minutesAt, random.between(1000, 2400)) : null,
    parties: entry.parties ?? (entry.came ?? []).map(([party]) => party),
    headcount: entry.headcount ?? 0,
    topics: entry.topics ?? [],
    text: entry.text ?? null,
    came: cameTo(desk, entry, startsAt),
    agreed: agreedAt(desk, entry, endsAt),
  };
}

/** Each party by people who may stand for it; residents are drawn. */
function cameTo({ random, one }: Desk, entry: MeetingEntry, startsAt: string): MeetingPlan['came'] {
  const residents = random.shuffle([...one.residents, ...one.volunteers]);
  const drawn: Record<string, Person[]> = {
    社区党委: [one.secretary],
    居民委员会: [...one.workers],
    物业服务企业: [...one.property],
    楼栋长: random.shuffle(Object.values(one.buildingHeads)),
  };
  const used = new Set<string>();
  return (entry.came ?? []).flatMap(([party, people]) => {
    const all = (drawn[party] ?? residents).filter(({ key }) => !used.has(key)).slice(0, people);
    for (const { key } of all) used.add(key);
    return all.map((person) => ({ person, party, at: later(startsAt, random.between(-14, 6)) }));
  });
}

function agreedAt({ random, today, one, now }: Desk, entry: MeetingEntry, endsAt: string): MeetingPlan['agreed'] {
  const owners = {
    property: one.property[0] ?? one.secretary,
    worker: one.workers.at(-1) ?? one.secretary,
    head: Object.values(one.buildingHeads)[0] ?? one.secretary,
  };
  return (entry.agreed ?? []).map(([what, owner, due, result]) => {
    const dueOn = addDays(today, due);
    const doneAt = shanghaiInstant(addDays(dueOn, -1), random.between(9, 16), random.between(3, 57));
    const at = later(endsAt, -random.between(4, 20));
    const done = new Date(Math.min(Math.max(doneAt.getTime(), Date.parse(at) + 3_600_000), now.getTime() - minuteMs));
    return {
      what,
      owner: owners[owner],
      dueOn,
      at,
      result: result ?? null,
      doneAt: result ? done.toISOString() : null,
    };
  });
}

/** All of the data in the first community, two meetings in the others. */
export function planMeetings(desk: Omit<Desk, 'today'>, entries: MeetingEntry[]): MeetingPlan[] {
  const today = shanghaiDate(desk.now);
  const others = desk.random.shuffle(entries.filter(({ home }) => !home));
  const chosen = desk.first ? entries : others.slice(0, 2);
  return chosen.map((entry) => planMeeting({ ...desk, today }, entry));
}
