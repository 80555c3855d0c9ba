import { shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import { countComers, readActivityFacts, type ActivityFacts } from '#modules/activities';
import type { BrandForm } from '../contract.ts';
import type { BrandFigures } from './contract.ts';
import * as rules from './rules.ts';

type Asked = { areaId: string; form: BrandForm; now: Date };

/** What was held under a brand in the last twelve months, and its figures: computed, never typed. Source: F03 step 6. */
export async function readYear(
  reader: Reader,
  { areaId, form, now }: Asked,
): Promise<{ figures: BrandFigures; held: ActivityFacts[] }> {
  const from = shanghaiInstant(rules.yearStart(now));
  const facts = await readActivityFacts(reader, areaId, { from, to: now });
  const held = facts.filter((fact) => rules.belongs(form, fact));
  const came = await countComers(
    reader,
    areaId,
    held.map(({ id }) => id),
  );
  return { held, figures: rules.figuresOf(held, { ...came, members: null, works: null }, form.startedOn, now) };
}
