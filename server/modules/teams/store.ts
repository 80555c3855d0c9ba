import type { Reader } from '#platform/database';
import type { TeamForm } from './contract.ts';
import type { HonourRow, MemberRow, TeamRow } from './tables.ts';

export type TeamRecord = TeamRow & {
  members: number;
  waiting: number;
  leaderId: string | null;
  leaderSealed: string | null;
  /** The asking user's own line, when there is one. */
  myRole: string | null;
  myState: string | null;
};

/** `user` is the number of the parameter that holds the asking user's id. */
const columns = (
  user: number,
): string => `t.area_id as "areaId", t.id, t.name, t.sort, t.field, t.story, t.picture, t.meets,
  t.contact, t.founded_on as "foundedOn", t.is_open as "isOpen", t.created_at as "createdAt", t.created_by as "createdBy",
  t.closed_on as "closedOn", counts.members, counts.waiting, leader.id as "leaderId", leader.name_sealed as "leaderSealed",
  mine.role as "myRole", mine.state as "myState"
 from teams t
 cross join lateral (select count(*) filter (where m.state = 'member')::int as members,
   count(*) filter (where m.state = 'asked')::int as waiting
   from team_members m where m.area_id = t.area_id and m.team_id = t.id and m.state in ('asked', 'member')) counts
 left join lateral (select m.id, m.name_sealed from team_members m where m.area_id = t.area_id and m.team_id = t.id
   and m.state = 'member' and m.role = 'leader' and m.shown order by m.joined_on, m.id limit 1) leader on true
 left join lateral (select m.role, m.state from team_members m where m.area_id = t.area_id and m.team_id = t.id
   and m.user_id = $${user} and m.state in ('asked', 'member')) mine on true`;

/** Teams that stand: those that look for members first, then by how many belong to them. */
export function readTeams(
  reader: Reader,
  areaId: string,
  filter: { sort: string | null; openOnly: boolean; userId: string },
): Promise<TeamRecord[]> {
  return reader.query<TeamRecord>(
    `select ${columns(2)} where t.area_id = $1 and t.closed_on is null and ($3::text is null or t.sort = $3)
       and (not $4 or t.is_open) order by t.is_open desc, counts.members desc, t.id limit 200`,
    [areaId, filter.userId, filter.sort, filter.openOnly],
  );
}

export async function readTeam(reader: Reader, areaId: string, id: string, userId: string): Promise<TeamRecord | null> {
  const rows = await reader.query<TeamRecord>(
    `select ${columns(2)} where t.area_id = $1 and t.id = $3 and t.closed_on is null`,
    [areaId, userId, id],
  );
  return rows[0] ?? null;
}

/** The teams somebody belongs to or has asked to join. */
export function readMine(reader: Reader, areaIds: string[], userId: string): Promise<TeamRecord[]> {
  return reader.query<TeamRecord>(
    `select ${columns(2)} where t.area_id = any($1) and t.closed_on is null and mine.state is not null order by t.name, t.id`,
    [areaIds, userId],
  );
}

export async function nameIsTaken(reader: Reader, areaId: string, name: string, except: string): Promise<boolean> {
  const rows = await reader.query(
    `select id from teams where area_id = $1 and name = $2 and closed_on is null and id <> $3`,
    [areaId, name, except],
  );
  return rows.length > 0;
}

export async function insertTeam(
  reader: Reader,
  row: TeamForm & { areaId: string; id: string; createdBy: string },
  now: Date,
): Promise<void> {
  await reader.query(
    `insert into teams (area_id, id, name, sort, field, story, picture, meets, contact, founded_on, is_open, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.areaId,
      row.id,
      row.name,
      row.sort,
      row.field,
      row.story,
      row.picture,
      row.meets,
      row.contact,
      row.foundedOn,
      row.isOpen,
      now,
      row.createdBy,
    ],
  );
}

export async function updateTeam(reader: Reader, areaId: string, id: string, form: TeamForm): Promise<boolean> {
  const rows = await reader.query(
    `update teams set name = $3, sort = $4, field = $5, story = $6, picture = $7, meets = $8, contact = $9, founded_on = $10,
       is_open = $11 where area_id = $1 and id = $2 and closed_on is null returning id`,
    [
      areaId,
      id,
      form.name,
      form.sort,
      form.field,
      form.story,
      form.picture,
      form.meets,
      form.contact,
      form.foundedOn,
      form.isOpen,
    ],
  );
  return rows.length > 0;
}

export async function closeTeam(reader: Reader, areaId: string, id: string, day: string): Promise<boolean> {
  const rows = await reader.query(
    `update teams set closed_on = $3 where area_id = $1 and id = $2 and closed_on is null returning id`,
    [areaId, id, day],
  );
  return rows.length > 0;
}

/** Members who agreed that their names are shown, the leader first. */
export function readShown(
  reader: Reader,
  areaId: string,
  teamId: string,
): Promise<Pick<MemberRow, 'id' | 'nameSealed' | 'role' | 'userId'>[]> {
  return reader.query(
    `select id, name_sealed as "nameSealed", role, user_id as "userId" from team_members
     where area_id = $1 and team_id = $2 and state = 'member' and shown
     order by case role when 'leader' then 0 when 'deputy' then 1 else 2 end, joined_on, id limit 60`,
    [areaId, teamId],
  );
}

export function readHonours(reader: Reader, areaId: string, teamId: string): Promise<HonourRow[]> {
  return reader.query<HonourRow>(
    `select id, title, given_by as "givenBy", given_on as "givenOn" from team_honours
     where area_id = $1 and team_id = $2 and withdrawn_at is null order by given_on desc, id desc`,
    [areaId, teamId],
  );
}

export async function insertHonour(
  reader: Reader,
  row: { areaId: string; id: string; teamId: string; title: string; givenBy: string; givenOn: string },
): Promise<void> {
  await reader.query(
    `insert into team_honours (area_id, id, team_id, title, given_by, given_on) values ($1, $2, $3, $4, $5, $6)`,
    [row.areaId, row.id, row.teamId, row.title, row.givenBy, row.givenOn],
  );
}

export async function withdrawHonour(
  reader: Reader,
  areaId: string,
  teamId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `update team_honours set withdrawn_at = $4 where area_id = $1 and team_id = $2 and id = $3 and withdrawn_at is null returning id`,
    [areaId, teamId, id, now],
  );
  return rows.length > 0;
}

/** Every team that stands with its members and the moments of its rehearsals since a day. */
export function readTeamDays(
  reader: Reader,
  areaId: string,
  since: Date,
): Promise<
  (Pick<TeamRow, 'id' | 'name' | 'field' | 'sort' | 'isOpen'> & {
    members: number;
    waiting: number;
    moments: string[];
  })[]
> {
  return reader.query(
    `select t.id, t.name, t.field, t.sort, t.is_open as "isOpen",
       (select count(*)::int from team_members m where m.area_id = $1 and m.team_id = t.id and m.state = 'member') as members,
       (select count(*)::int from team_members m where m.area_id = $1 and m.team_id = t.id and m.state = 'asked') as waiting,
       array(select r.starts_at from team_rehearsals r where r.area_id = $1 and r.team_id = t.id and r.starts_at >= $2) as moments
     from teams t where t.area_id = $1 and t.closed_on is null order by t.sort, t.name, t.id`,
    [areaId, since],
  );
}
