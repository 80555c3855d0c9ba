import { z } from 'zod';

/** The wire of households 户 and residents 居民. Names and telephones are masked; one field is revealed by a logged act. */

export const genders = ['男', '女'] as const;
export const revealFields = ['name', 'phone', 'idNumber', 'note'] as const;
export type RevealField = (typeof revealFields)[number];
export const revealFieldNames: Record<RevealField, string> = {
  name: '姓名',
  phone: '电话',
  idNumber: '身份证号',
  note: '备注',
};

export const MaskedPerson = z.object({
  id: z.string(),
  householdId: z.string().nullable(),
  householdLabel: z.string().nullable(),
  /** 周** */
  name: z.string(),
  /** 138****2046 */
  phone: z.string().nullable(),
  hasIdNumber: z.boolean(),
  hasNote: z.boolean(),
  birthYear: z.number().nullable(),
  gender: z.enum(genders).nullable(),
  tags: z.array(z.string()),
  version: z.number(),
  leftAt: z.string().nullable(),
});
export type MaskedPerson = z.infer<typeof MaskedPerson>;

export const PersonList = z.object({ items: z.array(MaskedPerson), next: z.string().nullable() });
export type PersonList = z.infer<typeof PersonList>;

export const Household = z.object({
  id: z.string(),
  label: z.string(),
  buildingId: z.string().nullable(),
  buildingName: z.string().nullable(),
  gridId: z.string().nullable(),
  gridName: z.string().nullable(),
  unit: z.string(),
  room: z.string(),
  memberCount: z.number(),
  version: z.number(),
});
export type Household = z.infer<typeof Household>;

export const HouseholdList = z.object({ items: z.array(Household), next: z.string().nullable() });
export type HouseholdList = z.infer<typeof HouseholdList>;

export const peopleActions = ['edit', 'reveal', 'issue-card', 'confirm-card', 'record-consent'] as const;
export type PeopleAction = (typeof peopleActions)[number];

export const HouseholdPage = Household.extend({
  members: z.array(MaskedPerson),
  /** What the one who asks may do here now. */
  actions: z.array(z.enum(peopleActions)),
});
export type HouseholdPage = z.infer<typeof HouseholdPage>;

const Id = z.guid();
const AreaId = z.string().min(1).max(64);
export const HouseholdParams = z.object({ areaId: AreaId, householdId: Id });
export const PersonParams = z.object({ areaId: AreaId, personId: Id });

const Limit = z.coerce.number().int().min(1).max(100).default(20);
export const HouseholdQuery = z.object({
  building: Id.optional(),
  grid: Id.optional(),
  /** Part of the address. */
  q: z.string().trim().max(40).default(''),
  /** Only those without a household card, or with cards that were never used. */
  card: z.enum(['none', 'unused']).optional(),
  cursor: Id.optional(),
  limit: Limit,
});
export type HouseholdQuery = z.infer<typeof HouseholdQuery>;

/** `q` is part of an address or a tag; names and numbers are looked up by `people/search`, never in an address line. */
export const PersonQuery = z.object({
  q: z.string().trim().max(40).default(''),
  cursor: Id.optional(),
  limit: Limit,
});
export type PersonQuery = z.infer<typeof PersonQuery>;

export const PersonSearch = z.object({
  phone: z.string().trim().min(1).max(30).optional(),
  idNumber: z.string().trim().min(1).max(30).optional(),
  name: z.string().trim().min(1).max(60).optional(),
});
export type PersonSearch = z.infer<typeof PersonSearch>;

export const NewHousehold = z.object({
  buildingId: Id.optional(),
  gridId: Id.optional(),
  unit: z.string().trim().max(20).default(''),
  room: z.string().trim().max(20).default(''),
  /** The address in words where there is no building (a village house). */
  label: z.string().trim().max(80).optional(),
});
export type NewHousehold = z.infer<typeof NewHousehold>;

const Tags = z.array(z.string().trim().min(1).max(20)).max(20);
const BirthYear = z.number().int().min(1880).max(2200);

export const NewPerson = z.object({
  householdId: Id.optional(),
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().max(30).optional(),
  idNumber: z.string().trim().max(30).optional(),
  birthYear: BirthYear.optional(),
  gender: z.enum(genders).optional(),
  tags: Tags.default([]),
  note: z.string().trim().max(2000).optional(),
});
export type NewPerson = z.infer<typeof NewPerson>;

/** A change of some fields; `null` empties one. `version` is that of the record it was made from. */
export const PersonChange = z.object({
  version: z.number().int().min(1),
  householdId: Id.nullable().optional(),
  name: z.string().trim().min(1).max(60).optional(),
  phone: z.string().trim().max(30).nullable().optional(),
  idNumber: z.string().trim().max(30).nullable().optional(),
  birthYear: BirthYear.nullable().optional(),
  gender: z.enum(genders).nullable().optional(),
  tags: Tags.optional(),
  note: z.string().trim().max(2000).nullable().optional(),
  /** Moved away or died: kept, no longer listed. */
  left: z.boolean().optional(),
});
export type PersonChange = z.infer<typeof PersonChange>;

export const Reveal = z.object({ field: z.enum(revealFields), reason: z.string().trim().max(200) });
export type Reveal = z.infer<typeof Reveal>;
export const Revealed = z.object({ field: z.enum(revealFields), value: z.string() });
export type Revealed = z.infer<typeof Revealed>;
