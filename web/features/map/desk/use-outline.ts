import { useState } from 'react';
import type { Boundary } from './map-api.ts';
import type { Position } from './projection.ts';

export type Drawn = {
  corners: Position[];
  canUndo: boolean;
  add(to: Position, after?: number): void;
  move(at: number, to: Position): void;
  undo(): void;
  /** As GeoJSON; null as long as it encloses nothing. */
  boundary: Boundary | null;
};

/** An outline corner by corner, each step to be taken back. Dragging one corner is one step. */
export function useOutline(first: Position[]): Drawn {
  const [steps, setSteps] = useState<{ corners: Position[]; dragged: number | null }[]>([
    { corners: first, dragged: null },
  ]);
  const { corners = [], dragged = null } = steps.at(-1) ?? {};
  const closed = [...corners, ...corners.slice(0, 1)].map(([x, y]) => [x, y]);
  return {
    corners,
    canUndo: steps.length > 1,
    boundary: corners.length > 2 ? { type: 'Polygon', coordinates: [closed] } : null,
    add(to, after = corners.length - 1) {
      setSteps([
        ...steps,
        { corners: [...corners.slice(0, after + 1), to, ...corners.slice(after + 1)], dragged: null },
      ]);
    },
    move(at, to) {
      const next = { corners: corners.map((one, i) => (i === at ? to : one)), dragged: at };
      setSteps(dragged === at ? [...steps.slice(0, -1), next] : [...steps, next]);
    },
    undo: () => setSteps(steps.length > 1 ? steps.slice(0, -1) : steps),
  };
}
