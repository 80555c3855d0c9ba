import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { seededRandom, type Random } from '#shared/random';
import { begin, finding } from '#tests/matters';
import { areas, gongsheng, multipart, photograph, type Name, type World } from '#tests/world';
import type { Reading } from '../../web/lib/offline/clock.ts';
import type { Answer, Operation } from '../../web/lib/offline/queue.ts';
import { sendQueue, type Line, type Shelf } from '../../web/lib/offline/send.ts';

/**
 * Phones in the field, on which the product's own queue runs: what they hold outlives them, their line is cut where real ones
 * are cut, and their clocks are wrong. Time passes for each phone by itself, hours in a moment.
 */

export type Pressed = { number: string | null; words: string };

export type Field = {
  name: string;
  pressed: Pressed[];
  /** How often a request never left, its answer was lost, the line broke in the middle, the phone died. */
  cuts: { before: number; after: number; between: number; died: number };
  replayed: number;
  stuck: Operation[];
  /** Times told to the server that cannot be. */
  wrongAgo: string[];
  work(): Promise<void>;
};

type Options = { name: string; devices: number; operationsEach: number; withIds: boolean };

type Device = {
  index: number;
  who: Name;
  number: string;
  random: Random;
  /** What its storage holds, as text: nothing of it is shared with what runs. */
  disk: Map<string, string>;
  /** True time, and how far its clock is off from it; part of them are put right in the middle. */
  at: number;
  offMs: number;
  changesAt: number;
  heard: Reading['heard'];
  version: number;
  pressed: number;
  pressedAt: Map<string, { at: number; heardAt: number }>;
  tries: number;
};

type Ground = { world: World; field: Field; options: Options; agent: http.Agent; port: number };

class Died extends Error {}

const workers: Name[] = ['grid', 'community', 'community2', 'secretary'];
const dayMs = 86_400_000;
const slackMs = 10_000;
const sendingAtATime = 6;
const start = Date.parse('2026-11-20T01:00:00Z');

/** A matter for each phone, and the app on a port of its own. */
export async function openField(world: World, options: Options): Promise<Field> {
  const server = http.createServer((request, response) => world.app.routing(request, response));
  // A connection that lies idle stays: only the test tears them.
  server.keepAliveTimeout = 0;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  const cuts = { before: 0, after: 0, between: 0, died: 0 };
  const field: Field = { name: options.name, pressed: [], cuts, replayed: 0, stuck: [], wrongAgo: [], work };
  const ground: Ground = { world, field, options, agent, port: (server.address() as AddressInfo).port };
  const chance = seededRandom(options.name);
  const phones: Device[] = [];
  for (let index = 0; index < options.devices; index++) phones.push(await newDevice(ground, chance, index));
  async function work(): Promise<void> {
    const idle = [...phones];
    const hand = async (): Promise<void> => {
      for (let phone = idle.shift(); phone; phone = idle.shift()) if (await live(ground, phone)) idle.push(phone);
    };
    await Promise.all(Array.from({ length: sendingAtATime }, hand));
  }
  return field;
}

async function newDevice({ world, options }: Ground, chance: Random, index: number): Promise<Device> {
  const random = chance.fork(`device ${index}`);
  return {
    index,
    who: workers[index % workers.length] as Name,
    number: await begin(world.as('resident'), { words: `${options.name} matter ${index}` }),
    random,
    disk: new Map(),
    at: start,
    offMs: random.between(-dayMs, dayMs),
    changesAt: index % 3 === 0 ? start + random.between(0, dayMs / 2) : Number.POSITIVE_INFINITY,
    heard: null,
    version: 1,
    pressed: 0,
    pressedAt: new Map(),
    tries: 0,
  };
}

function clockOf({ at, offMs, changesAt }: Device): number {
  return at < changesAt ? at + offMs : at;
}

const reading = (device: Device): Reading => ({ device: clockOf(device), heard: device.heard });

/** One spell of a phone: some things are pressed, then what is there is sent, until the line is cut or the phone dies. Answers whether anything is left to do. */
async function live(ground: Ground, device: Device): Promise<boolean> {
  const { field, options } = ground;
  const shelf = shelfOf(ground, device);
  for (let one = device.random.between(1, 12); one > 0 && device.pressed < options.operationsEach; one--) {
    device.at += device.random.between(1_000, 1_200_000);
    press(ground, device);
  }
  device.at += device.random.between(1_000, 7_200_000);
  try {
    await sendQueue({ shelf, line: lineOf(ground, device), read: () => reading(device) });
  } catch (error) {
    if (!(error instanceof Died)) throw error;
    field.cuts.died += 1;
  }
  const kept = [...device.disk.values()].map((words) => JSON.parse(words) as Operation);
  field.stuck.push(...kept.filter(({ state }) => state === 'stuck'));
  if (field.stuck.length > 0) return false;
  return kept.some(({ state }) => state === 'waiting') || device.pressed < options.operationsEach;
}

/** She presses: a note on her matter, now and then something new, seldom with a photo. On disk before anything else happens. */
function press({ field, options }: Ground, device: Device): void {
  const { random, index, number } = device;
  const seq = device.pressed++;
  const isReport = random.chance(0.1);
  const words = `${field.name}/${isReport ? 'report/' : ''}${index}/${seq}`;
  const withPhoto = isReport && index % 10 === 0 && random.chance(0.2);
  const photo = { id: `photo-${words}`, into: ['form', 'photos'], name: 'a.jpg', type: 'image/jpeg', fileId: null };
  const report = { method: 'seven-step-loop', action: 'next', form: { ...finding, words } };
  const operation: Operation = {
    id: `id-${words}`,
    seq,
    subject: isReport ? `report:${words}` : `matter:${number}`,
    path: isReport ? `${gongsheng}/matters` : `${gongsheng}/matters/${number}/actions/track`,
    filesPath: `/api/v1/areas/${areas.gongsheng}/files`,
    // Half of the notes say which version they were written on, as an action does.
    body: isReport
      ? report
      : { reason: words, ...(options.withIds && random.chance(0.5) ? { version: device.version } : {}) },
    seen: isReport ? null : device.version,
    photos: withPhoto ? [photo] : [],
    made: reading(device),
    told: { title: '', label: '', words, typed: [] },
    keeper: null,
    state: 'waiting',
    wasHanded: false,
    tries: 0,
    notBefore: 0,
    trouble: null,
  };
  device.disk.set(operation.id, JSON.stringify(operation));
  device.pressedAt.set(operation.id, { at: device.at, heardAt: device.heard?.server ?? start });
  field.pressed.push({ number: isReport ? null : number, words });
}

/** Its storage. The phone may die before a write or after it; what was written stays. */
function shelfOf(_ground: Ground, { disk, random }: Device): Shelf {
  const mayDie = (): void => {
    if (random.chance(0.004)) throw new Died();
  };
  const write = async (change: () => void): Promise<void> => {
    mayDie();
    change();
    mayDie();
  };
  return {
    list: async () =>
      [...disk.values()].map((words) => JSON.parse(words) as Operation).toSorted((a, b) => a.seq - b.seq),
    put: (operation) => write(() => disk.set(operation.id, JSON.stringify(operation))),
    remove: ({ id }) => write(() => disk.delete(id)),
  };
}

type Shot = { path: string; key: string; payload: Buffer; headers: Record<string, string> };

/** Its line: some requests never leave, some answers never arrive, some connections break in the middle. */
function lineOf(ground: Ground, device: Device): Line {
  const send = async (shot: Shot): Promise<Answer> => {
    const { cuts } = ground.field;
    const { random } = device;
    device.at += random.between(50, 4_000);
    device.tries += 1;
    const key = ground.options.withIds ? shot.key : `${shot.key} ${device.tries}`;
    const fate = random.next();
    if (fate < 0.04) return lost(cuts, 'before');
    if (fate < 0.08) return request(ground, device, { ...shot, key }, random.between(0, 12));
    const answer = await request(ground, device, { ...shot, key });
    if (fate < 0.12) return lost(cuts, 'after');
    if (answer) device.heard = { device: clockOf(device), server: device.at };
    return answer;
  };
  return {
    async probe() {
      if (device.random.chance(0.1)) return false;
      device.at += 100;
      device.heard = { device: clockOf(device), server: device.at };
      return true;
    },
    async post(path, key, body) {
      check(ground, device, key, Number(body.madeAgoSeconds) * 1000);
      const payload = Buffer.from(JSON.stringify(body));
      const answer = await send({ path, key, payload, headers: { 'content-type': 'application/json' } });
      const { version, number } = (answer?.body ?? {}) as { version?: number; number?: string };
      if (version !== undefined && number === device.number) device.version = Math.max(device.version, version);
      return answer;
    },
    async upload(path, { id }) {
      return send({ path, key: id, ...multipart(await photoOf(id)) });
    },
  };
}

const photos = new Map<string, Promise<Buffer>>();

/** The bytes of a picture are the same each time they are sent. */
function photoOf(id: string): Promise<Buffer> {
  const known = photos.get(id) ?? photograph();
  photos.set(id, known);
  return known;
}

function lost(cuts: Field['cuts'], kind: 'before' | 'after' | 'between'): null {
  cuts[kind] += 1;
  return null;
}

/** A real request; with a moment given, the connection is torn then, whatever it was doing. */
function request(ground: Ground, device: Device, shot: Shot, tornAfterMs?: number): Promise<Answer> {
  const { world, field, agent, port } = ground;
  const authorization = `Bearer ${world.tokens[device.who]}`;
  const headers = { ...shot.headers, authorization, 'idempotency-key': shot.key };
  const torn = tornAfterMs !== undefined;
  return new Promise((resolve) => {
    const asking = http.request({
      ...{ host: '127.0.0.1', port, path: shot.path, method: 'POST', headers },
      agent: torn ? false : agent,
    });
    asking.once('response', (response) => {
      if (response.headers['idempotent-replay']) field.replayed += 1;
      json(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), fail);
    });
    asking.once('error', fail);
    asking.end(shot.payload);
    if (torn) setTimeout(() => asking.destroy(), tornAfterMs);
    function fail(): void {
      resolve(lost(field.cuts, 'between'));
    }
  });
}

/** What the server is told lies within what has really passed; where the clock was not touched, it is what has passed. */
function check({ field }: Ground, device: Device, id: string, toldMs: number): void {
  const pressed = device.pressedAt.get(id);
  if (!pressed) return;
  const trueMs = device.at - pressed.at;
  const longestMs = device.at - pressed.heardAt;
  const untouched = device.at < device.changesAt || pressed.at >= device.changesAt;
  const hasHeard = device.heard !== null && pressed.heardAt > start;
  const exact = Math.abs(toldMs - trueMs) <= slackMs;
  const bounded = toldMs >= 0 && (!hasHeard || toldMs <= longestMs + slackMs);
  if (!bounded || (untouched && !exact)) field.wrongAgo.push(`${id}: told ${toldMs} ms, was ${trueMs} ms`);
}
