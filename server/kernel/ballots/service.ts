import { lettersFrom } from '#shared/ids';
import { refuse, refuseIf } from '#shared/refusal';
import { takeChance } from '#platform/chance';
import type { Tx } from '#platform/database';
import { sha256 } from './closing/service.ts';
import type { BallotRules, ElectorInput, PaperRule } from './contract.ts';
import { headOf, listedIn, writeOpening } from './record/rules.ts';
import * as refusals from './refusals/rules.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { BallotRow, ElectorRow } from './tables.ts';

export { importBallot, watchBallot, type PastBallot, type PastElector } from './bulk/service.ts';
export { castVote, whyNotMine, whyNotNow, type Receipt } from './cast/service.ts';
export { closeBallot, sha256, type Closed } from './closing/service.ts';
export {
  ballotNotOpenYet,
  ballotUnknown,
  excluded as excludedFor,
  notElector,
  paperCast,
  paperReadByYou,
  papersNotSecret,
  votedAlready,
} from './refusals/rules.ts';
export { addProxy, excludeElector, noteDeliveries, withdrawProxy } from './desk/service.ts';
export {
  readBuildings,
  readElectorLines,
  readPaperCounts,
  readReachable,
  readWays,
  type BuildingTurnout,
  type ElectorLine,
} from './desk/store.ts';
export { enterPaper, findPaper, makeSlips, takeSlip, type PaperState } from './papers/service.ts';
export { loadBallotRules } from './library/store.ts';
export {
  amountName,
  checkSentence,
  missingFor,
  notesOf,
  resultSentence,
  ruleFor,
  ruleSentences,
  whyNotChosen,
} from './rules.ts';
export {
  findBallots,
  readBallot,
  readBallots,
  readBody,
  readElectors,
  readMine,
  readMyElector,
  readOfMatter,
  readTurnout,
} from './store.ts';
export type { BallotPlace, ListedBallot, MyElector, Turnout } from './store.ts';
export type { BallotRow, ElectorRow } from './tables.ts';

/** The kind of the deadline row at which a ballot closes. */
export const ballotDeadline = 'ballot';

export type Draft = {
  areaId: string;
  id?: string;
  matterId: string | null;
  step: string | null;
  estateId: string | null;
  title: string;
  question: string;
  /** Labels to choose among; empty asks yes or no. */
  choices: readonly string[];
  electorate: readonly string[];
  rule: string;
  takePart?: string | undefined;
  agree?: string | undefined;
  secret: boolean;
  changeable: boolean;
  paperRule: PaperRule;
  pick: number;
  proxiesMost: number;
  closesAt: string | null;
  draftedBy: string;
};

const isYesNo = (draft: Draft): boolean => draft.choices.length === 0;

/**
 * Drafts a ballot. Refused when the rule is unknown, asks for less than the law, counts areas of a secret ballot, or when the choices
 * are none. What is drafted is not changed any more: a wrong draft is withdrawn. Source: X17, Civil Code art. 278.
 */
export async function draftBallot(tx: Tx, ballotRules: BallotRules, draft: Draft): Promise<string> {
  const rule = ballotRules.rules.get(draft.rule) ?? refuse(refusals.ruleUnknown);
  const shareOf = (text: string | undefined) =>
    text === undefined ? null : (rules.readShare(text) ?? refuse(refusals.shareUnknown));
  const terms = rules.termsWith(rule, { takePart: shareOf(draft.takePart), agree: shareOf(draft.agree) });
  refuseIf(rules.whyNotTerms(ballotRules, rule, terms, draft.electorate));
  refuseIf(rules.whyNotSecret(draft.secret, draft.changeable, terms));
  refuseIf(rules.whyNotChoices(draft.choices, draft.pick));
  refuseIf(draft.closesAt !== null && Date.parse(draft.closesAt) <= tx.now.getTime() ? refusals.closesTooSoon : null);
  const id = draft.id ?? tx.newId();
  const { areaId, matterId, step, estateId, title, question, secret, changeable, paperRule, proxiesMost } = draft;
  await store.insertBallot(tx, {
    ...{ areaId, id, matterId, step, estateId, title, question, secret, changeable, paperRule, proxiesMost },
    choices: rules.choicesFor(draft.choices),
    electorate: draft.electorate.join(','),
    rule: rule.id,
    ruleName: rule.name,
    terms,
    pick: isYesNo(draft) ? 1 : draft.pick,
    ...{ closesAt: draft.closesAt, draftedBy: draft.draftedBy },
  });
  return id;
}

type Which = { areaId: string; ballotId: string };

async function takeDraft(tx: Tx, { areaId, ballotId }: Which): Promise<BallotRow> {
  const ballot = (await store.takeBallot(tx, areaId, ballotId)) ?? refuse(refusals.ballotUnknown);
  refuseIf(ballot.state === 'withdrawn' ? refusals.ballotWithdrawn : null);
  refuseIf(ballot.state === 'draft' ? null : refusals.ballotNotDraft);
  return ballot;
}

/**
 * Opens a drafted ballot: who is entitled is fixed here, and the hash of question, rule and electorate is published. Refused when it
 * has opened before, when nobody is entitled, or when it would close in the past.
 */
export async function openBallot(
  tx: Tx,
  input: Which & {
    closesAt: string | null;
    estateId?: string | null;
    openedBy: string;
    electors: readonly ElectorInput[];
  },
): Promise<{ closesAt: string; electors: ElectorRow[] }> {
  const { areaId, ballotId, openedBy } = input;
  const ballot = await takeDraft(tx, input);
  const closesAt = new Date(input.closesAt ?? ballot.closesAt ?? tx.now).toISOString();
  refuseIf(Date.parse(closesAt) <= tx.now.getTime() ? refusals.closesTooSoon : null);
  refuseIf(input.electors.length === 0 ? refusals.electorateEmpty : null);
  const electors = numbered(tx, input, input.electors);
  const openedAt = tx.now.toISOString();
  const head = headOf({ ...ballot, openedAt, closesAt, electors: electors.length });
  const openingHash = sha256(writeOpening(head, listedIn(ballot.electorate, electors)));
  for (const elector of electors) store.appendElector(tx, elector);
  const estateId = input.estateId ?? ballot.estateId;
  await store.openBallot(tx, {
    areaId,
    id: ballotId,
    estateId,
    closesAt,
    openedBy,
    openingHash,
    electors: electors.length,
  });
  tx.append('jobs.deadlines', {
    ...{ id: tx.newId(), area_id: areaId, subject: ballotId, kind: ballotDeadline, rule: 'close', token: 0 },
    ...{ due_at: closesAt, attempts: 0, last_error: null },
  });
  return { closesAt, electors };
}

/** Each gets a number, in the order given, a code for the paper, and the same person where the same owner has several doors. */
function numbered(tx: Tx, { areaId, ballotId }: Which, inputs: readonly ElectorInput[]): ElectorRow[] {
  const persons = new Map<string, number>();
  const codes = new Set<string>();
  const freeCode = (): string => {
    const code = lettersFrom(takeChance(codeLetters), codeLetters);
    if (codes.has(code)) return freeCode();
    codes.add(code);
    return code;
  };
  return inputs.map((input, index) => {
    const key = input.person ?? `door:${input.ref}`;
    const person = persons.get(key) ?? persons.size + 1;
    persons.set(key, person);
    const { ref, label, name, userId, buildingId, area } = input;
    return {
      ...{ areaId, ballotId, id: tx.newId(), number: index + 1, person, ref, label, name, userId, buildingId, area },
      ...{ coOwners: [...(input.coOwners ?? [])], code: freeCode() },
      ...{ excludedReason: null, excludedBy: null, excludedAt: null },
    };
  });
}

const codeLetters = 8;

/** Takes a draft back, with the reason. Refused once it has opened: a ballot that runs is counted. */
export async function withdrawBallot(tx: Tx, input: Which & { reason: string }): Promise<void> {
  await takeDraft(tx, input);
  await store.withdrawBallot(tx, input.areaId, input.ballotId, input.reason);
}
