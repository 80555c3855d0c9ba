import type { Reader } from '#platform/database';
import type { MemberRow } from '../tables.ts';

const columns = `id, area_id as "areaId", team_id as "teamId", user_id as "userId", person_id as "personId", name_sealed as "nameSealed",
  name_masked as "nameMasked", role, state, skills, shown, asked_at as "askedAt", joined_on as "joinedOn", left_on as "leftOn"`;

/** Who asks to join first, then the leader, then the others as they came. */
export function readMembers(reader: Reader, areaId: string, teamId: string): Promise<MemberRow[]> {
  return reader.query<MemberRow>(
    `select ${columns} from team_members where area_id = $1 and team_id = $2 and state in ('asked', 'member')
     order by state, case role when 'leader' then 0 when 'deputy' then 1 else 2 end, joined_on, asked_at, id`,
    [areaId, teamId],
  );
}

export async function readMember(
  reader: Reader,
  areaId: string,
  teamId: string,
  id: string,
): Promise<MemberRow | null> {
  const rows = await reader.query<MemberRow>(
    `select ${columns} from team_members where area_id = $1 and team_id = $2 and id = $3`,
    [areaId, teamId, id],
  );
  return rows[0] ?? null;
}

/** Adds a line for somebody; false when the user has one in this team already. */
export async function insertMember(reader: Reader, row: Omit<MemberRow, 'leftOn'>): Promise<boolean> {
  const rows = await reader.query(
    `insert into team_members (area_id, id, team_id, user_id, person_id, name_sealed, name_masked, role, state, skills, shown, asked_at, joined_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      row.areaId,
      row.id,
      row.teamId,
      row.userId,
      row.personId,
      row.nameSealed,
      row.nameMasked,
      row.role,
      row.state,
      row.skills,
      row.shown,
      row.askedAt,
      row.joinedOn,
    ],
  );
  return rows.length > 0;
}

/** Answers who asks: only once, whoever answers first. */
export async function answerAsking(
  reader: Reader,
  which: { areaId: string; teamId: string; id: string },
  answer: { accept: boolean; day: string },
): Promise<MemberRow | null> {
  const rows = await reader.query<MemberRow>(
    `update team_members set state = case when $4 then 'member' else 'refused' end, joined_on = case when $4 then $5::date end
     where area_id = $1 and team_id = $2 and id = $3 and state = 'asked' returning ${columns}`,
    [which.areaId, which.teamId, which.id, answer.accept, answer.day],
  );
  return rows[0] ?? null;
}

export async function changeMember(
  reader: Reader,
  which: { areaId: string; teamId: string; id: string },
  change: { role: string | null; skills: string[] | null; leftOn: string | null },
): Promise<boolean> {
  const rows = await reader.query(
    `update team_members set role = coalesce($4, role), skills = coalesce($5, skills), left_on = $6::date,
       state = case when $6::date is null then state else 'left' end
     where area_id = $1 and team_id = $2 and id = $3 and state = 'member' returning id`,
    [which.areaId, which.teamId, which.id, change.role, change.skills, change.leftOn],
  );
  return rows.length > 0;
}

/** Somebody leaves, or takes back that she asked; false when she had no line. */
export async function leave(
  reader: Reader,
  which: { areaId: string; teamId: string; userId: string },
  day: string,
): Promise<boolean> {
  const rows = await reader.query(
    `update team_members set state = 'left', left_on = $4 where area_id = $1 and team_id = $2 and user_id = $3
       and state in ('asked', 'member') returning id`,
    [which.areaId, which.teamId, which.userId, day],
  );
  return rows.length > 0;
}

export async function setShown(
  reader: Reader,
  which: { areaId: string; teamId: string; userId: string },
  shown: boolean,
): Promise<void> {
  await reader.query(
    `update team_members set shown = $4 where area_id = $1 and team_id = $2 and user_id = $3 and state in ('asked', 'member')`,
    [which.areaId, which.teamId, which.userId, shown],
  );
}

/** Accounts of those who lead a team. */
export async function readLeaders(reader: Reader, areaId: string, teamId: string): Promise<string[]> {
  const rows = await reader.query<{ userId: string }>(
    `select user_id as "userId" from team_members where area_id = $1 and team_id = $2 and state = 'member'
       and role in ('leader', 'deputy') and user_id is not null`,
    [areaId, teamId],
  );
  return rows.map(({ userId }) => userId);
}

/** How many lead a team, besides one. */
export async function countOtherLeaders(
  reader: Reader,
  areaId: string,
  teamId: string,
  except: string,
): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from team_members where area_id = $1 and team_id = $2 and state = 'member' and role = 'leader' and id <> $3`,
    [areaId, teamId, except],
  );
  return rows[0]?.count ?? 0;
}
