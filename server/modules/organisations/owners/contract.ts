import { z } from 'zod';

/** The wire of the owners' register 业主名册: doors with their title areas in 0.01 m², who owns them and who votes. */

export const uses = ['住宅', '商业', '其他'] as const;
export const ownerKinds = ['person', 'company', 'developer'] as const;
export const ownerKindNames: Record<(typeof ownerKinds)[number], string> = {
  person: '个人',
  company: '单位',
  developer: '开发商（未售）',
};

export const OwnerLine = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  kind: z.enum(ownerKinds),
  /** Votes for the door; exactly one does. */
  votes: z.boolean(),
  hasAccount: z.boolean(),
});
export type OwnerLine = z.infer<typeof OwnerLine>;

export const Door = z.object({
  id: z.string(),
  label: z.string(),
  buildingId: z.string().nullable(),
  use: z.enum(uses),
  /** In 0.01 m². */
  titleArea: z.number(),
  owners: z.array(OwnerLine),
  /** How many doors of the estate the voting owner has: one person by number, all doors by area. */
  doorsOfVoter: z.number(),
  verifiedAt: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  /** A household lives behind it that is on record. */
  hasHousehold: z.boolean(),
  version: z.number(),
});
export type Door = z.infer<typeof Door>;
export const DoorList = z.object({ items: z.array(Door), next: z.string().nullable() });
export type DoorList = z.infer<typeof DoorList>;

export const BuildingFigures = z.object({
  id: z.string(),
  name: z.string(),
  doors: z.number(),
  titleArea: z.number(),
  verified: z.number(),
  /** By the title plan of the estate, where somebody has stated it. */
  stated: z.object({ doors: z.number(), titleArea: z.number(), source: z.string() }).nullable(),
  /** 少 3 户、164.98 平方米; null where it agrees or nothing is stated. */
  differs: z.string().nullable(),
});
export const EstateFigures = z.object({
  id: z.string(),
  name: z.string(),
  doors: z.number(),
  titleArea: z.number(),
  verified: z.number(),
  /** People by number: who has several doors is one. */
  owners: z.number(),
  withAccount: z.number(),
  buildings: z.array(BuildingFigures),
});
export type EstateFigures = z.infer<typeof EstateFigures>;
export const OwnerReview = z.object({ estates: z.array(EstateFigures) });
export type OwnerReview = z.infer<typeof OwnerReview>;

const AreaId = z.string().min(1).max(64);
export const EstateParams = z.object({ areaId: AreaId, estateId: z.guid() });
export const DoorParams = z.object({ areaId: AreaId, doorId: z.guid() });
export const DoorQuery = z.object({
  building: z.guid().optional(),
  /** Part of the door. */
  q: z.string().trim().max(40).default(''),
  verified: z.enum(['yes', 'no']).optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type DoorQuery = z.infer<typeof DoorQuery>;

const Line = z.string().trim();
/** As it is written on the title: 89.52. */
const AreaText = Line.min(1).max(24);
export const OwnerForm = z.object({
  name: Line.min(1).max(60),
  phone: Line.max(30).default(''),
  kind: z.enum(ownerKinds).default('person'),
});
export type OwnerForm = z.infer<typeof OwnerForm>;
export const DoorForm = z.object({
  buildingId: z.guid(),
  unit: Line.max(20).default(''),
  room: Line.min(1).max(20),
  use: z.enum(uses).default('住宅'),
  titleArea: AreaText,
  /** The first votes for the door. */
  owners: z.array(OwnerForm).min(1).max(12),
});
export type DoorForm = z.infer<typeof DoorForm>;
export const DoorChange = z.object({ version: z.number().int().min(1), use: z.enum(uses), titleArea: AreaText });
export type DoorChange = z.infer<typeof DoorChange>;
export const Transfer = z.object({
  version: z.number().int().min(1),
  owners: z.array(OwnerForm).min(1).max(12),
  reason: Line.min(2).max(200),
});
export type Transfer = z.infer<typeof Transfer>;
export const VoterChoice = z.object({ version: z.number().int().min(1), ownerId: z.guid() });
export type VoterChoice = z.infer<typeof VoterChoice>;
export const Verified = z.object({ doorIds: z.array(z.guid()).min(1).max(200) });
export const OwnerReason = z.object({ reason: Line.min(4).max(200) });
export const Revealed = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), phone: z.string().nullable() })),
});
export const OwnersExport = z.object({ reason: Line.min(4).max(200).nullable().default(null) });
export const StatedTotal = z.object({
  buildingId: z.guid(),
  doors: z.number().int().min(1).max(5000),
  titleArea: AreaText,
  source: Line.min(2).max(60),
});
export type StatedTotal = z.infer<typeof StatedTotal>;
