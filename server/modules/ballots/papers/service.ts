import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { limitName } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import * as kernel from '#kernel/ballots';
import { requireOwner } from '#modules/areas';
import { changed, type BallotDoors } from '../service.ts';
import type { NewPaperEntry, PaperEntered, PaperFound, PaperSheet, SlipCodes } from './contract.ts';
import { readSentences } from './rules.ts';

type Which = { areaId: string; ballotId: string };

/** The papers of an open ballot, each with its code, for printing. Refused for secret ballots: those have slips. */
export async function readPapers(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { buildingId: string | null; address: string },
): Promise<PaperSheet> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const ballot = (await kernel.readBallot(tx, areaId, input.ballotId)) ?? refuse(kernel.ballotUnknown);
  refuseIf(kernel.whyNotNow(ballot, tx.now) ?? (ballot.secret ? kernel.papersNotSecret : null));
  const electors = await kernel.readElectors(tx, areaId, ballot.id);
  const { id, title, question, choices, pick, estateId } = ballot;
  changed(tx, actor, { areaId, ballotId: id, act: 'ballot.print-papers' });
  return {
    ...{ ballotId: id, title, question, choices, pick, openingHash: ballot.openingHash ?? '' },
    estateName: estateId ? (doors.tree.get(estateId)?.name ?? '') : '',
    ruleSentences: kernel.ruleSentences(ballot.terms),
    closesName: limitName(ballot.closesAt ?? tx.now, tx.now),
    url: `${input.address}/v/${areaId}/${id}`,
    papers: electors
      .filter(
        ({ buildingId, excludedReason }) => !excludedReason && (!input.buildingId || buildingId === input.buildingId),
      )
      .map(({ number, label, buildingId, area, code }) => ({
        ...{ number, label, area, code },
        buildingName: buildingId ? (doors.tree.get(buildingId)?.name ?? '') : '',
      })),
  };
}

/** The paper of a code before it is read. Never what others read. */
export async function findPaper(
  reader: Reader,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { code: string },
): Promise<PaperFound> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { ballotId, code } = input;
  const { number, label, state, readByMe, excludedReason } = await kernel.findPaper(reader, {
    ...{ areaId, ballotId, code, byId: actor.id },
  });
  const refusal = state === 'done' ? kernel.paperCast : readByMe ? kernel.paperReadByYou : null;
  const why = excludedReason ? kernel.excludedFor(excludedReason).zh : (refusal?.zh ?? null);
  return { number, label, state, why };
}

export async function enterPaper(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { entry: NewPaperEntry },
): Promise<PaperEntered> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const state = await kernel.enterPaper(tx, { ...input.entry, areaId, ballotId: input.ballotId, by: actor });
  changed(tx, actor, { areaId, ballotId: input.ballotId, act: 'ballot.enter-paper' });
  return { state, sentence: readSentences[state] };
}

export async function makeSlips(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { count: number },
): Promise<SlipCodes> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const codes = await kernel.makeSlips(tx, { ...input, areaId });
  changed(tx, actor, { areaId, ballotId: input.ballotId, act: 'ballot.make-slips', detail: { count: input.count } });
  return { codes };
}

export async function takeSlip(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { electorId: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  await kernel.takeSlip(tx, { ...input, areaId });
  changed(tx, actor, {
    areaId,
    ballotId: input.ballotId,
    act: 'ballot.take-slip',
    detail: { elector: input.electorId },
  });
}
