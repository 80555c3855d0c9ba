import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { readAccounts, readBook } from '#kernel/ledger';
import { tell } from '#modules/messages';
import { readRegisterFacts } from '#modules/registers';
import { canonical } from '#shared/canonical';
import { hashOf, shortHash } from '../disclosures/rules.ts';
import {
  changed,
  placeName,
  titleOf,
  mayIn,
  requireFund,
  requireRight,
  takeFund,
  type DisclosureDoors,
  type WhichFund,
} from '../disclosures/scope/service.ts';
import type { FundRow } from '../tables.ts';
import { Counted, type Handover, type HandoverList, type NewHandover } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { HandoverRow } from './tables.ts';

type WhichHandover = WhichFund & { handoverId: string };
const right = 'fund.hand-over';

/** What there is: the books, the papers, the seal, counted now. */
async function count(reader: Reader, doors: DisclosureDoors, fund: FundRow): Promise<Counted> {
  const { areaId, id: fundId, bookId } = fund;
  const [book, accounts, papers, seals] = await Promise.all([
    readBook(reader, { areaId, bookId }),
    readAccounts(reader, { areaId, bookId }),
    store.countPapers(reader, { areaId, fundId }),
    readRegisterFacts(reader, areaId, doors.words.seals),
  ]);
  const { vouchers, papers: pictures, waiting, unmatched, questions } = papers;
  return {
    format: 'liren-handover-1',
    ...{ area: areaId, fund: fundId, name: fund.name, place: placeName(doors, fund) },
    ...{ entries: book.entries, head: book.head, closedThrough: book.closedThrough },
    balances: accounts
      .filter(({ kind }) => kind === 'asset')
      .map(({ code, name, balance }) => ({ code, name, balance })),
    ...{ vouchers, papers: pictures, waiting, unmatched, questions, seals: seals.length },
  };
}

const textOf = (counted: Counted): { counted: string; hash: string } => {
  const text = canonical(counted);
  return { counted: text, hash: hashOf(text) };
};

const roles = ['owners-committee', 'supervisors', 'community-worker', 'community-secretary'];

function peopleOf({ roster, labelOf }: DisclosureDoors, fund: FundRow): HandoverList['people'] {
  const places = fund.estateId ? [fund.areaId, fund.estateId] : [fund.areaId];
  const people = roster
    .holders(roles, places)
    .map(({ userId, name, role }) => ({ id: userId, name, label: labelOf(role) }));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The hand-overs of a fund, the last first. */
export async function listHandovers(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund,
): Promise<HandoverList> {
  const fund = await requireFund(reader, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  const begins = mayIn(doors, actor, fund, right);
  const rows = await store.readHandovers(reader, { areaId: fund.areaId, fundId: fund.id });
  const now = rows.some(({ state }) => state === 'open') ? textOf(await count(reader, doors, fund)).hash : '';
  return {
    items: rows.map((row) => faceOf(row, actor, { begins, moved: row.state === 'open' && row.hash !== now })),
    people: begins ? peopleOf(doors, fund) : [],
    mayBegin: begins && !rows.some(({ state }) => state === 'open'),
  };
}

function faceOf(row: HandoverRow, actor: Actor, seen: { begins: boolean; moved: boolean }): Handover {
  const { id, reason, outgoingName, incomingName, hash, countedAt, begunName, begunAt } = row;
  const { outgoingAt, outgoingNote, incomingAt, incomingNote, endedAt } = row;
  return {
    ...{ id, reason, outgoingName, incomingName, hash, countedAt, begunName, begunAt },
    ...{ outgoingAt, outgoingNote, incomingAt, incomingNote, endedAt, moved: seen.moved },
    state: row.state as Handover['state'],
    stateName: rules.stateNames[row.state] ?? '',
    counted: Counted.parse(JSON.parse(row.counted)),
    short: shortHash(hash),
    actions: rules.actionsOf(row, actor.id, seen),
  };
}

/** Begins a hand-over with everything counted; both are told. Refused while another is under way. Source: C40, F23. */
export async function beginHandover(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund & { form: NewHandover },
): Promise<void> {
  const fund = await takeFund(tx, doors, input);
  requireRight(doors, actor, fund, right);
  const { form } = input;
  refuseIf(form.outgoingId === form.incomingId ? rules.samePerson : null);
  const people = new Map(peopleOf(doors, fund).map((person) => [person.id, person]));
  const [outgoing, incoming] = [people.get(form.outgoingId), people.get(form.incomingId)];
  if (!outgoing || !incoming) return refuse(rules.personUnknown);
  const { areaId, id: fundId } = fund;
  const text = textOf(await count(tx, doors, fund));
  const begun = { areaId, id: tx.newId(), fundId, reason: form.reason, outgoing, incoming, by: actor, ...text };
  if (!(await store.insertHandover(tx, begun))) refuse(rules.handoverOpen);
  await tell(tx, doors, {
    areaId,
    userIds: [outgoing.id, incoming.id],
    except: [actor.id],
    kind: 'handover.begun',
    title: `${titleOf(doors, fund)}要移交，等您确认`,
    body: `${outgoing.name}移交给${incoming.name}：${form.reason}。请对着清点的数，没有问题点“确认”。`,
    link: `/desk/funds/${areaId}/${fundId}?tab=handover`,
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'handover.begin', detail: { handoverId: begun.id, hash: text.hash } });
}

async function takeOpen(
  tx: Tx,
  doors: DisclosureDoors,
  input: WhichHandover,
): Promise<{ fund: FundRow; row: HandoverRow }> {
  const fund = await takeFund(tx, doors, input);
  const row = await store.takeHandover(tx, { areaId: fund.areaId, id: input.handoverId });
  return row?.fundId === fund.id ? { fund, row } : refuse(rules.handoverUnknown);
}

/** One of the two agrees to what was counted; with the other's word it is done. Refused when the books have moved since. */
export async function confirmHandover(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichHandover & { note: string },
): Promise<void> {
  const { fund, row } = await takeOpen(tx, doors, input);
  const { hash } = textOf(await count(tx, doors, fund));
  refuseIf(rules.whyNotConfirm(row, actor.id, hash !== row.hash));
  const side = rules.sideOf(row, actor.id) ?? refuse(rules.confirmedAlready);
  await store.writeConfirmation(tx, row, { side, note: input.note });
  const detail = { handoverId: row.id, side, hash };
  changed(tx, actor, { areaId: row.areaId, fundId: fund.id, act: 'handover.confirm', detail });
}

/** Counts again; whoever had confirmed does so anew. */
export async function recountHandover(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichHandover,
): Promise<void> {
  const { fund, row } = await takeOpen(tx, doors, input);
  const takesPart = row.outgoingId === actor.id || row.incomingId === actor.id;
  if (!takesPart) requireRight(doors, actor, fund, right);
  refuseIf(row.state === 'open' ? null : rules.handoverEnded);
  await store.writeCount(tx, row, textOf(await count(tx, doors, fund)));
  changed(tx, actor, { areaId: row.areaId, fundId: fund.id, act: 'handover.recount', detail: { handoverId: row.id } });
}

/** Ends a hand-over that does not take place. */
export async function dropHandover(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichHandover & { reason: string },
): Promise<void> {
  const { fund, row } = await takeOpen(tx, doors, input);
  requireRight(doors, actor, fund, right);
  refuseIf(row.state === 'open' ? null : rules.handoverEnded);
  await store.writeDrop(tx, row);
  const detail = { handoverId: row.id, reason: input.reason };
  changed(tx, actor, { areaId: row.areaId, fundId: fund.id, act: 'handover.drop', detail });
}
