import { shanghaiDate } from '#shared/time';
import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import type { Body, BodyReview, Member } from '../contract.ts';
import { readAllMembers } from '../members/store.ts';
import { openName } from '../names/service.ts';
import * as rules from '../rules.ts';
import type { OrganisationDoors } from '../scope/service.ts';
import { readBodies as readRows } from '../store.ts';
import type { BodyMemberRow, BodyRow } from '../tables.ts';

type ReviewDoors = Pick<OrganisationDoors, 'tree' | 'words' | 'sealer' | 'roster' | 'accounts'>;

/** Every body of an area with its members, those who have left, its term and what it lacks. Names in full only with consent. */
export async function readBodies(
  reader: Reader,
  doors: Pick<OrganisationDoors, 'tree' | 'words' | 'sealer'>,
  input: { areaId: string; now: Date },
): Promise<Body[]> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const [rows, members] = await Promise.all([readRows(reader, areaId), readAllMembers(reader, areaId)]);
  const named = new Map(rows.map(({ id, name }) => [id, name]));
  const sitting = members.filter(({ leftOn }) => leftOn === null);
  const others = rules.otherPosts(sitting.map((one) => ({ ...one, bodyName: named.get(one.bodyId) ?? '' })));
  const today = shanghaiDate(input.now);
  const place = new Map(doors.tree.below(areaId).map((id, at) => [id, at]));
  const placeOf = (row: BodyRow): number => place.get(row.placeId ?? row.estateId ?? '') ?? -1;
  const ordered = rows.toSorted((one, other) => (one.level ?? 9) - (other.level ?? 9) || placeOf(one) - placeOf(other));
  return ordered.map((row) => {
    const own = members
      .filter(({ bodyId }) => bodyId === row.id)
      .map((one) => toMember(doors, one, others.get(one.id) ?? []));
    return toBody(doors, row, { own, today });
  });
}

function toMember({ sealer }: Pick<ReviewDoors, 'sealer'>, row: BodyMemberRow, others: string[]): Member {
  const { id, post, partyMember, party, shown, fromOn, leftOn, leftWhy } = row;
  return {
    ...{ id, post, partyMember, party, shown, fromOn, leftOn, leftWhy, others },
    name: shown ? openName(sealer, 'body_members', row) : row.nameMasked,
    masked: !shown,
    phone: row.phoneMasked,
    standing: row.standing as Member['standing'],
    hasAccount: row.userId !== null,
  };
}

function toBody(
  { tree, words }: Pick<ReviewDoors, 'tree' | 'words'>,
  row: BodyRow,
  { own, today }: { own: Member[]; today: string },
): Body {
  const { id, areaId, body, name, estateId, placeId, level, parentId, composition, platform, reach, termFrom, termTo } =
    row;
  const kind = words.kinds[body];
  const seats = kind?.seats ?? [];
  const rank = new Map(seats.map(({ post }, at) => [post, at]));
  const members = own
    .filter(({ leftOn }) => leftOn === null)
    .toSorted((one, other) => (rank.get(one.post) ?? 99) - (rank.get(other.post) ?? 99));
  return {
    ...{ id, areaId, body, name, estateId, placeId, level, parentId, composition, platform, reach, termFrom, termTo },
    kind: kind?.label ?? body,
    estateName: estateId === null ? null : (tree.get(estateId)?.name ?? null),
    placeName: placeId === null ? null : (tree.get(placeId)?.name ?? null),
    term: rules.termOf(termTo, today),
    version: row.version,
    posts: seats.map(({ post }) => post),
    members,
    left: own.filter(({ leftOn }) => leftOn !== null),
    vacancies: rules.vacanciesOf(seats, members),
  };
}

/** What the desk works on: bodies, dual posts, what is to be done, the grids and who works in them. */
export async function reviewBodies(
  reader: Reader,
  doors: ReviewDoors,
  input: { areaId: string; now: Date },
): Promise<BodyReview> {
  const { tree, words } = doors;
  const owner = requireOwner(tree, input.areaId);
  const items = await readBodies(reader, doors, { areaId: owner.id, now: input.now });
  return {
    items,
    above: await readAbove(reader, doors, { areaId: owner.id, now: input.now }),
    duals: dualsOf(items),
    prompts: promptsOf(doors, items),
    grids: tree.under(owner.id, 'grid').map(({ id, name }) => ({
      ...{ id, name, heads: namesOf(doors, 'grid-head', id), workers: namesOf(doors, 'grid-worker', id) },
    })),
    kinds: Object.values(words.kinds)
      .filter(({ keeps, level }) => keeps && (level === 'street') === (owner.level === 'street'))
      .map(({ word, label, level, seats, treeLevel }) => ({
        word,
        label,
        level,
        treeLevel,
        posts: seats.map(({ post }) => post),
      })),
    compositions: Object.entries(words.compositions).map(([id, { name, parts, inferred = null }]) => ({
      ...{ id, name, inferred },
      parts: parts.map((part) => ({
        sign: part.sign,
        name: part.name,
        parties: part.parties.map((party) => party.name),
      })),
    })),
    colleagues: colleaguesOf(doors, owner.id),
  };
}

const namesOf = ({ roster }: Pick<ReviewDoors, 'roster'>, role: string, areaId: string): string[] =>
  roster.holders([role], [areaId]).map(({ name }) => name);

/** The street's own committee. A community reads of it the name and the head. */
export async function readAbove(
  reader: Reader,
  doors: Pick<OrganisationDoors, 'tree' | 'words' | 'sealer'>,
  input: { areaId: string; now: Date },
): Promise<BodyReview['above']> {
  const street = doors.tree.ancestorAt(input.areaId, 'street');
  if (!street || street.id === input.areaId) return null;
  const top = (await readBodies(reader, doors, { areaId: street.id, now: input.now })).find(({ level }) => level === 1);
  if (!top) return null;
  return { name: top.name, head: rules.headOf(doors.words.kinds[top.body], top.members)[0]?.name ?? null };
}

/** Who holds posts in two bodies or more, each person once. Source: C70. */
function dualsOf(items: Body[]): BodyReview['duals'] {
  const seen = new Set<string>();
  return items.flatMap((body) =>
    body.members.flatMap(({ name, post, others }) => {
      const posts = [`${body.name}${post}`, ...others];
      const key = posts.toSorted().join();
      if (others.length === 0 || seen.has(key)) return [];
      seen.add(key);
      return [{ name, posts }];
    }),
  );
}

/** Party groups that are due, and levels of the tree that nothing stands on. Source: N46, N68. */
function promptsOf({ words, tree }: Pick<ReviewDoors, 'words' | 'tree'>, items: Body[]): BodyReview['prompts'] {
  const { of, group, atLeast } = words.partyGroup;
  const due = items.flatMap((body) => {
    if (body.body !== of) return [];
    const members = body.members.filter(({ partyMember }) => partyMember).length;
    const stands = items.some((one) => one.body === group && one.estateId === body.estateId);
    if (rules.partyGroupOf(members, stands, atLeast) !== 'due') return [];
    return [{ text: `${body.name}有 ${members} 位党员，可以成立党小组了。`, body: group, estateId: body.estateId }];
  });
  const areaId = items[0]?.areaId;
  const branches = new Set(items.filter(({ level }) => level === 3).map(({ placeId }) => placeId));
  const bare = (areaId ? tree.under(areaId, 'grid') : []).filter(({ id }) => branches.size > 0 && !branches.has(id));
  return [...due, ...bare.map(({ name }) => ({ text: `${name}还没有登记党支部。`, body: null, estateId: null }))];
}

const colleaguesMax = 400;

/** Who holds a role here or above, once each, with the first title. */
function colleaguesOf({ accounts, roster, tree }: ReviewDoors, areaId: string): BodyReview['colleagues'] {
  const places = [areaId, ...tree.below(areaId), ...tree.path(areaId).slice(0, -1)];
  const seen = new Set<string>();
  return roster
    .holders([...accounts.roles.keys()], places)
    .flatMap(({ userId, name, role }) => {
      if (seen.has(userId)) return [];
      seen.add(userId);
      return [{ userId, name, title: accounts.roles.get(role)?.label ?? '' }];
    })
    .slice(0, colleaguesMax);
}
