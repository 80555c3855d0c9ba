import { canonical } from '#shared/canonical';
import type { Actor } from '#shared/actor';
import { addMonths, monthName, monthOf } from '#shared/months';
import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { closeMonth, readBook } from '#kernel/ledger';
import { publishFiles } from '#modules/files';
import { tell } from '#modules/messages';
import { setHeld } from '../store.ts';
import type { FundRow } from '../tables.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import {
  changed,
  makeStatement,
  titleOf,
  mayIn,
  roleIn,
  requireRight,
  takeFund,
  type DisclosureDoors,
  type WhichMonth,
} from './scope/service.ts';
import type { DisclosureRow } from './tables.ts';

export type { DisclosureDoors } from './scope/service.ts';

const linkOf = ({ areaId, id }: FundRow): string => `/desk/funds/${areaId}/${id}?tab=months`;

async function requireDraft(tx: Tx, { areaId, id }: FundRow, month: number): Promise<DisclosureRow> {
  const there = await store.readDisclosure(tx, { areaId, fundId: id, month });
  return there ?? refuse(rules.disclosureUnknown);
}

/**
 * Drafts the account of the next month from the books; nothing of it or before is posted until it is decided. Refused for a
 * month that is not over, out of turn, or drafted already. Source: C42, F22.
 */
export async function draftMonth(tx: Tx, actor: Actor, doors: DisclosureDoors, input: WhichMonth): Promise<void> {
  const fund = await takeFund(tx, doors, input);
  requireRight(doors, actor, fund, 'disclosure.draft');
  const { month } = input;
  const { areaId, id: fundId, bookId } = fund;
  const { closedThrough } = await readBook(tx, { areaId, bookId });
  const there = await store.readDisclosure(tx, { areaId, fundId, month });
  const turn = { month, next: addMonths(closedThrough, 1), current: monthOf(tx.now) };
  refuseIf(rules.whyNotDraft(turn, there as rules.DraftFacts | null));
  const figures = await makeStatement(tx, doors, fund, month);
  const statement = canonical(figures);
  const hash = rules.hashOf(statement);
  const written = await store.writeDraft(tx, { areaId, fundId, month, bookId, statement, hash, figures, by: actor });
  if (!written) refuse(rules.alreadyDrafted);
  await setHeld(tx, areaId, fundId, month);
  await tell(tx, doors, {
    areaId,
    actorKeys: [roleIn(fund, 'supervisors')],
    except: [actor.id],
    kind: 'disclosure.drafted',
    title: `${titleOf(doors, fund)}${monthName(month)}的账单等您核对`,
    body: '请对着凭证核对，没有问题点“核对无误”，有问题写明原因退回。',
    link: linkOf(fund),
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'disclosure.draft', detail: { month, hash } });
}

/** The supervision group says that a month is right. Refused for who drafted it. Source: C42, F22. */
export async function checkMonth(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichMonth & { note: string },
): Promise<void> {
  const fund = await takeFund(tx, doors, input);
  requireRight(doors, actor, fund, 'disclosure.check');
  const { month, note } = input;
  const { areaId, id: fundId } = fund;
  const there = await requireDraft(tx, fund, month);
  refuseIf(rules.whyNotCheck(there as rules.DraftFacts, actor.id));
  if (!(await store.writeCheck(tx, { areaId, fundId, month }, { ...actor, note }))) refuse(rules.alreadyChecked);
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-secretary@${areaId}`],
    except: [actor.id],
    kind: 'disclosure.checked',
    title: `${titleOf(doors, fund)}${monthName(month)}的账单核对过了，等您发布`,
    body: note || '监督小组核对无误。您点“发布”以后就公开，不能再改。',
    link: linkOf(fund),
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'disclosure.check', detail: { month } });
}

/** Gives a month back with the reason: the books are open again. Refused once it is published. */
export async function returnMonth(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichMonth & { reason: string },
): Promise<void> {
  const fund = await takeFund(tx, doors, input);
  const rights = ['disclosure.draft', 'disclosure.check', 'disclosure.approve'];
  if (!rights.some((right) => mayIn(doors, actor, fund, right))) refuse(rules.notYoursHere);
  const { month, reason } = input;
  const { areaId, id: fundId } = fund;
  const there = await requireDraft(tx, fund, month);
  refuseIf(rules.whyNotReturn(there as rules.DraftFacts));
  await store.writeReturn(tx, { areaId, fundId, month }, { ...actor, reason });
  await setHeld(tx, areaId, fundId, null);
  await tell(tx, doors, {
    areaId,
    userIds: [there.draftedBy],
    except: [actor.id],
    kind: 'disclosure.returned',
    title: `${titleOf(doors, fund)}${monthName(month)}的账单退回来了`,
    body: reason,
    link: linkOf(fund),
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'disclosure.return', detail: { month, reason } });
}

/**
 * Publishes a month: closes it in the ledger, freezes its account, shows its vouchers to everybody, and notes the duty as done.
 * Refused for who drafted it, unchecked, and when the books have moved since. Source: C42, F22, N55.
 */
export async function approveMonth(tx: Tx, actor: Actor, doors: DisclosureDoors, input: WhichMonth): Promise<void> {
  const fund = await takeFund(tx, doors, input);
  requireRight(doors, actor, fund, 'disclosure.approve');
  const { month } = input;
  const { areaId, id: fundId, bookId, estateId } = fund;
  const there = await requireDraft(tx, fund, month);
  refuseIf(rules.whyNotApprove(there as rules.DraftFacts, actor.id));
  const statement = await makeStatement(tx, doors, fund, month);
  if (canonical(statement) !== there.statement) refuse(rules.booksMoved);
  await closeMonth(tx, { areaId, bookId, month, by: { id: actor.id, name: actor.name } });
  if (!(await store.writePublication(tx, { areaId, fundId, month }, actor))) refuse(rules.alreadyPublished);
  await setHeld(tx, areaId, fundId, null);
  const seqs = statement.lines.map(({ seq }) => seq);
  const voucherIds = (await store.readVouchersOf(tx, { areaId, fundId, seqs })).map(({ id }) => id);
  const papers = await store.readPapersOf(tx, { areaId, fundId, voucherIds });
  await publishFiles(tx, areaId, [...new Set(papers.map(({ fileId }) => fileId))]);
  if (estateId) await doors.fulfil(tx, actor, { areaId, set: doors.words.duty, subjectId: estateId });
  await tell(tx, doors, {
    areaId,
    userIds: [there.draftedBy],
    actorKeys: [roleIn(fund, 'supervisors')],
    except: [actor.id],
    kind: 'disclosure.published',
    title: `${titleOf(doors, fund)}${monthName(month)}的账单公布了`,
    body: '请打印出来贴到公示栏，文字和图片发到群里。',
    link: linkOf(fund),
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'disclosure.publish', detail: { month, hash: there.hash } });
}
