import { sha256 } from '#shared/digest';
import { letters } from '#shared/ids';
import type { Refusal } from '#shared/refusal';
import { minuteMs } from '#shared/time';
import type { CardState } from './contract.ts';

const areaLetterCount = 4;
/** 31 letters, so 26 of them hold 128.8 random bits. */
export const secretLetterCount = 26;
/** Random bytes to hand in: enough that 26 of them are even for all letters but once in 10^40. */
export const randomBytesPerCard = 64;

/** The secret of a card from random bytes; bytes that would favour some letters are left out. */
export function secretOf(random: Uint8Array): string {
  const even = 256 - (256 % letters.length);
  const signs = [...random].filter((byte) => byte < even).map((byte) => letters[byte % letters.length]);
  if (signs.length < secretLetterCount) throw new Error('too few random bytes for a card');
  return signs.slice(0, secretLetterCount).join('');
}

/** The whole code as it is hashed and stands in the QR: four letters that name the community, then the secret. */
export function codeOf(areaLetters: string, secret: string): string {
  return `${areaLetters}${secret}`;
}

/** The code as people read it: abcd-efghj-kmnpq-… */
export function groupedCode(code: string): string {
  const secret = code.slice(areaLetterCount);
  return [code.slice(0, areaLetterCount), ...(secret.match(/.{1,5}/g) ?? [])].join('-').toUpperCase();
}

/** Reads a code however it was typed or scanned, also from the whole address of the QR; null when it cannot be one. */
export function readCode(text: string): { areaLetters: string; code: string } | null {
  const last = text.normalize('NFKC').trim().toLowerCase().split('/').at(-1) ?? '';
  const code = last.replace(/[\s·_—–-]/g, '');
  const isCode =
    code.length === areaLetterCount + secretLetterCount && [...code].every((sign) => letters.includes(sign));
  return isCode ? { areaLetters: code.slice(0, areaLetterCount), code } : null;
}

export function hashOf(code: string): string {
  return sha256(`household-card\n${code}`);
}

export type CardTimes = { firstUsedAt: string | null; confirmedAt: string | null; revokedAt: string | null };

export function stateOf(card: CardTimes): CardState {
  if (card.revokedAt) return 'revoked';
  if (card.confirmedAt) return 'confirmed';
  return card.firstUsedAt ? 'waiting' : 'new';
}

export function whyNotUse(card: CardTimes | null): Refusal | null {
  if (!card) return cardUnknown;
  return stateOf(card) === 'revoked' ? cardRevoked : null;
}

export function whyNotConfirm(card: CardTimes): Refusal | null {
  const state = stateOf(card);
  if (state === 'revoked') return cardRevoked;
  if (state !== 'new') return null;
  return {
    code: 'card.not-used-yet',
    status: 409,
    zh: '这张卡还没有人用过。请让住户先扫一次，再来确认。',
    en: 'Nobody has used this card yet; it can be confirmed after its first use.',
  };
}

export const cardUnknown: Refusal = {
  code: 'card.unknown',
  status: 404,
  zh: '没有认出这张卡。请再扫一次，或者照着卡片把字母输一遍；还是不行就给网格员打电话。',
  en: 'This code is not that of a card.',
};

export const cardRevoked: Refusal = {
  code: 'card.revoked',
  status: 403,
  zh: '这张卡已经停用了。请给网格员打电话，换一张新的。',
  en: 'This card was revoked. Ask the grid worker for a new one.',
};

export const tooManyGuesses: Refusal = {
  code: 'card.too-many-guesses',
  status: 429,
  zh: '输错的次数太多了，请过 10 分钟再试，或者直接扫卡片上的码。',
  en: 'Too many wrong codes from here. Wait ten minutes.',
};

export const guessesMax = 10;
export const guessWindowMs = 10 * minuteMs;

export type Guesses = { count: number; sinceMs: number };

/** One more wrong code from an origin; the count begins again after ten quiet minutes. */
export function countGuess(before: Guesses | undefined, nowMs: number): Guesses {
  return before && nowMs - before.sinceMs < guessWindowMs
    ? { count: before.count + 1, sinceMs: before.sinceMs }
    : { count: 1, sinceMs: nowMs };
}

/**
 * What a wrong code is answered. Only wrong codes are refused: a card that is right opens also from an origin that guessed,
 * so that nobody can lock a neighbour out of a shared address; 128 random bits are what keeps guesses from ending well.
 */
export function answerToGuess(guesses: Guesses): Refusal {
  return guesses.count > guessesMax ? tooManyGuesses : cardUnknown;
}
