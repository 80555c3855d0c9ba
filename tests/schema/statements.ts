import typescript from 'typescript';
import { isCode, isTest, linesOf, parse, type Tree, visit } from '../../scripts/tree.ts';
import { SHARED_TABLES } from './classes.ts';

export type StatementRule = { name: string; check: (statement: string) => string | null };

const CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\s*\)|\bcurrent_(timestamp|date|time)\b/i;

/** Rules that stand in the text of a statement: a catalogue cannot show them. */
export const STATEMENT_RULES: StatementRule[] = [
  {
    name: 'do update set is repeatable',
    check: (sql) =>
      /do\s+update\s+set[\s\S]*?(\bnow\(|\brandom\(|gen_random_uuid\()/i.test(sql)
        ? 'reads time or chance in DO UPDATE SET; pass it as a parameter'
        : null,
  },
  {
    name: 'one clock',
    check: (sql) => (CLOCK.test(sql) ? 'reads the clock of the database; pass tx.now as a parameter' : null),
  },
  {
    name: 'skip locked names the area',
    check: (sql) => {
      if (!/skip\s+locked/i.test(sql)) return null;
      const tables = [...sql.matchAll(/\b(?:from|join)\s+((?:[a-z_]+\.)?"?[a-z_]+"?)/gi)].map((match) => match[1]!);
      const owned = tables.find((table) => !/^(auth|jobs)\./.test(table) && !SHARED_TABLES.includes(table));
      return owned && !/\barea_id\b/.test(sql) ? `skips locked rows of ${owned} without area_id` : null;
    },
  },
];

const LOOKS_LIKE_SQL = /^\s*(with|select|insert|update|delete|merge)\b[\s\S]*\b(from|into|set|select)\b/i;

/** Every SQL statement written in the server's code, with its place. */
export function listStatements(tree: Tree): { where: string; sql: string }[] {
  return tree.paths
    .filter((path) => path.startsWith('server/') && isCode(path) && !isTest(path))
    .flatMap((path) => {
      const found: { where: string; sql: string }[] = [];
      const source = parse(tree, path);
      visit(source, (node) => {
        const isText = typescript.isStringLiteralLike(node) || typescript.isTemplateExpression(node);
        if (!isText || !LOOKS_LIKE_SQL.test(node.getText(source).slice(1))) return true;
        found.push({ where: `${path}:${linesOf(source, node).first}`, sql: node.getText(source).slice(1, -1) });
        return false;
      });
      return found;
    });
}

/** What is wrong with the statements of `tree`, one sentence each. */
export function checkStatements(tree: Tree): string[] {
  return listStatements(tree).flatMap(({ where, sql }) =>
    STATEMENT_RULES.flatMap(({ name, check }) => {
      const why = check(sql);
      return why ? [`${name}: ${where} ${why}`] : [];
    }),
  );
}
