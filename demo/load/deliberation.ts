import { addDays, shanghaiDate, shanghaiInstant } from '../../shared/time.ts';
import { system, type Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { spotLabel, type AreaNode } from '#modules/areas';
import { beginWith, methodFor } from '#modules/deliberation/carrying';
import type { DeliberationDoors } from '#modules/deliberation/scope';
import { maskName } from '#shared/masking';
import { importLetters, type PastLetter } from '#modules/deliberation/letters';
import { readDoors } from '#modules/people/doors';
import { importMeetings, type PastMeeting } from '#modules/deliberation/meetings/imports';
import { importTopics } from '#modules/deliberation/topics';
import { actOnMatter } from '#modules/matters/act';
import type { Method } from '#kernel-contract/workflow';
import type { CommunityCast, Person } from '../contract.ts';
import type { MeetingPlan } from '../meetings.ts';
import type { DeliberationPlan, TopicPlan } from '../deliberation.ts';
import { buildingKey, estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

const answerDays = 7;

type Loading = {
  one: CommunityCast;
  known: Known;
  plan: DeliberationPlan;
  doors: Pick<DeliberationDoors, 'matters' | 'words'>;
};

/** Puts down what one community deliberates; what is being carried on is begun by the method in force, on the day it was begun. */
export async function loadDeliberation(tx: Tx, { one, known, plan, doors }: Loading): Promise<void> {
  const { code } = one.community;
  const areaId = demoId(code);
  const userOf = (key: string): string => known.users.get(key) ?? 'import';
  const idOf = (key: string): string => demoId(`${code}/topic/${key}`);
  const deskUser = userOf(one.workers[0]?.key ?? one.secretary.key);
  // What another is merged into stands before it.
  const ordered = plan.topics.toSorted((a, b) => Number(a.state === 'merged') - Number(b.state === 'merged'));
  await loadLetters(tx, { one, known, plan });
  await loadMeetings(tx, { one, known, plan, doors });
  const begun = await beginMatters(tx, { one, known, plan, doors });
  importTopics(
    tx,
    ordered.map((topic) => ({
      areaId,
      id: idOf(topic.key),
      title: topic.title,
      why: topic.why,
      scope: topic.scope,
      placeId: placeOf(one, topic),
      proposedBy: userOf(topic.proposer.key),
      name: topic.proposer.name,
      proposedAt: topic.proposedAt,
      ...(begun.get(topic.key) ?? { state: topic.state === 'in-progress' ? 'open' : topic.state }),
      decidedBy: topic.decidedAt ? deskUser : null,
      decidedAt: topic.decidedAt,
      reason: topic.reason ?? null,
      mergedInto: topic.into ? idOf(topic.into) : null,
      askedAt: topic.askedAt,
      answerDueAt: topic.askedAt && dueOf(topic.askedAt),
      answer: topic.answer ?? null,
      answeredAt: topic.answeredAt,
      answeredBy: topic.answeredAt ? deskUser : null,
      result: topic.result ?? null,
      closedAt: topic.closedAt,
      supporters: topic.supporters.map(({ key }) => userOf(key)),
      voices: topic.voices.map(({ key, kind, words, reply, by, at }) => ({
        ...{
          id: demoId(`${code}/voice/${topic.key}/${key}`),
          kind,
          body: words,
          userId: userOf(by.key),
          name: by.name,
          at,
        },
        ...(reply ? { reply } : {}),
        state: 'shown',
      })),
    })),
  );
}

type Begun = { state: 'in-progress'; matterId: string; matterNumber: string; begunAt: string };

async function beginMatters(tx: Tx, { one, known, plan, doors }: Loading): Promise<Map<string, Begun>> {
  const begun = new Map<string, Begun>();
  const area = doors.matters.tree.get(demoId(one.community.code));
  const method = area && methodFor(doors, area, doors.words.topics.methods);
  const [worker] = one.workers;
  if (!area || !method || !worker) return begun;
  const actor = deskActor(worker, known.users.get(worker.key) ?? system.id, area.id);
  for (const topic of plan.topics) {
    if (!topic.begunAt) continue;
    const past = { ...tx, now: new Date(topic.begunAt) };
    const place = doors.matters.tree.get(placeOf(one, topic) ?? area.id) ?? area;
    const placeName = spotLabel(doors.matters.tree, place);
    const subject = { title: topic.title, text: topic.why, placeId: place.id, placeName };
    const matter = await beginWith(past, doors, actor, { areaId: area.id, method, known: subject });
    const { id: matterId, number: matterNumber } = matter;
    begun.set(topic.key, { state: 'in-progress', matterId, matterNumber, begunAt: topic.begunAt });
  }
  return begun;
}

/** Puts down meetings with what they agreed: each a matter begun that evening, and brought to its end where it was done. */
async function loadMeetings(tx: Tx, { one, known, plan, doors }: Loading): Promise<void> {
  const { code } = one.community;
  const area = doors.matters.tree.get(demoId(code));
  const method = area && methodFor(doors, area, doors.words.meetings.methods);
  const [worker] = one.workers;
  if (!area || !method || !worker) return;
  const userOf = (key: string): string => known.users.get(key) ?? 'import';
  const actor = deskActor(worker, userOf(worker.key), area.id);
  const secretary = userOf(one.secretary.key);
  const checker = userOf((one.workers[1] ?? one.secretary).key);
  const meetings: PastMeeting[] = [];
  for (const meeting of plan.meetings) {
    const agreed = [];
    for (const [at, conclusion] of meeting.agreed.entries()) {
      const matter = await beginAgreed(tx, { doors, actor, area, method }, conclusion, userOf(conclusion.owner.key));
      agreed.push({
        ...{ id: demoId(`${code}/agreed/${meeting.key}/${at}`), title: conclusion.what, at: conclusion.at },
        ...{ ownerName: conclusion.owner.name, dueOn: conclusion.dueOn, byId: actor.id },
        ...{ matterId: matter.id, matterNumber: matter.number },
      });
    }
    const { key, kind, title, place, startsAt, endsAt, parties, calledAt, headcount, text } = meeting;
    const { minutesAt, checkedAt, approvedAt } = meeting;
    meetings.push({
      ...{ areaId: area.id, id: demoId(`${code}/meeting/${key}`), kind, title, place, startsAt, endsAt, parties },
      ...{ calledAt, headcount, minutes: text, minutesAt, checkedAt, approvedAt, agreed, estateId: null },
      venueId: meeting.venue && demoId(`${code}/venue/${meeting.venue}`),
      ...{ state: meeting.held ? 'held' : 'called', createdBy: actor.id, createdAt: calledAt },
      endedAt: meeting.held ? endsAt : null,
      minutesBy: minutesAt ? actor.id : null,
      checkedBy: checkedAt ? checker : null,
      approvedBy: approvedAt ? secretary : null,
      items: [
        ...meeting.topics.map((topic) => ({
          title: plan.topics.find((each) => each.key === topic)?.title ?? '',
          topicId: demoId(`${code}/topic/${topic}`),
        })),
        ...meeting.points.map((point) => ({ title: point, topicId: null })),
      ],
      came: meeting.came.map(({ person, party, at }) => ({ userId: userOf(person.key), name: person.name, party, at })),
    });
  }
  importMeetings(tx, { sealer: doors.matters.sealer }, meetings);
}

/** Puts down letters: some households read them, the grid workers have handed over others. */
async function loadLetters(tx: Tx, { one, known, plan }: Pick<Loading, 'one' | 'known' | 'plan'>): Promise<void> {
  const { code } = one.community;
  const areaId = demoId(code);
  if (plan.letters.length === 0) return;
  const doors = await readDoors(tx, areaId, []);
  const userOf = (key: string): string => known.users.get(key) ?? 'import';
  const by = userOf(one.workers[0]?.key ?? one.secretary.key);
  importLetters(
    tx,
    plan.letters.map(({ key, title, body, sentAt, readers, asked }) => {
      const read = new Set(readers.map((reader) => userOf(reader.key)));
      const later = (hours: number): string =>
        new Date(Math.min(Date.parse(sentAt) + hours * 3_600_000, tx.now.getTime() - 420_000)).toISOString();
      const reaches = doors.flatMap(({ id: householdId, userIds }, at): PastLetter['reaches'] => {
        const reader = userIds.find((userId) => read.has(userId));
        if (reader) return [{ householdId, way: 'app', at: later(1 + (at % 50)), byId: reader }];
        return at % 3 === 0 ? [{ householdId, way: 'door', at: later(16 + (at % 30)), byId: by }] : [];
      });
      return {
        ...{ areaId, id: demoId(`${code}/letter/${key}`), title, body, signed: one.community.name, buildingIds: [] },
        ...{ state: 'sent', writtenBy: by, sentBy: by, sentAt, reaches },
        questions: asked.map((question, at) => ({
          ...{
            id: demoId(`${code}/letter/${key}/${at}`),
            question: question.question,
            askedBy: userOf(question.by.key),
          },
          ...{
            asker: `邻居${maskName(question.by.name)}`,
            askedAt: question.at,
            answer: question.answer,
            published: question.published,
          },
          ...{ answeredBy: question.answer ? by : null, answeredAt: question.answer ? question.at : null },
        })),
      };
    }),
  );
}

type Begin = { doors: Loading['doors']; actor: Actor; area: AreaNode; method: Method };

async function beginAgreed(
  tx: Tx,
  { doors, actor, area, method }: Begin,
  conclusion: MeetingPlan['agreed'][number],
  ownerId: string,
): Promise<{ id: string; number: string }> {
  const { what: title, dueOn, at, result, doneAt } = conclusion;
  const known = { title, text: '', placeId: area.id, placeName: area.name, owner: `user:${ownerId}`, dueOn };
  const matter = await beginWith({ ...tx, now: new Date(at) }, doors, actor, { areaId: area.id, method, known });
  if (!result || !doneAt) return matter;
  const which = { areaId: area.id, number: matter.number };
  const done = { ...tx, now: new Date(doneAt) };
  const acts: [string, Record<string, string>][] = [
    ['next', { result }],
    ['done', { answer: result }],
  ];
  for (const [action, form] of acts)
    await actOnMatter(done, doors.matters, actor, { ...which, action, act: { form, madeAgoSeconds: 0 } });
  return matter;
}

function deskActor(worker: Person, id: string, areaId: string): Actor {
  return { ...system, id, name: worker.name, grants: [{ role: 'community-worker', areaId }] };
}

const dueOf = (askedAt: string): string =>
  shanghaiInstant(addDays(shanghaiDate(askedAt), answerDays + 1)).toISOString();

function placeOf({ community }: CommunityCast, { scope, proposer }: TopicPlan): string | null {
  if (scope === 'community') return null;
  const estate = proposer.home?.estate || (community.estates[0]?.name ?? '');
  const home = scope === 'building' ? proposer.home : null;
  return demoId(home ? buildingKey(community, estate, home.building) : estateKey(community, estate));
}
