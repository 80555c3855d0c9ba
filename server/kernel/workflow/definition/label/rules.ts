import type { Json, Label, Problem } from '../../contract.ts';
import type { Reading, Source } from '../contract.ts';
import { sentence } from '../sentence/rules.ts';
import type { Code, Details } from '../sentence/rules.ts';

/** The line on which a path stands, or the nearest thing above it that has a line. */
export function lineOf(source: Source, path: string): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const line = source.lines[at];
    if (line !== undefined) return line;
  }
  return 1;
}

/** Records that something is wrong at a path (`steps/handle/within`). */
export function note(reading: Reading, code: Code, path: string, details: Details = {}): void {
  reading.problems.push(problemAt(reading.source, code, path, details));
}

export function problemAt(source: Source, code: Code, path: string, details: Details = {}): Problem {
  const { zh, en, severity } = sentence(code, { path: path.replaceAll('/', '.'), ...details });
  return { severity, code, file: source.file, path: path.replaceAll('/', '.'), line: lineOf(source, path), zh, en };
}

/** A Chinese text with its English from the dictionary; where none is, the Chinese stands in. */
export function labelOf(reading: Reading, zh: string): Label {
  reading.texts.add(zh);
  return { zh, en: reading.shelf.english[zh] ?? zh };
}

const keyPattern = /^([A-Za-z][A-Za-z0-9]*)(?: +(\S.*))?$/;

/** The id of a key as written: `verify 项目验证` → `verify`. */
export function keyId(key: string): string {
  return key.split(' ', 1)[0] as string;
}

/** Reads a key that people see. Says so when the id is badly formed or the Chinese is missing. */
export function readKey(reading: Reading, key: string, path: string): { id: string; label: Label } {
  const match = keyPattern.exec(key);
  const id = match?.[1] ?? keyId(key);
  const here = `${path}/${id}`;
  if (!match) note(reading, 'label-id', here, { key });
  else if (match[2] === undefined) note(reading, 'label-missing', here, { key });
  return { id, label: labelOf(reading, match?.[2] ?? id) };
}

export type Entries = [key: string, value: Json][];

export const isMap = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a map; says so when something else stands there. */
export function entriesOf(reading: Reading, value: Json | undefined, path: string): Entries {
  if (value === undefined || value === null) return [];
  if (isMap(value)) return Object.entries(value);
  note(reading, 'map-expected', path);
  return [];
}

/** A list; one item may stand for itself, and a list of one that could is refused: nothing is written in two ways. */
export function listOf(reading: Reading, value: Json | undefined, path: string): string[] {
  if (value === undefined || value === null) return [];
  const items = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && value.length === 1) note(reading, 'list-of-one', path);
  return items.filter((item): item is string => {
    if (typeof item === 'string') return true;
    note(reading, 'word-expected', path);
    return false;
  });
}

/** A text, or undefined with a sentence when it is something else. */
export function textOf(reading: Reading, value: Json | undefined, path: string): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
  note(reading, 'word-expected', path);
  return undefined;
}

export function refuseUnknownKeys(
  reading: Reading,
  value: Json,
  known: readonly string[],
  later: readonly string[],
  path: string,
): void {
  for (const key of isMap(value) ? Object.keys(value) : []) {
    const here = path === '' ? key : `${path}/${key}`;
    if (later.includes(key)) note(reading, 'key-later', here, { key });
    else if (!known.includes(key)) note(reading, 'key-unknown', here, { key });
  }
}
