import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import {
  countOpen,
  readObjections,
  readPosted,
  readPublicity as readRow,
  readSnapshot,
  shortHash,
  type Objection,
} from '#kernel/publicity';
import { requireOwner } from '#modules/areas';
import { describeFiles } from '#modules/files';
import type { PublicityList, PublicityPage, PublicityQuery } from './contract.ts';
import { whyNotObjectHere } from './objections/service.ts';
import * as rules from './rules.ts';
import { cardOf, wholeOf, type PublicityDoors, type WhichPublicity } from './scope/service.ts';

/** The notices of a community that hang now, or those that have ended, the newest first. Anybody may. */
export async function listPublicities(
  reader: Reader,
  doors: Pick<PublicityDoors, 'tree'>,
  input: { areaId: string; query: PublicityQuery; now: Date },
): Promise<PublicityList> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const { ended, cursor = null, limit } = input.query;
  const [rows, open] = await Promise.all([
    readPosted(reader, id, { ended, after: cursor, limit: limit + 1 }),
    countOpen(reader, id),
  ]);
  const items = rows.slice(0, limit).map((row) => cardOf(row, doors, input.now));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null, open };
}

const answerOf = ({ number, at, answer, upheld, answeredAt }: Objection) => ({
  ...{ number, at, answer, upheld, answeredAt },
});

/**
 * One notice for everybody: what hangs, its days, its hashes, how objections were answered, without names. Refused alike when
 * there is none and before it is posted. Source: N54, C39.
 */
export async function readPublicity(
  reader: Reader,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { address: string; now: Date },
): Promise<PublicityPage> {
  const area = requireOwner(doors.tree, input.areaId);
  const row = await readRow(reader, { areaId: area.id, id: input.publicityId });
  const [whole, objections, refused] = await Promise.all([
    wholeOf(reader, doors, row, input),
    readObjections(reader, doors, row),
    whyNotObjectHere(reader, actor, row, input.now),
  ]);
  const own = objections.filter(({ userId }) => isSignedIn(actor) && userId === actor.id);
  const proves = doors.may(actor, 'publicity.draft', area.id);
  const openingHash = row.openingHash ?? '';
  return {
    ...cardOf(row, doors, input.now),
    ...whole,
    openingHash,
    openingShort: shortHash(openingHash),
    closingShort: row.closingHash && shortHash(row.closingHash),
    answers: objections.map(answerOf),
    mine: await Promise.all(
      own.map(async (one) => ({
        ...answerOf(one),
        words: one.words,
        pictures: await describeFiles(reader, area.id, one.pictures),
      })),
    ),
    whyNotObject: refused?.zh ?? null,
    actions: [...(refused ? [] : (['object'] as const)), ...(proves ? (['prove'] as const) : [])],
  };
}

/** The text a hash is taken of, as it was written at posting or closing. Anybody may, and may check it. */
export async function readRecord(
  reader: Reader,
  doors: Pick<PublicityDoors, 'tree'>,
  input: WhichPublicity & { of: 'opening' | 'closing' },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const row = await readRow(reader, { areaId, id: input.publicityId });
  const snapshot = await readSnapshot(reader, row, input.of);
  return snapshot?.text ?? refuse(rules.snapshotUnknown);
}

export { importPublicities, type PastPublicity } from '#kernel/publicity';
export type { PublicityDoors } from './scope/service.ts';
export { publicityCameDue } from './due/service.ts';
export { carryPublicity, publicitiesOf } from './carry/service.ts';
