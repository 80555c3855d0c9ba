import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { clockTime, dayName } from '#shared/time';
import type { Reader } from '#platform/database';
import { listActivities, readSeriesNames } from '#modules/activities';
import { requireOwner, type AreaNode } from '#modules/areas';
import { readTeamFacts } from '#modules/teams';
import { readRegisterFacts } from '#modules/registers';
import { listVenues } from '#modules/venues';
import { readChoice, readChoiceDesk } from '../choice/service.ts';
import {
  brandStateNames,
  type BrandCard,
  type BrandDesk,
  type BrandFace,
  type BrandForm,
  type BrandGallery,
  type BrandPage,
  type SimilarBrand,
} from '../contract.ts';
import { pictureOf } from '../pictures/rules.ts';
import { toProof } from '../proofs/rules.ts';
import { readProofs } from '../proofs/store.ts';
import type { BrandYear } from '../review/contract.ts';
import { belongs } from '../review/rules.ts';
import { readYear } from '../review/service.ts';
import { readReviews } from '../review/store.ts';
import * as rules from '../rules.ts';
import { formOf, type BrandDoors } from '../service.ts';
import * as store from '../store.ts';
import type { BrandRow } from '../tables.ts';

type Asked = { reader: Reader; actor: Actor; doors: BrandDoors; now: Date };

const picturesOf = (areaId: string, names: readonly string[]) => names.map((name) => pictureOf(areaId, name));

function cardOf({ tree }: BrandDoors, area: AreaNode, form: BrandForm): BrandCard {
  const [first] = form.pictures;
  return {
    areaId: area.id,
    areaName: area.name,
    districtName: tree.ancestorAt(area.id, 'district')?.name ?? '',
    name: form.name,
    slogan: form.slogan,
    words: form.words,
    picture: pictureOf(area.id, first ?? 'street'),
  };
}

/** Every brand there is under an area, by district: the gallery of the city. */
export async function readGallery({ reader, doors }: Asked, areaId: string | undefined): Promise<BrandGallery> {
  const { tree } = doors;
  const roots = areaId ? [areaId] : tree.all().flatMap((node) => (node.parentId === null ? [node.id] : []));
  const communities = roots.flatMap((root) => tree.under(root, 'community'));
  const shown = new Map(
    (
      await store.readShown(
        reader,
        communities.map(({ id }) => id),
      )
    ).map((row) => [row.areaId, row.shown]),
  );
  const cards = communities.flatMap((area) => {
    const form = shown.get(area.id);
    return form ? [cardOf(doors, area, form)] : [];
  });
  const names = [...new Set(cards.map(({ districtName }) => districtName))];
  const districts = names.map((name) => ({ name, brands: cards.filter((card) => card.districtName === name) }));
  return { districts, count: cards.length };
}

async function spaceOf({ reader, doors, now }: Asked, areaId: string, venueId: string | null) {
  if (venueId === null) return null;
  const { items } = await listVenues(reader, doors.tree, { areaId, query: {}, now });
  const venue = items.find(({ id }) => id === venueId);
  if (!venue || venue.closedOn !== null) return null;
  const { id, name, kind, place, picture, open } = venue;
  return { id, name, kind, place, picture, open };
}

const nextMax = 4;
const lookedAt = 60;

async function nextOf({ reader, actor, doors, now }: Asked, areaId: string, form: BrandForm) {
  const { items } = await listActivities(reader, actor, doors, { areaId, query: { limit: lookedAt }, now });
  return items.filter((activity) => belongs(form, activity)).slice(0, nextMax);
}

async function choiceOf(asked: Asked, areaId: string): Promise<BrandPage['choice']> {
  const choice = await readChoice(asked, areaId);
  if (!choice) return null;
  const theme = choice.themes.find(({ won }) => won)?.title ?? null;
  return { voices: choice.voices, theme, isOpen: choice.state === 'open' };
}

/** The brand and the open choice of a community in a few words; each null where there is none. */
export async function readBrandFace(asked: Asked, areaId: string): Promise<BrandFace> {
  const { reader, doors } = asked;
  const area = requireOwner(doors.tree, areaId);
  const [[row], choice] = await Promise.all([store.readShown(reader, [area.id]), readChoice(asked, area.id)]);
  const isOpen = choice?.state === 'open';
  return {
    brand: row ? cardOf(doors, area, row.shown) : null,
    choice:
      choice && isOpen
        ? {
            question: choice.question,
            closesOn: choice.closesOn,
            voices: choice.voices,
            mine: choice.mine !== null,
          }
        : null,
  };
}

async function requireShown({ reader, doors }: Asked, areaId: string) {
  const area = requireOwner(doors.tree, areaId);
  const [row] = await store.readShown(reader, [area.id]);
  return { area, row: row ?? refuse(rules.brandUnknown) };
}

/** The page people share: only what was approved. Refused while nothing is. */
export async function readBrandPage(asked: Asked, input: { areaId: string; address: string }): Promise<BrandPage> {
  const { reader, actor, doors, now } = asked;
  const { area, row } = await requireShown(asked, input.areaId);
  const form = row.shown;
  const [space, next, year, proofs, choice] = await Promise.all([
    spaceOf(asked, area.id, form.venueId),
    nextOf(asked, area.id, form),
    readYear(reader, { areaId: area.id, form, now }),
    readProofs(reader, area.id, row.id),
    choiceOf(asked, area.id),
  ]);
  const [first] = next;
  const spoken = {
    name: form.name,
    slogan: form.slogan,
    areaName: area.name,
    space: space?.name ?? null,
    next: first ? `${first.title}（${dayName(first.startsAt, now)} ${clockTime(first.startsAt)}）` : null,
  };
  return {
    ...cardOf(doors, area, form),
    id: row.id,
    story: form.story,
    pictures: picturesOf(area.id, form.pictures),
    owner: form.owner,
    startedOn: form.startedOn,
    space,
    team: year.team,
    next,
    figures: year.figures,
    proofs: proofs.map(toProof),
    choice,
    publishedAt: row.publishedAt,
    groupText: rules.groupText(spoken, `${input.address}/b/${area.code ?? area.id}`),
    actions: doors.may(actor, 'brand.manage', area.id) ? ['edit'] : [],
  };
}

/** The year of a brand with every activity that its figures add up to, the newest first. */
export async function readBrandYear(asked: Asked, areaId: string): Promise<BrandYear> {
  const { area, row } = await requireShown(asked, areaId);
  const { figures, held } = await readYear(asked.reader, { areaId: area.id, form: row.shown, now: asked.now });
  const activities = held
    .map(({ id, title, startsAt, people, personTimes }) => ({ id, title, startsAt, people, personTimes }))
    .reverse();
  return { areaId: area.id, areaName: area.name, name: row.shown.name, figures, activities };
}

/** Brands of other communities close to a name and words. Source: F03 step 5. */
export async function listSimilar(
  { reader, doors }: Asked,
  input: { areaId: string; name: string; words: readonly string[] },
): Promise<SimilarBrand[]> {
  const { tree } = doors;
  const area = requireOwner(tree, input.areaId);
  const city = tree.ancestorAt(area.id, 'city');
  const others = (city ? tree.under(city.id, 'community') : []).filter(({ id }) => id !== area.id);
  const shown = await store.readShown(
    reader,
    others.map(({ id }) => id),
  );
  const named = shown.map((row) => ({ ...row.shown, areaId: row.areaId, areaName: tree.get(row.areaId)?.name ?? '' }));
  return rules.findSimilar(input, named);
}

function deskActions({ actor, doors }: Asked, areaId: string, row: BrandRow | null): BrandDesk['actions'] {
  const may = (capability: string): boolean => doors.may(actor, capability, areaId);
  const actions: BrandDesk['actions'] = [];
  if (may('brand.manage')) actions.push('edit', 'choose');
  if (may('brand.manage') && row?.state === 'draft') actions.push('submit');
  if (may('brand.approve') && row?.state === 'submitted') actions.push('approve', 'return');
  if (may('brand.approve') && row) actions.push('retire');
  if (may('brand.review') && row?.shown) actions.push('review');
  return actions;
}

/** How many records a register has of each kind, the most first. */
async function surveyOf(reader: Reader, areaId: string, register: string): Promise<{ kind: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { form } of await readRegisterFacts(reader, areaId, register)) {
    const kind = String((form as Record<string, unknown>)['sort'] ?? '');
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

/** Everything the desk needs: the draft, what is shown, the choice, the year, proofs, reviews, and what is close elsewhere. */
export async function readBrandDesk(asked: Asked, areaId: string): Promise<BrandDesk> {
  const { reader, doors, now } = asked;
  const area = requireOwner(doors.tree, areaId);
  const row = await store.readBrand(reader, area.id);
  const form = row ? formOf(row) : null;
  const [resources, talents, spaces, teams, choice, series, year, proofs, reviews, similar] = await Promise.all([
    surveyOf(reader, area.id, 'resources'),
    surveyOf(reader, area.id, 'talents'),
    listVenues(reader, doors.tree, { areaId: area.id, query: {}, now }),
    readTeamFacts(reader, area.id, now),
    readChoiceDesk(asked, area.id),
    readSeriesNames(reader, area.id),
    form ? readYear(reader, { areaId: area.id, form, now }) : null,
    row ? readProofs(reader, area.id, row.id) : [],
    row ? readReviews(reader, area.id, row.id) : [],
    form ? listSimilar(asked, { areaId: area.id, ...form }) : [],
  ]);
  return {
    areaId: area.id,
    areaName: area.name,
    brand:
      row && form
        ? {
            ...form,
            id: row.id,
            state: row.state,
            stateName: brandStateNames[row.state],
            revision: row.revision,
            publishedAt: row.publishedAt,
            returnedWhy: row.returnedWhy,
            retiredWhy: row.retiredWhy,
            shownPictures: picturesOf(area.id, form.pictures),
          }
        : null,
    shown: row?.shown ?? null,
    figures: year?.figures ?? null,
    choice,
    proofs: proofs.map(toProof),
    reviews: reviews.map(({ year: of, verdict, words, at, byName, figures }) => ({
      year: of,
      verdict,
      words,
      at,
      byName,
      figures,
    })),
    similar,
    series,
    survey: { resources, talents },
    venues: spaces.items.map(({ id, name }) => ({ id, name })),
    teams: teams.map(({ id, name }) => ({ id, name })),
    actions: deskActions(asked, area.id, row),
  };
}
