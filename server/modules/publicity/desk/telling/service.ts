import type { Tx } from '#platform/database';
import { tell, type MessageDoors } from '#modules/messages';

/** Tells the office that a draft waits to be looked at. */
export async function tellDrafted(
  tx: Tx,
  doors: MessageDoors,
  { areaId, id, title, except }: { areaId: string; id: string; title: string; except: string[] },
): Promise<void> {
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-secretary@${areaId}`, `role:community-worker@${areaId}`],
    except,
    kind: 'publicity.drafted',
    title: `有公示等审核：${title}`,
    body: '看过内容和天数，没问题再发布。发布后从第二天起算公示期。',
    link: `/desk/publicity?open=${id}`,
    subject: `publicity:${id}`,
  });
}
