import type { Reader, Tx } from '#platform/database';

export type PaperSubject = {
  /** The elector, or the receipt of a slip. */
  subject: string;
  electorId: string | null;
  number: number | null;
  label: string;
  excludedReason: string | null;
  done: boolean;
};

/** What a code on paper stands for. */
export async function findByCode(
  reader: Reader,
  at: { areaId: string; ballotId: string; code: string; receipt: string },
): Promise<PaperSubject | null> {
  const rows = await reader.query<PaperSubject>(
    `select e.id::text as subject, e.id as "electorId", e.number, e.label, e.excluded_reason as "excludedReason",
       exists (select from votes v where v.area_id = $1 and v.ballot_id = $2 and v.elector_id = e.id and v.way = 'paper') as done
     from electors e where e.area_id = $1 and e.ballot_id = $2 and e.code = $3
     union all
     select s.receipt, null, null, '', null, s.entered from ballot_slips s
     where s.area_id = $1 and s.ballot_id = $2 and s.receipt = $4`,
    [at.areaId, at.ballotId, at.code, at.receipt],
  );
  return rows[0] ?? null;
}

export type Entry = { byId: string; choices: string[] };

/** What was read from a paper so far, by whom. */
export function readEntries(reader: Reader, areaId: string, ballotId: string, subject: string): Promise<Entry[]> {
  return reader.query<Entry>(
    `select by_id as "byId", choices from paper_entries where area_id = $1 and ballot_id = $2 and subject = $3 order by at`,
    [areaId, ballotId, subject],
  );
}

/** Keeps what one person read; false when the same person read this paper before. */
export async function insertEntry(
  tx: Tx,
  row: { areaId: string; ballotId: string; subject: string; byId: string; byName: string; choices: readonly string[] },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into paper_entries (area_id, ballot_id, subject, by_id, by_name, choices, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning subject`,
    [row.areaId, row.ballotId, row.subject, row.byId, row.byName, row.choices, tx.now],
  );
  return rows.length > 0;
}

export type PaperVote = {
  areaId: string;
  ballotId: string;
  electorId: string;
  choices: readonly string[];
  receipt: string;
  byId: string;
};

/** The paper vote of an open ballot; once for each elector. */
export async function insertPaperVote(tx: Tx, vote: PaperVote): Promise<void> {
  await tx.query(
    `insert into votes (area_id, ballot_id, elector_id, way, revision, choices, receipt, at, by_id, by_proxy)
     select $1, $2, $3, 'paper', 1, $4, $5, $6, $7, exists (select from ballot_proxies x where x.area_id = $1 and x.ballot_id = $2
       and x.elector_id = $3 and x.withdrawn_at is null)
     on conflict do nothing`,
    [vote.areaId, vote.ballotId, vote.electorId, vote.choices, vote.receipt, tx.now, vote.byId],
  );
}

/** The paper of a slip into the box: once for each slip, and never more than were taken. Answers false when there would be more. */
export async function insertSlipVote(
  tx: Tx,
  vote: { areaId: string; ballotId: string; receipt: string; choices: readonly string[] },
): Promise<boolean> {
  const rows = await tx.query(
    `with slip as (
       update ballot_slips set entered = true where area_id = $1 and ballot_id = $2 and receipt = $3 and not entered
         and (select count(*) from ballot_slips s where s.area_id = $1 and s.ballot_id = $2 and s.entered)
           < (select count(*) from participations p where p.area_id = $1 and p.ballot_id = $2 and p.way = 'paper')
       returning receipt
     ) insert into secret_votes (area_id, ballot_id, receipt, choices) select $1, $2, receipt, $4 from slip
       on conflict do nothing returning receipt`,
    [vote.areaId, vote.ballotId, vote.receipt, vote.choices],
  );
  return rows.length > 0;
}

export function appendSlip(tx: Tx, row: { areaId: string; ballotId: string; receipt: string }): void {
  tx.append('ballot_slips', { area_id: row.areaId, ballot_id: row.ballotId, receipt: row.receipt, entered: false });
}

/** That an elector took a slip; false when she took part before. */
export async function insertTaken(
  tx: Tx,
  at: { areaId: string; ballotId: string; electorId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into participations (area_id, ballot_id, elector_id, way)
     select $1, $2, e.id, 'paper' from electors e where e.area_id = $1 and e.ballot_id = $2 and e.id = $3 and e.excluded_at is null
     on conflict do nothing returning elector_id`,
    [at.areaId, at.ballotId, at.electorId],
  );
  return rows.length > 0;
}
