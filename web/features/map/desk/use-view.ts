import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import {
  fit,
  fromScreen,
  panBy,
  zoomAt,
  type Box,
  type Pixel,
  type Position,
  type Size,
  type View,
} from './projection.ts';

const china: View = { center: [104, 36], zoom: 4 };
/** A finger trembles: less than this is a press, not a drag. */
const pressPixels = 5;

export type Handling = {
  view: View;
  size: Size;
  zoom(by: number): void;
  show(box: Box): void;
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerUp(event: PointerEvent): void;
};

/** What is looked at: dragged, pinched, turned nearer. A press without a drag is told to `onPress`. */
export function useView(
  frame: RefObject<SVGSVGElement | null>,
  box: Box | null,
  onPress: (at: Position) => void,
): Handling {
  const size = useSize(frame);
  const [moved, move] = useState<View | null>(null);
  const fingers = useRef(new Map<number, Pixel>());
  const from = useRef<Pixel | null>(null);
  const view = moved ?? (box ? fit(box, size) : china);
  useWheel(frame, (pixel, by) => move(zoomAt(view, size, pixel, by)));
  const pixelOf = (event: PointerEvent): Pixel => {
    const { left, top } = frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return [event.clientX - left, event.clientY - top];
  };
  return {
    view,
    size,
    zoom: (by) => move(zoomAt(view, size, [size.width / 2, size.height / 2], by)),
    show: (next) => move(fit(next, size)),
    onPointerDown(event) {
      if (event.button !== 0) return;
      fingers.current.set(event.pointerId, pixelOf(event));
      from.current = fingers.current.size === 1 ? pixelOf(event) : null;
    },
    onPointerMove(event) {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = pixelOf(event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other) move(pinched(view, size, { before, now, other }));
      else if (from.current === null || distance(from.current, now) > pressPixels) {
        from.current = null;
        event.currentTarget.setPointerCapture(event.pointerId);
        move(panBy(view, [now[0] - before[0], now[1] - before[1]]));
      } else return;
      fingers.current.set(event.pointerId, now);
    },
    onPointerUp(event) {
      fingers.current.delete(event.pointerId);
      if (from.current && event.type === 'pointerup') onPress(fromScreen(view, size, pixelOf(event)));
      from.current = null;
    },
  };
}

function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function pinched(view: View, size: Size, at: { before: Pixel; now: Pixel; other: Pixel }): View {
  const by = Math.log2(Math.max(1, distance(at.now, at.other)) / Math.max(1, distance(at.before, at.other)));
  return zoomAt(view, size, [(at.now[0] + at.other[0]) / 2, (at.now[1] + at.other[1]) / 2], by);
}

/** How large the frame is drawn. */
function useSize(frame: RefObject<SVGSVGElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 800, height: 600 });
  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    const seen = new ResizeObserver(() => setSize({ width: svg.clientWidth || 800, height: svg.clientHeight || 600 }));
    seen.observe(svg);
    return () => seen.disconnect();
  }, [frame]);
  return size;
}

const turnMost = 0.6;
const turnPixels = 240;

/** Turned nearer or farther by the wheel; the page behind stays where it is. */
function useWheel(frame: RefObject<SVGSVGElement | null>, onTurn: (pixel: Pixel, by: number) => void): void {
  const latest = useRef(onTurn);
  useEffect(() => {
    latest.current = onTurn;
  });
  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    const turned = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = svg.getBoundingClientRect();
      const by = Math.max(-turnMost, Math.min(turnMost, -event.deltaY / turnPixels));
      latest.current([event.clientX - left, event.clientY - top], by);
    };
    svg.addEventListener('wheel', turned, { passive: false });
    return () => svg.removeEventListener('wheel', turned);
  }, [frame]);
}
