import { addDays, shanghaiDate, shanghaiInstant } from '../../shared/time.ts';
import { system } from '#shared/actor';
import type { Tx } from '#platform/database';
import { spotLabel } from '#modules/areas';
import { beginWith, methodFor } from '#modules/deliberation/carrying';
import type { DeliberationDoors } from '#modules/deliberation/scope';
import { importTopics } from '#modules/deliberation/topics';
import type { CommunityCast } from '../contract.ts';
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
  const actor = {
    ...system,
    id: known.users.get(worker.key) ?? system.id,
    name: worker.name,
    grants: [{ role: 'community-worker', areaId: area.id }],
  };
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

const dueOf = (askedAt: string): string =>
  shanghaiInstant(addDays(shanghaiDate(askedAt), answerDays + 1)).toISOString();

function placeOf({ community }: CommunityCast, { scope, proposer }: TopicPlan): string | null {
  if (scope === 'community') return null;
  const estate = proposer.home?.estate || (community.estates[0]?.name ?? '');
  const home = scope === 'building' ? proposer.home : null;
  return demoId(home ? buildingKey(community, estate, home.building) : estateKey(community, estate));
}
