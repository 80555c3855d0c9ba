import { z } from 'zod';
import { newStaff } from '#contract/accounts';
import { AreaParams } from '#contract/areas';

/** Setting a community up: its founding by the first administrator, starter packs, and what is still missing. */

export const SetupState = z.object({
  /** Nobody administers this system yet: it can be founded with the code printed where it was started. */
  open: z.boolean(),
});
export type SetupState = z.infer<typeof SetupState>;

const UnitName = z.string().trim().min(2).max(40);

export const Founding = z.object({
  /** Printed in the window where the system was started. */
  secret: z.string().trim().max(40),
  /** The 12-digit division code of the community or village; the codes above follow from it. */
  code: z.string().trim().max(20),
  city: UnitName,
  district: UnitName,
  street: UnitName,
  community: UnitName,
  name: newStaff.shape.name,
  username: newStaff.shape.username,
  password: newStaff.shape.password,
});
export type Founding = z.infer<typeof Founding>;
export const Founded = z.object({ areaId: z.string(), name: z.string() });

export { AreaParams };

export const Pack = z.object({
  id: z.string(),
  name: z.string(),
  /** For whom it is meant, in words. */
  fits: z.string(),
  items: z.array(
    z.object({
      kind: z.enum(['method', 'duties']),
      id: z.string(),
      name: z.string(),
      why: z.string(),
      adopted: z.boolean(),
    }),
  ),
});
export type Pack = z.infer<typeof Pack>;
export const PackChoice = z.object({ pack: z.string().max(60) });

export const checkIds = ['places', 'people', 'methods', 'colleagues', 'cards', 'first-matter'] as const;
export type CheckId = (typeof checkIds)[number];

/** One line of the check list: what there is, and what is missing in words. */
export const Check = z.object({
  id: z.enum(checkIds),
  label: z.string(),
  done: z.boolean(),
  has: z.string(),
  missing: z.string(),
});
export type Check = z.infer<typeof Check>;

export const SetupPage = z.object({
  areaId: z.string(),
  areaName: z.string(),
  checks: z.array(Check),
  packs: z.array(Pack),
});
export type SetupPage = z.infer<typeof SetupPage>;
