import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Illustration = { file: string; title: string; kind: string; slug: string };

const folder = new URL('./', import.meta.url);
const listed: Illustration[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
const present = readdirSync(folder).filter((name) => name.endsWith('.svg'));
const limitBytes = 21 * 1024;

function readDrawing(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** The names of the tags left open, or closed in the wrong order; an empty list for a well-formed drawing. */
function unbalancedTags(markup: string): string[] {
  const open: string[] = [];
  for (const [whole, closing, name = '', selfClosing] of markup.matchAll(
    /<(\/?)([a-zA-Z]+)(?:[^<>"]|"[^"<]*")*?(\/?)>/g,
  )) {
    if (closing && open.pop() !== name) return [whole];
    if (!closing && !selfClosing) open.push(name);
  }
  const outsideTags = markup.replace(/<(?:[^<>"]|"[^"<]*")*>/g, '');
  return /[<>]/.test(outsideTags) ? [...open, outsideTags] : open;
}

describe('the list of illustrations', () => {
  test('names exactly the files that are there, in order', () => {
    expect(listed.map((item) => item.file)).toEqual([...present].sort());
  });

  test('gives each a known kind, and a slug that tells it from the others of its kind', () => {
    for (const item of listed) expect(['pair', 'event', 'face', 'empty', 'scene']).toContain(item.kind);
    const keys = listed.map((item) => (item.kind === 'pair' ? item.file : `${item.kind} ${item.slug}`));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('has an after for every before, of the same size', () => {
    const pairs = listed.filter((item) => item.kind === 'pair');
    const slugs = new Set(pairs.map((item) => item.slug));
    expect(slugs.size).toBeGreaterThanOrEqual(20);
    expect(pairs.map((item) => item.file).sort()).toEqual(
      [...slugs].flatMap((slug) => [`${slug}-after.svg`, `${slug}-before.svg`]).sort(),
    );
    for (const slug of slugs) {
      const [before, after] = ['before', 'after'].map((side) =>
        /viewBox="[^"]+"/.exec(readDrawing(`${slug}-${side}.svg`)),
      );
      expect(after?.[0]).toBe(before?.[0]);
    }
  });
});

describe.each(listed)('$file', ({ file, title, kind }) => {
  const markup = readDrawing(file);

  test('is at most 21 kB', () => {
    expect(statSync(new URL(file, folder)).size).toBeLessThanOrEqual(limitBytes);
  });

  test('carries the Chinese title the list gives, and a pair says which side it is', () => {
    expect(/<title>([^<]+)<\/title>/.exec(markup)?.[1]).toBe(title);
    expect(title).toMatch(/\p{Script=Han}/u);
    if (kind === 'pair') expect(title.startsWith(file.endsWith('-before.svg') ? '之前：' : '现在：')).toBe(true);
  });

  test('is well-formed', () => {
    expect(markup.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="')).toBe(true);
    expect(unbalancedTags(markup)).toEqual([]);
    expect(markup).not.toMatch(/NaN|undefined/);
  });

  test('is flat, and reaches for nothing outside itself', () => {
    const own = markup.replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(own).not.toMatch(/<script|<linearGradient|<radialGradient|<image|<foreignObject|http|href|\son[a-z]+=/i);
  });
});
