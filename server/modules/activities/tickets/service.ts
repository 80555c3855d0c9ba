import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { dayMs, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { readUserAreas } from '#modules/messages';
import { readMaskedNames } from '#modules/people/births';
import { readCandidates, type Candidate } from '../enrolment/service.ts';
import * as activityRules from '../rules.ts';
import { toActivity, type ActivityDoors } from '../scope/service.ts';
import type { Certificate, Ticket, TicketList } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const keptMs = 365 * dayMs;

async function readRows(
  reader: Reader,
  actor: Actor,
  candidates: Candidate[],
  input: { now: Date; activityId?: string; areaIds?: string[] },
): Promise<store.TicketRow[]> {
  return store.readTickets(reader, {
    areaIds: input.areaIds ?? (await readUserAreas(reader, actor)),
    userId: actor.id,
    // What others of the household enrolled in with accounts of their own is theirs.
    attendees: candidates.filter((one) => one.isMe || one.attendee.startsWith('person:')).map((one) => one.attendee),
    now: input.now,
    since: new Date(input.now.getTime() - keptMs),
    ...(input.activityId ? { activityId: input.activityId } : {}),
  });
}

/** The actor's tickets and those of her household: what comes, the next first; what is over, the latest first. */
export async function listMyTickets(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  now: Date,
): Promise<TicketList> {
  const candidates = await readCandidates(reader, actor, doors);
  const rows = await readRows(reader, actor, candidates, { now });
  const names = await namesOf(reader, rows, candidates);
  const tickets = rows.map((row) => toTicket(doors, row, { candidates, names, now }));
  const isOver = ({ activity }: Ticket): boolean => activity.state === 'over';
  return {
    coming: tickets.filter((one) => !isOver(one)),
    past: tickets.filter((one) => isOver(one) && one.came > 0).toReversed(),
  };
}

/** Residents whom somebody enrolled and who have left her household since. */
async function namesOf(reader: Reader, rows: store.TicketRow[], candidates: Candidate[]): Promise<Map<string, string>> {
  const known = new Set(candidates.map((one) => one.attendee));
  const others = rows.filter((row) => !known.has(row.attendee) && row.attendee.startsWith('person:'));
  const names = new Map<string, string>();
  for (const areaId of new Set(others.map((row) => row.areaId))) {
    const ids = others.filter((row) => row.areaId === areaId).map((row) => row.attendee.slice('person:'.length));
    for (const { id, name } of await readMaskedNames(reader, areaId, ids)) names.set(`person:${id}`, name);
  }
  return names;
}

type Around = { candidates: Candidate[]; names: Map<string, string>; now: Date };

function toTicket(doors: ActivityDoors, row: store.TicketRow, { candidates, names, now }: Around): Ticket {
  const { attendee, came, sessionCount, state, ageToCheck } = row;
  const candidate = candidates.find((one) => one.attendee === attendee);
  const activity = toActivity(row, now);
  return {
    ...{ activity, attendee, came, sessionCount, ageToCheck },
    areaName: doors.tree.get(row.areaId)?.name ?? '',
    session: {
      ...{ id: row.sessionId, position: row.sessionPosition, startsAt: row.sessionStartsAt, endsAt: row.sessionEndsAt },
      ...{ place: row.sessionPlace, venueId: row.venueId, lng: row.lng, lat: row.lat },
    },
    who: candidate?.who ?? attendee.replace(/^person:/, ''),
    isMe: candidate?.isMe ?? false,
    name: candidate?.name ?? names.get(attendee) ?? '家人',
    state: state ?? 'came',
    place: state === 'waiting' ? row.waitingPlace : null,
    mayCancel: state !== null && activityRules.whyNotCancel(row, now) === null,
    mayRate: rules.mayRate(row, now),
    rating: row.stars === null ? null : { stars: row.stars, words: row.words ?? '', at: row.ratedAt ?? '' },
    hasCertificate: rules.hasCertificate(row, now),
  };
}

/**
 * The certificate of a course, for the actor or one of her household; the name of a resident without an account is left to be written by
 * hand. Refused before the course is over, and for too few sessions.
 */
export async function readCertificate(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: { areaId: string; activityId: string; who: string; now: Date },
): Promise<Certificate> {
  const { areaId, activityId, who, now } = input;
  const candidates = await readCandidates(tx, actor, doors);
  const candidate = candidates.find((one) => one.who === who) ?? refuse(rules.noCertificate);
  const rows = await readRows(tx, actor, candidates, { now, activityId, areaIds: [areaId] });
  const row = rows.find((one) => one.attendee === candidate.attendee);
  if (!row || !rules.hasCertificate(row, now)) return refuse(rules.noCertificate);
  audit(tx, actor, { areaId, act: 'activity.certificate', subject: `activity:${activityId}` });
  const { title, host, organisers, startsAt, endsAt, came, sessionCount } = row;
  return {
    ...{ title, host, organisers, came, sessionCount },
    name: candidate.isMe ? candidate.name : '',
    areaName: doors.tree.get(areaId)?.name ?? '',
    from: shanghaiDate(startsAt),
    to: shanghaiDate(endsAt),
    number: `${shanghaiDate(endsAt).replaceAll('-', '')}-${row.id.slice(-6)}`,
  };
}
