import { maskName, maskPhone } from '#shared/masking';
import type { Refusal } from '#shared/refusal';
import { revealFieldNames, type MaskedPerson, type PersonChange, type RevealField } from '../contract.ts';

/** A name as it is compared: composed, without spaces at the ends, single spaces inside. */
export function plainName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** A telephone number as digits: a mobile of 11 digits, or a landline with its area code. Refuses anything else. */
export function readPhone(text: string): string | Refusal {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*(\+|00)86/, '')
    .replace(/[\s().-]/g, '');
  if (/^1[3-9]\d{9}$/.test(digits) || /^0[1-9]\d{8,10}$/.test(digits) || /^[48]00\d{7}$/.test(digits)) return digits;
  return {
    code: 'person.phone-invalid',
    status: 422,
    zh: '电话号码不对：手机号是 11 位，座机请带上区号，例如 0533-2345678。',
    en: 'This is not a telephone number: 11 digits for a mobile, or a landline with its area code.',
    fields: { phone: '手机号是 11 位，座机请带上区号' },
  };
}

export type IdNumber = { text: string; birthYear: number; gender: '男' | '女' };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * An 18-digit citizen number with its check digit; it says the year of birth and the gender, which are then not asked.
 * Refuses a wrong length, an impossible date and a wrong check digit. Source: GB 11643-1999.
 */
export function readIdNumber(text: string): IdNumber | Refusal {
  const signs = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(signs)) return wrongIdNumber('应该是 18 位，最后一位可以是 X');
  const date = `${signs.slice(6, 10)}-${signs.slice(10, 12)}-${signs.slice(12, 14)}`;
  const isDate = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  if (!isDate || date < '1880') return wrongIdNumber('第 7 到 14 位不是一个出生日期');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(signs[index]), 0);
  if ('10X98765432'[sum % 11] !== signs[17]) return wrongIdNumber('最后一位校验码对不上，可能抄错了一位');
  return { text: signs, birthYear: Number(signs.slice(6, 10)), gender: Number(signs[16]) % 2 === 1 ? '男' : '女' };
}

function wrongIdNumber(why: string): Refusal {
  return {
    code: 'person.id-number-invalid',
    status: 422,
    zh: `身份证号不对：${why}。请对照证件再看一遍。`,
    en: 'This is not a citizen number of 18 digits with a right check digit.',
    fields: { idNumber: why },
  };
}

/** What was typed beside the number must agree with it. */
export function whyNotAgreeing(
  read: IdNumber,
  typed: { birthYear?: number | null | undefined; gender?: string | null | undefined },
): Refusal | null {
  if (typed.birthYear != null && typed.birthYear !== read.birthYear)
    return disagrees('birthYear', `身份证号上的出生年份是 ${read.birthYear} 年`);
  if (typed.gender != null && typed.gender !== read.gender)
    return disagrees('gender', `身份证号上的性别是${read.gender}`);
  return null;
}

function disagrees(field: string, why: string): Refusal {
  return {
    code: 'person.id-number-disagrees',
    status: 422,
    zh: `${why}，和填的不一样。请看看是哪一个写错了。`,
    en: `The citizen number says something else than the field ${field}.`,
    fields: { [field]: why },
  };
}

export const personUnknown: Refusal = {
  code: 'person.unknown',
  status: 404,
  zh: '没有找到这位居民，或者不在您管的网格里。请从住户列表重新进入。',
  en: 'There is no such resident, or outside your grid.',
};

export const idNumberTaken: Refusal = {
  code: 'person.id-number-taken',
  status: 409,
  zh: '这个身份证号在本社区已经登记过了。请先按身份证号查找，再改原来的那一条。',
  en: 'A resident with this citizen number is already registered here.',
  fields: { idNumber: '已经登记过' },
};

export const searchOneThing: Refusal = {
  code: 'person.search-one',
  status: 422,
  zh: '请只填一样：电话、身份证号或者姓名。',
  en: 'Search by exactly one of telephone, citizen number or name.',
};

export const reasonTooShort: Refusal = {
  code: 'person.reason-too-short',
  status: 422,
  zh: '请写明为什么要看（至少 4 个字），例如“上门送药前联系”。查看会留下记录。',
  en: 'Say why (at least 4 signs). The look is recorded.',
  fields: { reason: '至少 4 个字' },
};

export function whyNotReveal(reason: string): Refusal | null {
  return [...reason.trim()].length < 4 ? reasonTooShort : null;
}

/** Someone saved first: both sides are shown, masked alike, and nothing is lost. */
export function changedMeanwhile(current: MaskedPerson, change: PersonChange): Refusal {
  const yours = {
    ...(change.name === undefined ? {} : { name: maskName(change.name) }),
    ...(change.phone === undefined ? {} : { phone: change.phone === null ? null : maskPhone(change.phone) }),
    ...(change.birthYear === undefined ? {} : { birthYear: change.birthYear }),
    ...(change.gender === undefined ? {} : { gender: change.gender }),
    ...(change.tags === undefined ? {} : { tags: change.tags }),
    ...(change.householdId === undefined ? {} : { householdId: change.householdId }),
  };
  return {
    code: 'person.changed',
    status: 409,
    zh: '在您填写的时候，别人先改了这位居民的资料。两边都列在下面，请对照后再保存一次。',
    en: 'Someone changed this resident first. Both sides are shown; compare and save again.',
    details: { current, yours, version: current.version },
  };
}

export function nothingToReveal(field: RevealField): Refusal {
  return {
    code: 'person.field-empty',
    status: 409,
    zh: `这位居民没有登记${revealFieldNames[field]}。`,
    en: 'This field is empty.',
  };
}

/** A record of the store, as far as others may see it. */
export type StoredPerson = Omit<MaskedPerson, 'name' | 'phone' | 'hasIdNumber' | 'hasNote' | 'gender'> & {
  nameMasked: string;
  phoneMasked: string | null;
  idNumberSealed: string | null;
  noteSealed: string | null;
  gender: string | null;
};

export function toMasked(row: StoredPerson): MaskedPerson {
  return {
    id: row.id,
    householdId: row.householdId,
    householdLabel: row.householdLabel,
    name: row.nameMasked,
    phone: row.phoneMasked,
    hasIdNumber: row.idNumberSealed !== null,
    hasNote: row.noteSealed !== null,
    birthYear: row.birthYear,
    gender: row.gender as MaskedPerson['gender'],
    tags: row.tags,
    version: row.version,
    leftAt: row.leftAt,
  };
}
