import { describe, expect, test } from 'vitest';
import { layOut, letters } from './layout.ts';

type Source = Parameters<typeof layOut>[0];
const node = (id: string, column: number, row = 0): Source['nodes'][number] => ({
  id,
  label: id,
  who: '',
  limit: '',
  inferred: false,
  main: row === 0,
  ending: null,
  column,
  row,
});
const way = (from: string, to: string, label: string, kind = 'action'): Source['edges'][number] => ({
  from,
  to,
  label,
  kind,
  back: false,
});

const source: Source = {
  nodes: [node('a', 0), node('b', 1), node('c', 2), node('x', 1, 1), node('y', 1, 2), node('alone', 2, 1)],
  edges: [
    way('a', 'b', '', 'onward'),
    way('b', 'c', '办结', 'onward'),
    way('b', 'c', '超时', 'late'),
    way('b', 'x', '解决不了'),
    way('b', 'x', '超时', 'late'),
    way('x', 'y', '再往上'),
    way('c', 'a', '不满意'),
    way('c', 'b', '没有解决'),
  ],
  anytime: [],
};

describe('look/desk 4: a method is drawn with its main line from left to right and its asides below', () => {
  const drawing = layOut(source);
  const box = (id: string) => drawing.boxes.find((one) => one.id === id)!;

  test('main steps are numbered and stand in one row', () => {
    expect(['a', 'b', 'c'].map((id) => box(id).number)).toEqual([1, 2, 3]);
    expect(new Set(['a', 'b', 'c'].map((id) => box(id).y)).size).toBe(1);
    expect(drawing.straight).toHaveLength(2);
  });

  test('asides share a row and never a place; what no way reaches is left out', () => {
    expect(box('x').y).toBe(box('y').y);
    expect(box('x').x).toBe(box('b').x);
    expect(box('y').x).toBeGreaterThan(box('x').x + box('x').width / 2);
    expect(drawing.boxes.some((one) => one.id === 'alone')).toBe(false);
  });

  test('two ways between the same steps are one line with both words', () => {
    expect(drawing.dashed.filter((one) => one.key === 'b x').map((one) => one.label)).toEqual(['解决不了、超时']);
  });

  test('a late way along the main line is not drawn twice', () => {
    expect(drawing.dashed.some((one) => one.key === 'b c')).toBe(false);
  });

  test('labels that would meet stand in lanes of their own', () => {
    const lanes = drawing.dashed.filter((one) => ['c a', 'c b', 'b x'].includes(one.key)).map((one) => one.labelY);
    expect(new Set(lanes).size).toBe(lanes.length);
    expect(drawing.height).toBeGreaterThan(Math.max(...lanes));
  });

  test('Latin letters are half as wide', () => {
    expect(letters('限1')).toBeCloseTo(1.55);
  });
});
