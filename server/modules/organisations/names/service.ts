import { maskName, maskPhone } from '#shared/masking';
import type { Sealer } from '#platform/sealing';

/** How names and telephones of members and owners are kept: sealed for their row, found by blind index, masked in lists. */

export type SealedName = {
  nameSealed: string;
  nameIndex: string;
  nameMasked: string;
  phoneSealed: string | null;
  phoneIndex: string | null;
  phoneMasked: string | null;
};

type Named = { areaId: string; table: 'body_members' | 'owners'; id: string; name: string; phone: string | null };

/** A name and a telephone as they are stored. A company's name is no personal one and stays whole: `open`. */
export function sealName(sealer: Sealer, one: Named & { open?: boolean }): SealedName {
  const { areaId, table, id, name, phone } = one;
  const plain = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  return {
    nameSealed: sealer.seal(`${table}/${id}/name_sealed`, plain),
    nameIndex: sealer.index(`${table}/${areaId}/name`, plain),
    nameMasked: one.open ? plain : maskName(plain),
    phoneSealed: phone && sealer.seal(`${table}/${id}/phone_sealed`, phone),
    phoneIndex: phone && sealer.index(`${table}/${areaId}/phone`, phone),
    phoneMasked: phone && maskPhone(phone),
  };
}

type Kept = { id: string; nameSealed: string; phoneSealed: string | null };

export function openName(sealer: Sealer, table: Named['table'], row: Pick<Kept, 'id' | 'nameSealed'>): string {
  return sealer.open(`${table}/${row.id}/name_sealed`, row.nameSealed);
}

export function openPhone(sealer: Sealer, table: Named['table'], row: Pick<Kept, 'id' | 'phoneSealed'>): string | null {
  return row.phoneSealed && sealer.open(`${table}/${row.id}/phone_sealed`, row.phoneSealed);
}

/**
 * By what the doors of one owner are known to be hers: name and telephone together, a company's name alone. Without a
 * telephone each door has an owner of its own: two people of one name are never counted as one.
 */
export function ownerKeyOf(
  sealer: Sealer,
  one: { areaId: string; unitId: string; name: string; phone: string | null; kind: string },
): string {
  const name = one.name.normalize('NFC').trim().replace(/\s+/g, ' ');
  const text = one.kind === 'person' ? `${name}\n${one.phone ?? one.unitId}` : `${one.kind}\n${name}`;
  return sealer.index(`owners/${one.areaId}/key`, text);
}
