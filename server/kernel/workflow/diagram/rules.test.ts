import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readLibrary } from '../definition/store.ts';
import { diagram, mermaid } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const shelf = { names: compileNames(library.names?.raw ?? {}, {}), english: {}, methods: [] };
const methods = library.methods.map((source) => compileMethod(source, shelf).method);

describe('a method drawn', () => {
  test.each(methods.map((method) => [method.id, method] as const))(
    '%s: the main line stands in row 0 in order, asides below, no two in one place',
    (_id, method) => {
      const { nodes, edges, columns, rows } = diagram(method);
      const main = nodes.filter((node) => node.main);
      expect(main.map((node) => [node.column, node.row])).toEqual(main.map((_node, at) => [at, 0]));
      expect(nodes.filter((node) => !node.main).every((node) => node.row > 0)).toBe(true);
      expect(new Set(nodes.map((node) => `${node.column},${node.row}`)).size).toBe(nodes.length);
      expect(nodes.every((node) => node.column < columns && node.row < rows)).toBe(true);
      const ids = nodes.map((node) => node.id);
      expect(edges.every((edge) => ids.includes(edge.from) && ids.includes(edge.to))).toBe(true);
      const onward = edges.filter((edge) => edge.kind === 'onward');
      expect(new Set(onward.map((edge) => edge.from)).size).toBe(main.length - 1);
      expect(onward.every((edge) => !edge.back)).toBe(true);
    },
  );

  test('ways back are marked, and words stand for conditions', () => {
    const drawn = (id: string) => methods.filter((method) => method.id === id).map(diagram)[0];
    const [neighbour, loop, response] = ['neighbour-matter', 'seven-step-loop', 'thirty-minute-response'].map(drawn);
    expect(loop?.edges.find((edge) => edge.from === 'rate' && edge.to === 'handle')).toMatchObject({
      label: '不满意',
      back: true,
    });
    expect(neighbour?.edges.find((edge) => edge.from === 'grid' && edge.kind === 'late')).toMatchObject({
      to: 'community',
      label: '超时',
    });
    expect(response?.edges.find((edge) => edge.to === 'ordinary')).toMatchObject({ label: '急事类别 = 其他' });
  });

  test('mermaid text names every step once', () => {
    for (const method of methods) {
      const text = mermaid(method);
      for (const step of method.steps) expect(text.match(new RegExp(`^  ${step.id}[[(]`, 'gm'))).toHaveLength(1);
    }
  });
});
