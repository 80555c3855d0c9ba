import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { matches, readAsked } from '#kernel/search';
import { requireOwner, spotLabel } from '#modules/areas';
import { carriedOf } from '#modules/matters/carriers';
import { methodFor, readProgress, stepsAhead, type Progress } from '../../carrying/service.ts';
import { mayModerate, takesPart, type DeliberationDoors } from '../../scope/service.ts';
import { listVoices } from '../../voices/reading/service.ts';
import {
  topicStateNames,
  type SimilarTopics,
  type Topic,
  type TopicList,
  type TopicPage,
  type TopicQuery,
  type TopicScope,
  type TopicSettings,
  type TopicState,
} from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

const imageAddress = (areaId: string, id: string): string => `/api/v1/areas/${areaId}/files/${id}`;

/** What a community has set for its topics, or else the library's words. */
export async function readTopicSettings(
  reader: Reader,
  doors: DeliberationDoors,
  areaId: string,
): Promise<TopicSettings> {
  const { supports, answerDays } = doors.words.topics;
  return (await store.readSettings(reader, areaId)) ?? { supports, answerDays };
}

/** The same for a page of its own. Refused for an area that is none, or owns no records. */
export async function readSettingsOf(reader: Reader, doors: DeliberationDoors, areaId: string): Promise<TopicSettings> {
  return readTopicSettings(reader, doors, requireOwner(doors.matters.tree, areaId).id);
}

type View = { settings: TopicSettings; progress: Progress | null; now: Date; userId: string };

function toTopic(doors: DeliberationDoors, row: store.TopicRecord, view: View): Topic {
  const { id, areaId, title, scope, proposer, proposedAt, supports, voices, answerDueAt, matterNumber } = row;
  const state = row.state as TopicState;
  const place = row.placeId ? doors.matters.tree.get(row.placeId) : undefined;
  const [image] = row.images;
  const matterOpen = view.progress?.open ?? false;
  return {
    ...{ id, areaId, title, proposer, proposedAt, state, supports, voices, answerDueAt, matterNumber },
    scope: scope as TopicScope,
    concerns: place ? spotLabel(doors.matters.tree, place) : '全社区',
    picture: image ? imageAddress(areaId, image) : row.picture,
    stateName: topicStateNames[state],
    next: rules.nextSentence({ state, supports, answerDueAt, matterOpen }, view.settings, view.now),
    isMine: row.proposedBy === view.userId,
    supported: row.supported,
    followed: row.followed,
  };
}

/** Topics of a community, the newest first: what everybody may see, what I have proposed, or, for the desk, any state. */
export async function listTopics(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; query: TopicQuery; now: Date },
): Promise<TopicList> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  const { state, mine, cursor = null, limit } = input.query;
  const closed = state !== undefined && !rules.publicStates.includes(state);
  if (closed && !mine && !mayModerate(doors, actor, id)) refuse(rules.topicUnknown);
  const all: TopicState[] = [...rules.publicStates, 'waiting', 'merged', 'declined'];
  const states = state ? [state] : mine ? all : rules.publicStates;
  const [rows, settings] = await Promise.all([
    store.readTopics(reader, id, {
      states,
      proposedBy: mine ? actor.id : null,
      userId: actor.id,
      after: cursor,
      limit: limit + 1,
    }),
    readTopicSettings(reader, doors, id),
  ]);
  const shown = rows.slice(0, limit);
  const items = await Promise.all(
    shown.map(async (row) => {
      const progress = await progressOf(reader, doors, row, input.now);
      return toTopic(doors, row, { settings, progress, now: input.now, userId: actor.id });
    }),
  );
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function progressOf(
  reader: Reader,
  doors: DeliberationDoors,
  row: store.TopicRecord,
  now: Date,
): Promise<Progress | null> {
  const { areaId, matterId } = row;
  return matterId ? readProgress(reader, doors, { areaId, matterId, now }) : null;
}

/** Topics that a new one may be like, the likest first; none while too little is typed. */
export async function findSimilar(
  reader: Reader,
  doors: DeliberationDoors,
  input: { areaId: string; q: string; except?: string },
): Promise<SimilarTopics> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  if (input.q.trim().length < 2) return { items: [] };
  const asked = await readAsked(input.q.trim().slice(0, 60)).catch(() => null);
  if (!asked) return { items: [] };
  const rows = (await store.readTitles(reader, id)).filter((row) => row.id !== input.except);
  const scored = rows.map((row) => ({
    row,
    score: rules.likeness(asked, (word) => matches({ ...asked, words: [word] }, `${row.title} ${row.why}`) !== null),
  }));
  const near = scored.filter(({ score }) => score >= rules.similarFrom).sort((a, b) => b.score - a.score);
  return {
    items: near.slice(0, 5).map(({ row }) => ({
      id: row.id,
      title: row.title,
      stateName: topicStateNames[row.state],
      supports: row.supports,
    })),
  };
}

/** One topic. What is not public is seen by who proposed it and the desk; for others there is none. */
export async function readTopicPage(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; topicId: string; address: string; now: Date },
): Promise<TopicPage> {
  const { areaId, topicId, now } = input;
  const area = requireOwner(doors.matters.tree, areaId);
  const row = (await store.readTopic(reader, area.id, topicId, actor.id)) ?? refuse(rules.topicUnknown);
  const state = row.state as TopicState;
  const decides = mayModerate(doors, actor, area.id);
  const owns = isSignedIn(actor) && row.proposedBy === actor.id;
  if (!rules.publicStates.includes(state) && state !== 'merged' && !owns && !decides) refuse(rules.topicUnknown);
  const [settings, progress, voiceItems] = await Promise.all([
    readTopicSettings(reader, doors, area.id),
    progressOf(reader, doors, row, now),
    listVoices(reader, actor, { areaId: area.id, topicId, decides }),
  ]);
  const [carried, mergedInto] = await Promise.all([
    row.matterId ? carriedOf(doors.matters, reader, area.id, row.matterId) : [],
    row.mergedInto ? store.readTopic(reader, area.id, row.mergedInto, actor.id) : null,
  ]);
  const topic = toTopic(doors, row, { settings, progress, now, userId: actor.id });
  const method = methodFor(doors, area, doors.words.topics.methods);
  const part = { takesPart: takesPart(doors, actor, area.id), supported: row.supported, followed: row.followed };
  const offers = { begin: method !== null, matterOpen: progress?.open ?? false };
  return {
    ...topic,
    areaName: area.name,
    why: row.why,
    images: row.images.map((id) => imageAddress(area.id, id)),
    reason: owns || decides ? row.reason : null,
    answer: row.answer,
    answeredAt: row.answeredAt,
    result: row.result,
    mergedInto: mergedInto && { id: mergedInto.id, title: mergedInto.title },
    settings,
    method: progress?.methodName ?? method?.name.zh ?? null,
    steps: progress?.steps ?? (method ? stepsAhead(method) : []),
    matter: progress && {
      ...{ number: progress.number, href: progress.href, stepName: progress.stepName },
      ...{ statusName: progress.statusName, open: progress.open },
    },
    carried: carried.map(({ kind, title, href, state: stands }) => ({ kind, title, href, state: stands })),
    voiceItems,
    groupText: rules.topicText(topic, { areaName: area.name, url: `${input.address}/topics/${area.id}/${topicId}` }),
    actions: [...rules.neighbourActs(state, part), ...(decides ? rules.deskActs(state, offers) : [])],
  };
}
