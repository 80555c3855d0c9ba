import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { listActivities } from '#modules/activities';
import { countUnread } from '#modules/messages';
import { listNotices } from '#modules/notices';
import { readContactCard, type ContactDoors } from '../contact/service.ts';
import { readOwnHousehold } from '../households/service.ts';
import type { MyHome } from './contract.ts';

export type HomeDoors = ContactDoors & {
  /** Matters of this person and household that are not closed; matters counts them. */
  countOpenMatters(
    reader: Reader,
    who: { areaId: string; userId: string; householdId: string | null; elderUserId: string | null },
  ): Promise<number>;
};

/** What the actor's own page says. Of the household only its own members' masked names; without a home it is empty. */
export async function readMyHome(reader: Reader, actor: Actor, doors: HomeDoors, now: Date): Promise<MyHome> {
  const area = actor.homeAreaId ? doors.tree.get(actor.homeAreaId) : undefined;
  const unreadCount = await countUnread(reader, actor);
  if (!area)
    return { area: null, household: null, contact: null, openMatterCount: 0, unreadCount, activities: [], notices: [] };
  const areaId = area.id;
  const household = await readOwnHousehold(reader, actor, areaId);
  const [openMatterCount, activities, notices] = await Promise.all([
    doors.countOpenMatters(reader, {
      areaId,
      userId: actor.id,
      householdId: household?.id ?? null,
      elderUserId: actor.elderUserId ?? null,
    }),
    listActivities(reader, actor, doors, { areaId, query: { limit: 3 }, now }),
    listNotices(reader, doors, { areaId, query: { limit: 3 }, now }),
  ]);
  return {
    area: { id: areaId, name: area.name },
    household: household && {
      id: household.id,
      label: household.label,
      members: household.members.map(({ id, name }) => ({ id, name, isMe: id === actor.personId })),
    },
    contact: readContactCard(doors, { areaId, placeId: household?.gridId ?? household?.buildingId ?? null, now }),
    openMatterCount,
    unreadCount,
    activities: activities.items,
    notices: notices.items,
  };
}
