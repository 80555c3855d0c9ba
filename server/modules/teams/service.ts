import type { Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { listActivities, readActivityFacts } from '#modules/activities';
import { requireOwner } from '#modules/areas';
import { readUserAreas } from '#modules/messages';
import type {
  HonourForm,
  Team,
  TeamFact,
  TeamForm,
  TeamList,
  TeamPage,
  TeamQuery,
  TeamReview,
  TeamSort,
  TeamWordsForm,
} from './contract.ts';
import type { MemberRole } from './members/contract.ts';
import { openMemberName, sealMemberName } from './members/service.ts';
import { readHeld } from './rehearsals/service.ts';
import * as rules from './rules.ts';
import { readForManager, readStanding, standingOf, type TeamDoors, type WhichTeam } from './scope/service.ts';
import * as store from './store.ts';

export type { TeamDoors } from './scope/service.ts';

function toTeam(row: store.TeamRecord, actor: Actor, doors: Pick<TeamDoors, 'sealer'>): Team {
  const leader = row.leaderId && row.leaderSealed ? openMemberName(doors.sealer, row.leaderId, row.leaderSealed) : null;
  const { id, areaId, name, field, picture, meets, isOpen, foundedOn, members } = row;
  const sort = row.sort as TeamSort;
  const standing = standingOf(actor, row);
  return { id, areaId, name, sort, field, picture, meets, isOpen, foundedOn, members, leader, standing };
}

/** The teams of a community: those that look for members first. */
export async function listTeams(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; query: TeamQuery },
): Promise<TeamList> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const { sort = null, open } = input.query;
  const rows = await store.readTeams(reader, id, { sort, openOnly: open === '1', userId: actor.id });
  return { items: rows.map((row) => toTeam(row, actor, doors)) };
}

/** The teams somebody belongs to or has asked to join, in every area. */
export async function listMyTeams(reader: Reader, actor: Actor, doors: TeamDoors): Promise<TeamList> {
  const rows = await store.readMine(reader, await readUserAreas(reader, actor), actor.id);
  return { items: rows.map((row) => toTeam(row, actor, doors)) };
}

/** One team with what it has done and what the actor may do. Names only of who agreed. Refused when there is none. */
export async function readTeam(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { address: string; now: Date },
): Promise<TeamPage> {
  const { areaId, teamId, now } = input;
  const { name: areaName } = requireOwner(doors.tree, areaId);
  const { team: row, standing } = await readStanding(reader, actor, doors, input);
  const [shown, honours, held, ahead] = await Promise.all([
    store.readShown(reader, areaId, teamId),
    store.readHonours(reader, areaId, teamId),
    readHeld(reader, { areaId, teamId, now }),
    listActivities(reader, actor, doors, { areaId, query: { teamId, limit: 6 }, now }),
  ]);
  const team = toTeam(row, actor, doors);
  const [last] = held;
  const keeps = standing === 'leader' || doors.may(actor, 'team.manage', areaId);
  return {
    ...team,
    areaName,
    story: row.story,
    contact: row.contact,
    shownMembers: shown.map(({ id, nameSealed, role }) => ({
      name: openMemberName(doors.sealer, id, nameSealed),
      role: role as MemberRole,
    })),
    honours: honours.map(({ id, title, givenBy, givenOn }) => ({ id, title, givenBy, givenOn })),
    next: ahead.items.map(({ id, title, startsAt, endsAt, place }) => ({ id, title, startsAt, endsAt, place })),
    rehearsals: {
      held: held.length,
      last: last ? { startsAt: last.startsAt, place: last.place, present: last.present } : null,
    },
    groupText: rules.groupText(
      { ...team, story: row.story },
      { areaName, url: `${input.address}/teams/${areaId}/${teamId}` },
    ),
    waiting: keeps ? row.waiting : 0,
    actions: actionsOf({ isOpen: row.isOpen, closedOn: row.closedOn }, standing, keeps),
  };
}

function actionsOf(
  team: { isOpen: boolean; closedOn: string | null },
  standing: Team['standing'],
  keeps: boolean,
): TeamPage['actions'] {
  const actions: TeamPage['actions'] = [];
  if (standing === 'none' && rules.whyNotJoin(team, standing) === null) actions.push('join');
  if (standing !== 'none') actions.push('leave');
  if (keeps) actions.push('manage', 'edit');
  return actions;
}

/** Notes a new team. Refused when its name is taken or its field is of another sort. Answers its id. */
export async function foundTeam(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; team: TeamForm },
): Promise<string> {
  const { areaId, team } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotKeep(team, doors.words));
  const id = tx.newId();
  if (await store.nameIsTaken(tx, areaId, team.name, id)) refuse(rules.nameTaken);
  await store.insertTeam(tx, { ...team, areaId, id, createdBy: actor.id }, tx.now);
  audit(tx, actor, { areaId, act: 'team.found', subject: `team:${id}` });
  return id;
}

/** What the office changes of a team. Refused like a new one. */
export async function changeTeam(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { team: TeamForm },
): Promise<void> {
  const { areaId, teamId, team } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotKeep(team, doors.words));
  if (await store.nameIsTaken(tx, areaId, team.name, teamId)) refuse(rules.nameTaken);
  if (!(await store.updateTeam(tx, areaId, teamId, team))) refuse(rules.teamUnknown);
  audit(tx, actor, { areaId, act: 'team.change', subject: `team:${teamId}` });
}

/** What the leader herself keeps up to date: the story, when they meet, how to reach them, whether they take people. */
export async function tellTeam(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { words: TeamWordsForm },
): Promise<void> {
  const { areaId, teamId, words } = input;
  const { team } = await readForManager(tx, actor, doors, input);
  const { name, field, picture, foundedOn } = team;
  const sort = team.sort as TeamSort;
  await store.updateTeam(tx, areaId, teamId, { name, sort, field, picture, foundedOn, ...words });
  audit(tx, actor, { areaId, act: 'team.change', subject: `team:${teamId}` });
}

/** Closes a team: gone from the lists, kept in the records. Refused when it is closed already. */
export async function closeTeam(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { reason: string },
): Promise<void> {
  const { areaId, teamId, reason } = input;
  requireOwner(doors.tree, areaId);
  if (!(await store.closeTeam(tx, areaId, teamId, shanghaiDate(tx.now)))) refuse(rules.teamUnknown);
  audit(tx, actor, { areaId, act: 'team.close', subject: `team:${teamId}`, detail: { reason } });
}

/** Notes an honour of a team. */
export async function addHonour(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { honour: HonourForm },
): Promise<void> {
  const { areaId, teamId, honour } = input;
  await readStanding(tx, actor, doors, input);
  await store.insertHonour(tx, { ...honour, areaId, teamId, id: tx.newId() });
  audit(tx, actor, { areaId, act: 'team.honour', subject: `team:${teamId}`, detail: { title: honour.title } });
}

/** Takes an honour back that was noted by mistake. */
export async function withdrawHonour(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { honourId: string },
): Promise<void> {
  const { areaId, teamId, honourId } = input;
  requireOwner(doors.tree, areaId);
  if (!(await store.withdrawHonour(tx, areaId, teamId, honourId, tx.now))) refuse(rules.teamUnknown);
  audit(tx, actor, { areaId, act: 'team.withdraw-honour', subject: `team:${teamId}`, detail: { honourId } });
}

type FactRow = TeamFact & { isOpen: boolean; waiting: number };

async function readFacts(reader: Reader, areaId: string, now: Date): Promise<FactRow[]> {
  const from = shanghaiInstant(`${rules.firstMonth(now)}-01`);
  const [rows, activities] = await Promise.all([
    store.readTeamDays(reader, areaId, from),
    readActivityFacts(reader, areaId, { from, to: now }),
  ]);
  return rows.map(({ moments, ...row }) => {
    const shown = activities.filter(({ teamId }) => teamId === row.id).map(({ startsAt }) => startsAt);
    const activeMonths = rules.countMonths([...moments, ...shown], now);
    const sort = row.sort as TeamSort;
    return { ...row, sort, activeMonths, allYear: activeMonths >= rules.allYearMonths };
  });
}

/** The teams of a community as a standard measures them: members now, months of the last twelve with something done. Source: B39, N17. */
export async function readTeamFacts(reader: Reader, areaId: string, now: Date): Promise<TeamFact[]> {
  const rows = await readFacts(reader, areaId, now);
  return rows.map(({ isOpen: _isOpen, waiting: _waiting, ...fact }) => fact);
}

/** The office's list: every team, whether it counts for the standard, and if not, why. */
export async function reviewTeams(
  reader: Reader,
  doors: Pick<TeamDoors, 'tree' | 'words'>,
  input: { areaId: string; now: Date },
): Promise<TeamReview> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const facts = await readFacts(reader, id, input.now);
  const test = rules.teamTest;
  return {
    test,
    items: facts.map((fact) => {
      const reason = rules.whyNotCounted(fact, test);
      return { ...fact, counts: reason === null, reason: reason ?? '' };
    }),
    passed: rules.judgeTeams(facts, test).passed,
    sentence: rules.reviewSentence(facts, test),
    words: { sorts: doors.words.sorts, skills: doors.words.skills },
  };
}

export type PastTeam = Omit<TeamForm, 'isOpen'> & {
  areaId: string;
  id: string;
  isOpen: boolean;
  createdAt: string;
  members: {
    userId: string | null;
    personId: string | null;
    name: string;
    role: MemberRole;
    skills: string[];
    shown: boolean;
    /** Null: asks to join. */
    joinedOn: string | null;
  }[];
  honours: HonourForm[];
  rehearsals: { startsAt: string; endsAt: string; place: string; present: number }[];
};

/** Adds teams with their people, honours and rehearsals: for records kept elsewhere. */
export function importTeams(tx: Tx, doors: { sealer: Sealer }, teams: PastTeam[]): void {
  for (const one of teams) {
    const { areaId, id: teamId, members, honours, rehearsals } = one;
    tx.append('teams', {
      area_id: areaId,
      id: teamId,
      name: one.name,
      sort: one.sort,
      field: one.field,
      story: one.story,
      picture: one.picture,
      meets: one.meets,
      contact: one.contact,
      founded_on: one.foundedOn,
      is_open: one.isOpen,
      created_at: one.createdAt,
      created_by: 'import',
    });
    for (const { userId, personId, name, role, skills, shown, joinedOn } of members) {
      const id = tx.newId();
      tx.append('team_members', {
        area_id: areaId,
        id,
        team_id: teamId,
        user_id: userId,
        person_id: personId,
        name_sealed: sealMemberName(doors.sealer, id, name),
        name_masked: maskName(name),
        role,
        state: joinedOn === null ? 'asked' : 'member',
        skills,
        shown,
        asked_at: joinedOn === null ? tx.now.toISOString() : null,
        joined_on: joinedOn,
      });
      if (userId) tx.appendOnce('auth.user_areas', { user_id: userId, area_id: areaId });
    }
    for (const { title, givenBy, givenOn } of honours) {
      tx.append('team_honours', {
        area_id: areaId,
        id: tx.newId(),
        team_id: teamId,
        title,
        given_by: givenBy,
        given_on: givenOn,
      });
    }
    importRehearsals(tx, areaId, teamId, rehearsals);
  }
}

function importRehearsals(tx: Tx, areaId: string, teamId: string, rehearsals: PastTeam['rehearsals']): void {
  for (const { startsAt, endsAt, place, present } of rehearsals) {
    tx.append('team_rehearsals', {
      area_id: areaId,
      id: tx.newId(),
      team_id: teamId,
      starts_at: startsAt,
      ends_at: endsAt,
      place,
      present,
      recorded_at: endsAt,
      recorded_by: 'import',
    });
  }
}
