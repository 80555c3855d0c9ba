import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { minuteMs, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { doorPass, readDoorPass } from '#kernel/calendar';
import { requireOwner } from '#modules/areas';
import type { DoorPass } from '../contract.ts';
import * as refusals from '../refusals/rules.ts';
import { openSpace, type BookingDoors } from '../service.ts';
import { updateBooking } from '../store.ts';
import { readMineNow } from './store.ts';

export type DoorDoors = BookingDoors & { key: Buffer };

const nextSeconds = 15;

/** The code a venue's door shows now, with the address it stands for. */
export async function readDoor(
  reader: Reader,
  doors: DoorDoors,
  input: { areaId: string; venueId: string; address: string; now: Date },
): Promise<DoorPass> {
  const area = requireOwner(doors.tree, input.areaId);
  const day = shanghaiDate(input.now);
  const space = await openSpace(reader, { ...input, userId: '', from: day, to: day });
  const pass = doorPass(doors.key, `venue:${space.id}`, input.now);
  return {
    venueId: space.id,
    venueName: space.name,
    pass,
    url: `${input.address}/bookings/${area.id}/in/${encodeURIComponent(pass)}`,
    nextSeconds,
  };
}

/**
 * Checks the actor in by the code of a door: for the booking they have there now. Twice is once. Refused when the code is forged
 * or older than 60 seconds, or they have nothing there now. Answers the booking's id.
 */
export async function checkInAtDoor(
  tx: Tx,
  actor: Actor,
  doors: DoorDoors,
  input: { areaId: string; pass: string },
): Promise<string> {
  const area = requireOwner(doors.tree, input.areaId);
  const subject = readDoorPass(doors.key, input.pass, tx.now)?.subject ?? '';
  const venueId = /^venue:([0-9a-f-]{36})$/.exec(subject)?.[1] ?? refuse(refusals.passWrong);
  const from = new Date(tx.now.getTime() + refusals.checkInBeforeMinutes * minuteMs);
  const [booking] = await readMineNow(tx, { areaId: area.id, venueId, userId: actor.id, from, now: tx.now });
  if (!booking) refuse(refusals.nothingHereNow);
  if (booking.checkedInAt !== null) return booking.id;
  const came = { checkedInAt: tx.now.toISOString(), checkedInWay: 'door' };
  await updateBooking(tx, { areaId: area.id, id: booking.id }, { state: 'confirmed', openNumber: null, ...came });
  audit(tx, actor, { areaId: area.id, act: 'booking.check-in', subject: `booking:${booking.id}` });
  return booking.id;
}
