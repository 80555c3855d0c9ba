import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import type { Values } from '#kernel-contract/workflow';
import { listRecords, readRegister } from '#modules/registers/list';
import { enterRecord } from '#modules/registers/record';
import {
  placeOf,
  requireFund,
  requireRight,
  type DisclosureDoors,
  type WhichFund,
} from '../disclosures/scope/service.ts';
import type { FundRow } from '../tables.ts';
import type { Kept, Supervision, SupervisionPart } from './contract.ts';

/** Whose right in a fund is enough to keep its registers: those who check its months. */
const keeps = 'disclosure.check';
const shownMost = 50;

/** What somebody holds at the estate whose fund it is counts in the registers of its community, for this fund. */
function within(doors: DisclosureDoors, actor: Actor, fund: FundRow) {
  const { areaId, estateId } = fund;
  const grants = actor.grants.map((grant) => (grant.areaId === estateId ? { ...grant, areaId } : grant));
  const mayKeep = doors.may(actor, keeps, placeOf(fund));
  const may = (who: Actor, capability: string, at: string): boolean =>
    (capability === 'register.write' && mayKeep) || doors.may(who, capability, at);
  return { actor: { ...actor, grants }, context: { ...doors.registers, may } };
}

/** What the supervision group looked at, and the log of the seal. Refused for who may not read the fund. Source: C40, C42, N56. */
export async function readSupervision(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund & { now: Date },
): Promise<Supervision> {
  const fund = await requireFund(reader, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  const here = within(doors, actor, fund);
  const { areaId } = fund;
  const read = async (register: string): Promise<Kept | null> => {
    if (!doors.registers.registers.keptBy(areaId, register)) return null;
    const asked = { areaId, register, now: input.now };
    const page = await readRegister(reader, here.context, here.actor, asked);
    const list = await listRecords(reader, here.context, { ...asked, query: { limit: shownMost } });
    return { page, records: list.items };
  };
  return {
    inspections: await read(doors.words.inspections),
    seals: await read(doors.words.seals),
    ...{ hotline: fund.hotline, opinionBox: fund.opinionBox },
  };
}

/** Enters what the supervision group looked at, or a use of the seal. Refused as the register refuses. Source: C40, C42. */
export async function enterSupervision(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund & { part: SupervisionPart; form: Values },
): Promise<string> {
  const fund = await requireFund(tx, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  const here = within(doors, actor, fund);
  const register = doors.words[input.part];
  return enterRecord(tx, here.context, here.actor, { areaId: fund.areaId, register, form: input.form });
}
