import type { Refusal } from '#shared/refusal';

/** 北院 2号楼 1单元 301: the building as people call it, the unit and the room, as far as there are such. */
export function householdLabel(building: string, unit: string, room: string): string {
  const unitName = /^\d+$/.test(unit) ? `${unit}单元` : unit;
  return [building, unitName, room].filter((part) => part !== '').join(' ');
}

/** A label in which every number has four digits, so that sorting by signs sorts by number. */
export function sortKey(label: string): string {
  return label.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
}

export const householdUnknown: Refusal = {
  code: 'household.unknown',
  status: 404,
  zh: '没有找到这一户，或者它不在您管的网格里。请从住户列表重新进入。',
  en: 'There is no such household, or it lies outside your grid.',
};

export const householdNoPlace: Refusal = {
  code: 'household.no-place',
  status: 422,
  zh: '请选楼栋并填房号；没有楼栋的，请写明住址。',
  en: 'Name a building and a room, or the address in words.',
  fields: { buildingId: '请选楼栋，或者写明住址' },
};
