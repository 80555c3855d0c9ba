import type { Refusal } from '#shared/refusal';

/** A door as the title says it: 1号楼 2单元 301. */
export function doorLabel(building: string, unit: string, room: string): string {
  return [building.replace(/\s+/g, ''), /^\d+$/.test(unit) ? `${unit}单元` : unit, room]
    .filter((part) => part !== '')
    .join(' ');
}

/** A label in which every number has four digits, so that sorting by signs sorts by number. */
export function sortKey(label: string): string {
  return label.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
}

const kept = 8;
const noise = 10;
const hundredth = 10 ** (kept - 2);

/**
 * Square metres as written, in 0.01 m². Digits are read as digits: 89.52 is 8952, also as Excel writes it (89.519999999999996).
 * Null for what is no area, is none at all, or says more than hundredths.
 */
export function readArea(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]|平方米|平米|m2|㎡/gi, '');
  const read = /^(\d{1,6})(?:\.(\d+))?$/.exec(plain);
  if (!read) return null;
  const [, whole = '', part = ''] = read;
  const value = Number(`${whole}${part.slice(0, kept).padEnd(kept, '0')}`);
  const area = Math.round(value / hundredth);
  return area > 0 && Math.abs(value - area * hundredth) <= noise ? area : null;
}

/** 0.01 m² as square metres with two digits: 8952 → 89.52. */
export function areaText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

type Figures = { doors: number; titleArea: number };

/** In what a building of the register differs from what its title plan states; null when it agrees. */
export function differenceOf(found: Figures, stated: Figures | null): string | null {
  if (!stated) return null;
  const doors = found.doors - stated.doors;
  const area = found.titleArea - stated.titleArea;
  if (doors === 0 && area === 0) return null;
  const word = (by: number, text: string): string => (by === 0 ? '' : `${by < 0 ? '少' : '多'} ${text}`);
  return [word(doors, `${Math.abs(doors)} 户`), word(area, `${areaText(Math.abs(area))} 平方米`)]
    .filter((text) => text !== '')
    .join('、');
}

const wrong = (field: string, zh: string, en: string): Refusal => ({
  code: 'owner.form-wrong',
  status: 422,
  zh,
  en,
  fields: { [field]: zh },
});

export const areaWrong = wrong(
  'titleArea',
  '面积读不懂。请按不动产证写平方米，最多两位小数，例如 89.52。',
  'Write the title area in square metres with at most two digits: 89.52.',
);
export const buildingWrong = wrong(
  'buildingId',
  '这栋楼不在这个小区里，请重新选楼栋。',
  'The building does not lie in this estate.',
);

export const estateUnknown: Refusal = {
  code: 'owner.estate-unknown',
  status: 404,
  zh: '这个社区里没有这个小区，请回到业主名册重新选。',
  en: 'There is no such estate in this community.',
};

export const doorUnknown: Refusal = {
  code: 'owner.door-unknown',
  status: 404,
  zh: '名册里没有这个门号，可能刚刚撤下了。请刷新一下再看。',
  en: 'There is no such door in the register.',
};

export const doorTaken: Refusal = {
  code: 'owner.door-taken',
  status: 409,
  zh: '这个门号已经在名册里了。请找到它再改。',
  en: 'This door is in the register already.',
  fields: { room: '已经登记过' },
};

export const changedFirst: Refusal = {
  code: 'owner.changed-first',
  status: 409,
  zh: '就在刚才，有人先改了这个门号。请刷新看看现在的情况再改。',
  en: 'Someone changed this door first. Look at it as it is now.',
};

export const voterNotHere: Refusal = {
  code: 'owner.voter-not-here',
  status: 422,
  zh: '选的人不是这个门号现在的业主。请在共有人里选一位来投票。',
  en: 'Who votes must be one of the owners of this door.',
};

export const mayNotSee: Refusal = {
  code: 'owner.may-not-see',
  status: 403,
  zh: '导出完整姓名和电话要有“查看居民信息”的权限。可以先导出打码的。',
  en: 'Exporting names and telephones in full needs the right to reveal them; export the masked list.',
};
