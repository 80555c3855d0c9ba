import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { daysLeft, isAsPosted, isOver, periodOf, readProofs, readSnapshot, readSuccessor } from '#kernel/publicity';
import { shortHash, type PublicityRow } from '#kernel/publicity';
import { describeFiles } from '#modules/files';
import type { MattersContext } from '#modules/matters/settle';
import type { MessageDoors } from '#modules/messages';
import type { PublicityCard, PublicityPage } from '../contract.ts';
import * as rules from '../rules.ts';

export type PublicityDoors = MessageDoors & {
  sealer: Sealer;
  may(actor: Actor, capability: string, areaId: string): boolean;
  /** The matters whose steps notices carry. */
  matters: MattersContext;
};

export type WhichPublicity = { areaId: string; publicityId: string };

const wholeCommunity = '全社区';

/** A notice as it stands in lists. */
export function cardOf(row: PublicityRow, { tree }: Pick<PublicityDoors, 'tree'>, now: Date): PublicityCard {
  const { id, areaId, title, days, closesAt, postedAt, closedAt, objections } = row;
  const state = row.state as PublicityCard['state'];
  const period = postedAt ? periodOf(postedAt, days) : null;
  return {
    ...{ id, areaId, title, state, days, closesAt, postedAt, closedAt, objections },
    stateName: rules.stateName({ ...row, state }, isOver(row, now)),
    place: (row.estateId && tree.get(row.estateId)?.name) || wholeCommunity,
    from: period?.from ?? null,
    to: period?.to ?? null,
    daysLeft: state === 'open' ? daysLeft(row, now) : 0,
  };
}

type Whole = Pick<
  PublicityPage,
  | 'body'
  | 'shown'
  | 'pictures'
  | 'board'
  | 'period'
  | 'until'
  | 'proofs'
  | 'closingHash'
  | 'intact'
  | 'withdrawnReason'
  | 'replaces'
  | 'replacedBy'
  | 'groupText'
> & { openingHash: string | null; openingShort: string | null; areaName: string };

export const addressOf = (address: string, { areaId, id }: { areaId: string; id: string }): string =>
  `${address}/p/${areaId}/${id}`;

/** What a notice shows, its proofs and hashes, and whether it stands as it was posted. */
export async function wholeOf(
  reader: Reader,
  doors: Pick<PublicityDoors, 'tree'>,
  row: PublicityRow,
  seen: { address: string; now: Date },
): Promise<Whole> {
  const { areaId, id, body, shown, board, closingHash, openingHash, withdrawnReason, replaces } = row;
  const [pictures, proofs, opening, successor] = await Promise.all([
    describeFiles(reader, areaId, row.pictures),
    readProofs(reader, row),
    openingHash ? readSnapshot(reader, { areaId, id }, 'opening') : null,
    readSuccessor(reader, { areaId, id }),
  ]);
  const photos = new Map(
    (
      await describeFiles(
        reader,
        areaId,
        proofs.map(({ fileId }) => fileId),
      )
    ).map((one) => [one.id, one]),
  );
  const areaName = doors.tree.get(areaId)?.name ?? '';
  const period = row.postedAt
    ? rules.periodName(periodOf(row.postedAt, row.days), seen.now)
    : rules.plannedName(row.days);
  const until = row.closesAt ? rules.untilName(row.closesAt, seen.now) : '';
  return {
    ...{ areaName, body, shown, pictures, board, period, until, openingHash, closingHash, withdrawnReason, replaces },
    proofs: proofs.flatMap(({ fileId, at }) => {
      const picture = photos.get(fileId);
      return picture ? [{ picture, at }] : [];
    }),
    openingShort: openingHash && shortHash(openingHash),
    intact: openingHash === null || (opening !== null && isAsPosted(row, opening.text)),
    replacedBy: successor?.postedAt ? successor.id : null,
    groupText: rules.groupText({ ...row, period, until }, { areaName, url: addressOf(seen.address, row) }),
  };
}

/** Writes down who did what, and lets open pages look again. */
export function changed(
  tx: Tx,
  actor: Actor,
  { areaId, id, act, detail = {} }: { areaId: string; id: string; act: string; detail?: Record<string, unknown> },
): void {
  audit(tx, actor, { areaId, act: `publicity.${act}`, subject: `publicity:${id}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'publicity' }));
}
