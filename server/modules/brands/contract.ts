import { z } from 'zod';
import { Activity } from '#contract/activities';
import { ChoiceDesk } from './choice/contract.ts';
import { Proof } from './proofs/contract.ts';
import { BrandFigures, BrandReview } from './review/contract.ts';

/** A brand 一社一品: what a community is known for, on one page that people share. One a community. Source: A3, F03. */

export const brandStates = ['draft', 'submitted', 'published', 'retired'] as const;
export type BrandState = (typeof brandStates)[number];
export const brandStateNames: Record<BrandState, string> = {
  draft: '草稿',
  submitted: '等书记审核',
  published: '已公开',
  retired: '已撤下',
};

/** Name of a drawn picture, or the id of an uploaded one. */
const Picture = z.string().regex(/^[a-z0-9-]{2,64}$/);
const Word = z.string().trim().min(1).max(12);

export const BrandForm = z.strictObject({
  name: z.string().trim().min(2).max(20),
  /** The promise, in one sentence. */
  slogan: z.string().trim().min(4).max(40),
  words: z.array(Word).max(6).default([]),
  story: z.string().trim().max(3000).default(''),
  pictures: z.array(Picture).max(9).default([]),
  venueId: z.guid().nullable().default(null),
  teamId: z.guid().nullable().default(null),
  seriesId: z.guid().nullable().default(null),
  /** Activities that carry one of these words belong to the brand. */
  themes: z.array(Word).max(10).default([]),
  /** 专项工作专人管: the person in charge. Source: E6. */
  owner: z.string().trim().max(20).default(''),
  startedOn: z.iso.date().nullable().default(null),
});
export type BrandForm = z.infer<typeof BrandForm>;

export const BrandChange = BrandForm.extend({ revision: z.number().int().nullable() });
export type BrandChange = z.infer<typeof BrandChange>;
export const Reason = z.strictObject({ reason: z.string().trim().min(2).max(200) });

export const BrandPicture = z.object({ address: z.string(), drawn: z.boolean() });

export const BrandCard = z.object({
  areaId: z.string(),
  areaName: z.string(),
  districtName: z.string(),
  name: z.string(),
  slogan: z.string(),
  words: z.array(z.string()),
  picture: BrandPicture,
});
export type BrandCard = z.infer<typeof BrandCard>;

export const BrandGallery = z.object({
  districts: z.array(z.object({ name: z.string(), brands: z.array(BrandCard) })),
  count: z.number(),
});
export type BrandGallery = z.infer<typeof BrandGallery>;
export const GalleryQuery = z.object({ area: z.string().min(1).max(64).optional() });

const Space = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  place: z.string(),
  picture: z.string(),
  /** 开着，到 21:00; null where nobody has said when it is open. */
  open: z.object({ isOpen: z.boolean(), zone: z.string(), name: z.string() }).nullable(),
});

export const BrandTeam = z.object({ id: z.string(), name: z.string(), field: z.string(), members: z.number() });
export type BrandTeam = z.infer<typeof BrandTeam>;

export const BrandPage = BrandCard.extend({
  id: z.string(),
  story: z.string(),
  pictures: z.array(BrandPicture),
  owner: z.string(),
  startedOn: z.string().nullable(),
  space: Space.nullable(),
  team: BrandTeam.nullable(),
  next: z.array(Activity),
  figures: BrandFigures,
  proofs: z.array(Proof),
  /** The choice by which residents found the theme, or find it now. */
  choice: z.object({ voices: z.number(), theme: z.string().nullable(), isOpen: z.boolean() }).nullable(),
  publishedAt: z.string(),
  groupText: z.string(),
  actions: z.array(z.enum(['edit'])),
});
export type BrandPage = z.infer<typeof BrandPage>;

/** What the home of a community shows of its brand, and of a choice that is open. */
export const BrandFace = z.object({
  brand: BrandCard.nullable(),
  choice: z.object({ question: z.string(), closesOn: z.string(), voices: z.number(), mine: z.boolean() }).nullable(),
});
export type BrandFace = z.infer<typeof BrandFace>;

export const similarReasons = ['name', 'words'] as const;
export const SimilarBrand = z.object({
  areaId: z.string(),
  areaName: z.string(),
  name: z.string(),
  slogan: z.string(),
  /** Which is close: the name, or the words of the theme. */
  because: z.enum(similarReasons),
  percent: z.number().int(),
});
export type SimilarBrand = z.infer<typeof SimilarBrand>;
export const SimilarList = z.object({ items: z.array(SimilarBrand) });
export const SimilarQuery = z.object({
  name: z.string().trim().min(1).max(40),
  words: z.string().max(200).default(''),
});

const SurveyCounts = z.array(z.object({ kind: z.string(), count: z.number() }));

export const BrandDesk = z.object({
  areaId: z.string(),
  areaName: z.string(),
  brand: BrandForm.extend({
    id: z.string(),
    state: z.enum(brandStates),
    stateName: z.string(),
    revision: z.number(),
    publishedAt: z.string().nullable(),
    returnedWhy: z.string(),
    retiredWhy: z.string(),
    shownPictures: z.array(BrandPicture),
  }).nullable(),
  /** What everybody sees now; null while nothing is public. */
  shown: BrandForm.nullable(),
  figures: BrandFigures.nullable(),
  choice: ChoiceDesk.nullable(),
  proofs: z.array(Proof),
  reviews: z.array(BrandReview),
  similar: z.array(SimilarBrand),
  series: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What the survey has found, kind by kind, from the registers of resources and talents. Source: N03. */
  survey: z.object({ resources: SurveyCounts, talents: SurveyCounts }),
  /** What a brand may take place in. */
  venues: z.array(z.object({ id: z.string(), name: z.string() })),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  actions: z.array(z.enum(['edit', 'submit', 'approve', 'return', 'retire', 'choose', 'review'])),
});
export type BrandDesk = z.infer<typeof BrandDesk>;

/** What the standard asks of a brand: approved, with a proof of S8.2. Source: N19. */
export type BrandFact = { id: string; name: string; slogan: string; publishedAt: string; proofs: Proof[] };
