import { system } from '#shared/actor';
import { seededRandom, type Random } from '#shared/random';
import { addDays, dayMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { addIllustrations } from '#modules/files';
import { importPublicities, type PastPublicity } from '#modules/publicity';
import type { CommunityCast, Person } from '../contract.ts';
import { estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

type SaidEntry = { day: number; words: string; answered?: number; upheld?: boolean; answer?: string };

/** What publicity.yaml holds. */
export type PublicityEntry = {
  community: string;
  key: string;
  title: string;
  estate?: string;
  drafted: number;
  posted?: number;
  checked?: boolean;
  days: number;
  board: boolean;
  photo?: boolean;
  replaces?: string;
  shown: { label: string; lines: string[] }[];
  body?: string;
  said?: SaidEntry[];
  withdrawn?: { day: number; reason: string };
};

type Ground = { one: CommunityCast; known: Known; now: Date; random: Random; photo: string | null };

/** What hangs, hung and waits to hang in one community. */
export async function loadPublicities(
  tx: Tx,
  one: CommunityCast,
  known: Known,
  input: { entries: PublicityEntry[]; sealer: Sealer; now: Date },
): Promise<void> {
  const { entries, sealer, now } = input;
  const own = entries.filter(({ community }) => community === one.community.name);
  if (own.length === 0) return;
  const [photo = null] = own.some((entry) => entry.photo) ? await addPhoto(tx, one) : [];
  const random = seededRandom(`liren/publicity/${one.community.code}`);
  const list = own.map((entry) => publicityOf({ one, known, now, random, photo }, entry));
  importPublicities(tx, { sealer }, list);
}

/** A drawing of the board stands for every photo of it until there is one. */
function addPhoto(tx: Tx, { community }: CommunityCast): Promise<string[]> {
  const drawing = { slug: 'venue-board', width: 240, height: 136, public: true };
  return addIllustrations(tx, system, { areaId: demoId(community.code), illustrations: [drawing] });
}

type Named = { id: string; name: string };

function userOf({ known }: Ground, person: Person | undefined, fallback: Person): Named {
  const { key, name } = person ?? fallback;
  return { id: known.users.get(key) ?? `demo:${key}`, name };
}

/** An ordinary moment of a working day, days before today, and never one that is still to come. */
function momentOf({ now, random }: Ground, daysAgo: number, hours: [number, number]): string {
  const day = addDays(shanghaiDate(now), -daysAgo);
  const at = shanghaiInstant(day, random.between(...hours), random.between(1, 59)).getTime();
  return new Date(Math.min(at, now.getTime() - random.between(4, 50) * 60_000)).toISOString();
}

/** The moment its whole days are over, and a little later, when the worker has found it. */
function closedAfter(postedAt: string, days: number): string {
  const after = shanghaiInstant(addDays(shanghaiDate(postedAt), days + 1));
  return new Date(after.getTime() + 1000).toISOString();
}

function publicityOf(ground: Ground, entry: PublicityEntry): PastPublicity {
  const { one, now } = ground;
  const { code, name: areaName, estates } = one.community;
  const [first = one.secretary, second = one.secretary] = one.workers;
  const drafter = userOf(ground, first, one.secretary);
  const secretary = userOf(ground, one.secretary, one.secretary);
  const checker = userOf(ground, second, one.secretary);
  const postedAt = entry.posted === undefined ? null : momentOf(ground, entry.posted, [9, 17]);
  const said = postedAt ? (entry.said ?? []).map((each) => saidOf(ground, each, entry, checker)) : [];
  const estate = estates.find(({ short }) => short === entry.estate);
  const ended = postedAt ? endOf(entry, { postedAt, said, now }) : null;
  const isChecked = postedAt !== null || entry.checked === true;
  const checkedAt = isChecked ? (postedAt ?? momentOf(ground, 1, [9, 16])) : null;
  return {
    ...{ areaId: demoId(code), id: demoId(`${code}/publicity/${entry.key}`), areaName, matterId: null, step: null },
    estateId: estate ? demoId(estateKey(one.community, estate.name)) : null,
    replaces: entry.replaces ? demoId(`${code}/publicity/${entry.replaces}`) : null,
    ...{ title: entry.title, body: entry.body ?? '', days: entry.days, board: entry.board, pictures: [], digests: [] },
    shown: entry.shown.map(({ label, lines }) => ({ label, lines: lines.flatMap((line) => linesOf(one, line)) })),
    state: ended?.state ?? (postedAt ? 'open' : isChecked ? 'checked' : 'drafted'),
    ...{ draftedBy: drafter.id, draftedName: drafter.name },
    draftedAt: postedAt
      ? new Date(Date.parse(postedAt) - (entry.drafted - (entry.posted ?? 0)) * dayMs - 47 * 60_000).toISOString()
      : momentOf(ground, entry.drafted, [9, 17]),
    ...{ checkedBy: isChecked ? checker.id : null, checkedName: isChecked ? checker.name : null, checkedAt },
    ...{ approvedBy: postedAt && secretary.id, approvedName: postedAt && secretary.name, approvedAt: postedAt },
    ...{ returnedReason: '', postedAt, closedAt: ended?.at ?? null, withdrawnReason: entry.withdrawn?.reason ?? '' },
    said,
    proofs: entry.photo && postedAt && ground.photo ? [proofOf(ground.photo, postedAt, drafter)] : [],
  };
}

const proofOf = (fileId: string, postedAt: string, by: Named) => ({
  ...{ fileId, byId: by.id, byName: by.name },
  at: new Date(Date.parse(postedAt) + 38 * 60_000).toISOString(),
});

/** `@heads`: the building heads, whose names everybody in their buildings knows. */
function linesOf({ buildingHeads }: CommunityCast, line: string): string[] {
  return line === '@heads' ? [...new Set(Object.values(buildingHeads).map(({ name }) => name))] : [line];
}

type Said = PastPublicity['said'][number];

function saidOf(ground: Ground, entry: SaidEntry, notice: PublicityEntry, by: Named): Said {
  const { one, random } = ground;
  const person = random.pick(one.residents.filter(({ username }) => username === null));
  const { id: userId, name } = userOf(ground, person, one.secretary);
  const posted = notice.posted ?? 0;
  const isAnswered = entry.answered !== undefined;
  return {
    ...{ userId, name, words: entry.words },
    at: momentOf(ground, posted - entry.day, [18, 21]),
    answer: entry.answer ?? null,
    upheld: isAnswered ? entry.upheld === true : null,
    answeredBy: isAnswered ? by.id : null,
    answeredName: isAnswered ? by.name : null,
    answeredAt: isAnswered ? momentOf(ground, posted - (entry.answered ?? 0), [9, 16]) : null,
  };
}

/** How it has ended by now: taken down, stopped by an objection, or clear once its days were over. */
function endOf(
  entry: PublicityEntry,
  { postedAt, said, now }: { postedAt: string; said: Said[]; now: Date },
): { state: string; at: string } | null {
  if (entry.withdrawn) {
    const at = Date.parse(postedAt) + entry.withdrawn.day * dayMs - 72 * 60_000;
    return { state: 'withdrawn', at: new Date(at).toISOString() };
  }
  const upheld = said.find((one) => one.upheld);
  if (upheld?.answeredAt) return { state: 'upheld', at: upheld.answeredAt };
  const at = closedAfter(postedAt, entry.days);
  return Date.parse(at) <= now.getTime() && said.every(({ answeredAt }) => answeredAt) ? { state: 'clear', at } : null;
}
