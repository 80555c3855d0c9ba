import { useRef, type PointerEvent } from 'react';
import { fromScreen, toScreen, type Pixel, type Position, type Size, type View } from './projection.ts';

type Props = {
  corners: Position[];
  view: View;
  size: Size;
  onMove: (at: number, to: Position) => void;
  onAdd: (after: number, to: Position) => void;
};

/** The outline being drawn: corners to drag, and between two of them a point that becomes a corner when it is pulled. */
export function Outline({ corners, view, size, onMove, onAdd }: Props) {
  const pixels = corners.map((corner) => toScreen(view, size, corner));
  const path = pixels.length > 1 ? `M${pixels.map((pixel) => pixel.join(' ')).join('L')}Z` : '';
  const isClosed = pixels.length > 2;
  return (
    <g className="outline">
      <path d={path} />
      {isClosed &&
        pixels.map((pixel, at) => {
          const next = pixels[(at + 1) % pixels.length] ?? pixel;
          const middle: Pixel = [(pixel[0] + next[0]) / 2, (pixel[1] + next[1]) / 2];
          return (
            <circle
              key={`between ${at}`}
              className="between"
              cx={middle[0]}
              cy={middle[1]}
              r="6"
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => onAdd(at, fromScreen(view, size, middle))}
            />
          );
        })}
      {pixels.map((pixel, at) => (
        <Corner key={at} at={pixel} onMove={(to) => onMove(at, fromScreen(view, size, to))} />
      ))}
    </g>
  );
}

/** Dragged with a mouse or a finger; the circle that is not seen is large enough for a thumb. */
function Corner({ at, onMove }: { at: Pixel; onMove: (to: Pixel) => void }) {
  const isHeld = useRef(false);
  const down = (event: PointerEvent<SVGElement>): void => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    isHeld.current = true;
  };
  const moved = (event: PointerEvent<SVGElement>): void => {
    if (!isHeld.current) return;
    event.stopPropagation();
    const { left, top } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    onMove([event.clientX - left, event.clientY - top]);
  };
  const up = (event: PointerEvent<SVGElement>): void => {
    event.stopPropagation();
    isHeld.current = false;
  };
  return (
    <g onPointerDown={down} onPointerMove={moved} onPointerUp={up} onPointerCancel={up}>
      <circle className="reach" cx={at[0]} cy={at[1]} r="20" />
      <circle className="corner" cx={at[0]} cy={at[1]} r="7" />
    </g>
  );
}
