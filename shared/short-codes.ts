import { letters } from './ids.ts';

/** The end of a uuid v7, all chance: with its area enough to name one record of a kind. */
const tailDigits = 10;
const tailLetters = 9;
const areaLetters = 4;

/** A short public code of a record: four letters of its area, nine of its id. For links that are pasted and read aloud. */
export function shortCode(area: string, id: string): string {
  let rest = Number.parseInt(id.slice(-tailDigits), 16);
  let text = '';
  for (let at = 0; at < tailLetters; at++) {
    text = `${letters[rest % letters.length]}${text}`;
    rest = Math.floor(rest / letters.length);
  }
  return area + text;
}

/** The area's letters and the end of the id that a short code names; null when it is none. */
export function readShortCode(code: string): { area: string; tail: string } | null {
  const text = code.toLowerCase();
  const values = [...text.slice(areaLetters)].map((letter) => letters.indexOf(letter));
  if (values.length !== tailLetters || values.some((value) => value < 0)) return null;
  const tail = values.reduce((sum, value) => sum * letters.length + value, 0).toString(16);
  return tail.length > tailDigits ? null : { area: text.slice(0, areaLetters), tail: tail.padStart(tailDigits, '0') };
}
