import type { Reader, Tx } from '#platform/database';
import type { BallotRow, ElectorRow, VoteRow } from './tables.ts';

const columns = `b.area_id as "areaId", b.id, b.matter_id as "matterId", b.step, b.estate_id as "estateId", b.title, b.question,
  b.choices, b.electorate, b.rule, b.rule_name as "ruleName", b.terms, b.secret, b.changeable, b.paper_rule as "paperRule", b.pick,
  b.proxies_most as "proxiesMost", b.state, b.opens_at as "opensAt", b.closes_at as "closesAt", b.drafted_by as "draftedBy",
  b.drafted_at as "draftedAt", b.opened_by as "openedBy", b.opened_at as "openedAt", b.opening_hash as "openingHash", b.electors,
  b.closed_at as "closedAt", b.tally, b.outcome, b.record_hash as "recordHash", b.withdrawn_reason as "withdrawnReason"`;

const written = `area_id, id, matter_id, step, estate_id, title, question, choices, electorate, rule, rule_name, terms, secret,
  changeable, paper_rule, pick, proxies_most, state, closes_at, drafted_by, drafted_at`;

export async function insertBallot(tx: Tx, row: DraftedBallot): Promise<void> {
  const named = {
    ...{ area_id: row.areaId, id: row.id, matter_id: row.matterId, step: row.step, estate_id: row.estateId },
    ...{ title: row.title, question: row.question, choices: row.choices, electorate: row.electorate, rule: row.rule },
    ...{ rule_name: row.ruleName, terms: row.terms, secret: row.secret, changeable: row.changeable },
    ...{ paper_rule: row.paperRule, pick: row.pick, proxies_most: row.proxiesMost, state: 'draft' },
    ...{ closes_at: row.closesAt, drafted_by: row.draftedBy, drafted_at: tx.now.toISOString() },
  };
  await tx.query(
    `insert into ballots (${written}) select ${written} from json_populate_record(null::ballots, $1::json)`,
    [JSON.stringify(named)],
  );
}

export type DraftedBallot = Pick<
  BallotRow,
  | 'areaId'
  | 'id'
  | 'matterId'
  | 'step'
  | 'estateId'
  | 'title'
  | 'question'
  | 'choices'
  | 'electorate'
  | 'rule'
  | 'ruleName'
  | 'terms'
  | 'secret'
  | 'changeable'
  | 'paperRule'
  | 'pick'
  | 'proxiesMost'
  | 'closesAt'
  | 'draftedBy'
>;

/** The ballots of a matter, the first of them first. */
export function readOfMatter(reader: Reader, areaId: string, matterId: string): Promise<BallotRow[]> {
  return reader.query<BallotRow>(
    `select ${columns} from ballots b where b.area_id = $1 and b.matter_id = $2 and b.state <> 'withdrawn' order by b.drafted_at, b.id`,
    [areaId, matterId],
  );
}

/** Ballots that opened whose title has these words, the newest first. */
export function findBallots(reader: Reader, areaId: string, words: string, limit: number): Promise<BallotRow[]> {
  return reader.query<BallotRow>(
    `select ${columns} from ballots b where b.area_id = $1 and b.state in ('open', 'closed') and strpos(lower(b.title), lower($2)) > 0
     order by b.drafted_at desc, b.id desc limit $3`,
    [areaId, words, limit],
  );
}

export async function readBallot(reader: Reader, areaId: string, id: string): Promise<BallotRow | null> {
  const rows = await reader.query<BallotRow>(
    `select ${columns} from ballots b where b.area_id = $1 and b.id = $2`,
    [areaId, id],
    'ballots.one',
  );
  return rows[0] ?? null;
}

/** The ballot, held until the commit: nobody votes, opens, closes or withdraws meanwhile. */
export async function takeBallot(tx: Tx, areaId: string, id: string): Promise<BallotRow | null> {
  const rows = await tx.query<BallotRow>(
    `select ${columns} from ballots b where b.area_id = $1 and b.id = $2 for no key update of b`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export type Turnout = { number: number; of: number; area: number; areaOf: number };
export type ListedBallot = BallotRow & Turnout & { mineElectors: number; mineVoted: number };

const hasVoted = `(exists (select from votes v where v.area_id = e.area_id and v.ballot_id = e.ballot_id and v.elector_id = e.id)
  or exists (select from participations p where p.area_id = e.area_id and p.ballot_id = e.ballot_id and p.elector_id = e.id))`;

/** How many took part, by persons and by area: what was chosen is not looked at. */
const turnoutText = `select count(distinct e.person) filter (where t.voted)::int as number, count(distinct e.person)::int as of,
    coalesce(sum(e.area) filter (where t.voted), 0)::bigint as area, coalesce(sum(e.area), 0)::bigint as "areaOf"
  from electors e left join (
    select v.elector_id as id, true as voted from votes v where v.area_id = $1 and v.ballot_id = b.id
    union select p.elector_id, true from participations p where p.area_id = $1 and p.ballot_id = b.id
  ) t on t.id = e.id
  where e.area_id = $1 and e.ballot_id = b.id and e.excluded_at is null`;

const mineCondition = (
  user: string,
): string => `(case when exists (select from ballot_proxies x where x.area_id = e.area_id
    and x.ballot_id = e.ballot_id and x.elector_id = e.id and x.withdrawn_at is null)
  then exists (select from ballot_proxies x where x.area_id = e.area_id and x.ballot_id = e.ballot_id and x.elector_id = e.id
    and x.withdrawn_at is null and x.user_id = ${user})
  else e.user_id = ${user} end)`;

export type BallotPlace = { closesAt: string; id: string };
export type BallotsWanted = {
  areaId: string;
  userId: string;
  states: readonly string[];
  matterId: string | null;
  /** Only ballots in which the user may still vote. */
  mine: boolean;
  after: BallotPlace | null;
  limit: number;
};

/** Ballots, those that close last first. */
export function readBallots(reader: Reader, wanted: BallotsWanted): Promise<ListedBallot[]> {
  return reader.query<ListedBallot>(
    `select ${columns}, t.number, t.of, t.area, t."areaOf", m.electors::int as "mineElectors", m.voted::int as "mineVoted"
     from (select * from ballots b where b.area_id = $1 and b.state = any($3) and ($4::uuid is null or b.matter_id = $4)
         and ($5::timestamptz is null or (coalesce(b.closes_at, 'infinity'), b.id) < ($5, $6::uuid))
         and (not $7 or exists (select from electors e where e.area_id = $1 and e.ballot_id = b.id and e.excluded_at is null
           and ${mineCondition('$2')} and (b.changeable or not ${hasVoted})))
       order by coalesce(b.closes_at, 'infinity') desc, b.id desc limit $8) b
     cross join lateral (${turnoutText}) t
     cross join lateral (select count(*) as electors, count(*) filter (where ${hasVoted}) as voted from electors e
       where e.area_id = $1 and e.ballot_id = b.id and e.excluded_at is null and ${mineCondition('$2')}) m
     order by coalesce(b.closes_at, 'infinity') desc, b.id desc`,
    [
      wanted.areaId,
      wanted.userId,
      wanted.states,
      wanted.matterId,
      wanted.after?.closesAt ?? null,
      wanted.after?.id ?? null,
      wanted.mine,
      wanted.limit,
    ],
    'ballots.list',
  );
}

export async function readTurnout(reader: Reader, areaId: string, id: string): Promise<Turnout> {
  const rows = await reader.query<Turnout>(
    `select t.* from ballots b cross join lateral (${turnoutText}) t where b.area_id = $1 and b.id = $2`,
    [areaId, id],
    'ballots.turnout',
  );
  return rows[0] ?? { number: 0, of: 0, area: 0, areaOf: 0 };
}

export type Opening = {
  areaId: string;
  id: string;
  estateId: string | null;
  closesAt: string;
  openedBy: string;
  openingHash: string;
  electors: number;
};

export async function openBallot(tx: Tx, opening: Opening): Promise<void> {
  await tx.query(
    `update ballots set state = 'open', opened_at = $3, closes_at = $4, opened_by = $5, opening_hash = $6, electors = $7,
       estate_id = coalesce(estate_id, $8)
     where area_id = $1 and id = $2 and state = 'draft'`,
    [
      ...[
        opening.areaId,
        opening.id,
        tx.now,
        opening.closesAt,
        opening.openedBy,
        opening.openingHash,
        opening.electors,
      ],
      opening.estateId,
    ],
  );
}

export async function withdrawBallot(tx: Tx, areaId: string, id: string, reason: string): Promise<void> {
  await tx.query(
    `update ballots set state = 'withdrawn', withdrawn_reason = $3 where area_id = $1 and id = $2 and state = 'draft'`,
    [areaId, id, reason],
  );
}

export function appendElector(tx: Tx, row: Omit<ElectorRow, 'excludedReason' | 'excludedBy' | 'excludedAt'>): void {
  tx.append('electors', {
    ...{
      area_id: row.areaId,
      ballot_id: row.ballotId,
      id: row.id,
      number: row.number,
      person: row.person,
      ref: row.ref,
    },
    ...{ label: row.label, name: row.name, user_id: row.userId, co_owners: row.coOwners, building_id: row.buildingId },
    ...{ area: row.area, code: row.code },
  });
}

const electorColumns = `e.area_id as "areaId", e.ballot_id as "ballotId", e.id, e.number, e.person, e.ref, e.label, e.name,
  e.user_id as "userId", e.co_owners as "coOwners", e.building_id as "buildingId", e.area, e.code,
  e.excluded_reason as "excludedReason", e.excluded_by as "excludedBy", e.excluded_at as "excludedAt"`;

export function readElectors(reader: Reader, areaId: string, ballotId: string): Promise<ElectorRow[]> {
  return reader.query<ElectorRow>(
    `select ${electorColumns} from electors e where e.area_id = $1 and e.ballot_id = $2 order by e.number`,
    [areaId, ballotId],
  );
}

export type Casting = {
  areaId: string;
  ballotId: string;
  electorId: string;
  userId: string;
  choices: readonly string[];
  receipt: string;
};
export type Cast = { number: number; label: string; revision: number; secret: boolean; lost: boolean };

/**
 * Casts a vote in one statement: the ballot is held against closing until the commit, and what does not fit inserts nothing. Open
 * ballots keep who, when and each change; secret ones keep the paper apart from who took part. `lost`: she took part, and the
 * paper could not be kept; the caller then refuses, and nothing of it stays.
 */
const castText = `with ballot as (
    select b.id, b.secret, b.changeable, b.choices, b.pick from ballots b
    where b.area_id = $1 and b.id = $2 and b.state = 'open' and b.opened_at <= $7 and b.closes_at > $7 for share
  ), mine as (
    select e.id, e.number, e.label, e.user_id is distinct from $4 as by_proxy, ballot.secret, ballot.changeable
    from ballot join electors e on e.area_id = $1 and e.ballot_id = ballot.id and e.id = $3 and e.excluded_at is null
    where ${mineCondition('$4')} and cardinality($5::text[]) between 1 and ballot.pick
      and not exists (select from unnest($5::text[]) as chosen (id)
        where not exists (select from jsonb_array_elements(ballot.choices) as c where c ->> 'id' = chosen.id))
  ), cast_open as (
    insert into votes (area_id, ballot_id, elector_id, way, revision, choices, receipt, at, by_id, by_proxy)
    select $1, $2, m.id, 'phone', case when m.changeable then 1 + coalesce((select max(v.revision) from votes v where v.area_id = $1
        and v.ballot_id = $2 and v.elector_id = m.id and v.way = 'phone'), 0) else 1 end, $5, $6, $7, $4, m.by_proxy
    from mine m where not m.secret on conflict do nothing returning revision
  ), took_part as (
    insert into participations (area_id, ballot_id, elector_id, way)
    select $1, $2, m.id, 'phone' from mine m where m.secret on conflict do nothing returning elector_id
  ), cast_secret as (
    insert into secret_votes (area_id, ballot_id, receipt, choices)
    select $1, $2, $6, $5 from took_part on conflict do nothing returning receipt
  ) select m.number, m.label, m.secret, coalesce((select revision from cast_open), 1) as revision,
      exists (select from took_part) and not exists (select from cast_secret) as lost
    from mine m where exists (select from cast_open) or exists (select from took_part)`;

export async function castVote(tx: Tx, casting: Casting): Promise<Cast | null> {
  const { areaId, ballotId, electorId, userId, choices, receipt } = casting;
  const values = [areaId, ballotId, electorId, userId, choices, receipt, tx.now];
  return (await tx.query<Cast>(castText, values, 'ballots.cast'))[0] ?? null;
}

export type MyElector = {
  id: string;
  number: number;
  label: string;
  name: string;
  area: number;
  userId: string | null;
  coOwners: string[];
  excludedReason: string | null;
  /** Who votes for it by written consent. */
  holderUserId: string | null;
  holderName: string | null;
  way: 'paper' | 'phone' | null;
  votedAt: string | null;
  receipt: string | null;
  revisions: number;
};

const mineText = (which: string): string => `select e.id, e.number, e.label, e.name, e.area, e.user_id as "userId",
    e.co_owners as "coOwners", e.excluded_reason as "excludedReason", x.user_id as "holderUserId", x.holder_name as "holderName",
    coalesce(v.way, p.way) as way, v.at as "votedAt", v.receipt, coalesce(v.revisions, 0)::int as revisions
  from electors e
  left join ballot_proxies x on x.area_id = e.area_id and x.ballot_id = e.ballot_id and x.elector_id = e.id and x.withdrawn_at is null
  left join participations p on p.area_id = e.area_id and p.ballot_id = e.ballot_id and p.elector_id = e.id
  left join lateral (select v.way, v.at, v.receipt, count(*) over () as revisions from votes v where v.area_id = e.area_id
    and v.ballot_id = e.ballot_id and v.elector_id = e.id order by v.way = 'phone' desc, v.revision desc limit 1) v on true
  where e.area_id = $1 and e.ballot_id = $2 and ${which}`;

/** The doors, households or seats that have to do with a user: own, held for others, or owned together with who votes. */
export function readMine(reader: Reader, areaId: string, ballotId: string, userId: string): Promise<MyElector[]> {
  return reader.query<MyElector>(
    `${mineText('(e.user_id = $3 or x.user_id = $3 or $3 = any(e.co_owners))')} order by e.number`,
    [areaId, ballotId, userId],
  );
}

export async function readMyElector(
  reader: Reader,
  at: { areaId: string; ballotId: string; electorId: string },
): Promise<MyElector | null> {
  const rows = await reader.query<MyElector>(mineText('e.id = $3'), [at.areaId, at.ballotId, at.electorId]);
  return rows[0] ?? null;
}

/** What was cast with a receipt for an elector: the answer to the same form sent again. */
export async function readByReceipt(
  reader: Reader,
  at: { areaId: string; ballotId: string; electorId: string; receipt: string },
): Promise<{ number: number; label: string; revision: number; at: string | null } | null> {
  const rows = await reader.query<{ number: number; label: string; revision: number; at: string | null }>(
    `select e.number, e.label, coalesce(v.revision, 1) as revision, v.at from electors e
     left join votes v on v.area_id = e.area_id and v.ballot_id = e.ballot_id and v.elector_id = e.id and v.receipt = $4
     where e.area_id = $1 and e.ballot_id = $2 and e.id = $3 and (v.receipt is not null or (
       exists (select from participations p where p.area_id = $1 and p.ballot_id = $2 and p.elector_id = e.id)
       and exists (select from secret_votes s where s.area_id = $1 and s.ballot_id = $2 and s.receipt = $4)))`,
    [at.areaId, at.ballotId, at.electorId, at.receipt],
  );
  return rows[0] ?? null;
}

export function readVotes(reader: Reader, areaId: string, ballotId: string): Promise<(VoteRow & { number: number })[]> {
  return reader.query<VoteRow & { number: number }>(
    `select e.number, v.elector_id as "electorId", v.way, v.revision, v.choices, v.receipt, v.at from votes v
     join electors e on e.area_id = v.area_id and e.ballot_id = v.ballot_id and e.id = v.elector_id
     where v.area_id = $1 and v.ballot_id = $2`,
    [areaId, ballotId],
  );
}

/** The papers of a secret ballot, and apart from them who took part. */
export async function readSecret(
  reader: Reader,
  areaId: string,
  ballotId: string,
): Promise<{
  slips: { receipt: string; choices: string[] }[];
  tookPart: { number: number; way: 'paper' | 'phone' }[];
}> {
  const [slips, tookPart] = await Promise.all([
    reader.query<{ receipt: string; choices: string[] }>(
      `select receipt, choices from secret_votes where area_id = $1 and ballot_id = $2 order by receipt`,
      [areaId, ballotId],
    ),
    reader.query<{ number: number; way: 'paper' | 'phone' }>(
      `select e.number, p.way from participations p join electors e on e.area_id = p.area_id and e.ballot_id = p.ballot_id
         and e.id = p.elector_id
       where p.area_id = $1 and p.ballot_id = $2 order by e.number`,
      [areaId, ballotId],
    ),
  ]);
  return { slips, tookPart };
}

export async function closeBallot(
  tx: Tx,
  closing: { areaId: string; id: string; tally: unknown; outcome: string; recordHash: string },
): Promise<void> {
  await tx.query(
    `update ballots set state = 'closed', closed_at = $3, tally = $4, outcome = $5, record_hash = $6
     where area_id = $1 and id = $2 and state = 'open'`,
    [closing.areaId, closing.id, tx.now, JSON.stringify(closing.tally), closing.outcome, closing.recordHash],
  );
}

export function appendRecord(tx: Tx, row: { areaId: string; ballotId: string; body: string }): void {
  tx.append('ballot_records', { area_id: row.areaId, ballot_id: row.ballotId, body: row.body });
}

export async function readBody(reader: Reader, areaId: string, ballotId: string): Promise<string | null> {
  const rows = await reader.query<{ body: string }>(
    `select body from ballot_records where area_id = $1 and ballot_id = $2`,
    [areaId, ballotId],
  );
  return rows[0]?.body ?? null;
}
