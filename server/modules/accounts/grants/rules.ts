import type { Refusal } from '#shared/refusal';
import type { Role } from '../roles/rules.ts';

// A micro-grid is a part of a grid, and a building of an estate: roles of the larger fit the smaller.
const fits: Record<string, string[]> = { grid: ['grid', 'micro-grid'], estate: ['estate', 'building'] };

export type Giving = {
  role: Role | undefined;
  roleId: string;
  area: { level: string; name: string };
  /** Whether the giver holds the capability over the area. */
  may(capability: string): boolean;
};

/**
 * Why a role may not be given (or taken away) at an area: unknown, held at another level, or allowing what the giver may
 * not do there herself. Source: ASVS 8.3.1.
 */
export function whyNotGive({ role, roleId, area, may }: Giving): Refusal | null {
  if (!role) {
    return {
      code: 'role.unknown',
      status: 422,
      zh: `没有“${roleId}”这个角色，请从列表里选。`,
      en: `There is no role ${roleId}.`,
      fields: { role: '没有这个角色' },
    };
  }
  if (role.level !== 'any' && !(fits[role.level] ?? [role.level]).includes(area.level)) {
    return {
      code: 'role.level-differs',
      status: 422,
      zh: `${role.label}不能设在${area.name}，请选对应层级的辖区。`,
      en: `The role ${role.id} is held at a ${role.level}, not at a ${area.level}.`,
      fields: { role: '和辖区的层级不合' },
    };
  }
  const beyond = [...role.can].find((capability) => !may(capability));
  if (beyond === undefined) return null;
  return {
    code: 'role.beyond-yours',
    status: 403,
    zh: `${role.label}的权限比您在${area.name}的大，请找上级管理员来办。`,
    en: `The role ${role.id} allows ${beyond}, which you do not hold there.`,
  };
}
