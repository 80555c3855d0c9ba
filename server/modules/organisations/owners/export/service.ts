import type { Actor } from '#shared/actor';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import type { SheetColumn } from '#platform/sheets';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { openName, openPhone } from '../../names/service.ts';
import type { OrganisationDoors } from '../../scope/service.ts';
import type { OwnedUnitRow, OwnerRow } from '../../tables.ts';
import { ownerKindNames } from '../contract.ts';
import { areaText } from '../rules.ts';
import * as store from '../store.ts';

type Line = Record<
  'estate' | 'building' | 'unit' | 'room' | 'area' | 'use' | 'owner' | 'phone' | 'coOwners' | 'kind' | 'verified',
  string
>;

const column = (heading: string, width: number, id: keyof Line): SheetColumn<Line> => ({
  heading,
  width,
  value: (line) => line[id],
});

/** The headings under which doors are brought in, and when each was verified. */
export const exportColumns: SheetColumn<Line>[] = [
  column('小区', 16, 'estate'),
  column('楼栋', 10, 'building'),
  column('单元', 8, 'unit'),
  column('房号', 10, 'room'),
  column('专有部分面积', 14, 'area'),
  column('用途', 8, 'use'),
  column('业主姓名', 14, 'owner'),
  column('业主电话', 16, 'phone'),
  column('共有人', 28, 'coOwners'),
  column('业主类别', 14, 'kind'),
  column('核实日期', 14, 'verified'),
];

type Exporting = Pick<OrganisationDoors, 'tree' | 'sealer'>;
const pageRows = 200;

/** The register of an estate as lines: names and telephones masked, in full with a reason. Recorded. */
export async function* exportOwners(
  tx: Tx,
  actor: Actor,
  doors: Exporting,
  input: { areaId: string; estateId: string; reason: string | null },
): AsyncGenerator<Line> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { estateId, reason } = input;
  const detail = { inClear: reason !== null, ...(reason === null ? {} : { reason }) };
  audit(tx, actor, { areaId, act: 'owner.export', subject: `estate:${estateId}`, detail });
  let after: string | null = null;
  for (;;) {
    const filter = { estateId, buildingId: null, q: '', verified: null, after, limit: pageRows };
    const units: OwnedUnitRow[] = await store.readUnits(tx, areaId, filter);
    const ids = units.map(({ id }) => id);
    const owners = await store.readOwners(tx, areaId, ids);
    for (const unit of units)
      yield toLine(
        doors,
        unit,
        owners.filter(({ unitId }) => unitId === unit.id),
        reason !== null,
      );
    after = ids.at(-1) ?? null;
    if (units.length < pageRows) return;
  }
}

function toLine({ tree, sealer }: Exporting, unit: OwnedUnitRow, owners: OwnerRow[], inClear: boolean): Line {
  const nameOf = (row: OwnerRow): string => (inClear ? openName(sealer, 'owners', row) : row.nameMasked);
  const phoneOf = (row: OwnerRow): string => (inClear ? openPhone(sealer, 'owners', row) : row.phoneMasked) ?? '';
  const [voter, ...others] = owners;
  return {
    estate: tree.get(unit.estateId)?.name ?? '',
    building: unit.buildingId === null ? '' : (tree.get(unit.buildingId)?.name ?? ''),
    unit: unit.unit,
    room: unit.room,
    area: areaText(unit.titleArea),
    use: unit.use,
    owner: voter ? nameOf(voter) : '',
    phone: voter ? phoneOf(voter) : '',
    coOwners: others.map((row) => [nameOf(row), phoneOf(row)].filter(Boolean).join(' ')).join('、'),
    kind: voter ? ownerKindNames[voter.kind as keyof typeof ownerKindNames] : '',
    verified: unit.verifiedAt === null ? '' : shanghaiDate(unit.verifiedAt),
  };
}
