import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { root } from '../../cli/build.mjs';
import { at, tokenOf, useApp } from './app.ts';
import { listScreens } from './screens.ts';

useApp();

type Node = { type: string; [key: string]: unknown };
type File = { name: string; text: string };

/** What the browsers at the floor do not know: a name for it, and the styles it is looked for in. */
const phoneStyles: Record<string, RegExp> = {
  ':has()': /:has\(/,
  'container queries': /@container\b/,
  'cascade layers': /@layer\b/,
  inset: /[{;]inset(-inline|-block)?:/,
  'aspect-ratio': /[{;]aspect-ratio:/,
  'color-mix()': /color-mix\(/,
  'range queries': /@media[^{]*[<>]/,
  'text-wrap': /[{;]text-wrap:/,
};
const deskStyles: Record<string, RegExp> = {
  'cascade scopes': /@scope\b/,
  'color-mix()': /color-mix\(/,
  'text-wrap': /[{;]text-wrap:/,
  'starting styles': /@starting-style\b/,
};

/** Members that came later than the floor and that no build step brings. */
const phoneMembers = [
  'at',
  'hasOwn',
  'structuredClone',
  'findLast',
  'toSorted',
  'toReversed',
  'groupBy',
  'randomUUID',
  'withResolvers',
];
const deskMembers = ['toSorted', 'toReversed', 'toSpliced', 'groupBy', 'withResolvers'];

/** Syntax that Chromium 88 or Safari 14 cannot read. */
function newerSyntax(program: Node): string[] {
  const found = new Set<string>();
  walk(program, (node) => {
    if (node.type === 'StaticBlock') found.add('static block');
    if (node.type === 'PrivateIdentifier') found.add('private member');
    if (node.type === 'PropertyDefinition') found.add('class field');
    const flags = (node.regex as { flags?: string } | undefined)?.flags ?? '';
    if (/[dv]/.test(flags)) found.add(`regular expression with ${flags}`);
    if (node.regex && /\(\?<[=!]/.test((node.regex as { pattern: string }).pattern)) found.add('look-behind');
  });
  return [...found];
}

function walk(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, see);
  else if (node !== null && typeof node === 'object') {
    if ('type' in node) see(node as Node);
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') walk(value, see);
  }
}

function membersOf(program: Node): Set<string> {
  const names = new Set<string>();
  walk(program, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = node.callee as Node;
    const name = callee.type === 'MemberExpression' && !callee.computed ? (callee.property as Node).name : callee.name;
    if (typeof name === 'string') names.add(name);
  });
  return names;
}

/** Rules inside rules. */
function hasNesting(styles: string): boolean {
  const plain = styles.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/"[^"]*"|'[^']*'/g, '""');
  const open: string[] = [];
  for (const [, before = '', brace] of plain.matchAll(/([^{};]*)([{};])/g)) {
    if (brace === '}') open.pop();
    if (brace !== '{') continue;
    if (open.some((one) => !one.startsWith('@'))) return true;
    open.push(before.trim());
  }
  return false;
}

/** A height of the visible screen with none before it that older browsers know. */
function bareHeights(styles: string): string[] {
  return [...styles.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) =>
    body.split(';').filter((line, index, all) => {
      const [name = ''] = line.split(':');
      return /\d(dvh|svh|lvh)\b/.test(line) && !all.slice(0, index).some((one) => one.startsWith(`${name}:`));
    }),
  );
}

function filesOf(folder: string, ending: string): File[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** What the pages of the phone name, and what that loads in turn. Built files that no page names are not shipped. */
async function shippedScripts(folder: string): Promise<File[]> {
  const named = new Set<string>();
  for (const { path, as, face } of await listScreens()) {
    if (!['public', 'resident', 'grid'].includes(face)) continue;
    const page = await (await fetch(at(path), { headers: as ? { cookie: `liren=${await tokenOf(as)}` } : {} })).text();
    for (const [, name = ''] of page.matchAll(/"\/assets\/([^"/]+\.js)"/g)) named.add(name);
  }
  const files: File[] = [];
  for (const name of named) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, more = ''] of text.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)/g)) named.add(more);
    files.push({ name, text });
  }
  return files;
}

describe('phone pages run in Chromium 88 and Safari 14', () => {
  const folder = join(root, 'dist/phone/client/assets');

  test('scripts use no syntax and no members that came later', async () => {
    const scripts = await shippedScripts(folder);
    expect(scripts.length).toBeGreaterThan(0);
    for (const { name, text } of scripts) {
      const program = parseAst(text) as unknown as Node;
      expect(newerSyntax(program), name).toEqual([]);
      const members = membersOf(program);
      expect(
        phoneMembers.filter((member) => members.has(member)),
        name,
      ).toEqual([]);
    }
  });

  test('styles use nothing that came later', () => {
    const styles = filesOf(folder, '.css');
    expect(styles.length).toBeGreaterThan(0);
    for (const { name, text } of styles) {
      for (const [what, pattern] of Object.entries(phoneStyles)) expect(text, `${name}: ${what}`).not.toMatch(pattern);
      expect(hasNesting(text), `${name}: rules inside rules`).toBe(false);
      expect(bareHeights(text), name).toEqual([]);
    }
  });
});

describe('desk and wall run in Chromium 109', () => {
  const folder = join(root, 'dist/desk/assets');

  test('scripts parse, and use no members that came later', () => {
    expect(existsSync(folder)).toBe(true);
    for (const { name, text } of filesOf(folder, '.js')) {
      const program = parseAst(text) as unknown as Node;
      const members = membersOf(program);
      expect(
        deskMembers.filter((member) => members.has(member)),
        name,
      ).toEqual([]);
    }
  });

  test('styles use nothing that came later', () => {
    for (const { name, text } of filesOf(folder, '.css')) {
      for (const [what, pattern] of Object.entries(deskStyles)) expect(text, `${name}: ${what}`).not.toMatch(pattern);
      expect(hasNesting(text), `${name}: rules inside rules`).toBe(false);
    }
  });
});

test('the test sees what it looks for', () => {
  const script = parseAst('class A { #b = 1; static { a = /(?<=x)y/v } }') as unknown as Node;
  expect(newerSyntax(script).toSorted()).toEqual(
    ['class field', 'look-behind', 'private member', 'regular expression with v', 'static block'].toSorted(),
  );
  expect(membersOf(parseAst('a.at(-1); structuredClone(a)') as unknown as Node)).toEqual(
    new Set(['at', 'structuredClone']),
  );
  expect(hasNesting('a{color:red}@media print{a{color:red}}')).toBe(false);
  expect(hasNesting('a{color:red;& b{color:red}}')).toBe(true);
  expect(bareHeights('a{height:100vh;height:100dvh}b{height:100dvh}')).toEqual(['height:100dvh']);
});
