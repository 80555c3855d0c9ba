import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import typescript from 'typescript';

/** The project as its checks see it: paths relative to `root` with `/`, and a reader. */
export type Tree = { root: string; paths: string[]; read: (path: string) => string };

const NOT_OURS =
  /^(node_modules|data|dist|build|tests\/(broken|output)|docs\/generated|web\/lib\/openapi\.d\.ts)(\/|$)/;

/** Lists every file of ours under `root`: no packages, nothing built or generated, nothing broken on purpose. */
export function openTree(root: string): Tree {
  const paths: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = relative(root, join(folder, entry.name)).split(sep).join('/');
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || NOT_OURS.test(path)) continue;
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else if (entry.isFile()) paths.push(path);
    }
  };
  walk(root);
  return { root, paths: paths.sort(), read: (path) => readFileSync(join(root, path), 'utf8') };
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|cjs|js)$/.test(path) && !path.endsWith('.d.ts');
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
}

export function parse(tree: Tree, path: string): typescript.SourceFile {
  const kind = path.endsWith('.tsx') ? typescript.ScriptKind.TSX : typescript.ScriptKind.TS;
  return typescript.createSourceFile(path, tree.read(path), typescript.ScriptTarget.Latest, true, kind);
}

/** Calls `see` for every node below `node`, parents first; `see` returns false to go no deeper. */
export function visit(node: typescript.Node, see: (node: typescript.Node) => boolean | void): void {
  if (see(node) === false) return;
  typescript.forEachChild(node, (child) => visit(child, see));
}

/** First and last line of a node, counted from 1. */
export function linesOf(source: typescript.SourceFile, node: typescript.Node): { first: number; last: number } {
  return {
    first: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
    last: source.getLineAndCharacterOfPosition(node.getEnd()).line + 1,
  };
}
