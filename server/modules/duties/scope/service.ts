import type { Actor } from '#shared/actor';
import { shanghaiDate } from '#shared/time';
import type { Reader } from '#platform/database';
import { doerOn, type Charges, type Surroundings } from '#kernel/duties';
import type { AdoptedSet, DutyShelf } from '#kernel/duties/shelf';
import type { Day, Duty, Subject } from '#kernel-contract/duties';
import type { AreaTree } from '#modules/areas';
import type { MattersContext } from '#modules/matters/list';
import { readAbsences } from './store.ts';

/** What the module of duties stands on; put together once by main. */
export type DutiesContext = { duties: DutyShelf; matters: MattersContext };

export const aroundOf = ({ duties, matters }: DutiesContext): Surroundings => ({
  calendar: matters.shelf.calendar,
  reach: duties.reach,
});

const areaLevels = ['grid', 'estate', 'building', 'community'] as const;
type AreaLevel = (typeof areaLevels)[number];
const isAreaLevel = (kind: string): kind is AreaLevel => (areaLevels as readonly string[]).includes(kind);

/** The subjects of a set in a community: its grids, its estates, or everybody who holds the role. */
export function subjectsOf({ matters }: DutiesContext, areaId: string, kind: string): Subject[] {
  const { tree, directory } = matters;
  if (isAreaLevel(kind)) return tree.under(areaId, kind).map(({ id, name }) => ({ kind, id, label: name }));
  const holders = directory.holders([kind], [areaId, ...tree.below(areaId)]);
  const seen = new Map(holders.map((holder) => [holder.userId, holder]));
  return [...seen.values()].map(({ userId, name, areaId: at }) => ({
    kind,
    id: userId,
    label: at === areaId ? name : `${name}（${tree.get(at)?.name ?? ''}）`,
  }));
}

/** Areas at which somebody who does the duties of a subject may hold her role: the subject's own and those around it. */
function areasAround(tree: AreaTree, areaId: string, at: string): string[] {
  const path = tree.path(at);
  return path.slice(Math.max(0, path.indexOf(areaId)));
}

/** Who should do a duty of a subject: the subject herself, or those who hold one of its roles there. */
export function holdersOf({ matters }: DutiesContext, areaId: string, duty: Duty, subject: Subject): string[] {
  const { tree, directory } = matters;
  const spots = isAreaLevel(subject.kind)
    ? [subject.id]
    : (directory.person(subject.id)?.roles ?? [])
        .filter((held) => held.role === subject.kind)
        .map((held) => held.areaId);
  const around = spots.flatMap((spot) => areasAround(tree, areaId, spot));
  const found = duty.by.flatMap((by) =>
    by === 'subject' ? [subject.id] : directory.holders([by], around).map((holder) => holder.userId),
  );
  return [...new Set(found)];
}

/** Everything a set asks for in a community in a span of days. */
export async function chargesOf(
  reader: Reader,
  context: DutiesContext,
  input: { areaId: string; adopted: AdoptedSet; from: Day; to: Day },
): Promise<Charges> {
  const { areaId, adopted, from, to } = input;
  return {
    areaId,
    adopted,
    subjects: subjectsOf(context, areaId, adopted.set.subject),
    holdersOf: (duty, subject) => holdersOf(context, areaId, duty, subject),
    absences: await readAbsences(reader, areaId, { from, to }),
  };
}

/**
 * For whom an actor does a duty of a subject on a day: for herself, for the colleague she stands in for, or not at all. One
 * who is away with nobody standing in keeps her duties: they show as excused, and she may do them.
 */
export function doesFor(charges: Charges, duty: Duty, subject: Subject, actor: Actor, at: Date): string | null {
  const day = shanghaiDate(at);
  const holders = charges.holdersOf(duty, subject);
  const own = holders.find(
    (holder) => holder === actor.id && (doerOn(holder, day, charges.absences) ?? actor.id) === holder,
  );
  return own ?? holders.find((holder) => doerOn(holder, day, charges.absences) === actor.id) ?? null;
}

/** The names of those who should do the duties of a subject. */
export function namesOf({ matters }: DutiesContext, ids: readonly string[]): string {
  return ids
    .map((id) => matters.directory.person(id)?.name ?? '')
    .filter(Boolean)
    .join('、');
}

/** The communities in which an actor may have duties: where she holds a role. */
export function communitiesOf({ matters }: DutiesContext, actor: Actor): string[] {
  const owned = actor.grants.map((grant) => matters.tree.ownerOf(grant.areaId));
  return [...new Set(owned)].filter((id) => matters.tree.get(id)?.level === 'community');
}
