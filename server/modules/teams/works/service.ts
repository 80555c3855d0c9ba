import { isSignedIn, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { attachFiles, publishFiles } from '#modules/files';
import { noteUserArea, readUserAreas, tell } from '#modules/messages';
import * as teamRules from '../rules.ts';
import type { TeamDoors } from '../scope/service.ts';
import {
  workStateNames,
  type PerformanceForm,
  type Work,
  type WorkDecision,
  type WorkForm,
  type WorkList,
  type WorkPage,
  type WorkQuery,
  type WorkState,
} from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; workId: string };

const place = (id: string): string => `works/${id}/authors_sealed`;
const imageAddress = (areaId: string, id: string): string => `/api/v1/areas/${areaId}/files/${id}`;

/** `seesAuthors`: who decides and who handed it in know the names; everybody else only where the author agreed. */
function toWork(row: store.WorkRecord, doors: { sealer: Sealer }, seesAuthors = false): Work {
  const state = row.state as WorkState;
  const [image] = row.images;
  const authors = row.shown || seesAuthors ? doors.sealer.open(place(row.id), row.authorsSealed) : null;
  const { id, areaId, kind, title, teamId, teamName, theme, submittedAt } = row;
  return {
    ...{ id, areaId, kind, title, authors, teamId, teamName, theme, state, submittedAt },
    picture: image ? imageAddress(areaId, image) : row.picture,
    stateName: workStateNames[state],
    publishedAt: state === 'published' ? row.decidedAt : null,
  };
}

/** The gallery of a community, the newest first; what is not published only for who decides. */
export async function listWorks(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; query: WorkQuery },
): Promise<WorkList> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const { state, kind = null, teamId = null, cursor = null, limit } = input.query;
  const decides = doors.may(actor, 'work.publish', id);
  if (state !== 'published' && !decides) refuse(rules.workNotYours);
  const rows = await store.readWorks(reader, id, { state, kind, teamId, after: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => toWork(row, doors, state !== 'published'));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** What the actor has handed in, in every area, with how it stands. */
export async function listMyWorks(reader: Reader, actor: Actor, doors: TeamDoors): Promise<WorkList> {
  const rows = await store.readHandedIn(reader, await readUserAreas(reader, actor), actor.id);
  return { items: rows.map((row) => toWork(row, doors, true)), next: null };
}

/** One work. What does not hang is seen by who handed it in and who decides; for others there is none. */
export async function readWork(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: Which & { address: string },
): Promise<WorkPage> {
  const { areaId, workId, address } = input;
  const { name: areaName } = requireOwner(doors.tree, areaId);
  const row = (await store.readWork(reader, areaId, workId)) ?? refuse(rules.workUnknown);
  const owns = isSignedIn(actor) && row.submittedBy === actor.id;
  const decides = doors.may(actor, 'work.publish', areaId);
  if (row.state !== 'published' && !owns && !decides) refuse(rules.workUnknown);
  const work = toWork(row, doors, owns || decides);
  const performances = await store.readPerformances(reader, areaId, workId);
  const named = { ...work, authors: row.shown ? work.authors : null };
  return {
    ...work,
    areaName,
    body: row.body,
    images: row.images.map((id) => imageAddress(areaId, id)),
    media: row.media,
    topic: row.topic,
    heritage: row.heritage,
    madeOn: row.madeOn,
    reason: owns || decides ? row.reason : null,
    performances: performances.map(({ id, performedOn, place: where, audience, activityId }) => ({
      ...{ id, performedOn, place: where, audience, activityId },
    })),
    groupText: rules.workText(named, { areaName, url: `${address}/works/${areaId}/${workId}` }),
    actions: rules.workActions(work.state, { decides, owns }),
  };
}

/** Hands a work in. Refused without anything to look at, of no known kind, or with another's pictures. Answers its id. */
export async function submitWork(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; work: WorkForm },
): Promise<string> {
  const { areaId, work } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotSubmit(work, doors.words));
  if (work.teamId && !(await store.teamStands(tx, areaId, work.teamId))) refuse(teamRules.teamUnknown);
  const id = tx.newId();
  await attachFiles(tx, actor, { areaId, ids: work.images, subject: `work:${id}` });
  const { authors, ...rest } = work;
  await store.insertWork(tx, {
    ...rest,
    areaId,
    id,
    authorsSealed: doors.sealer.seal(place(id), authors),
    picture: null,
    state: 'submitted',
    submittedAt: tx.now.toISOString(),
    submittedBy: actor.id,
    decidedAt: null,
    decidedBy: null,
    reason: null,
  });
  await noteUserArea(tx, { areaId, userId: actor.id });
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-secretary@${areaId}`],
    except: [actor.id],
    kind: 'work.submitted',
    title: `有作品等您审核：${work.title}`,
    body: `${work.kind}《${work.title}》交上来了，看过再挂到作品墙上。`,
    link: `/desk/works?open=${id}`,
    subject: `work:${id}`,
  });
  audit(tx, actor, { areaId, act: 'work.submit', subject: `work:${id}` });
  return id;
}

/**
 * Hangs a work, gives it back, or takes it down; who handed it in may only take it back. Whoever decides first decides. Its
 * author is told.
 */
export async function decideWork(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: Which & { decision: WorkDecision },
): Promise<void> {
  const { areaId, workId, decision } = input;
  requireOwner(doors.tree, areaId);
  const row = (await store.readWork(tx, areaId, workId)) ?? refuse(rules.workUnknown);
  const decides = doors.may(actor, 'work.publish', areaId);
  if (!decides && (row.submittedBy !== actor.id || decision.decision !== 'withdraw')) refuse(rules.workNotYours);
  const from = row.state as WorkState;
  const to = ({ publish: 'published', return: 'returned', withdraw: 'withdrawn' } as const)[decision.decision];
  refuseIf(rules.whyNotDecide(from, to));
  const reason = decision.decision === 'publish' ? null : decision.reason;
  const done = await store.decide(tx, { areaId, id: workId, from }, { to, by: actor.id, reason, at: tx.now });
  if (!done) refuseIf(rules.whyNotDecide('withdrawn', to));
  if (to === 'published') await publishFiles(tx, areaId, row.images);
  await tell(tx, doors, {
    areaId,
    userIds: [row.submittedBy],
    except: [actor.id],
    kind: `work.${to}`,
    title: { published: '您的作品挂上墙了', returned: '您的作品请改一改', withdrawn: '您的作品撤下来了' }[to],
    body: `《${row.title}》${reason ? `：${reason}` : '，邻居们都能看到了。'}`,
    link: `/works/${areaId}/${workId}`,
    subject: `work:${workId}`,
  });
  audit(tx, actor, { areaId, act: `work.${decision.decision}`, subject: `work:${workId}`, detail: { reason } });
}

/** Notes where a work was performed. Refused for a day to come. */
export async function notePerformance(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: Which & { performance: PerformanceForm },
): Promise<void> {
  const { areaId, workId, performance } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotNote(performance, shanghaiDate(tx.now)));
  const row = (await store.readWork(tx, areaId, workId)) ?? refuse(rules.workUnknown);
  if (row.state !== 'published') refuse(rules.workUnknown);
  const { performedOn, place: where, audience, activityId } = performance;
  tx.append('work_performances', {
    ...{ area_id: areaId, id: tx.newId(), work_id: workId, performed_on: performedOn, place: where, audience },
    activity_id: activityId,
  });
  audit(tx, actor, { areaId, act: 'work.perform', subject: `work:${workId}`, detail: { performedOn } });
}

export type PastWork = Omit<WorkForm, 'images'> & {
  areaId: string;
  id: string;
  picture: string;
  state: 'submitted' | 'published';
  submittedAt: string;
  submittedBy: string;
  decidedAt: string | null;
  performances: Omit<PerformanceForm, 'activityId'>[];
};

/** Adds works of the past with their performances: for records kept elsewhere. */
export function importWorks(tx: Tx, doors: { sealer: Sealer }, works: PastWork[]): void {
  for (const { areaId, id, authors, performances, ...work } of works) {
    tx.append('works', {
      area_id: areaId,
      id,
      kind: work.kind,
      title: work.title,
      authors_sealed: doors.sealer.seal(place(id), authors),
      shown: work.shown,
      team_id: work.teamId,
      theme: work.theme,
      body: work.body,
      picture: work.picture,
      media: work.media,
      topic: work.topic,
      heritage: work.heritage,
      made_on: work.madeOn,
      state: work.state,
      submitted_at: work.submittedAt,
      submitted_by: work.submittedBy,
      decided_at: work.decidedAt,
      decided_by: work.decidedAt ? 'import' : null,
    });
    for (const { performedOn, place: where, audience } of performances) {
      tx.append('work_performances', {
        ...{ area_id: areaId, id: tx.newId(), work_id: id, performed_on: performedOn, place: where, audience },
      });
    }
  }
}
