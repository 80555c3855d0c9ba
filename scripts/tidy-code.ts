import typescript from 'typescript';
import { isCode, isTest, linesOf, parse, type Tree, visit } from './tree.ts';
import type { Problem } from './tidy-names.ts';

/** Files in which a framework or a tool asks for a default export. */
const DEFAULT_EXPORT_ALLOWED = [
  /\.config\.(ts|mjs|js|cjs)$/,
  /^web\/(.+\/)?(root|entry\.(server|client))\.tsx$/,
  /^web\/(.+\/)?routes\.ts$/,
  /^web\/resident\/(routes|pages)\/.+\.tsx$/,
  /^tests\/global-setup\.ts$/,
];

const WORLD_WORDS: [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)/, 'reads the clock; take `now` as an argument'],
  [/\bMath\.random\b|\bcrypto\.|\brandomUUID\b/, 'throws dice; take chance as an argument'],
  [/\bprocess\.|\bglobalThis\b/, 'reads the process; take the setting as an argument'],
  [/\bfetch\(/, 'calls the network; leave that to an effect'],
  [/\bset(Timeout|Interval|Immediate)\b/, 'waits; a deadline is a row'],
  [/\bconsole\./, 'writes to the console; return what happened'],
  [/\bawait\b|\basync\b|\bPromise\b/, 'waits for something; rules decide at once'],
];

const LEFT_OVERS: [RegExp, string][] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'says that something is missing; do it, or write it in an issue'],
  [/\b(test|it|describe|suite)(\.\w+)*\.(only|skip|todo)\b/, 'leaves tests out'],
  [/^\s*debugger;/, 'stops in the debugger'],
  [/@ts-(ignore|nocheck)|@ts-expect-error(?! \S)/, 'silences the type checker; mend the type'],
  [/(oxlint|eslint)-disable(?!.* -- \S)/, 'switches a check off without saying why; write `-- reason` behind it'],
];

/** Code files with comments blanked out, so that words in prose do not count; line numbers stay. */
function withoutComments(text: string): string {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank);
}

function findWords(tree: Tree, path: string, text: string, words: [RegExp, string][]): Problem[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      words.filter(([word]) => word.test(line)).map(([, sentence]) => ({ where: `${path}:${index + 1}`, sentence })),
    );
}

export function checkRulesKnowNoWorld(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => /^server\/(modules|kernel)\/.+\/rules\.ts$/.test(path))
    .flatMap((path) => findWords(tree, path, withoutComments(tree.read(path)), WORLD_WORDS));
}

export function checkLeftOvers(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => isCode(path) || /\.(sql|css)$/.test(path))
    .filter((path) => path !== 'scripts/tidy-code.ts')
    .flatMap((path) => findWords(tree, path, tree.read(path), LEFT_OVERS));
}

export function checkBarrels(tree: Tree): Problem[] {
  return tree.paths.filter(isCode).flatMap((path) =>
    tree
      .read(path)
      .split('\n')
      .flatMap((line, index) =>
        /^\s*export \* /.test(line)
          ? [{ where: `${path}:${index + 1}`, sentence: 'passes on everything; name what is public' }]
          : [],
      ),
  );
}

export function checkNamedExports(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => isCode(path) && !DEFAULT_EXPORT_ALLOWED.some((allowed) => allowed.test(path)))
    .flatMap((path) => {
      const line = tree
        .read(path)
        .split('\n')
        .findIndex((text) => /^\s*export default\b|^\s*export \{[^}]*\bas default\b/.test(text));
      return line < 0 ? [] : [{ where: `${path}:${line + 1}`, sentence: 'exports without a name; give it one' }];
    });
}

/** Transactions open where a request, a job or a command (such as loading the demo) begins; others are handed one. */
export function checkTransactions(tree: Tree): Problem[] {
  const words: [RegExp, string][] = [
    [
      /\b(query|execute)\(\s*['"`]\s*(begin|commit|rollback|start transaction|savepoint)\b/i,
      'begins or ends a transaction',
    ],
    [
      /\b(inTransaction|withTransaction|openUnitOfWork)\(|\.transaction\(/,
      'opens a transaction; take `tx` as an argument',
    ],
  ];
  return tree.paths
    .filter((path) => /^(server\/(modules|kernel)|demo)\//.test(path) && isCode(path) && !isTest(path))
    .filter((path) => path !== 'demo/load.ts')
    .flatMap((path) => findWords(tree, path, withoutComments(tree.read(path)), words));
}

/** SQL stands in store.ts: what imports cannot see is a query sent through a `tx` that was handed over. */
export function checkSqlInStores(tree: Tree): Problem[] {
  const words: [RegExp, string][] = [
    [/\b(tx|reader|database|db|client|pool)\.(query\b|orm\b)/, 'queries; put the statement in store.ts'],
    [
      /['"`]\s*(select\s[\s\S]*\sfrom|insert\s+into|update\s+\S+\s+set|delete\s+from)\s/i,
      'holds SQL; put it in store.ts',
    ],
  ];
  return tree.paths
    .filter((path) => /^(server\/(modules|kernel)|demo)\//.test(path) && isCode(path) && !isTest(path))
    .filter((path) => !path.endsWith('/store.ts'))
    .flatMap((path) => findWords(tree, path, withoutComments(tree.read(path)), words));
}

/** Functions, not classes: a class may only be an error, or on the screen a boundary that React wants as a class. */
export function checkClasses(tree: Tree): Problem[] {
  return tree.paths.filter(isCode).flatMap((path) => {
    if (!/\bclass\s/.test(tree.read(path))) return [];
    const problems: Problem[] = [];
    const source = parse(tree, path);
    visit(source, (node) => {
      if (!typescript.isClassLike(node)) return;
      const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText(source) ?? '';
      const allowed = parent.endsWith('Error') || (/^web\/.+\.tsx$/.test(path) && parent.endsWith('Component'));
      const where = `${path}:${linesOf(source, node).first}`;
      if (!allowed) problems.push({ where, sentence: 'is a class; write functions (classes are for errors)' });
    });
    return problems;
  });
}

function textOf(literal: typescript.ObjectLiteralExpression, name: string): string | null {
  const property = literal.properties.find((each) => each.name?.getText() === name);
  if (!property) return null;
  return typescript.isPropertyAssignment(property) ? property.initializer.getText() : '';
}

function whyNotSaid(literal: typescript.ObjectLiteralExpression): string | null {
  const code = textOf(literal, 'code') ?? '';
  if (/^['"`]/.test(code) && !/^['"`][a-z0-9]+([-.][a-z0-9]+)*['"`]$/.test(code))
    return `code ${code} is not kebab.case`;
  const zh = textOf(literal, 'zh');
  const en = textOf(literal, 'en');
  if (zh === null || en === null) return 'refuses in one language only; write zh and en';
  if (/^['"`]/.test(zh) && !/\p{Script=Han}/u.test(zh)) return 'has no Chinese in zh';
  if (/^['"`]/.test(en) && (/\p{Script=Han}/u.test(en.replaceAll(/「[^」]*」/g, '')) || en.length < 6)) {
    return 'has no English in en';
  }
  return null;
}

/** A refusal is any object with a `code` and a `status`: it must say in both languages what to do. */
export function checkRefusals(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => /^(server|shared)\//.test(path) && isCode(path) && !isTest(path))
    .filter((path) => /\bcode\b[\s\S]*\bstatus\b/.test(tree.read(path)))
    .flatMap((path) => {
      const problems: Problem[] = [];
      const source = parse(tree, path);
      visit(source, (node) => {
        if (!typescript.isObjectLiteralExpression(node)) return;
        if (textOf(node, 'status') === null || !/^['"`]/.test(textOf(node, 'code') ?? '')) return;
        const why = whyNotSaid(node);
        if (why) problems.push({ where: `${path}:${linesOf(source, node).first}`, sentence: why });
      });
      return problems;
    });
}
