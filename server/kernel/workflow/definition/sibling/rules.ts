import { checkIds } from '../../checker/library/rules.ts';
import type { Finding } from '../../checker/contract.ts';
import type { Form, Problem } from '../../contract.ts';
import type { Library, Shelf, Source } from '../contract.ts';
import { lineOf, problemAt } from '../label/rules.ts';
import { fill } from '../sentence/rules.ts';
import { compileNames } from '../rules.ts';

/** What the other kinds of library files — duties, registers, standards — are checked with besides their own rules. */

type Spot = { file: string; path: string; line: number };
type Sentences<Code extends string> = Record<Code, readonly [zh: string, en: string]>;

/** Says a finding at a path of a file in both languages, in the sentences of one kind of file. */
export function problemWriter<Code extends string>(
  sentences: Sentences<Code>,
): (at: Spot, code: Code, details?: Record<string, string>) => Problem {
  return (at, code, details = {}) => {
    const [zh, en] = sentences[code];
    const path = at.path.replaceAll('/', '.');
    const words = { path, ...details };
    return { severity: 'error', code, file: at.file, path, line: at.line, zh: fill(zh, words), en: fill(en, words) };
  };
}

/** Fields of a type that this kind of file does not carry yet. */
export function fieldsNotHere(forms: Record<string, Form>, types: readonly string[]): Finding[] {
  return Object.values(forms).flatMap((form) =>
    form.fields
      .filter((field) => types.includes(field.type))
      .map((field) => ({
        code: 'type-later' as const,
        path: `forms/${form.id}/${field.id}`,
        details: { type: field.type },
      })),
  );
}

/** Each problem once: two checks may find the same. */
export function problemsOnce(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    (one, at) => problems.findIndex((other) => other.zh === one.zh && other.line === one.line) === at,
  );
}

const isChinese = (written: string): boolean => /\p{Script=Han}/u.test(written);

export type SiblingCheck = {
  sources: readonly Source[];
  examine(source: Source, shelf: Shelf): { problems: Problem[]; texts: string[] };
  /** The id of this file is taken by another. */
  twice(at: Spot, details: { id: string }): Problem;
};

/** What is wrong with all files of one kind: each by itself, ids used twice, and labels without English. */
export function checkSiblings(library: Library, { sources, examine, twice }: SiblingCheck): Problem[] {
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  const sayTwice = ({ file }: Problem): Problem => {
    const source = sources.find((one) => one.file === file);
    const line = source ? lineOf(source, 'id') : 1;
    return twice({ file, path: 'id', line }, { id: String(source?.raw['id']) });
  };
  return [
    ...checkIds(sources).map((problem) => (problem.code === 'method-twice' ? sayTwice(problem) : problem)),
    ...sources.flatMap((source) => {
      const { problems, texts } = examine(source, shelf);
      const missing = texts.filter((written) => isChinese(written) && english[written] === undefined);
      return [...problems, ...missing.map((written) => problemAt(source, 'english-missing', '', { text: written }))];
    }),
  ];
}
