import { once } from 'node:events';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { finding } from '#tests/matters';
import { gongsheng, multipart, photograph, type Name, type World } from '#tests/world';
import { chanceFrom, type Chance } from '../../server/kernel/workflow/simulation/chance/rules.ts';
import { runApp, type RunningApp } from './killed-app.ts';
import { until } from './processes.ts';

/** Requests under keys, sent by many at once to an app that is killed again and again, and repeated until answered. */

export type Shot = { who: Name; path: string; key: string; headers: Record<string, string>; payload: string | Buffer };
export type Answer = { status: number; body: any; replayed: boolean };

/** One matter on its way through the seven steps, a request at a time. */
export type Story = {
  mark: string;
  answers: Record<string, Answer>;
  pending: Pending | null;
};

/** A request that no answer has come to, and how often it was sent. */
type Pending = { step: string; shot: Shot; sent: number };

type Step = [name: string, who: Name, body: (story: Story, world: World) => object];

const line: Step[] = [
  ['begin', 'resident', ({ mark }) => ({ method: 'seven-step-loop', form: { ...finding, words: mark } })],
  ['supplement', 'resident', () => ({ reason: '下雨时冒火花' })],
  ['accept', 'grid', () => ({})],
  ['assign', 'community', (_, { ids }) => ({ form: { handler: `user:${ids.property}` } })],
  ['remind', 'resident', () => ({})],
  ['track', 'property', () => ({ reason: '到过现场' })],
  ['photo', 'property', () => ({})],
  ['done', 'property', ({ answers }) => ({ form: { result: '已拆除飞线', after: [answers.photo?.body.id] } })],
  ['next', 'community', () => ({ form: { reply: '线已经拆了', publish: true, headline: '飞线已拆' } })],
  ['content', 'resident', () => ({ form: { stars: 5 } })],
];
export const stepCount = line.length;

export type Campaign = {
  world: World;
  /** Begins every key and the words of every matter. */
  name: string;
  /** False in the control: each retry goes under a key of its own. */
  sameKey: boolean;
  /** What each connection does next, and when the app is killed: each from a seed of its own. */
  picks: Chance;
  moments: Chance;
  stories: Story[];
  /** Those that no connection has in hand. */
  idle: Story[];
  acknowledged: { step: string; shot: Shot; answer: Answer }[];
  refused: string[];
  /** What the apps have logged as an error. */
  errors: string[];
  /** Requests that the kills left without an answer; and what their retries met: it had happened, or it happens now. */
  unanswered: number;
  replayed: number;
  redone: number;
};

export function openCampaign(world: World, given: { name: string; sameKey: boolean; seed: number }): Campaign {
  const { name, sameKey, seed } = given;
  const chances = { picks: chanceFrom(seed), moments: chanceFrom(seed + 1) };
  const lists = { stories: [], idle: [], acknowledged: [], refused: [], errors: [] };
  return { world, name, sameKey, ...chances, ...lists, unanswered: 0, replayed: 0, redone: 0 };
}

function newStory(campaign: Campaign): Story {
  const story: Story = { mark: `${campaign.name}-${campaign.stories.length + 1}`, answers: {}, pending: null };
  campaign.stories.push(story);
  return story;
}

/** Retries come first. */
function takeIdle(campaign: Campaign): Story | undefined {
  const { idle } = campaign;
  const retried = idle.find((story) => story.pending);
  return retried ? idle.splice(idle.indexOf(retried), 1)[0] : takeUnsent(campaign);
}

function takeUnsent({ idle, picks }: Campaign): Story | undefined {
  const unsent = idle.filter((story) => !story.pending);
  const story = unsent[Math.floor(picks() * unsent.length)];
  return story && idle.splice(idle.indexOf(story), 1)[0];
}

/** What the story sends now: the same once more when no answer came, else its next step. */
async function aim(campaign: Campaign, story: Story): Promise<Pending> {
  story.pending ??= await aimNext(campaign.world, story);
  story.pending.sent += 1;
  const { step, shot, sent } = story.pending;
  shot.key = [story.mark, step, ...(campaign.sameKey ? [] : [sent])].join('/');
  return story.pending;
}

async function aimNext(world: World, story: Story): Promise<Pending> {
  const [step, who, body] = line[Object.keys(story.answers).length] as Step;
  const paths: Record<string, string> = { begin: 'matters', photo: 'files' };
  const path = `${gongsheng}/${paths[step] ?? `matters/${story.answers.begin?.body.number}/actions/${step}`}`;
  const shot = jsonShot(who, path, body(story, world));
  return { step, shot: step === 'photo' ? { ...shot, ...multipart(await photograph()) } : shot, sent: 0 };
}

/** A request that carries JSON; its key is given by `aim` or by the test. */
export function jsonShot(who: Name, path: string, body: object, key = ''): Shot {
  return { who, path, key, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) };
}

function send(world: World, { port }: RunningApp, shot: Shot): http.ClientRequest {
  const { path, key, payload } = shot;
  const headers = { ...shot.headers, authorization: `Bearer ${world.tokens[shot.who]}`, 'idempotency-key': key };
  const request = http.request({ host: '127.0.0.1', port, path, method: 'POST', agent: false, headers });
  request.on('error', () => {});
  request.end(payload);
  return request;
}

/** Sends and waits for the whole answer; null when the app was killed before. */
export async function shoot(world: World, app: RunningApp, shot: Shot): Promise<Answer | null> {
  try {
    const [response] = (await once(send(world, app, shot), 'response')) as [http.IncomingMessage];
    const body = JSON.parse(await text(response));
    return { status: response.statusCode ?? 0, body, replayed: 'idempotent-replay' in response.headers };
  } catch (error) {
    if (app.isKilled()) return null;
    throw error;
  }
}

/** Sends and never hears the answer, as on a broken line; done as soon as the database shows that it happened. */
async function shootUnheard(world: World, app: RunningApp, shot: Shot): Promise<void> {
  send(world, app, shot);
  await until(`the commit of ${shot.key}`, async () => {
    const { rows } = await world.owner.query('select 1 from idempotency_keys where key = $1', [shot.key]);
    return rows.length > 0;
  });
}

type Life = { app: RunningApp; answered: number; begins: boolean };

/** One connection: takes up a story, sends a request, lays the story back, until the app is dead or all stories have ended. */
async function work(campaign: Campaign, life: Life): Promise<void> {
  while (!life.app.isKilled()) {
    const story = takeIdle(campaign) ?? (life.begins ? newStory(campaign) : undefined);
    if (!story) return;
    const pending = await aim(campaign, story);
    const answer = await shoot(campaign.world, life.app, pending.shot);
    if (!answer) return void campaign.idle.push(story);
    life.answered += 1;
    note(campaign, story, pending, answer);
  }
}

function note(campaign: Campaign, story: Story, { step, shot, sent }: Pending, answer: Answer): void {
  if (sent > 1) campaign[answer.replayed ? 'replayed' : 'redone'] += 1;
  if (answer.status >= 300) return void campaign.refused.push(`${shot.key}: ${answer.status} ${answer.body.code}`);
  campaign.acknowledged.push({ step, shot, answer });
  story.answers[step] = answer;
  story.pending = null;
  if (Object.keys(story.answers).length < stepCount) campaign.idle.push(story);
}

const connections = 8;
/** More than the connections, so that what each of them does next is up to chance. */
const underWay = 14;

/**
 * One life of the app: requests on all connections, retries first, and kill -9 in the midst of them at a moment up to
 * chance. Just before it one request more has been committed whose answer nobody heard.
 */
export async function killDuringActions(campaign: Campaign): Promise<void> {
  const { world, moments, idle, sameKey } = campaign;
  while (idle.length < underWay) idle.push(newStory(campaign));
  const app = await runApp(world);
  const life = { app, answered: 0, begins: true };
  const answersMin = Math.floor(connections + moments() * 16);
  const hands = Promise.all(Array.from({ length: connections }, () => work(campaign, life)));
  await Promise.race([hands, until(`${answersMin} answers`, () => life.answered >= answersMin)]);
  // To begin a matter is what shows as a double without fail.
  const unheard = (sameKey && moments() < 0.7 ? takeUnsent(campaign) : undefined) ?? newStory(campaign);
  const { shot } = await aim(campaign, unheard);
  await Promise.race([hands, shootUnheard(world, app, shot)]);
  await new Promise((resolve) => setTimeout(resolve, moments() * 20));
  await app.kill();
  await hands;
  idle.push(unheard);
  campaign.unanswered += idle.filter((story) => story.pending).length;
  campaign.errors.push(...errorsOf(app));
}

/** Brings every story to its end on an app that nobody kills; begins one when there is none. */
export async function finish(campaign: Campaign, app: RunningApp): Promise<void> {
  if (campaign.stories.length === 0) campaign.idle.push(newStory(campaign));
  const life = { app, answered: 0, begins: false };
  await Promise.all(Array.from({ length: connections }, () => work(campaign, life)));
}

/** A request that failed, a job that was put back, a crash of its own. */
export function errorsOf({ lines }: RunningApp): string[] {
  return lines.filter((said) => !said.startsWith('{') || JSON.parse(said).level >= 50);
}
