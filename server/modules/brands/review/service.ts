import { shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import { countComers, readActivityFacts, type ActivityFacts } from '#modules/activities';
import { readTeamFacts } from '#modules/teams';
import type { BrandForm, BrandTeam } from '../contract.ts';
import type { BrandFigures } from './contract.ts';
import * as rules from './rules.ts';

type Asked = { areaId: string; form: BrandForm; now: Date };

/** What was held under a brand in the last twelve months, and its figures: computed, never typed. Source: F03 step 6. */
export async function readYear(
  reader: Reader,
  { areaId, form, now }: Asked,
): Promise<{ figures: BrandFigures; held: ActivityFacts[]; team: BrandTeam | null }> {
  const from = shanghaiInstant(rules.yearStart(now));
  const [facts, teams] = await Promise.all([
    readActivityFacts(reader, areaId, { from, to: now }),
    form.teamId ? readTeamFacts(reader, areaId, now) : [],
  ]);
  const held = facts.filter((fact) => rules.belongs(form, fact));
  const came = await countComers(
    reader,
    areaId,
    held.map(({ id }) => id),
  );
  const fact = teams.find(({ id }) => id === form.teamId);
  const team = fact ? { id: fact.id, name: fact.name, field: fact.field, members: fact.members } : null;
  const counted = { ...came, members: team?.members ?? null, works: null };
  return { held, team, figures: rules.figuresOf(held, counted, form.startedOn, now) };
}
