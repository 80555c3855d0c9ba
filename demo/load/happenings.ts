import { seededRandom } from '#shared/random';
import type { Tx } from '#platform/database';
import { importActivities } from '#modules/activities';
import { importFigures } from '#modules/areas';
import { importNotices } from '#modules/notices';
import type { ActivityPlan, Areas, CommunityCast, DemoData } from '../contract.ts';
import type { Board } from '../happenings.ts';
import { demoId } from './areas.ts';
import { peopleOf, type Known } from './people.ts';

/** Puts the board of one community up: its notices, and its activities with everybody who has enrolled. */
export async function loadHappenings(tx: Tx, one: CommunityCast, known: Known, board: Board): Promise<void> {
  const areaId = demoId(one.community.code);
  const publishedBy = known.users.get(one.secretary.key) ?? 'system';
  importNotices(
    tx,
    board.notices.map((notice) => ({ ...notice, areaId, id: tx.newId(), publishedBy })),
  );
  const users = peopleOf(one).flatMap((person) => known.users.get(person.key) ?? []);
  const activities = board.activities.map((plan, i) => {
    const enrolled = enrolledIn(plan, users, `${one.community.code}/${i}`);
    return { ...plan, areaId, id: tx.newId(), buildingId: null, enrolled };
  });
  importActivities(tx, activities);
}

/** Who has enrolled: as many as planned, as far as there are people. */
function enrolledIn(plan: ActivityPlan, users: string[], seed: string): { userId: string; at: string }[] {
  const drawn = seededRandom(`liren/enrolled/${seed}`).shuffle(users).slice(0, plan.enrolled);
  return drawn.map((userId) => ({ userId, at: plan.publishedAt }));
}

/** Published figures, each with its source and qualifier as printed. */
export function loadFigures(tx: Tx, data: Pick<DemoData, 'figures'>, areas: Areas): void {
  const codes = new Map([
    [areas.city.name, areas.city.code],
    ...areas.districts.map(({ name, code }) => [name, code] as const),
    ...areas.communities.map(({ name, code }) => [name, code] as const),
  ]);
  const rows = data.figures.map(({ area, ...figure }, position) => ({
    ...figure,
    position,
    id: tx.newId(),
    areaId: demoId(codes.get(area) ?? areas.city.code),
  }));
  importFigures(tx, rows);
}
