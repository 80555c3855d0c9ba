import { createHmac } from 'node:crypto';
import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { keepCopy, type Copy } from '#platform/copies';
import type { Database, Reader, Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import type { Mail } from '#platform/mail';
import type { Outbound } from '#platform/outbound';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import {
  robotKindNames,
  robotKinds,
  robotTellNames,
  robotTells,
  type NewRobot,
  type RobotList,
  type RobotTell,
} from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const robotsChannel = 'liren_robots';
export const robotKind = 'messages.robot';

/** Which areas have robots that are told what, in memory: asked whenever somebody is told something. */
export type Robots = Copy & { toldOf(areaId: string, what: string): string[] };

export async function openRobots(database: Database): Promise<Robots> {
  let byArea = new Map<string, store.LiveRobot[]>();
  const copy = await keepCopy(database, robotsChannel, async () => {
    const found = new Map<string, store.LiveRobot[]>();
    for (const robot of await store.readLiveRobots(database))
      found.set(robot.areaId, [...(found.get(robot.areaId) ?? []), robot]);
    byArea = found;
  });
  return {
    ...copy,
    toldOf: (areaId, what) =>
      (byArea.get(areaId) ?? []).filter(({ tells }) => tells.includes(what as RobotTell)).map(({ id }) => id),
  };
}

export type RobotDoors = { tree: AreaTree; sealer: Sealer; outbound: Outbound; mail: Mail | null };

const place = (id: string, column: string): string => `robots/${id}/${column}`;

/**
 * Adds the robot of a staff group, or the mailbox of an office. Refused when its address is not one of its kind's home, nor
 * named by the operator.
 */
export async function addRobot(
  tx: Tx,
  doors: RobotDoors,
  actor: Actor,
  input: { areaId: string; robot: NewRobot },
): Promise<RobotList> {
  const { tree, sealer, outbound, mail } = doors;
  const area = requireOwner(tree, input.areaId);
  const { kind, name, address, secret, tells } = input.robot;
  const host = rules.hostOf(kind, address, { isOrigin: outbound.allows, domains: mail?.domains ?? [] });
  if (typeof host !== 'string') return refuse(host);
  const id = tx.newId();
  await store.insertRobot(tx, {
    ...{ areaId: area.id, id, kind, name, host, tells },
    addressSealed: sealer.seal(place(id, 'address'), address),
    secretSealed: secret ? sealer.seal(place(id, 'secret'), secret) : null,
    madeBy: actor.id,
    madeByName: actor.name,
    createdAt: tx.now.toISOString(),
  });
  tx.notify(robotsChannel, '');
  audit(tx, actor, { areaId: area.id, act: 'robot.add', subject: id, detail: { kind, name, host } });
  return listRobots(tx, doors, area.id);
}

type ListDoors = Pick<RobotDoors, 'tree' | 'mail'>;

export async function listRobots(reader: Reader, { tree, mail }: ListDoors, areaId: string): Promise<RobotList> {
  const kinds = robotKinds.filter((kind) => kind !== 'mail' || mail !== null);
  return {
    items: await store.readRobots(reader, requireOwner(tree, areaId).id),
    kinds: kinds.map((value) => ({ value, label: robotKindNames[value] })),
    tells: robotTells.map((value) => ({ value, label: robotTellNames[value] })),
  };
}

type OneRobot = { areaId: string; robotId: string };

/** Ends a robot at once. Refused when there is none that still works. */
export async function endRobot(tx: Tx, doors: ListDoors, actor: Actor, input: OneRobot): Promise<RobotList> {
  const area = requireOwner(doors.tree, input.areaId);
  if (!(await store.endRobot(tx, area.id, input.robotId, tx.now))) refuse(rules.robotUnknown);
  tx.notify(robotsChannel, '');
  audit(tx, actor, { areaId: area.id, act: 'robot.end', subject: input.robotId });
  return listRobots(tx, doors, area.id);
}

/** Sends one message to see whether it arrives; what became of it stands in the list. */
export async function tryRobot(tx: Tx, tree: AreaTree, actor: Actor, input: OneRobot): Promise<void> {
  const area = requireOwner(tree, input.areaId);
  if (!(await store.findRobot(tx, area.id, input.robotId))) refuse(rules.robotUnknown);
  const text = `【里仁·${area.name}】试一下：收到这一条，就接好了。`;
  enqueue(tx, { areaId: area.id, kind: robotKind, payload: { robotId: input.robotId, text, isTrial: true } });
  audit(tx, actor, { areaId: area.id, act: 'robot.try', subject: input.robotId });
}

/** Leaves to the worker what the robots of an area are told. */
export function tellRobots(
  tx: Tx,
  robots: Robots,
  told: { areaId: string; tell: string; saying: () => rules.Saying },
): void {
  const ids = robots.toldOf(told.areaId, told.tell);
  if (ids.length === 0) return;
  const text = rules.textOf(told.saying());
  for (const robotId of ids) enqueue(tx, { areaId: told.areaId, kind: robotKind, payload: { robotId, text } });
}

type RobotJob = { robotId: string; text: string; isTrial?: boolean };

const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** Works `messages.robot`. What fails is tried again later, some times; then it is given up, and staff see why. */
export function robotHandler(doors: RobotDoors & { wallClock: () => Date }): OutboxHandler {
  return async (tx, job) => {
    const { robotId, text, isTrial = false } = job.payload as RobotJob;
    const found = await store.findRobot(tx, job.areaId, robotId);
    if (!found) return;
    try {
      await post(doors, robotId, found, text);
      await store.noteSent(tx, job.areaId, robotId, tx.now);
    } catch (error) {
      if (!isTrial && job.attempts + 1 < rules.attemptsMax) throw error;
      await store.noteFailure(tx, job.areaId, robotId, { now: tx.now, failure: (error as Error).message });
    }
  };
}

async function post(
  { sealer, outbound, mail, wallClock }: RobotDoors & { wallClock: () => Date },
  id: string,
  found: store.SealedRobot,
  text: string,
): Promise<void> {
  const { kind, addressSealed, secretSealed } = found;
  const address = sealer.open(place(id, 'address'), addressSealed);
  const secret = secretSealed ? sealer.open(place(id, 'secret'), secretSealed) : null;
  if (kind === 'mail') {
    if (!mail) throw new Error('这套系统没有接邮件');
    return mail.send(rules.letterOf(address, text));
  }
  const asked = rules.postOf({ kind, address, secret }, text, { now: wallClock(), sign });
  const refused = rules.refusalIn(await outbound.post(asked.address, asked.body));
  if (refused) throw new Error(refused);
}
