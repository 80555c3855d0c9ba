import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { giveSeats } from '#modules/accounts/grants';
import { ownerKeyOf, sealName } from '../names/service.ts';
import { doorLabel, sortKey } from '../owners/rules.ts';
import { seatPlace, termDeadline } from '../members/rules.ts';

export type PastMember = {
  userId: string | null;
  personId: string | null;
  name: string;
  phone: string | null;
  post: string;
  partyMember: boolean;
  party: string;
  standing: '专职' | '兼职' | null;
  shown: boolean;
  fromOn: string;
  leftOn: string | null;
  leftWhy: string | null;
};

export type PastBody = {
  areaId: string;
  id: string;
  body: string;
  name: string;
  estateId: string | null;
  placeId: string | null;
  /** Level in the party tree with the body above, from level 3 on. */
  level: number | null;
  parentId: string | null;
  composition: string | null;
  platform: string;
  reach: string;
  termFrom: string | null;
  termTo: string | null;
  members: PastMember[];
};

/** Adds bodies with their members, the roles of their seats and the ends of their terms: for records kept elsewhere. Parents first. */
export function importBodies(tx: Tx, doors: { sealer: Sealer }, bodies: PastBody[]): void {
  for (const one of bodies) {
    tx.append('bodies', {
      area_id: one.areaId,
      id: one.id,
      body: one.body,
      name: one.name,
      estate_id: one.estateId,
      place_id: one.placeId,
      level: one.level,
      parent_id: one.parentId,
      parent_level: one.parentId === null || one.level === null ? null : one.level - 1,
      composition: one.composition,
      platform: one.platform,
      reach: one.reach,
      term_from: one.termFrom,
      term_to: one.termTo,
      created_at: tx.now.toISOString(),
      created_by: 'import',
    });
    for (const member of one.members) appendMember(tx, doors, one, member);
    giveSeats(
      tx,
      one.members.flatMap(({ userId, leftOn }) =>
        userId && leftOn === null ? [{ userId, role: one.body, areaId: seatPlace(one), body: one.id }] : [],
      ),
    );
    if (one.termTo !== null) tx.append('jobs.deadlines', termDeadline({ ...one, termTo: one.termTo }, tx.newId()));
  }
}

function appendMember(tx: Tx, { sealer }: { sealer: Sealer }, body: PastBody, member: PastMember): void {
  const { areaId } = body;
  const id = tx.newId();
  const sealed = sealName(sealer, { areaId, table: 'body_members', id, name: member.name, phone: member.phone });
  tx.append('body_members', {
    area_id: areaId,
    id,
    body_id: body.id,
    post: member.post,
    user_id: member.userId,
    person_id: member.personId,
    ...columnsOf(sealed),
    party_member: member.partyMember,
    party: member.party,
    standing: member.standing,
    shown: member.shown,
    from_on: member.fromOn,
    left_on: member.leftOn,
    left_why: member.leftWhy,
    created_at: tx.now.toISOString(),
    created_by: 'import',
  });
}

function columnsOf(sealed: ReturnType<typeof sealName>): Record<string, string | null> {
  return {
    name_sealed: sealed.nameSealed,
    name_index: sealed.nameIndex,
    name_masked: sealed.nameMasked,
    phone_sealed: sealed.phoneSealed,
    phone_index: sealed.phoneIndex,
    phone_masked: sealed.phoneMasked,
  };
}

export type PastOwner = {
  name: string;
  phone: string | null;
  kind: 'person' | 'company' | 'developer';
  userId: string | null;
  personId: string | null;
};

export type PastUnit = {
  id: string;
  buildingId: string | null;
  buildingName: string;
  householdId: string | null;
  unit: string;
  room: string;
  use: '住宅' | '商业' | '其他';
  /** In 0.01 m². */
  titleArea: number;
  verified: { at: string; by: string; byName: string } | null;
  /** The first votes for the others. */
  owners: [PastOwner, ...PastOwner[]];
};

export type PastTotal = { buildingId: string; doors: number; titleArea: number; source: string };

/** Adds the doors of an estate with their owners, and what the estate has in all: for records kept elsewhere. */
export function importOwners(
  tx: Tx,
  { sealer }: { sealer: Sealer },
  input: { areaId: string; estateId: string; units: PastUnit[]; totals: PastTotal[] },
): void {
  const { areaId, estateId, units, totals } = input;
  const at = tx.now.toISOString();
  for (const one of units) {
    const ids = one.owners.map(() => tx.newId());
    for (const [index, owner] of one.owners.entries()) {
      const id = ids[index] ?? '';
      const open = owner.kind !== 'person';
      tx.append('owners', {
        area_id: areaId,
        id,
        unit_id: one.id,
        owner_key: ownerKeyOf(sealer, { ...owner, areaId, unitId: one.id }),
        kind: owner.kind,
        user_id: owner.userId,
        person_id: owner.personId,
        ...columnsOf(sealName(sealer, { areaId, table: 'owners', id, name: owner.name, phone: owner.phone, open })),
        created_at: at,
        left_at: null,
      });
      if (owner.userId) tx.appendOnce('auth.user_areas', { user_id: owner.userId, area_id: areaId });
    }
    const label = doorLabel(one.buildingName, one.unit, one.room);
    tx.append('owned_units', {
      area_id: areaId,
      id: one.id,
      estate_id: estateId,
      building_id: one.buildingId,
      household_id: one.householdId,
      unit: one.unit,
      room: one.room,
      label,
      sort: sortKey(label),
      use: one.use,
      title_area: one.titleArea,
      voter_id: ids[0] ?? '',
      verified_at: one.verified?.at ?? null,
      verified_by: one.verified?.by ?? null,
      verified_by_name: one.verified?.byName ?? null,
      created_at: at,
    });
  }
  for (const { buildingId, doors, titleArea, source } of totals)
    tx.append('estate_totals', {
      area_id: areaId,
      estate_id: estateId,
      building_id: buildingId,
      doors,
      title_area: titleArea,
      source,
      stated_at: at,
      stated_by: 'import',
    });
}
