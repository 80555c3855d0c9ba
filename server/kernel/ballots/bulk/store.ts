import type { Tx } from '#platform/database';
import type { BallotRow, VoteRow } from '../tables.ts';

/** Adds a ballot kept elsewhere, in whatever state it is. */
export function appendBallot(tx: Tx, row: BallotRow): void {
  tx.append('ballots', {
    ...{ area_id: row.areaId, id: row.id, matter_id: row.matterId, step: row.step, estate_id: row.estateId },
    ...{ title: row.title, question: row.question, choices: row.choices, electorate: row.electorate, rule: row.rule },
    ...{ rule_name: row.ruleName, terms: row.terms, secret: row.secret, changeable: row.changeable },
    ...{ paper_rule: row.paperRule, pick: row.pick, proxies_most: row.proxiesMost, state: row.state },
    ...{ opens_at: row.opensAt, closes_at: row.closesAt, drafted_by: row.draftedBy, drafted_at: row.draftedAt },
    ...{ opened_by: row.openedBy, opened_at: row.openedAt, opening_hash: row.openingHash, electors: row.electors },
    ...{ closed_at: row.closedAt, tally: row.tally, outcome: row.outcome, record_hash: row.recordHash },
    withdrawn_reason: row.withdrawnReason,
  });
}

export function appendVote(tx: Tx, row: VoteRow): void {
  tx.append('votes', {
    ...{
      area_id: row.areaId,
      ballot_id: row.ballotId,
      elector_id: row.electorId,
      way: row.way,
      revision: row.revision,
    },
    ...{ choices: row.choices, receipt: row.receipt, at: row.at, by_id: row.byId, by_proxy: row.byProxy },
  });
}

type Which = { areaId: string; ballotId: string };

export function appendSecret(
  tx: Tx,
  { areaId, ballotId }: Which,
  slip: { receipt: string; choices: readonly string[] },
): void {
  tx.append('secret_votes', { area_id: areaId, ballot_id: ballotId, ...slip });
}

export function appendParticipation(tx: Tx, { areaId, ballotId }: Which, electorId: string, way: string): void {
  tx.append('participations', { area_id: areaId, ballot_id: ballotId, elector_id: electorId, way });
}

export function appendEntry(
  tx: Tx,
  { areaId, ballotId }: Which,
  entry: { subject: string; byId: string; byName: string; choices: readonly string[]; at: string },
): void {
  tx.append('paper_entries', {
    ...{ area_id: areaId, ballot_id: ballotId, subject: entry.subject, by_id: entry.byId, by_name: entry.byName },
    ...{ choices: entry.choices, at: entry.at },
  });
}
