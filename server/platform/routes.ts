import { z } from 'zod';
import type { Actor } from '#shared/actor';
import { isSignedIn } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { route, type Route } from '#platform/http';
import type { Live } from '#platform/live';

const advanceWaitMs = 4000;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());

const Now = z.object({ now: z.string(), demo: z.boolean() });

/** The one clock; in demo mode anyone may move it forward. */
export function clockRoutes(doors: { clock: Clock; demo: boolean; advanced(): Promise<void> }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/clock',
      summary: 'The time of the app',
      tag: 'clock',
      permission: 'public',
      answer: Now,
      handle: async ({ now }) => ({ now: now.toISOString(), demo: doors.demo }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/clock/advance',
      summary: 'Move the demo clock forward',
      tag: 'clock',
      permission: 'public',
      body: z.object({ days: z.number().positive().max(60) }),
      answer: Now,
      outsideTransaction: true,
      handle: async ({ body }) => {
        if (!doors.demo)
          refuse({
            code: 'clock.not-demo',
            status: 403,
            zh: '只有演示环境可以快进时间。',
            en: 'Only the demo clock can be moved.',
          });
        const now = await doors.clock.advance(body.days);
        await Promise.race([doors.advanced(), pause(advanceWaitMs)]);
        return { now: now.toISOString(), demo: true };
      },
    }),
  ];
}

const heartbeatMs = 25_000;

/** Every open page hears of it when the demo clock has moved. */
export const clockTopic = 'clock';

/** Server-sent events for open pages: what changed in the areas one may see, and one's own messages. */
export function liveRoutes(live: Live, mayHear: (actor: Actor, areaId: string) => boolean): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/live',
      summary: 'Live updates as server-sent events',
      tag: 'live',
      permission: 'public',
      hidden: true,
      query: z.object({ areas: z.string().max(2000).default('') }),
      handle: async ({ actor, query, request, reply }) => {
        const areas = query.areas.split(',').filter((id) => id !== '' && mayHear(actor, id));
        const topics = [
          clockTopic,
          ...areas.map((id) => `area:${id}`),
          ...(isSignedIn(actor) ? [`user:${actor.id}`] : []),
        ];
        reply.hijack();
        const raw = reply.raw;
        raw.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        raw.write('retry: 3000\n\n');
        const stop = live.subscribe(topics, ({ data }) => void raw.write(`event: ${kindOf(data)}\ndata: ${data}\n\n`));
        const beat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
        request.raw.once('close', () => {
          clearInterval(beat);
          stop();
        });
      },
    }),
  ];
}

function kindOf(data: string): string {
  return String((JSON.parse(data) as { kind?: string }).kind ?? 'message');
}

/** Whether the process lives, and whether it can serve. */
export function probeRoutes(database: Database): Route[] {
  return [
    route({
      method: 'GET',
      path: '/healthz',
      summary: 'The process lives',
      tag: 'probes',
      permission: 'public',
      answer: z.object({ status: z.string() }),
      handle: async () => ({ status: 'ok' }),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      summary: 'The database answers',
      tag: 'probes',
      permission: 'public',
      answer: z.object({ status: z.string() }),
      handle: async () => {
        await database.query('select 1');
        return { status: 'ready' };
      },
    }),
  ];
}
