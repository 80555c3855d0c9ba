import { carryPayment, paymentsOf } from './modules/funds/carry/service.ts';
import { carryPublicity, publicitiesOf } from '#modules/publicity';
import { ballotsOf, carryVote } from './modules/ballots/carry/service.ts';
import { carrySession, meetingsOf } from './modules/deliberation/meetings/service.ts';
import { ballotDoors, deliberationDoors, fundDoors, publicityDoors } from './doors.ts';
import type { Parts } from './opened.ts';
import { hangRecords } from './records.ts';

/**
 * Hangs in what carries steps of matters: a carrier by kind of step, and a door that says what carried a matter. Matters know
 * none of them by name.
 */
export function hangCarriers(parts: Parts): void {
  hangRecords(parts);
  const { context } = parts;
  context.carriers['vote'] = carryVote(ballotDoors(parts));
  context.carriedDoors.push(ballotsOf);
  const deliberation = deliberationDoors(parts);
  context.carriers['session'] = carrySession(deliberation);
  context.carriedDoors.push(meetingsOf(deliberation));
  const publicity = publicityDoors(parts);
  context.carriers['publicity'] = carryPublicity(publicity);
  context.carriedDoors.push(publicitiesOf(publicity));
  context.carriers['pay'] = carryPayment(fundDoors(parts));
  context.carriedDoors.push(paymentsOf);
}
