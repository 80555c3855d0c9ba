import type { Tx } from '#platform/database';
import { formatFen } from '#shared/money';
import { tell } from '#modules/messages';
import { membersOf, titleOf, type FundDoors } from '../../scope/service.ts';
import type { FundRow } from '../../tables.ts';
import type { Voucher } from '../store.ts';

/** Who is told what about payments. */

const linkOf = ({ areaId, fundId }: Voucher): string => `/desk/funds/${areaId}/${fundId}?tab=waiting`;

/** A payment waits: for one of the committee to prepare it, or for another one to approve it. */
export async function tellWaiting(
  tx: Tx,
  doors: FundDoors,
  { fund, voucher, except }: { fund: FundRow; voucher: Voucher; except: string[] },
): Promise<void> {
  const members = membersOf(doors, fund).map(({ id }) => id);
  const prepared = voucher.state === 'drafted';
  const secretary = prepared || members.length === 0 ? [`role:community-secretary@${fund.areaId}`] : [];
  await tell(tx, doors, {
    areaId: fund.areaId,
    userIds: members.filter((id) => !voucher.relatedIds.includes(id) && id !== voucher.payeeUserId),
    actorKeys: fund.estateId ? secretary : [`role:community-worker@${fund.areaId}`, ...secretary],
    except,
    kind: prepared ? 'voucher.drafted' : 'voucher.proposed',
    title: `${prepared ? '有一笔付款等复核' : '有一笔付款等经办'}：${formatFen(voucher.amount)} 元`,
    body: `${titleOf(doors, fund)}，${voucher.memo}${voucher.party ? `，付给${voucher.party}` : ''}。`,
    link: linkOf(voucher),
    subject: `voucher:${voucher.id}`,
  });
}

/** Tells who prepared it that it was posted, or refused with the reason. */
export async function tellDone(
  tx: Tx,
  doors: FundDoors,
  {
    fund,
    voucher,
    number,
    reason,
    by,
  }: { fund: FundRow; voucher: Voucher; number: string | null; reason: string; by: string },
): Promise<void> {
  if (!voucher.draftedBy) return;
  await tell(tx, doors, {
    areaId: fund.areaId,
    userIds: [voucher.draftedBy],
    except: [by],
    kind: number ? 'voucher.posted' : 'voucher.refused',
    title: number ? `已记账 ${number}：${voucher.memo}` : `这笔没有付：${voucher.memo}`,
    body: number ? `${titleOf(doors, fund)}，${formatFen(voucher.amount)} 元。` : reason,
    link: linkOf(voucher),
    subject: `voucher:${voucher.id}`,
  });
}
