import { lettersFrom } from '#shared/ids';
import { refuse, refuseIf } from '#shared/refusal';
import { takeChance } from '#platform/chance';
import type { Reader, Tx } from '#platform/database';
import { whyNotNow } from '../cast/service.ts';
import { sha256 } from '../closing/service.ts';
import * as refusals from '../refusals/rules.ts';
import { paperReading, whyNotChosen } from '../rules.ts';
import { readBallot, takeBallot } from '../store.ts';
import type { BallotRow } from '../tables.ts';
import * as store from './store.ts';

type Which = { areaId: string; ballotId: string };
export type PaperState = 'none' | 'once' | 'differ' | 'done';

/** A code as it was printed, however it was typed. */
const plainCode = (typed: string): string => typed.toLowerCase().replaceAll(/[\s-]/g, '');

const receiptOf = ({ ballotId }: Which, code: string): string => sha256(`${ballotId} ${code}`);

export type PaperFound = {
  number: number | null;
  label: string;
  state: PaperState;
  readByMe: boolean;
  subject: string;
  excludedReason: string | null;
};

/** The paper of a code, and how many have read it. Refused when no paper bears it. What others read is never answered. */
export async function findPaper(reader: Reader, input: Which & { code: string; byId: string }): Promise<PaperFound> {
  const { areaId, ballotId, byId } = input;
  const code = plainCode(input.code);
  const found = await store.findByCode(reader, { areaId, ballotId, code, receipt: receiptOf(input, code) });
  if (!found) return refuse(refusals.codeUnknown);
  const entries = await store.readEntries(reader, areaId, ballotId, found.subject);
  const { number, label, subject, excludedReason } = found;
  const readByMe = entries.some((entry) => entry.byId === byId);
  return { number, label, subject, excludedReason, readByMe, state: found.done ? 'done' : paperReading(entries).state };
}

/**
 * Keeps what one person read from a paper. When two different people read the same, the paper is cast; when they differ, somebody else
 * looks once more. Refused for the second reading by the same person, for a paper cast already, and as any vote. Papers are read one
 * after another: readers at the same moment do not miss one another.
 */
export async function enterPaper(
  tx: Tx,
  input: Which & { code: string; choices: readonly string[]; by: { id: string; name: string } },
): Promise<PaperState> {
  const { areaId, ballotId, choices, by } = input;
  const ballot = (await takeBallot(tx, areaId, ballotId)) ?? refuse(refusals.ballotUnknown);
  refuseIf(whyNotNow(ballot, tx.now));
  refuseIf(whyNotChosen(ballot, choices));
  const found = await findPaper(tx, { ...input, byId: by.id });
  refuseIf(found.excludedReason ? refusals.excluded(found.excludedReason) : null);
  refuseIf(found.state === 'done' ? refusals.paperCast : found.readByMe ? refusals.paperReadByYou : null);
  const { subject } = found;
  const kept = await store.insertEntry(tx, { areaId, ballotId, subject, byId: by.id, byName: by.name, choices });
  refuseIf(kept ? null : refusals.paperReadByYou);
  const reading = paperReading(await store.readEntries(tx, areaId, ballotId, subject));
  if (reading.state === 'done') await castPaper(tx, ballot, { subject, choices: reading.choices, input });
  return reading.state;
}

async function castPaper(
  tx: Tx,
  ballot: BallotRow,
  {
    subject,
    choices,
    input,
  }: { subject: string; choices: readonly string[]; input: Which & { code: string; by: { id: string } } },
): Promise<void> {
  const { areaId, ballotId } = input;
  if (ballot.secret) {
    const cast = await store.insertSlipVote(tx, { areaId, ballotId, receipt: subject, choices });
    refuseIf(cast ? null : refusals.slipsTooMany);
    return;
  }
  const receipt = receiptOf(input, plainCode(input.code));
  await store.insertPaperVote(tx, { areaId, ballotId, electorId: subject, choices, receipt, byId: input.by.id });
}

const slipLetters = 10;

/** Makes slips of a secret ballot: their codes are answered once, to be printed; only hashes are kept. Refused for open ballots. */
export async function makeSlips(tx: Tx, input: Which & { count: number }): Promise<string[]> {
  const ballot = (await readBallot(tx, input.areaId, input.ballotId)) ?? refuse(refusals.ballotUnknown);
  refuseIf(whyNotNow(ballot, tx.now) ?? (ballot.secret ? null : refusals.slipsOnlySecret));
  const codes = Array.from({ length: input.count }, () => lettersFrom(takeChance(slipLetters), slipLetters));
  for (const code of codes) store.appendSlip(tx, { ...input, receipt: receiptOf(input, code) });
  return codes;
}

/** Notes that an elector took a slip: she takes part, and no longer by phone. Which slip it was is nobody's. Refused for a second one. */
export async function takeSlip(tx: Tx, input: Which & { electorId: string }): Promise<void> {
  const ballot = (await takeBallot(tx, input.areaId, input.ballotId)) ?? refuse(refusals.ballotUnknown);
  refuseIf(whyNotNow(ballot, tx.now) ?? (ballot.secret ? null : refusals.slipsOnlySecret));
  refuseIf((await store.insertTaken(tx, input)) ? null : refusals.slipTaken);
}
