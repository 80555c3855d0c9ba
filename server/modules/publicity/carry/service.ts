import { system } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { draftPublicity, isAlive, readOfMatter, withdrawPublicity, type PublicityRow } from '#kernel/publicity';
import { settleStep, type CarriedLink, type Carrier, type MattersContext } from '#modules/matters/settle';
import { tellDrafted } from '../desk/telling/service.ts';
import { cardOf, changed, type PublicityDoors } from '../scope/service.ts';
import { draftOf } from './rules.ts';

/** Steps of matters that hang for whole days. */

/** The drafter of what a matter has shown: nobody wrote it here, and whoever changes it becomes its drafter. */
export const fromMatter = { id: system.id, name: '事项办理' };

const againReason = '事项又办到了这一步，按现在的内容重新公示。';

/**
 * Drafts the notice of a publicity step from what the matter has shown; it hangs once it was checked and approved. One that still
 * stands from an earlier stay in the step is taken down. Source: METHODS 2.1 (publicity), N54, N67.
 */
export function carryPublicity(doors: PublicityDoors): Carrier {
  return async (tx, { areaId, matter, step, settings, actor }) => {
    const before = await readOfMatter(tx, areaId, matter.id);
    for (const row of before.filter((one) => one.step === step.id && isAlive(one.state)))
      await withdrawPublicity(tx, { areaId, id: row.id, reason: againReason });
    const draft = draftOf(settings, matter.estateId);
    const carried = { areaId, draft, matter: { id: matter.id, step: step.id } };
    const id = await draftPublicity(tx, fromMatter, carried);
    await tellDrafted(tx, doors, { areaId, id, title: draft.title, except: [] });
    changed(tx, actor, { areaId, id, act: 'draft' });
  };
}

type Outcome = 'posted' | 'clear' | 'upheld';

/** Tells the matter whose step a notice carries what became of it; one that stands alone has nobody to tell. */
export async function settle(
  tx: Tx,
  { matters }: { matters: MattersContext },
  row: PublicityRow,
  outcome: Outcome,
): Promise<void> {
  const { areaId, matterId, step, postedAt, closesAt, objections, draftedAt } = row;
  if (!matterId || !step) return;
  const result = outcome === 'posted' ? { postedAt, closesAt } : { objections };
  await settleStep(tx, matters, { areaId, matterId, step, outcome, result, begunAt: draftedAt });
}

/** The notices of a matter, as its page links to them. */
export function publicitiesOf(doors: Pick<PublicityDoors, 'tree'>) {
  return async (reader: Reader, areaId: string, matterId: string): Promise<CarriedLink[]> => {
    const rows = await readOfMatter(reader, areaId, matterId);
    return rows.map((row) => ({
      ...{ kind: 'publicity', id: row.id, step: row.step, title: row.title },
      href: row.postedAt ? `/p/${areaId}/${row.id}` : `/c/${areaId}/publicity`,
      deskHref: `/desk/publicity?open=${row.id}`,
      // The days are told by the notice itself: here only how far it has come.
      state: cardOf(row, doors, new Date(row.postedAt ?? row.draftedAt)).stateName,
    }));
  };
}
