import typescript from 'typescript';
import { isCode, isTest, linesOf, parse, type Tree, visit } from './tree.ts';
import type { Problem } from './tidy-names.ts';

export const RATCHET = 'scripts/tidy-ratchet.json';
export const LINES_PER_FILE_MAX = 400;
export const LINES_PER_FUNCTION_MAX = 60;
export const LINES_PER_COMPONENT_MAX = 150;

/** What is too long, by `path` or `path#function`, with its length in lines. */
export type Lengths = Record<string, number>;

export function measureFiles(tree: Tree): Lengths {
  const lengths = tree.paths
    .filter(isCode)
    .map((path) => [path, tree.read(path).trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > LINES_PER_FILE_MAX);
  return Object.fromEntries(lengths);
}

function nameOf(node: typescript.Node): string {
  const parent = node.parent;
  const own = (node as { name?: typescript.Node }).name;
  if (own) return own.getText();
  if (typescript.isVariableDeclaration(parent) || typescript.isPropertyAssignment(parent)) return parent.name.getText();
  if (typescript.isCallExpression(parent)) return `${parent.expression.getText().slice(0, 40)}()`;
  return '(nameless)';
}

function isFunction(node: typescript.Node): boolean {
  return (
    typescript.isFunctionDeclaration(node) ||
    typescript.isFunctionExpression(node) ||
    typescript.isArrowFunction(node) ||
    typescript.isMethodDeclaration(node)
  );
}

/** Outermost functions that are too long; tests are not measured, since `describe` is a function only by accident. */
export function measureFunctions(tree: Tree): Lengths {
  const lengths: Lengths = {};
  for (const path of tree.paths.filter((each) => isCode(each) && !isTest(each))) {
    const max = path.endsWith('.tsx') ? LINES_PER_COMPONENT_MAX : LINES_PER_FUNCTION_MAX;
    if (tree.read(path).split('\n').length <= max) continue;
    const source = parse(tree, path);
    visit(source, (node) => {
      if (!isFunction(node)) return true;
      const { first, last } = linesOf(source, node);
      const lines = last - first + 1;
      if (lines <= max) return false;
      const key = `${path}#${nameOf(node)}`;
      lengths[key] = Math.max(lengths[key] ?? 0, lines);
      return false;
    });
  }
  return lengths;
}

export function readRatchet(tree: Tree): Lengths {
  return tree.paths.includes(RATCHET) ? (JSON.parse(tree.read(RATCHET)) as Lengths) : {};
}

function compare(measured: Lengths, allowed: Lengths, what: string): Problem[] {
  return Object.entries(measured)
    .filter(([where, lines]) => lines > (allowed[where] ?? 0))
    .map(([where, lines]) => ({
      where,
      sentence: `${what} of ${lines} lines (${allowed[where] ?? 'not'} allowed); split it`,
    }));
}

export function checkFileLength(tree: Tree): Problem[] {
  return compare(measureFiles(tree), readRatchet(tree), `a file`);
}

export function checkFunctionLength(tree: Tree): Problem[] {
  return compare(measureFunctions(tree), readRatchet(tree), `a function`);
}

/** The ratchet turns one way: what has become shorter must not grow back. */
export function checkRatchet(tree: Tree): Problem[] {
  const measured = { ...measureFiles(tree), ...measureFunctions(tree) };
  return Object.entries(readRatchet(tree))
    .filter(([where, lines]) => (measured[where] ?? 0) < lines)
    .map(([where, lines]) => ({
      where,
      sentence: `is shorter now than the ${lines} lines in the ratchet; run: node --import tsx scripts/tidy.ts --shrink`,
    }));
}

/** The ratchet lowered to today's lengths; nothing is ever added or raised. */
export function shrink(tree: Tree): Lengths {
  const measured = { ...measureFiles(tree), ...measureFunctions(tree) };
  const entries = Object.entries(readRatchet(tree)).flatMap(([where, lines]) =>
    measured[where] === undefined ? [] : [[where, Math.min(lines, measured[where])] as const],
  );
  return Object.fromEntries(entries);
}
