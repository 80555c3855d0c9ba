import type { Refusal } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Standing, Team, TeamFact, TeamForm, TeamTest } from './contract.ts';
import type { TeamWords } from './words/contract.ts';

/**
 * In how many of the last twelve months a team must have done something to count as active all year 常年. Inferred: the source
 * says 常年开展 and names no number; three months off cover summer heat and the New Year.
 */
export const allYearMonths = 9;

/** The test of the standard, 3支以上…不少于15人, read per team. Source: B39, N17; X8 is why `per` can be set. */
export const teamTest: TeamTest = { teams: 3, people: 15, per: 'team' };

const monthOf = (moment: string | Date): string => shanghaiDate(moment).slice(0, 7);

/** The first moment that counts: the first day of the month eleven months before this one. */
export function firstMonth(now: Date): string {
  const [year = 0, month = 0] = monthOf(now).split('-').map(Number);
  const first = year * 12 + month - 1 - 11;
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`;
}

/** How many of the last twelve months hold one of these moments; what lies ahead does not count. */
export function countMonths(moments: readonly (string | Date)[], now: Date): number {
  const from = firstMonth(now);
  const past = moments.filter((moment) => new Date(moment).getTime() <= now.getTime()).map(monthOf);
  return new Set(past.filter((month) => month >= from)).size;
}

/** Why a team does not count for the standard; null when it does. Volunteers' teams are no 文体团队. Source: N17. */
export function whyNotCounted(team: Omit<TeamFact, 'id' | 'name' | 'field'>, test: TeamTest): string | null {
  if (team.sort === '志愿') return '志愿队伍，不算文体团队';
  if (!team.allYear) return `近 12 个月有活动的是 ${team.activeMonths} 个月，满 ${allYearMonths} 个月才算常年开展`;
  if (test.per === 'team' && team.members < test.people) {
    return `现有 ${team.members} 人，还差 ${test.people - team.members} 人`;
  }
  return null;
}

/** Whether the teams of a community meet the test, and in which figures. Source: B39, N17, X8. */
export function judgeTeams(
  facts: readonly TeamFact[],
  test: TeamTest,
): { passed: boolean; teams: number; people: number } {
  const counted = facts.filter((team) => whyNotCounted(team, test) === null);
  const people = counted.reduce((sum, { members }) => sum + members, 0);
  const enough = test.per === 'team' || people >= test.people;
  return { passed: counted.length >= test.teams && enough, teams: counted.length, people };
}

export function reviewSentence(facts: readonly TeamFact[], test: TeamTest): string {
  const { passed, teams, people } = judgeTeams(facts, test);
  const asked = test.per === 'team' ? `每支不少于 ${test.people} 人` : `合计不少于 ${test.people} 人`;
  const found = `常年开展、${test.per === 'team' ? '人数够' : `合计 ${people} 人`}的文体团队 ${teams} 支`;
  return `${found}，标准是 ${test.teams} 支以上、${asked}：${passed ? '达标' : '还没达标'}。`;
}

/** A field belongs to its sort, as the words of the library say. */
export function whyNotKeep(team: Pick<TeamForm, 'sort' | 'field'>, words: TeamWords): Refusal | null {
  if (words.sorts[team.sort].includes(team.field)) return null;
  return {
    code: 'team.field-unknown',
    status: 422,
    zh: `${team.sort}队伍里没有“${team.field}”这一类，请从列出来的里面选一个。`,
    en: 'That field does not belong to this sort of team.',
    fields: { field: '请从列出来的里面选' },
  };
}

/** Nobody is led into a team that looks for no one, or does not exist any more. */
export function whyNotJoin(team: { isOpen: boolean; closedOn: string | null }, standing: Standing): Refusal | null {
  if (standing !== 'none') return null;
  if (team.isOpen && team.closedOn === null) return null;
  return {
    code: 'team.not-open',
    status: 409,
    zh: '这支队伍现在人满了，不收新队员。看看社区里还有哪些队伍在招人吧。',
    en: 'This team takes no new members at the moment.',
  };
}

export const teamUnknown: Refusal = {
  code: 'team.unknown',
  status: 404,
  zh: '没有这支队伍，或者已经解散了。请看看社区的其他队伍。',
  en: 'There is no such team, or it has been closed.',
};

export const notYourTeam: Refusal = {
  code: 'team.not-yours',
  status: 403,
  zh: '这件事由队长或社区来办。您要是队长，请让社区把您设成队长。',
  en: 'Only the leader of the team or the community office may do this.',
};

export const nameTaken: Refusal = {
  code: 'team.name-taken',
  status: 409,
  zh: '社区里已经有一支叫这个名字的队伍了，换个名字吧。',
  en: 'There is a team of that name already.',
  fields: { name: '已经有了' },
};

/** The text for the group 群文本. */
export function groupText(
  team: Pick<Team, 'name' | 'meets' | 'members' | 'isOpen'> & { story: string },
  place: { areaName: string; url: string },
): string {
  return [
    `【${place.areaName}】${team.name}`,
    team.story,
    team.meets === '' ? '' : `碰头：${team.meets}`,
    `现有 ${team.members} 人${team.isOpen ? '，欢迎加入，会不会都行。' : '。'}`,
    `${team.isOpen ? '来看看、报名' : '来看看'}：${place.url}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
