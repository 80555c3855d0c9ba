import type { Reader, Tx } from '#platform/database';
import type { DeliveryWay } from '../contract.ts';

/** Who took part and by which way; what was chosen is not read. */
const voted = `voted as (
    select elector_id, case when bool_or(way = 'phone') then 'phone' else 'paper' end as way from votes
      where area_id = $1 and ballot_id = $2 group by elector_id
    union all select elector_id, way from participations where area_id = $1 and ballot_id = $2
  )`;
const reached = `reached as (
    select elector_id, array_agg(distinct way) as ways from deliveries where area_id = $1 and ballot_id = $2 group by elector_id
  )`;

export type BuildingTurnout = {
  id: string | null;
  electors: number;
  delivered: number;
  voted: number;
  byPhone: number;
  area: number;
  votedArea: number;
};

/** Electors by building: reached, and taking part. Who is excluded is in none of them. */
export const turnoutText = `with ${voted}, ${reached}
  select e.building_id as id, count(*)::int as electors, count(r.elector_id)::int as delivered, count(v.elector_id)::int as voted,
    (count(*) filter (where v.way = 'phone'))::int as "byPhone", sum(e.area)::bigint as area,
    coalesce(sum(e.area) filter (where v.elector_id is not null), 0)::bigint as "votedArea"
  from electors e left join voted v on v.elector_id = e.id left join reached r on r.elector_id = e.id
  where e.area_id = $1 and e.ballot_id = $2 and e.excluded_at is null
  group by e.building_id`;

export function readBuildings(reader: Reader, areaId: string, ballotId: string): Promise<BuildingTurnout[]> {
  return reader.query<BuildingTurnout>(turnoutText, [areaId, ballotId], 'ballots.buildings');
}

/** Doors reached by each way, and how many of them took part. */
export function readWays(
  reader: Reader,
  areaId: string,
  ballotId: string,
): Promise<{ way: DeliveryWay; delivered: number; voted: number }[]> {
  return reader.query(
    `with ${voted}, ${reached}
     select d.way, count(*)::int as delivered, count(v.elector_id)::int as voted
     from reached r cross join lateral unnest(r.ways) as d (way) join electors e on e.area_id = $1 and e.ballot_id = $2
       and e.id = r.elector_id and e.excluded_at is null
     left join voted v on v.elector_id = e.id group by d.way`,
    [areaId, ballotId],
    'ballots.ways',
  );
}

export type PaperCounts = {
  once: number;
  differ: number;
  excluded: number;
  printed: number;
  taken: number;
  entered: number;
};

/** Papers that wait for one more reader, who is excluded, and slips of a secret ballot: printed, taken, entered. */
export async function readPaperCounts(reader: Reader, areaId: string, ballotId: string): Promise<PaperCounts> {
  const rows = await reader.query<PaperCounts>(
    `with entries as (
       select p.subject, count(*) as readers from paper_entries p where p.area_id = $1 and p.ballot_id = $2
         and not exists (select from votes v where v.area_id = $1 and v.ballot_id = $2 and v.elector_id::text = p.subject
           and v.way = 'paper')
         and not exists (select from ballot_slips s where s.area_id = $1 and s.ballot_id = $2 and s.receipt = p.subject and s.entered)
       group by p.subject
     ), slips as (
       select count(*)::int as printed, (count(*) filter (where entered))::int as entered from ballot_slips
       where area_id = $1 and ballot_id = $2
     ) select (count(*) filter (where readers = 1))::int as once, (count(*) filter (where readers > 1))::int as differ,
         (select count(*)::int from electors e where e.area_id = $1 and e.ballot_id = $2 and e.excluded_at is not null) as excluded,
         (select count(*)::int from participations p where p.area_id = $1 and p.ballot_id = $2 and p.way = 'paper') as taken,
         (select printed from slips) as printed, (select entered from slips) as entered
       from entries`,
    [areaId, ballotId],
  );
  return rows[0] ?? { once: 0, differ: 0, excluded: 0, printed: 0, taken: 0, entered: 0 };
}

export type ElectorLine = {
  id: string;
  number: number;
  label: string;
  name: string;
  area: number;
  buildingId: string | null;
  byPhone: boolean;
  votedWay: 'phone' | 'paper' | null;
  readers: number;
  paperCast: boolean;
  proxyId: string | null;
  proxyName: string | null;
  excludedReason: string | null;
  deliveries: { way: DeliveryWay; at: string; byName: string; note: string; proofFile: string | null }[];
};

export type ElectorsWanted = {
  areaId: string;
  ballotId: string;
  state: 'all' | 'open' | 'voted' | 'undelivered' | 'excluded' | 'paper';
  buildingId: string | null;
  q: string;
  after: number;
  limit: number;
};

/** Electors by number, with how they were reached and whether they took part; never what they chose. */
export const electorsText = `with ${voted}
  select e.id, e.number, e.label, e.name, e.area, e.building_id as "buildingId", e.user_id is not null as "byPhone",
    v.way as "votedWay", coalesce(p.readers, 0)::int as readers, c.elector_id is not null as "paperCast", x.id as "proxyId",
    x.holder_name as "proxyName", e.excluded_reason as "excludedReason", coalesce(d.lines, '[]') as deliveries
  from electors e
  left join voted v on v.elector_id = e.id
  left join votes c on c.area_id = $1 and c.ballot_id = $2 and c.elector_id = e.id and c.way = 'paper' and c.revision = 1
  left join (select subject, count(*) as readers from paper_entries where area_id = $1 and ballot_id = $2 group by subject) p
    on p.subject = e.id::text
  left join ballot_proxies x on x.area_id = $1 and x.ballot_id = $2 and x.elector_id = e.id and x.withdrawn_at is null
  left join lateral (select json_agg(json_build_object('way', l.way, 'at', l.at, 'byName', l.by_name, 'note', l.note,
      'proofFile', l.proof_file) order by l.at, l.id) as lines
    from deliveries l where l.area_id = $1 and l.ballot_id = $2 and l.elector_id = e.id) d on true
  where e.area_id = $1 and e.ballot_id = $2 and e.number > $6 and ($4::uuid is null or e.building_id = $4)
    and ($5 = '' or e.label ilike '%' || $5 || '%' or e.number::text = $5)
    and case $3 when 'open' then v.elector_id is null and e.excluded_at is null
      when 'voted' then v.elector_id is not null
      when 'undelivered' then d.lines is null and v.elector_id is null and e.excluded_at is null
      when 'excluded' then e.excluded_at is not null
      when 'paper' then p.readers > 0 and c.elector_id is null
      else true end
  order by e.number limit $7`;

export async function readElectorLines(reader: Reader, wanted: ElectorsWanted): Promise<ElectorLine[]> {
  const { areaId, ballotId, state, buildingId, q, after, limit } = wanted;
  const escaped = q.replace(/[\\%_]/g, '\\$&');
  return reader.query<ElectorLine>(
    electorsText,
    [areaId, ballotId, state, buildingId, escaped, after, limit],
    'ballots.electors',
  );
}

/** Which of these electors there are, each once. */
export async function readKnown(
  reader: Reader,
  areaId: string,
  ballotId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select id from electors where area_id = $1 and ballot_id = $2 and id = any($3::uuid[]) order by number`,
    [areaId, ballotId, ids],
  );
  return rows.map(({ id }) => id);
}

export type Delivery = {
  areaId: string;
  id: string;
  ballotId: string;
  electorId: string;
  way: DeliveryWay;
  at: string;
  byId: string;
  byName: string;
  note: string;
  proofFile: string | null;
};

export function appendDelivery(tx: Tx, row: Delivery): void {
  tx.append('deliveries', {
    ...{
      area_id: row.areaId,
      id: row.id,
      ballot_id: row.ballotId,
      elector_id: row.electorId,
      way: row.way,
      at: row.at,
    },
    ...{ by_id: row.byId, by_name: row.byName, note: row.note, proof_file: row.proofFile },
  });
}

export async function excludeElector(
  tx: Tx,
  row: { areaId: string; ballotId: string; electorId: string; reason: string; by: string },
): Promise<void> {
  await tx.query(
    `update electors set excluded_reason = $4, excluded_by = $5, excluded_at = $6
     where area_id = $1 and ballot_id = $2 and id = $3 and excluded_at is null`,
    [row.areaId, row.ballotId, row.electorId, row.reason, row.by, tx.now],
  );
}

/** Electors with somebody who can vote by phone; `onlyOpen`: who have not taken part yet. */
export function readReachable(
  reader: Reader,
  wanted: { areaId: string; ballotId: string; onlyOpen: boolean },
): Promise<{ electorId: string; userId: string }[]> {
  return reader.query(
    `with ${voted}
     select e.id as "electorId", coalesce(x.user_id, e.user_id) as "userId" from electors e
     left join ballot_proxies x on x.area_id = $1 and x.ballot_id = $2 and x.elector_id = e.id and x.withdrawn_at is null
     left join voted v on v.elector_id = e.id
     where e.area_id = $1 and e.ballot_id = $2 and e.excluded_at is null and coalesce(x.user_id, e.user_id) is not null
       and (not $3 or v.elector_id is null) order by e.number`,
    [wanted.areaId, wanted.ballotId, wanted.onlyOpen],
  );
}
