import type { Actor } from '#shared/actor';
import { monthOf, monthOfDay } from '#shared/months';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { missingOf, monthsOf } from '../disclosures/page/rules.ts';
import { areaUnknown, notYoursHere } from '../disclosures/rules.ts';
import { dueDayOf, placeName, placeOf, type DisclosureDoors } from '../disclosures/scope/service.ts';
import * as store from '../disclosures/store.ts';
import { readFunds } from '../store.ts';
import type { LateAccounts, LateFund } from './contract.ts';

const publicRevenue = 'public-revenue';

/**
 * The accounts of an area and of those below it that are late or not yet there, the latest first, and, for who oversees all of it,
 * the estates without one. Those of an estate see their own. Refused for who looks after none.
 * Source: N55, C38, C42.
 */
export async function listLate(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: { areaId: string; now: Date },
): Promise<LateAccounts> {
  const { tree } = doors;
  const area = tree.get(input.areaId) ?? refuse(areaUnknown);
  const communities = tree.under(area.id, 'community').map(({ id }) => id);
  const [all, months] = await Promise.all([readFunds(reader, communities), store.readMonths(reader, communities)]);
  const isOverseer = doors.may(actor, 'fund.read', area.id);
  const funds = all.filter((fund) => doors.may(actor, 'fund.read', placeOf(fund)));
  if (!isOverseer && funds.length === 0) refuse(notYoursHere);
  const items = funds
    .map((fund): LateFund => {
      const published = months
        .filter(({ fundId, state }) => fundId === fund.id && state === 'published')
        .map(({ month }) => month);
      const asked = {
        ...{ openedMonth: monthOfDay(fund.openedOn), published, current: monthOf(input.now) },
        dueDay: dueDayOf(doors),
      };
      const missing = missingOf(monthsOf(asked, input.now)).toReversed();
      return {
        ...{ areaId: fund.areaId, areaName: tree.get(fund.areaId)?.name ?? '', fundId: fund.id, fundName: fund.name },
        ...{ place: placeName(doors, fund), missing },
        late: missing.filter(({ state }) => state === 'late').length,
      };
    })
    .filter(({ missing }) => missing.length > 0)
    .toSorted((one, other) => (other.missing[0]?.lateDays ?? 0) - (one.missing[0]?.lateDays ?? 0));
  const opened = new Set(funds.flatMap(({ word, estateId }) => (word === publicRevenue ? (estateId ?? []) : [])));
  const late = items.filter((item) => item.late > 0);
  return {
    items,
    without: (isOverseer ? tree.under(area.id, 'estate') : [])
      .filter(({ id }) => !opened.has(id))
      .map(({ id, name, ownerId }) => ({
        ...{ areaId: ownerId, areaName: tree.get(ownerId)?.name ?? '', estateId: id, estateName: name },
      })),
    lateMonths: late.reduce((sum, one) => sum + one.late, 0),
    ...{ lateFunds: late.length, funds: funds.length },
  };
}
