import type { MatterPoint } from '#contract/matters/map';
import { toScreen, type Pixel, type Size, type View } from './projection.ts';

export type Cluster = { at: Pixel; points: MatterPoint[]; late: number; today: number };

const cell = 46;

/** Dots that would lie on one another, together. */
export function clustersOf(points: MatterPoint[], view: View, size: Size): Cluster[] {
  const cells = new Map<string, { at: Pixel; point: MatterPoint }[]>();
  for (const point of points) {
    const at = toScreen(view, size, point.point);
    const key = `${Math.floor(at[0] / cell)} ${Math.floor(at[1] / cell)}`;
    cells.set(key, [...(cells.get(key) ?? []), { at, point }]);
  }
  return [...cells.values()].map((inside) => ({
    at: [mean(inside.map(({ at }) => at[0])), mean(inside.map(({ at }) => at[1]))],
    points: inside.map(({ point }) => point),
    late: inside.filter(({ point }) => point.dueState === 'late').length,
    today: inside.filter(({ point }) => point.dueState === 'today').length,
  }));
}

const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

/** How a cluster stands, as sign and word: colour says it once more, never alone. */
export function signOf({ late, today }: Pick<Cluster, 'late' | 'today'>): { tone: string; sign: string; word: string } {
  if (late > 0) return { tone: 'late', sign: '▲', word: '有逾期' };
  if (today > 0) return { tone: 'today', sign: '◆', word: '今天到期' };
  return { tone: 'open', sign: '●', word: '在办' };
}
