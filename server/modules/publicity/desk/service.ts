import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import {
  approvePublicity,
  changeDraft,
  checkPublicity,
  draftPublicity,
  isOver,
  proveBoard,
  readAlive,
  readAllPosted,
  readAnyPublicity,
  readObjections,
  readPosted,
  readProven,
  returnPublicity,
  shortHash,
  withdrawPublicity,
  type PublicityRow,
} from '#kernel/publicity';
import { requireOwner } from '#modules/areas';
import { attachFiles, describeFiles, digestsOf, publishFiles } from '#modules/files';
import { tell } from '#modules/messages';
import { fromMatter, settle } from '../carry/service.ts';
import * as rules from '../rules.ts';
import { addressOf, cardOf, changed, wholeOf, type PublicityDoors, type WhichPublicity } from '../scope/service.ts';
import type { DeskPublicity, DeskPublicityList, DeskPublicityPage, PublicityForm } from './contract.ts';
import * as deskRules from './rules.ts';
import { tellDrafted } from './telling/service.ts';

const aliveMost = 200;
const endedMost = 50;

function deskOf(
  row: PublicityRow,
  actor: Actor,
  doors: PublicityDoors,
  seen: { now: Date; proven: boolean },
): DeskPublicity {
  const may = (right: string): boolean => doors.may(actor, `publicity.${right}`, row.areaId);
  const rights = { drafts: may('draft'), checks: may('check'), approves: may('approve') };
  const actions = deskRules.actionsOf(row, actor.id, rights);
  const { draftedName, draftedAt, checkedName, approvedName, returnedReason, openObjections } = row;
  return {
    ...cardOf(row, doors, seen.now),
    ...{ draftedName, draftedAt, checkedName, approvedName, returnedReason, openObjections },
    overdue: row.state === 'open' && openObjections > 0 && isOver(row, seen.now),
    needsPhoto: row.board && row.state === 'open' && !seen.proven,
    waitsForMe: deskRules.waitsFor(actions, row, actor.id),
    carried: row.matterId !== null,
    actions,
  };
}

/** The notices of an office: what waits for this person first, then what hangs, or a page of those that have ended. */
export async function listForDesk(
  reader: Reader,
  actor: Actor,
  doors: PublicityDoors,
  input: { areaId: string; query: { ended: boolean; cursor?: string | undefined }; now: Date },
): Promise<DeskPublicityList> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { ended, cursor = null } = input.query;
  const rows = ended
    ? await readPosted(reader, areaId, { ended, after: cursor, limit: endedMost + 1 })
    : await readAlive(reader, areaId, aliveMost);
  const shown = ended ? rows.slice(0, endedMost) : rows;
  const proven = await readProven(
    reader,
    areaId,
    shown.map(({ id }) => id),
  );
  const items = shown.map((row) => deskOf(row, actor, doors, { now: input.now, proven: proven.has(row.id) }));
  const next = ended && rows.length > endedMost ? (items.at(-1)?.id ?? null) : null;
  return {
    items: ended ? items : items.toSorted((one, other) => Number(other.waitsForMe) - Number(one.waitsForMe)),
    next,
  };
}

/** One notice with its objections, their words and who wrote them. */
export async function readForDesk(
  reader: Reader,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { address: string; now: Date },
): Promise<DeskPublicityPage> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const row = await readAnyPublicity(reader, { areaId, id: input.publicityId });
  const [whole, said] = await Promise.all([wholeOf(reader, doors, row, input), readObjections(reader, doors, row)]);
  return {
    ...deskOf(row, actor, doors, { now: input.now, proven: whole.proofs.length > 0 }),
    ...whole,
    estateId: row.estateId,
    url: addressOf(input.address, row),
    openingShort: row.openingHash && shortHash(row.openingHash),
    said: await Promise.all(
      said.map(async ({ number, at, answer, upheld, answeredAt, answeredName, name, words, pictures }) => ({
        ...{ number, at, answer, upheld, answeredAt, answeredName, name, words },
        pictures: await describeFiles(reader, areaId, pictures),
      })),
    ),
  };
}

function refuseForm(doors: PublicityDoors, areaId: string, { body, shown, estateId }: PublicityForm): void {
  refuseIf(body === '' && shown.length === 0 ? rules.nothingShown : null);
  const estate = estateId ? doors.tree.get(estateId) : null;
  refuseIf(estateId && (estate?.level !== 'estate' || estate.ownerId !== areaId) ? rules.estateElsewhere : null);
}

const subjectOf = (id: string): string => `publicity:${id}`;

/** Drafts a notice that stands alone; who checks is told. Refused when there is nothing to show. Answers its id. */
export async function draft(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: { areaId: string; form: PublicityForm },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  refuseForm(doors, areaId, input.form);
  const id = await draftPublicity(tx, actor, { areaId, draft: input.form });
  await attachFiles(tx, actor, { areaId, ids: input.form.pictures, subject: subjectOf(id) });
  await tellDrafted(tx, doors, { areaId, id, title: input.form.title, except: [actor.id] });
  changed(tx, actor, { areaId, id, act: 'draft' });
  return id;
}

/** Changes a draft, which makes the one who changes it its drafter. */
export async function change(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { form: PublicityForm },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  refuseForm(doors, areaId, input.form);
  const { publicityId: id, form } = input;
  const row = await readAnyPublicity(tx, { areaId, id });
  await changeDraft(tx, actor, { areaId, id, draft: form });
  const added = form.pictures.filter((picture) => !row.pictures.includes(picture));
  await attachFiles(tx, actor, { areaId, ids: added, subject: subjectOf(id) });
  if (row.returnedReason !== '') await tellDrafted(tx, doors, { areaId, id, title: form.title, except: [actor.id] });
  changed(tx, actor, { areaId, id, act: 'change' });
}

/** Says that a draft is right. Refused for who drafted it. */
export async function check(tx: Tx, actor: Actor, doors: PublicityDoors, input: WhichPublicity): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { title } = await checkPublicity(tx, actor, { areaId, id: input.publicityId });
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-secretary@${areaId}`],
    except: [actor.id],
    kind: 'publicity.checked',
    title: `公示审核过了，等您发布：${title}`,
    body: '您点“发布”以后就张贴，从第二天起算公示期。',
    link: `/desk/publicity?open=${input.publicityId}`,
    subject: subjectOf(input.publicityId),
  });
  changed(tx, actor, { areaId, id: input.publicityId, act: 'check' });
}

/** Gives a draft back to who wrote it, with the reason. */
export async function giveBack(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { reason: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { publicityId: id, reason } = input;
  const row = await returnPublicity(tx, actor, { areaId, id, reason });
  await tell(tx, doors, {
    areaId,
    ...(row.matterId ? { actorKeys: [`role:community-worker@${areaId}`] } : { userIds: [row.draftedBy] }),
    except: [actor.id],
    kind: 'publicity.returned',
    title: `公示退回修改：${row.title}`,
    body: reason,
    link: `/desk/publicity?open=${id}`,
    subject: subjectOf(id),
  });
  changed(tx, actor, { areaId, id, act: 'return', detail: { reason } });
}

/** Approves a notice, which posts it with its pictures. Refused for who drafted it, and unchecked. Source: N54. */
export async function approve(tx: Tx, actor: Actor, doors: PublicityDoors, input: WhichPublicity): Promise<void> {
  const area = requireOwner(doors.tree, input.areaId);
  const which = { areaId: area.id, id: input.publicityId };
  const { pictures } = await readAnyPublicity(tx, which);
  const row = await approvePublicity(tx, actor, {
    ...which,
    checks: doors.may(actor, 'publicity.check', area.id),
    areaName: area.name,
    pictures: [...(await digestsOf(tx, area.id, pictures)).values()],
  });
  await publishFiles(tx, area.id, row.pictures);
  await settle(tx, doors, row, 'posted');
  await tell(tx, doors, {
    areaId: area.id,
    userIds: row.matterId ? [] : [row.draftedBy],
    except: [actor.id],
    kind: 'publicity.posted',
    title: `公示发布了：${row.title}`,
    body: row.board ? '请打印出来贴到公示栏，拍张照片传上来。' : '公示期从明天起算。',
    link: `/desk/publicity?open=${row.id}`,
    subject: subjectOf(row.id),
  });
  changed(tx, actor, { ...which, act: 'post' });
}

/**
 * Takes a notice down with its reason; `anew`, and always where a matter waits for it: what it held becomes a draft, to be
 * corrected. Answers the draft's id.
 */
export async function takeDown(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { reason: string; anew: boolean },
): Promise<string | null> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { publicityId: id, reason } = input;
  const before = await readAnyPublicity(tx, { areaId, id });
  const right = before.postedAt ? 'publicity.approve' : 'publicity.draft';
  if (!doors.may(actor, right, areaId)) refuse(rules.notYoursToTakeDown);
  const row = await withdrawPublicity(tx, { areaId, id, reason });
  changed(tx, actor, { areaId, id, act: 'withdraw', detail: { reason } });
  const { title, body, shown, pictures, days, board, estateId, postedAt, matterId, step } = row;
  const carried = matterId && step ? { id: matterId, step } : null;
  if (!input.anew && !carried) return null;
  const again = { title, body, shown, pictures, days, board, estateId };
  const next = await draftPublicity(tx, carried ? fromMatter : actor, {
    areaId,
    draft: again,
    ...(postedAt ? { replaces: id } : {}),
    ...(carried ? { matter: carried } : {}),
  });
  changed(tx, actor, { areaId, id: next, act: 'draft', detail: { replaces: id } });
  return next;
}

/** Adds photos of the board with the notice on it; everybody sees them. Refused before it is posted. */
export async function prove(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { pictures: string[] },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { publicityId: id, pictures } = input;
  await proveBoard(tx, actor, { areaId, id, fileIds: pictures });
  await attachFiles(tx, actor, { areaId, ids: pictures, subject: subjectOf(id) });
  await publishFiles(tx, areaId, pictures);
  changed(tx, actor, { areaId, id, act: 'prove', detail: { count: pictures.length } });
}

/** Every notice that was posted, as cards, for a list on paper or in Excel. */
export async function* everyPosted(
  reader: Reader,
  doors: Pick<PublicityDoors, 'tree'>,
  input: { areaId: string; now: Date },
): AsyncGenerator<ReturnType<typeof cardOf>> {
  for await (const row of readAllPosted(reader, requireOwner(doors.tree, input.areaId).id))
    yield cardOf(row, doors, input.now);
}
