import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate, shanghaiParts } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import { attachFiles, publishFiles } from '#modules/files';
import type { BrandChange, BrandFact, BrandForm } from './contract.ts';
import { drawnOnly, isUploaded } from './pictures/rules.ts';
import type { NewProof } from './proofs/contract.ts';
import { toProof } from './proofs/rules.ts';
import * as proofs from './proofs/store.ts';
import type { NewReview } from './review/contract.ts';
import { readYear } from './review/service.ts';
import { insertReview } from './review/store.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { BrandRow } from './tables.ts';

export type BrandDoors = { tree: AreaTree; may(actor: Actor, capability: string, areaId: string): boolean };

const subjectOf = (id: string): string => `brand:${id}`;

/** The columns of a row that its form is made of. */
export function formOf(row: BrandRow): BrandForm {
  const { name, slogan, words, story, pictures, venueId, teamId, seriesId, themes, owner, startedOn } = row;
  return { name, slogan, words, story, pictures, venueId, teamId, seriesId, themes, owner, startedOn };
}

/**
 * Keeps a draft; the first begins the brand. What is public stays as it was approved. Refused when the area has one already
 * (one community, one brand), or somebody changed it first. Source: A3, F03.
 */
export async function saveBrand(
  tx: Tx,
  actor: Actor,
  doors: BrandDoors,
  input: { areaId: string; change: BrandChange },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { revision, ...form } = input.change;
  const before = await store.takeBrand(tx, areaId);
  if ((before?.revision ?? null) !== revision) refuse(rules.brandChanged);
  const id = before?.id ?? tx.newId();
  if (before) await store.updateBrand(tx, areaId, id, form);
  else if (!(await store.insertBrand(tx, areaId, id, form))) refuse(rules.brandChanged);
  const added = form.pictures.filter((picture) => isUploaded(picture) && !before?.pictures.includes(picture));
  await attachFiles(tx, actor, { areaId, ids: added, subject: subjectOf(id) });
  audit(tx, actor, { areaId, act: 'brand.save', subject: subjectOf(id), detail: { name: form.name } });
}

async function takeOwn(tx: Tx, doors: BrandDoors, area: string): Promise<BrandRow> {
  const { id } = requireOwner(doors.tree, area);
  return (await store.takeBrand(tx, id)) ?? refuse(rules.brandUnknown);
}

/** Hands a draft to the secretary. Refused until it has a story, a picture and somebody in charge. */
export async function submitBrand(tx: Tx, actor: Actor, doors: BrandDoors, input: { areaId: string }): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  refuseIf(rules.whyNotSubmit({ ...formOf(row), state: row.state }));
  await store.turnBrand(tx, row.areaId, row.id, { state: 'submitted' });
  audit(tx, actor, { areaId: row.areaId, act: 'brand.submit', subject: subjectOf(row.id) });
}

/** Approves what was submitted: from now on everybody sees it, pictures too. Refused for anything that was not submitted. */
export async function approveBrand(tx: Tx, actor: Actor, doors: BrandDoors, input: { areaId: string }): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  refuseIf(rules.whyNotApprove(row.state));
  await store.showBrand(tx, row.areaId, row.id, formOf(row));
  await publishFiles(tx, row.areaId, row.pictures.filter(isUploaded));
  audit(tx, actor, {
    areaId: row.areaId,
    act: 'brand.approve',
    subject: subjectOf(row.id),
    detail: { name: row.name },
  });
}

type Why = { areaId: string; reason: string };

/** Gives a submitted draft back with the reason. */
export async function returnBrand(tx: Tx, actor: Actor, doors: BrandDoors, input: Why): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  refuseIf(rules.whyNotApprove(row.state));
  await store.turnBrand(tx, row.areaId, row.id, { state: 'draft', returnedWhy: input.reason });
  audit(tx, actor, {
    areaId: row.areaId,
    act: 'brand.return',
    subject: subjectOf(row.id),
    detail: { reason: input.reason },
  });
}

/** Takes a brand down. What was published is kept, and no longer shown. */
export async function retireBrand(tx: Tx, actor: Actor, doors: BrandDoors, input: Why): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  refuseIf(rules.whyNotRetire(row.state));
  const turn = { state: 'retired' as const, retiredOn: shanghaiDate(tx.now), retiredWhy: input.reason };
  await store.turnBrand(tx, row.areaId, row.id, turn);
  audit(tx, actor, {
    areaId: row.areaId,
    act: 'brand.retire',
    subject: subjectOf(row.id),
    detail: { reason: input.reason },
  });
}

/** Adds a proof to the brand. Refused without a brand, or for pictures of others. Source: N19. */
export async function addProof(
  tx: Tx,
  actor: Actor,
  doors: BrandDoors,
  input: { areaId: string; proof: NewProof },
): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  const { areaId } = row;
  const id = tx.newId();
  await proofs.insertProof(tx, { ...input.proof, areaId, id, brandId: row.id });
  await attachFiles(tx, actor, { areaId, ids: input.proof.pictures, subject: subjectOf(row.id) });
  await publishFiles(tx, areaId, input.proof.pictures);
  audit(tx, actor, {
    areaId,
    act: 'brand.add-proof',
    subject: subjectOf(row.id),
    detail: { title: input.proof.title },
  });
}

/** Takes a proof back. Refused when there is none. */
export async function withdrawProof(
  tx: Tx,
  actor: Actor,
  doors: BrandDoors,
  input: { areaId: string; proofId: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  if (!(await proofs.withdrawProof(tx, areaId, input.proofId))) refuse(rules.brandUnknown);
  audit(tx, actor, { areaId, act: 'brand.withdraw-proof', subject: `brand-proof:${input.proofId}` });
}

/** The district's word on a year, with the figures as they are today. Refused for a brand not public, and twice a year. */
export async function reviewBrand(
  tx: Tx,
  actor: Actor,
  doors: BrandDoors,
  input: { areaId: string; review: NewReview },
): Promise<void> {
  const row = await takeOwn(tx, doors, input.areaId);
  const form = row.shown ?? refuse(rules.brandUnknown);
  const { areaId } = row;
  const { figures } = await readYear(tx, { areaId, form, now: tx.now });
  const { year } = shanghaiParts(tx.now);
  const review = { ...input.review, areaId, id: tx.newId(), brandId: row.id, year, figures, byName: actor.name };
  if (!(await insertReview(tx, review)))
    refuse({
      code: 'brand.reviewed',
      status: 409,
      zh: `${year} 年已经复核过了。`,
      en: `${year} has its review.`,
    });
  audit(tx, actor, { areaId, act: 'brand.review', subject: subjectOf(row.id), detail: { ...input.review, year } });
}

/** What the standard may count: the brand everybody sees, with its proofs; null without one. Source: B42, N19. */
export async function readBrandFacts(reader: Reader, areaId: string): Promise<BrandFact | null> {
  const [row] = await store.readShown(reader, [areaId]);
  if (!row) return null;
  const found = await proofs.readProofs(reader, areaId, row.id);
  const { name, slogan } = row.shown;
  return { id: row.id, name, slogan, publishedAt: row.publishedAt, proofs: found.map(toProof) };
}

export type KeptBrand = BrandForm & {
  areaId: string;
  id: string;
  /** Null: a draft. */
  publishedAt: string | null;
  createdAt: string;
  proofs: (Omit<NewProof, 'pictures'> & { id: string })[];
};

export type KeptChoice = {
  areaId: string;
  id: string;
  question: string;
  openedAt: string;
  closesOn: string;
  decided: { themeId: string; reason: string; at: string } | null;
  themes: { id: string; title: string; why: string; picture: string }[];
  voices: { id: string; themeId: string; voter: string; words: string; shown: boolean; at: string }[];
};

/** Adds brands kept elsewhere. Pictures are drawn ones. */
export function importBrands(tx: Tx, brands: readonly KeptBrand[]): void {
  for (const { areaId, id, publishedAt, createdAt, proofs: kept, ...form } of brands) {
    const { venueId, teamId, seriesId, startedOn, ...plain } = drawnOnly(form);
    tx.append('brands', {
      area_id: areaId,
      id,
      ...plain,
      venue_id: venueId,
      team_id: teamId,
      series_id: seriesId,
      started_on: startedOn,
      state: publishedAt === null ? 'draft' : 'published',
      shown: publishedAt === null ? null : drawnOnly(form),
      published_at: publishedAt,
      created_at: createdAt,
    });
    for (const { id: proofId, kind, title, givenBy, givenOn, link } of kept)
      tx.append('brand_proofs', {
        area_id: areaId,
        id: proofId,
        brand_id: id,
        kind,
        title,
        given_by: givenBy,
        given_on: givenOn,
        link,
      });
  }
}

/** Adds choices kept elsewhere, with their voices. */
export function importChoices(tx: Tx, choices: readonly KeptChoice[]): void {
  for (const { areaId, id, question, openedAt, closesOn, decided, themes, voices } of choices) {
    tx.append('brand_choices', {
      area_id: areaId,
      id,
      question,
      closes_on: closesOn,
      opened_at: openedAt,
      decided_theme_id: decided?.themeId ?? null,
      reason: decided?.reason ?? '',
      decided_at: decided?.at ?? null,
    });
    for (const [at, theme] of themes.entries())
      tx.append('brand_themes', { area_id: areaId, choice_id: id, position: at + 1, ...theme });
    for (const { themeId, ...voice } of voices)
      tx.append('brand_voices', { area_id: areaId, choice_id: id, theme_id: themeId, ...voice });
  }
}
