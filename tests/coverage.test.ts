import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What `docs/coverage.md` says is held against the tree: every row has its line, every file and every test it names is there. */

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/coverage.md'), 'utf8');

const rows =
  `A3 A5 A6 A7 A8 A9 A11 A12 A14 A15 A16 B1 B7 B9 B11 B12 B16 B17 B19 B22 B23 B24 B30 B31 B33 B36 B37 B38 B39 B43
  C6 C10 C11 C12 C13 C14 C15 C21 C53 C54 C64 C76 D4 D9 D10 D11 D12 D13 D14 D15 D16 D20 D26 D27 E1 E3 E4 E5 E6
  F03 F47 F48 F49 F58 N03 N11 N12 N15 N16 N17 N18 N21 N37 N38 N39 N88 X4 X6 X8 X9
  B10 B34 B35 C16 C17 C18 C26 C27 C29 C30 C37 C39 C55 C57 C58 C59 C60 C61 C68 C70 C75 C77
  C78 C87 C90 C91 D2 D21 D22 D23 D34 E2 F08 F18 F26 F28 F35 F41 F42 F57 N14 N46 N47 N58
  N60 N61 N66 N67 N68 N76 N77 X3 X17 X29
  A13 A17 B26 B41 C8 C38 C40 C41 C42 C65 C66 C67 D19 D33 F20 F21 F22 F23 N53 N54 N55 N56 N90 X18 X24`.split(/\s+/);

const lines = text
  .split('\n')
  .filter((line) => /^\| [A-Z]\d+ /.test(line))
  .map((line) => {
    const [, id = '', what = '', shown = '', proven = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { id, what, shown, proven };
  });

const filesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([\w./-]+\.(?:ts|tsx|yaml|sql|md|css|svg))`/g)].map((match) => match[1] as string);
/** `path/to.test.ts` “words of its title” */
const titlesIn = (cell: string): { file: string; title: string }[] =>
  [...cell.matchAll(/`([\w./-]+\.test\.ts)` “([^”]+)”/g)].map((match) => ({
    file: match[1] as string,
    title: match[2] as string,
  }));

describe('docs/coverage.md', () => {
  test('every row, flow and rule of culture, deliberation and public money has exactly one line, with a screen or file and a proof or a reason', () => {
    const ids = lines.map(({ id }) => id);
    expect(rows.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(lines.filter(({ what, shown, proven }) => what === '' || shown === '' || proven === '')).toEqual([]);
  });

  test('every file it names is there', () => {
    const named = lines.flatMap(({ id, shown, proven }) =>
      filesIn(`${shown} ${proven}`).map((file) => `${id} ${file}`),
    );
    expect(named.filter((one) => !existsSync(join(root, one.split(' ')[1] as string)))).toEqual([]);
    expect(named.length).toBeGreaterThan(lines.length);
  });

  test('every test it names by its title is in that file', () => {
    const named = lines.flatMap(({ proven }) => titlesIn(proven));
    const missing = named.filter(({ file, title }) => !readFileSync(join(root, file), 'utf8').includes(title));
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
