import type { Problem } from '../contract.ts';
import type { Library, Shelf, Source } from '../definition/contract.ts';
import { problemAt } from '../definition/label/rules.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { actorChecks } from './actor/rules.ts';
import { conditionChecks } from './condition/rules.ts';
import type { Check } from './contract.ts';
import { formChecks } from './forms/rules.ts';
import { kindChecks } from './kind/rules.ts';
import { checkCalendars, checkEnglish, checkIds, checkNames } from './library/rules.ts';
import { limitChecks } from './limit/rules.ts';
import { lineChecks } from './line/rules.ts';
import { payChecks } from './pay/rules.ts';
import { publicChecks } from './public/rules.ts';
import { settingChecks } from './setting/rules.ts';

const checks: readonly Check[] = [
  ...lineChecks,
  ...kindChecks,
  ...payChecks,
  ...formChecks,
  ...limitChecks,
  ...actorChecks,
  ...conditionChecks,
  ...publicChecks,
  ...settingChecks,
];

function examine(source: Source, shelf: Shelf): { problems: Problem[]; texts: string[] } {
  const { method, problems, texts } = compileMethod(source, shelf);
  const subject = { method, source, shelf };
  const found = checks
    .flatMap((check) => check(subject))
    .map(({ code, path, details }) => problemAt(source, code, path, details));
  const all = [...problems, ...found];
  const once = all.filter((one, at) => all.findIndex((other) => other.zh === one.zh && other.line === one.line) === at);
  return { problems: once, texts };
}

/** What is wrong with one method file, in sentences with file, path and line. It may run when none is an error. */
export function checkMethod(source: Source, shelf: Shelf): Problem[] {
  return examine(source, shelf).problems;
}

const isOpen = (text: string): boolean => text !== '';

/** What is wrong with a library folder. Errors keep it from starting, warnings do not. Source: METHODS 2.1 "Checked". */
export function checkLibrary(library: Library): Problem[] {
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const idOf = (source: Source): string => String(source.raw['id']);
  const shelf = { names, english, methods: library.methods.map(idOf), registers: library.registers.map(idOf) };
  const examined = library.methods.map((source) => ({ source, ...examine(source, shelf) }));
  const used = new Map(
    examined.flatMap(({ source, texts }) => texts.filter(isOpen).map((text) => [text, source] as const)),
  );
  const called = [names.roles, names.bodies, names.funds].flatMap((group) =>
    Object.values(group).map((name) => name.label.zh),
  );
  for (const text of called) if (library.names && !used.has(text)) used.set(text, library.names);
  return [
    ...library.problems,
    ...checkIds(library.methods),
    ...checkNames(library.names, names),
    ...examined.flatMap(({ problems }) => problems),
    ...checkEnglish(library.english, used, [...library.duties, ...library.standards, ...library.registers]),
    ...checkCalendars(library),
  ];
}
