import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { ReadingInput, ReadingWall } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { ReadingRow } from './tables.ts';

const wallDays = 100;
const itemsShown = 24;
const listShown = 5;
const calendarDays = 14;

/** The wall of a community: who read what lately, how many days in a row; and for who asks, their own days. Source: B11. */
export async function readWall(
  reader: Reader,
  actor: Actor,
  doors: { tree: AreaTree },
  input: { areaId: string; now: Date },
): Promise<ReadingWall> {
  const area = requireOwner(doors.tree, input.areaId);
  const today = shanghaiDate(input.now);
  const rows = await store.readReadings(reader, area.id, addDays(today, -wallDays));
  const families = daysOfFamilies(rows);
  const month = rows.filter(({ day }) => day.slice(0, 7) === today.slice(0, 7));
  const longest = [...families.values()]
    .map(({ family, days }) => ({ family, streakDays: rules.streakDays(days, today) }))
    .filter(({ streakDays }) => streakDays > 1)
    .sort((a, b) => b.streakDays - a.streakDays);
  return {
    areaName: area.name,
    today,
    items: rows.slice(0, itemsShown).map((row) => ({
      ...row,
      streakDays: rules.streakDays(families.get(row.userId)?.days ?? new Set(), row.day),
    })),
    familiesToday: rows.filter(({ day }) => day === today).length,
    familiesMonth: new Set(month.map(({ userId }) => userId)).size,
    readingsMonth: month.length,
    longest: longest.slice(0, listShown),
    books: booksOf(month).slice(0, listShown),
    mine: isSignedIn(actor) ? await mineOf(reader, actor, area.id, { rows, today }) : null,
  };
}

type Family = { family: string; days: Set<string> };

function daysOfFamilies(rows: ReadingRow[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const { userId, family, day } of rows) {
    const known = families.get(userId) ?? { family, days: new Set<string>() };
    known.days.add(day);
    families.set(userId, known);
  }
  return families;
}

function booksOf(rows: ReadingRow[]): ReadingWall['books'] {
  const readers = new Map<string, Set<string>>();
  for (const { book, userId } of rows) readers.set(book, (readers.get(book) ?? new Set()).add(userId));
  return [...readers]
    .map(([book, users]) => ({ book, families: users.size }))
    .sort((a, b) => b.families - a.families || (a.book < b.book ? -1 : 1));
}

async function mineOf(
  reader: Reader,
  actor: Actor,
  areaId: string,
  { rows, today }: { rows: ReadingRow[]; today: string },
): Promise<ReadingWall['mine']> {
  const own = rows.filter(({ userId }) => userId === actor.id);
  const days = new Set(own.map(({ day }) => day));
  return {
    family: rules.familyName(actor.name),
    readToday: days.has(today),
    streakDays: rules.streakDays(days, today),
    totalDays: await store.countDays(reader, areaId, actor.id),
    lastBook: own[0]?.book ?? '',
    days: rules.lastDays(today, calendarDays).map((day) => ({ day, read: days.has(day) })),
  };
}

/** Checks one's family in for today: once a day, a second time only changes the book. Refused in another community. */
export async function checkIn(
  tx: Tx,
  actor: Actor,
  doors: { tree: AreaTree },
  input: { areaId: string; reading: ReadingInput },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  if (actor.homeAreaId !== areaId) refuse(rules.notHere);
  const family = rules.familyName(actor.name);
  const day = shanghaiDate(tx.now);
  await store.keepReading(tx, { ...input.reading, areaId, userId: actor.id, day, family, at: tx.now.toISOString() });
  audit(tx, actor, { areaId, act: 'reading.check-in', subject: `reading:${day}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'reading' }));
}

/** Adds check-ins of the past: for records kept elsewhere. */
export function importReadings(tx: Tx, rows: ReadingRow[]): void {
  for (const { areaId, userId, ...row } of rows) tx.append('readings', { area_id: areaId, user_id: userId, ...row });
}
