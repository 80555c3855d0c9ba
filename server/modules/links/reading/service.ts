import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import { findTraced, readPublicMatters, tellTrace } from '#modules/matters/trace';
import type { Belongs, Story } from '../contract.ts';
import * as rules from '../rules.ts';
import type { HopTold, LinkDoors, StoryDoor } from '../scope/service.ts';
import * as store from '../store.ts';
import type { LinkRow } from '../tables.ts';

/** The door of a kind. Refused for a kind that this app does not have. */
export function doorOf({ stories }: Pick<LinkDoors, 'stories'>, kind: string): StoryDoor {
  return stories.find((door) => door.kind === kind) ?? refuse(rules.recordUnknown);
}

const matterKind = 'matter';

/** The other ends of the links of a record that stand. */
export async function linksOf(
  reader: Reader,
  areaId: string,
  record: store.End,
): Promise<{ link: LinkRow; other: store.End }[]> {
  const links = await store.readLinks(reader, areaId, record);
  return links.map((link) => {
    const isFrom = link.fromKind === record.kind && link.fromId === record.id;
    return { link, other: isFrom ? { kind: link.toKind, id: link.toId } : { kind: link.fromKind, id: link.fromId } };
  });
}

type OfMatter = { areaId: string; matterId: string; now: Date };

/** The public records linked with a matter by hand, each as a hop. One that is not public any more is left out. */
export async function recordsLinked(
  reader: Reader,
  doors: Pick<LinkDoors, 'stories'>,
  { areaId, matterId, now }: OfMatter,
): Promise<{ link: LinkRow; hops: HopTold[]; door: StoryDoor }[]> {
  const linked = await linksOf(reader, areaId, { kind: matterKind, id: matterId });
  if (linked.length === 0) return [];
  const found = new Map<string, { hops: HopTold[]; door: StoryDoor }>();
  for (const door of doors.stories) {
    const ids = linked.filter(({ other }) => other.kind === door.kind).map(({ other }) => other.id);
    if (ids.length === 0) continue;
    for (const hop of await door.ofRecords(reader, areaId, ids, now)) {
      const key = `${door.kind} ${hop.of ?? hop.id}`;
      found.set(key, { hops: [...(found.get(key)?.hops ?? []), hop], door });
    }
  }
  return linked.flatMap(({ link, other }) => {
    const record = found.get(`${other.kind} ${other.id}`);
    return record ? [{ link, ...record }] : [];
  });
}

/**
 * The public page of one story: the steps of its matter, the records that carried them, and those linked by hand, in order. Nothing
 * restricted, nothing private. Refused for an unknown code.
 */
export async function readStory(
  reader: Reader,
  doors: LinkDoors,
  input: { code: string; now: Date; origin: string },
): Promise<Story> {
  const row = await findTraced(reader, doors.matters, input.code);
  const { story, carried: _carried, ...trace } = await tellTrace(reader, doors.matters, row, input);
  const records = await recordsOf(reader, doors, { areaId: row.areaId, matterId: row.id, now: input.now });
  const steps = story.map((told, at) =>
    rules.hopOf({
      ...{ kind: 'step', id: `${told.step}-${at}`, at: told.at, step: at === 0 ? null : told.step, href: null },
      ...{ title: told.headline, line: told.text, turning: told.turning, pictures: told.pictures },
      facts: told.facts.map(({ label, text }) => ({ label, text })),
      rows: told.rows.map(({ label, note, text }) => ({ label, note, text, chosen: false })),
    }),
  );
  const won = new Set(records.flatMap((record) => record.won ?? []));
  const hops = rules.threadOf(steps, records.map(rules.hopOf), won);
  const spent = rules.spentOf(hops);
  const said = new Set(story.flatMap(({ facts, rows }) => [...facts, ...rows].map(({ id }) => id)));
  const carriedSteps = new Set(records.flatMap(({ step }) => step ?? []));
  return {
    ...trace,
    hops,
    spent,
    agreed: rules.agreedOf(hops),
    // What a hop tells already is not told again.
    shown: trace.shown.filter(({ id }) => !said.has(id) && !carriedSteps.has(id.split('.')[0] ?? '')),
    groupText: rules.storyText({ groupText: trace.groupText, hops, spent, now: input.now }),
  };
}

type Told = HopTold & { kind: StoryDoor['kind'] };

async function recordsOf(reader: Reader, doors: LinkDoors, which: OfMatter): Promise<Told[]> {
  const { areaId, matterId, now } = which;
  const told: Told[] = [];
  for (const { kind, ofMatter } of doors.stories)
    for (const hop of await ofMatter(reader, areaId, matterId, now)) told.push({ ...hop, kind });
  for (const { hops, door } of await recordsLinked(reader, doors, which))
    told.push(...hops.map((hop) => ({ ...hop, kind: door.kind, step: null })));
  return told;
}

const belongsMost = 5;

/** The stories a record belongs to, by itself or linked by hand. Restricted matters are none. */
export async function readBelongs(
  reader: Reader,
  doors: LinkDoors,
  input: { areaId: string; kind: string; id: string },
): Promise<Belongs> {
  const { id: areaId } = requireOwner(doors.matters.tree, input.areaId);
  const own = await doorOf(doors, input.kind).mattersOf(reader, areaId, input.id);
  const linked = (await linksOf(reader, areaId, input)).filter(({ other }) => other.kind === matterKind);
  const ids = [...new Set([...own, ...linked.map(({ other }) => other.id)])].slice(0, belongsMost);
  const matters = await readPublicMatters(reader, doors.matters, { areaId, ids });
  return { items: matters.map(({ code, title }) => ({ code, title, href: `/t/${code}` })) };
}
