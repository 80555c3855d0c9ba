import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, isMap as isMapNode, isScalar, isSeq, LineCounter, parse, parseDocument, visit } from 'yaml';
import type { Node } from 'yaml';
import { canonical } from '#shared/canonical';
import type { Json, Problem } from '../contract.ts';
import type { Library, Raw, Source } from './contract.ts';
import { keyId, problemAt } from './label/rules.ts';
import { expandVariants } from '../settings/variant/rules.ts';

/** Reads library files from a folder. The one place of the kernel that knows YAML and the disk. */

function walk(node: unknown, path: string, counter: LineCounter, lines: Record<string, number>): void {
  if (isSeq(node)) {
    node.items.forEach((item, at) => {
      const start = (item as Node | null)?.range?.[0];
      const here = path === '' ? String(at) : `${path}/${at}`;
      if (start !== undefined) lines[here] = counter.linePos(start).line;
      walk(item, here, counter, lines);
    });
  }
  if (!isMapNode(node)) return;
  for (const pair of node.items) {
    if (!isScalar(pair.key)) continue;
    const here = path === '' ? keyId(String(pair.key.value)) : `${path}/${keyId(String(pair.key.value))}`;
    lines[here] = counter.linePos(pair.key.range?.[0] ?? 0).line;
    walk(pair.value, here, counter, lines);
  }
}

const halves: Record<string, string> = {
  '：': ': ',
  '，': ', ',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '＃': '#',
};

/** Full-width marks where YAML wants half-width ones: after a key, or around a flow list. */
function wideMark(text: string): { mark: string; line: number } | null {
  for (const [at, line] of text.split('\n').entries()) {
    const found =
      /^\s*(?:- )?[A-Za-z][\w-]*(?: [^:'"#]*?)?(：)/u.exec(line)?.[1] ??
      /: *([［｛])|([］｝])\s*$/u.exec(line)?.slice(1).find(Boolean);
    if (found && !/^[^：]*: /.test(line.split(found)[0] ?? '')) return { mark: found, line: at + 1 };
    if (found && found !== '：') return { mark: found, line: at + 1 };
  }
  return null;
}

function differing(a: Json, b: Json, path = ''): string | null {
  if (canonical(a) === canonical(b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const key of keys) {
    const [left, right] = [(a as Raw)[key], (b as Raw)[key]];
    const here = path === '' ? keyId(key) : `${path}/${keyId(key)}`;
    if (left === undefined || right === undefined) return here;
    const found = differing(left, right, here);
    if (found !== null) return found;
  }
  return path;
}

const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/** Reads one file's text. What is wrong with the writing comes back as problems; the data is empty then. */
export function readSource(text: string, file: string): { source: Source; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, merge: false });
  const source: Source = { file, raw: {}, lines: {}, text };
  const wide = wideMark(text);
  if (wide) {
    const problem = problemAt(source, 'full-width', '', { mark: wide.mark, half: halves[wide.mark] ?? '' });
    return { source, problems: [{ ...problem, line: wide.line }] };
  }
  const error = document.errors[0];
  const value = error ? null : plainJson(document.toJS());
  if (error || typeof value !== 'object' || value === null || Array.isArray(value)) {
    const why = error ? (error.message.split('\n')[0] ?? '').replace(/ at line .*$/, '') : '应当逐行写“键: 值”';
    return {
      source,
      problems: [{ ...problemAt(source, 'yaml-broken', '', { why }), line: error?.linePos?.[0].line ?? 1 }],
    };
  }
  source.raw = value;
  walk(document.contents, '', counter, source.lines);
  const old = differing(value, plainJson(parse(text, { version: '1.1', merge: false, logLevel: 'silent' })));
  return { source, problems: old === null ? [] : [problemAt(source, 'yaml-old', old)] };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw problem;
  }
}

type Reading = ReturnType<typeof readSource>;

/** By path: methods, duties, registers and standards each read the folder when the app starts. */
const readings = new Map<string, Reading>();

/** Reads a file, and understands it anew when its text is another than the last time. */
function readFile(path: string, file: string): Reading {
  const text = readFileSync(path, 'utf8');
  const known = readings.get(path);
  if (known?.source.text === text && known.source.file === file) return known;
  const reading = readSource(text, file);
  readings.set(path, reading);
  return reading;
}

function readFiles(root: string, folder: string, problems: Problem[]): Source[] {
  return filesIn(join(root, folder)).flatMap((name) => {
    const read = readFile(join(root, folder, name), folder === '' ? name : `${folder}/${name}`);
    problems.push(...read.problems);
    return Object.keys(read.source.raw).length > 0 ? [read.source] : [];
  });
}

/** Reads a library folder: methods, duties, registers, names, English and calendars. Files that cannot be read are told, not thrown. */
export function readLibrary(root: string): Library {
  const problems: Problem[] = [];
  const companions = readFiles(root, '', problems);
  const methods = expandVariants(readFiles(root, 'methods', problems));
  problems.push(...methods.problems);
  return {
    methods: methods.sources,
    names: companions.find((source) => source.file === 'names.yaml') ?? null,
    english: companions.find((source) => source.file === 'en.yaml') ?? null,
    calendars: readFiles(root, 'calendars', problems),
    duties: readFiles(root, 'duties', problems),
    standards: readFiles(root, 'standards', problems),
    registers: readFiles(root, 'registers', problems),
    problems,
  };
}

const stampWord = '指纹';
const lineLengthMax = 100;

/**
 * A version that stands in no file, written as one: the same data read again has the same hash. Its head says whose it
 * is and its hash, by which a file changed by hand is told.
 */
export function writeSource(raw: Raw, stamp: { from: string; hash: string }): string {
  const document = new Document(raw, { schema: 'yaml-1.1' });
  visit(document, {
    Collection(_key, node, path) {
      if (path.length > 2 && JSON.stringify(node.toJSON()).length <= lineLengthMax) node.flow = true;
    },
  });
  const head = [`# ${stamp.from}的版本。采用前会重新检查；改了内容就是另一个版本。`, `# ${stampWord} ${stamp.hash}`];
  return `${head.join('\n')}\n${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}

/** The hash a file was stamped with when it was taken out; null for a file that has no stamp. */
export function stampedHash(text: string): string | null {
  return /^# 指纹 ([0-9a-f]{64})$/m.exec(text.slice(0, 1000))?.[1] ?? null;
}
