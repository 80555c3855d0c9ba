import type { Problem } from '../contract.ts';
import type { Library, Shelf, Source } from '../definition/contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';

/** What is wrong with one method file, in sentences with file, path and line. Empty when it may run. */
export function checkMethod(source: Source, shelf: Shelf): Problem[] {
  return compileMethod(source, shelf).problems;
}

/** What is wrong with a library folder. Errors keep it from starting, warnings do not. */
export function checkLibrary(library: Library): Problem[] {
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  return [...library.problems, ...library.methods.flatMap((source) => checkMethod(source, shelf))];
}
