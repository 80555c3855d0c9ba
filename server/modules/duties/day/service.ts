import type { Actor } from '#shared/actor';
import { addDays, limitName, minuteMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import { standOn, type Charges } from '#kernel/duties';
import type { AdoptedSet } from '#kernel/duties/shelf';

import { askFields } from '#modules/matters/detail/asked';
import type { DutyDay, DutyItem } from '../contract.ts';
import { answersAgain } from '../rules.ts';
import { aroundOf, chargesOf, communitiesOf, doesFor, type DutiesContext } from '../scope/service.ts';

type Stood = Awaited<ReturnType<typeof standOn>>[number];

/**
 * The duties of one person on a day: her own and those she stands in for, open and late ones first. Source: F37 领清单,
 * N71, X28.
 */
export async function readDay(
  reader: Reader,
  context: DutiesContext,
  actor: Actor,
  input: { date?: string | undefined; now: Date },
): Promise<DutyDay> {
  const today = shanghaiDate(input.now);
  const date = input.date ?? today;
  const at = momentOf(date, input.now);
  const found = await Promise.all(
    communitiesOf(context, actor).flatMap((areaId) =>
      context.duties
        .adopted(context.matters.tree.path(areaId))
        .map((adopted) => itemsOf(reader, context, actor, { areaId, adopted, date, at, now: input.now })),
    ),
  );
  const order = ['late', 'open', 'excused', 'done'];
  const items = found.flat().toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return { date, items };
}

/** A day is looked at as it stands: now, at its end when it is over, at its beginning when it is to come. */
function momentOf(date: string, now: Date): Date {
  const today = shanghaiDate(now);
  if (date === today) return now;
  return date > today ? shanghaiInstant(date) : new Date(shanghaiInstant(addDays(date, 1)).getTime() - 1);
}

type Wanted = { areaId: string; adopted: AdoptedSet; date: string; at: Date; now: Date };

async function itemsOf(reader: Reader, context: DutiesContext, actor: Actor, wanted: Wanted): Promise<DutyItem[]> {
  const { areaId, adopted, date, at, now } = wanted;
  const all = await chargesOf(reader, context, {
    areaId,
    adopted,
    from: addDays(date, -yearDays),
    to: addDays(date, yearDays),
  });
  const { duties } = adopted.set;
  const mine: Charges = {
    ...all,
    subjects: all.subjects.filter((subject) => duties.some((duty) => doesFor(all, duty, subject, actor, at))),
  };
  if (mine.subjects.length === 0) return [];
  const stood = await standOn(reader, aroundOf(context), mine, at);
  return stood
    .filter(({ due, duty, subject }) => due.period.from <= date && doesFor(all, duty, subject, actor, at) !== null)
    .map((one) => itemOf(context, actor, all, { areaId, at, now, one }));
}

const yearDays = 366;

function itemOf(
  context: DutiesContext,
  actor: Actor,
  charges: Charges,
  { areaId, at, now, one }: { areaId: string; at: Date; now: Date; one: Stood },
): DutyItem {
  const { matters } = context;
  const { adopted, duty, subject, due, last } = one;
  const { set } = adopted;
  const owner = doesFor(charges, duty, subject, actor, at);
  const ends = shanghaiInstant(addDays(due.until, 1));
  const path = matters.tree.path(areaId);
  return {
    areaId,
    set: set.id,
    setName: set.name.zh,
    duty: duty.id,
    name: duty.label.zh,
    does: duty.does,
    subject,
    from: shanghaiInstant(due.period.from).toISOString(),
    by: ends.toISOString(),
    byText: limitName(ends, now),
    state: due.state === 'open' && now.getTime() >= ends.getTime() + minuteMs ? 'late' : due.state,
    form: askFields(matters, set.asking, null, duty.forms, now),
    last: last ? answersAgain(set.asking, last.form) : null,
    done: due.done ? { at: due.done.at, by: due.done.actorName } : null,
    starts: duty.starts
      .map((id) => matters.shelf.inForce(path, id))
      .filter((method) => method !== null)
      .map((method) => ({ method: method.id, name: method.name.zh })),
    together: duty.together,
    standsFor: owner && owner !== actor.id ? (matters.directory.person(owner)?.name ?? null) : null,
  };
}
