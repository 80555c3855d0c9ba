import { isSignedIn, type Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { dueAt } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';
import { requireOwner, listSpots, type AreaNode } from '#modules/areas';
import { readMaskedPhone } from '#modules/people';
import { refuse } from '#shared/refusal';
import type { z } from 'zod';
import type { ReportForm } from '../../contract.ts';
import { askFields } from '../../detail/asked/service.ts';
import { answerByText } from '../../detail/rules.ts';
import { gridWorkerOf } from '../../detail/service.ts';
import type { MattersContext } from '../../list/service.ts';
import { performerOf } from '../../scope/service.ts';
import { requireMethod } from '../../start/service.ts';
import { readSimilar } from './store.ts';

type Form = z.infer<typeof ReportForm>;
type Wanted = {
  areaId: string;
  method?: string | undefined;
  building?: string | undefined;
  spot?: string | undefined;
  now: Date;
};

/** What to ask before a matter exists, whom it goes to, and until when an answer is promised. */
export async function readReportForm(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  wanted: Wanted,
): Promise<Form> {
  const area = requireOwner(context.tree, wanted.areaId);
  const method = requireMethod(context, area, wanted.method ?? firstOpenMethod(context, area));
  const spot = spotOf(context, area, wanted);
  const grid = spot ? (context.tree.ancestorAt(spot.areaId, 'grid')?.id ?? null) : null;
  const first = method.steps[0];
  const answerBy = dueAt(
    method.steps[1]?.limit,
    wanted.now.toISOString(),
    { fields: {} },
    { now: wanted.now.toISOString(), calendar: context.shelf.calendar },
  );
  const nothing = { zh: '', en: '' };
  return {
    method: {
      id: method.id,
      name: method.name,
      icon: method.present.icon ?? 'flow',
      promise: method.present.promise ?? nothing,
    },
    action: first?.actions[0]?.id ?? '',
    fields: askFields(context, method, null, first?.forms ?? [], wanted.now),
    gridWorker: gridWorkerOf(context, grid),
    atOnce: atOnce(context, method, keysHere(context, actor, spot?.areaId ?? area.id), wanted.now),
    answerBy,
    answerByText: answerByText(answerBy, wanted.now),
    knownPhone: await knownPhone(reader, actor, area.id),
    knownPlace: spot,
    similar:
      isSignedIn(actor) && spot
        ? await similarTo(reader, context, { areaId: area.id, buildingId: spot.areaId, now: wanted.now })
        : [],
  };
}

async function similarTo(
  reader: Reader,
  context: MattersContext,
  place: { areaId: string; buildingId: string; now: Date },
): Promise<Form['similar']> {
  const rows = await readSimilar(reader, place);
  await context.shelf.need(
    reader,
    rows.map((row) => row.definitionHash),
  );
  return rows.map(({ step, definitionHash, ...row }) => ({
    ...row,
    stepName: context.shelf.known(definitionHash)?.steps.find((one) => one.id === step)?.label.zh ?? '',
  }));
}

function keysHere(context: MattersContext, actor: Actor, areaId: string): string[] {
  return performerOf(context, actor, null, areaId).keys;
}

/** The steps after the first that the same person may do at once (即办): as long as each is hers and led on by a form. */
function atOnce(context: MattersContext, method: Method, keys: string[], now: Date): Form['atOnce'] {
  const steps: Form['atOnce'] = [];
  for (const step of method.steps.filter((one) => one.main && one.position > 0)) {
    const isMine = step.by.some((by) => [by, `role:${by}`, `body:${by}`].some((key) => keys.includes(key)));
    const action = step.actions.find((one) => one.leads);
    if (step.kind !== 'task' || !isMine || !action) break;
    steps.push({ action: action.id, step: step.label, fields: askFields(context, method, null, step.forms, now) });
  }
  return steps;
}

/** Known is not asked again: the number kept for the resident goes along by itself. */
function knownPhone(reader: Reader, actor: Actor, areaId: string): Promise<string | null> | null {
  return actor.personId ? readMaskedPhone(reader, { areaId, personId: actor.personId }) : null;
}

/** The adopted method that a resident may begin, and that most steps make most careful; what an estate decides for itself is begun by name. */
function firstOpenMethod(context: MattersContext, area: AreaNode): string {
  const open = context.shelf
    .adopted(area.path)
    .filter((method) => method.level !== 'estate' && method.steps[0]?.by.includes('resident'));
  const first = open.sort(
    (a, b) => b.steps.filter((step) => step.main).length - a.steps.filter((step) => step.main).length,
  )[0];
  return (
    first?.id ??
    refuse({
      code: 'method.none-open',
      status: 422,
      zh: `${area.name}还没有开通线上反映。请打社区电话，或者到社区来。`,
      en: 'This area has adopted no method residents may begin.',
    })
  );
}

function spotOf(context: MattersContext, area: AreaNode, wanted: Wanted): Form['knownPlace'] {
  if (wanted.spot) {
    const spot = listSpots(context.tree, area.id, '').find((one) => one.code === wanted.spot);
    return spot ? { label: spot.label, areaId: spot.areaId } : null;
  }
  const building = wanted.building ? context.tree.get(wanted.building) : undefined;
  if (!building || context.tree.ownerOf(building.id) !== area.id) return null;
  const spot = listSpots(context.tree, area.id, '').find((one) => one.areaId === building.id);
  return { label: spot?.label ?? building.name, areaId: building.id };
}
