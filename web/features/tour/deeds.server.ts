import createClient, { type Client } from 'openapi-fetch';
import type { AppLoadContext } from 'react-router';
import type { AskedField, MatterDetail } from '#contract/matters';
import type { paths } from '../../lib/openapi.d.ts';
import { pictures } from './pictures.server.ts';
import type { Tour, TourStep } from './steps.ts';
import { tourWords } from './words.ts';

/** The API as one of the demo's people, whoever is signed in on the page. */
export type As = { client: Client<paths>; fetch(path: string, init: RequestInit): Promise<Response> };

const demoPassword = 'liren-demo';

/** Signs in as a demo account: the page's session changes too. Null when there is no such account (no demo). */
export async function signInAs(context: AppLoadContext, username: string): Promise<{ as: As; homeId: string } | null> {
  const answer = await context.fetch('http://inside/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  if (!answer.ok) return null;
  const { token, me } = (await answer.json()) as { token: string; me: { homeArea: { id: string } | null } };
  return { as: withToken(context, token), homeId: me.homeArea?.id ?? '' };
}

/** The API as the page's own session, or as the owner of a token. */
export function withToken(context: AppLoadContext, token: string | null): As {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return {
    client: createClient<paths>({ baseUrl: 'http://inside', headers, fetch: (request) => context.fetch(request) }),
    fetch: (path, init) => context.fetch(`http://inside${path}`, { ...init, headers }),
  };
}

/** Puts one of the tour's pictures into the files of the area; its id. */
export async function putPicture(as: As, areaId: string, which: 'before' | 'after'): Promise<string | undefined> {
  const body = new FormData();
  body.append('file', pictures[which], 'photo.jpg');
  const answer = await as.fetch(`/api/v1/areas/${areaId}/files`, { method: 'POST', body });
  return answer.ok ? ((await answer.json()) as { id: string }).id : undefined;
}

export async function readMatter(as: As, tour: Tour, number = tour.number): Promise<MatterDetail | null> {
  const path = { areaId: tour.areaId, number: number ?? '' };
  const answer = await as.client.GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  return (answer.data as MatterDetail | undefined) ?? null;
}

/** The matter this visitor has reported since the tour began. */
export async function findReported(as: As, tour: Tour): Promise<{ number: string; trace: string } | null> {
  const query = { mine: 'reported', sort: 'created', limit: 1 } as const;
  const path = { areaId: tour.areaId };
  const answer = await as.client.GET('/api/v1/areas/{areaId}/matters', { params: { path, query } });
  const last = answer.data?.items[0];
  return last && Date.parse(last.createdAt) >= tour.since ? { number: last.number, trace: last.traceCode } : null;
}

const soonMs = 3 * 86_400_000;

/** A matter handed out and due within days, which eight days of neglect take up to the street; made when there is none. */
export async function findForgotten(as: As, tour: Tour, now: number): Promise<string | undefined> {
  const query = { status: 'open', step: 'handle', sort: 'due', limit: 1 } as const;
  const path = { areaId: tour.areaId };
  const answer = await as.client.GET('/api/v1/areas/{areaId}/matters', { params: { path, query } });
  const first = answer.data?.items[0];
  const isSoon = first?.dueAt && Date.parse(first.dueAt) < now + soonMs;
  return isSoon ? first.number : leaveOne(as, tour);
}

/** Registers a matter and hands it out, so that there is one to forget. */
async function leaveOne(as: As, tour: Tour): Promise<string | undefined> {
  const path = { areaId: tour.areaId };
  const asked = await as.client.GET('/api/v1/areas/{areaId}/report-form', { params: { path, query: {} } });
  if (!asked.data) return undefined;
  const fields = asked.data.fields as AskedField[];
  const form = { ...filled(fields, { place: { label: tourWords.building } }), words: tourWords.forgotten };
  const body = { method: asked.data.method.id, action: asked.data.action, form };
  const made = await as.client.POST('/api/v1/areas/{areaId}/matters', { params: { path }, body });
  const number = made.data?.number;
  for (const _ of ['accept', 'assign']) if (number) await act(as, { ...tour, number });
  return number;
}

export async function readClock(as: As): Promise<number> {
  const answer = await as.client.GET('/api/v1/clock', {});
  return Date.parse(answer.data?.now ?? '');
}

const settlesMs = 8000;
const pauseMs = 400;

/** Whether the clock was moved; then waits a little for what has fallen due meanwhile, which is worked off behind the answer. */
export async function hasLeapt(as: As, tour: Tour): Promise<boolean> {
  if ((await readClock(as)) - (tour.leapFrom ?? 0) < 86_400_000) return false;
  for (let waitedMs = 0; waitedMs <= settlesMs; waitedMs += pauseMs) {
    const matter = await readMatter(as, tour, tour.forgotten);
    if (!matter || matter.aside || matter.status !== 'open') break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return true;
}

/** Does a step the way a visitor would, through the same API. Answers why not, or nothing. */
export async function doForVisitor(as: As, tour: Tour, step: TourStep): Promise<string | undefined> {
  if (step.id === 'report') return report(as, tour);
  if (step.id === 'leap') return leap(as);
  if (step.id === 'change') return change(as, tour);
  return step.until ? act(as, tour) : undefined;
}

async function report(as: As, tour: Tour): Promise<string | undefined> {
  const path = { areaId: tour.areaId };
  const [asked, spots] = await Promise.all([
    as.client.GET('/api/v1/areas/{areaId}/report-form', { params: { path, query: {} } }),
    as.client.GET('/api/v1/areas/{areaId}/spots', { params: { path, query: {} } }),
  ]);
  if (!asked.data) return '反映的表打不开，过一会儿再试。';
  const spot = spots.data?.items.find(({ label }) => label === tourWords.building);
  const place = { label: tourWords.building, ...(spot ? { areaId: spot.areaId } : {}) };
  const form = filled(asked.data.fields as AskedField[], { photo: tour.photo, place });
  const answer = await as.client.POST('/api/v1/areas/{areaId}/matters', {
    params: { path, header: { 'Idempotency-Key': `tour-${tour.since}` } },
    body: { method: asked.data.method.id, action: asked.data.action, form },
  });
  return answer.data ? undefined : sentenceOf(answer.error);
}

async function act(as: As, tour: Tour): Promise<string | undefined> {
  const matter = await readMatter(as, tour);
  const action = matter?.actions.find(({ kind, leads }) => kind === 'action' && leads);
  if (!matter || !action) return '这一件已经走到别处了，这一步做不了。可以不走了，再从头来一遍。';
  const asksPhoto = action.fields.some(({ type }) => type === 'images');
  const photo = asksPhoto ? (tour.photo ?? (await putPicture(as, tour.areaId, 'after'))) : undefined;
  const path = { areaId: tour.areaId, number: matter.number, action: action.id };
  const answer = await as.client.POST('/api/v1/areas/{areaId}/matters/{number}/actions/{action}', {
    params: { path, header: { 'Idempotency-Key': `tour-${tour.since}-${tour.at}-${matter.version}` } },
    body: { form: filled(action.fields, { photo }), version: matter.version },
  });
  return answer.data ? undefined : sentenceOf(answer.error);
}

async function leap(as: As): Promise<string | undefined> {
  const answer = await as.client.POST('/api/v1/clock/advance', { body: { days: 8 } });
  return answer.data ? undefined : sentenceOf(answer.error);
}

async function change(as: As, tour: Tour): Promise<string | undefined> {
  const answer = await as.client.POST('/api/v1/areas/{areaId}/adoptions', {
    params: { path: { areaId: tour.areaId } },
    body: { method: 'seven-step-loop', settings: { 'assign.within': '2 workdays' } },
  });
  return answer.data ? undefined : sentenceOf(answer.error);
}

function sentenceOf(error: unknown): string {
  return (error as { detail?: string }).detail ?? '没有做成，过一会儿再试。';
}

/** The tour's values for whatever a form asks, by field. */
export function filled(
  fields: AskedField[],
  given: { photo?: string | undefined; place?: { label: string; areaId?: string } },
): Record<string, unknown> {
  const byId: Record<string, unknown> = tourWords;
  const values = fields.map((field): [string, unknown] => {
    if (field.type === 'images') return [field.id, given.photo ? [given.photo] : undefined];
    if (field.type === 'place') return [field.id, given.place];
    if (field.type === 'yesno') return [field.id, true];
    if (field.type === 'rating') return [field.id, 5];
    if (field.type === 'who') return [field.id, field.of?.find(({ label }) => label === tourWords.handler)?.value];
    return [field.id, byId[field.id]];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
