import type { Refusal } from '#shared/refusal';
import { daysBetween } from '#shared/time';
import type { BodyForm } from './contract.ts';
import { isSame, type Identity } from './members/rules.ts';
import type { BodyKind, BodyWords, Composition, Seat } from './words/contract.ts';

export const treeLevels = 5;
const levelWords = ['街道', '社区', '网格', '楼栋', '中心户'];

/**
 * Why a body may not stand at a place of the party tree, which has exactly five levels: what has a level stands right under the
 * level above it. The street's own and the community's have no parent here: the one has none, the other's belongs to the
 * street. Source: C26, N46.
 */
export function whyNotHang(level: number | null, parent: { level: number | null } | null): Refusal | null {
  if (level === null)
    return parent === null ? null : misplaced('这类组织不在党组织五级里，不用选上级。', 'It has no place in the tree.');
  if (!Number.isInteger(level) || level < 1 || level > treeLevels)
    return misplaced(
      `党组织从街道到中心户正好五级，没有第 ${level} 级。请选五级里的一级。`,
      'The tree has exactly five levels.',
    );
  if (level <= 2)
    return parent === null ? null : misplaced('这一级直接归街道，不用选上级。', 'This level has no parent here.');
  const above = levelWords[level - 2] ?? '';
  if (parent === null)
    return misplaced(`请选它上面的${above}一级。五级一级接一级，不能空着。`, 'Name the body one level above.');
  if (parent.level === level - 1) return null;
  return misplaced(
    parent.level === treeLevels
      ? '中心户是最下面一级，下面不能再设。'
      : `${levelWords[level - 1] ?? ''}一级要设在${above}一级下面，不能隔着一级。`,
    'A level must stand right under the one above it.',
  );
}

function misplaced(zh: string, en: string): Refusal {
  return { code: 'body.level-misplaced', status: 422, zh, en, fields: { parentId: zh } };
}

/** Why a body may not stand where it is said to: a kind of the estate names an estate, a kind of the grid a grid. */
export function whyNotThere(
  kind: BodyKind | undefined,
  form: Pick<BodyForm, 'body' | 'estateId' | 'placeId'>,
  at: { level: string; estate: boolean; placeLevel: string | null },
): Refusal | null {
  if (!kind) return wrong('body', '没有这一类组织，请从列表里选。', 'There is no such kind of body.');
  if (kind.level === 'street' && at.level !== 'street')
    return wrong('body', `${kind.label}由街道登记，社区不用再登。`, 'The street keeps this kind.');
  if (kind.level !== 'street' && at.level === 'street')
    return wrong('body', `${kind.label}由社区登记，请换到社区再办。`, 'Communities keep this kind.');
  if (kind.level === 'estate' && !at.estate)
    return wrong('estateId', `${kind.label}设在小区里，请选小区。`, 'Name the estate it stands in.');
  if (kind.level === 'grid' && at.placeLevel !== 'grid')
    return wrong('placeId', `${kind.label}设在网格里，请选网格。`, 'Name the grid it stands in.');
  return null;
}

export function whyNotTerm(form: Pick<BodyForm, 'termFrom' | 'termTo'>): Refusal | null {
  if (form.termFrom === null || form.termTo === null || form.termTo >= form.termFrom) return null;
  return wrong('termTo', '任期结束不能早于开始，请改一下日期。', 'A term ends after it begins.');
}

function wrong(field: string, zh: string, en: string): Refusal {
  return { code: 'body.form-wrong', status: 422, zh, en, fields: { [field]: zh } };
}

/** How many party members make a group due: fewer than the rule → none; as many, and no group yet → due. Source: C78, N68. */
export function partyGroupOf(members: number, hasGroup: boolean, atLeast: number): 'none' | 'due' | 'stands' {
  if (hasGroup) return 'stands';
  return members >= atLeast ? 'due' : 'none';
}

export function whyNotPartyGroup(members: number, atLeast: number): Refusal | null {
  if (members >= atLeast) return null;
  return {
    code: 'body.party-group-early',
    status: 422,
    zh: `物管会里有 ${members} 位党员，满 ${atLeast} 位才设党小组。请先在物管会名册里登记党员。`,
    en: `A party group needs ${atLeast} party members in the committee; there are ${members}.`,
  };
}

/** What a body lacks against its seats, in words: 还缺主任 1 位. */
export function vacanciesOf(seats: readonly Seat[], members: readonly { post: string }[]): string[] {
  return seats.flatMap(({ post, atLeast }) => {
    const lacks = atLeast - members.filter((one) => one.post === post).length;
    return lacks > 0 ? [`还缺${post} ${lacks} 位`] : [];
  });
}

/**
 * Whom a meeting lacks: of a composition such as 1+3+N, the parties that must be there and are not among those present, by
 * their name or the word of their body. Where one of several is enough, the heading is named. Source: C37, N58, X3; that a
 * lacking one warns and does not stop the meeting is inferred.
 */
export function missingParties(composition: Pick<Composition, 'parts'>, present: readonly string[]): string[] {
  const isHere = ({ name, body }: { name: string; body?: string | undefined }): boolean =>
    present.includes(name) || (body !== undefined && present.includes(body));
  return composition.parts.flatMap(({ of, needs, name, parties }) => {
    if (of !== 'party' || needs === 'none') return [];
    const missing = parties.filter((party) => !isHere(party));
    if (needs === 'some') return missing.length === parties.length ? [name] : [];
    return missing.map((party) => party.name);
  });
}

export const soonDays = 90;

/** How the term stands: over from the day after its last, soon within 90 days. */
export function termOf(termTo: string | null, today: string): 'none' | 'running' | 'soon' | 'over' {
  if (termTo === null) return 'none';
  const left = daysBetween(today, termTo);
  if (left < 0) return 'over';
  return left <= soonDays ? 'soon' : 'running';
}

export type Post = Identity & { id: string; bodyName: string; post: string };

/** The other posts of the same person, by the id of her line. Source: C70 双向进入、交叉任职. */
export function otherPosts(posts: readonly Post[]): Map<string, string[]> {
  return new Map(
    posts.map((one) => [
      one.id,
      posts
        .filter((other) => other.id !== one.id && isSame(one, other))
        .map(({ bodyName, post }) => `${bodyName}${post}`),
    ]),
  );
}

/** The heads of a body hold its first post. */
export function headOf<Line extends { post: string }>(
  kind: Pick<BodyKind, 'seats'> | undefined,
  members: Line[],
): Line[] {
  const first = kind?.seats[0]?.post;
  return members.filter(({ post }) => post === first);
}

/** A composition, or nothing: refused when the library has none of that id. */
export function whyNotComposition(words: Pick<BodyWords, 'compositions'>, id: string | null): Refusal | null {
  if (id === null || words.compositions[id]) return null;
  return wrong('composition', '没有这种组成办法，请从列表里选。', 'There is no such composition.');
}

export const bodyUnknown: Refusal = {
  code: 'body.unknown',
  status: 404,
  zh: '没有这个组织，或者已经撤了。请回到组织列表再看。',
  en: 'There is no such body, or it was closed.',
};

export const nameTaken: Refusal = {
  code: 'body.name-taken',
  status: 409,
  zh: '同类组织里已经有叫这个名字的了。换届的话，请写上是第几届。',
  en: 'There is a body of that kind and name already.',
  fields: { name: '已经有了' },
};

export const changedFirst: Refusal = {
  code: 'body.changed-first',
  status: 409,
  zh: '就在刚才，有人先改了这个组织。请刷新看看现在的情况再改。',
  en: 'Someone changed this body first. Look at it as it is now.',
};

export const hasBelow: Refusal = {
  code: 'body.has-below',
  status: 409,
  zh: '它下面还有下一级组织。请先撤下一级，或者把它们登记到别处。',
  en: 'Bodies stand under it: close those first.',
};
