import type { Method } from '../methods-api.ts';

/**
 * Where everything of a method's drawing stands: the main line from left to right, asides in a row below it, and between
 * them lanes for the ways that do not lead straight on. Pure geometry; nothing here knows a method.
 */
type Source = Method['diagram'];
type Node = Source['nodes'][number];
export type Box = Node & { x: number; y: number; width: number; height: number; number: number | null };
export type Way = { key: string; path: string; label: string; labelX: number; labelY: number };
export type Drawing = { width: number; height: number; boxes: Box[]; straight: Way[]; dashed: Way[] };

type End = { way: Joined; node: Box; side: 'top' | 'bottom'; toward: number };
type Joined = { from: Box; to: Box; label: string; below: boolean };
type Placed = Joined & { fromX: number; toX: number; lane: number };

export const drawingWidth = 828;
const edge = 10;
const mainTop = 32;
const mainHeight = 46;
const asideHeight = 40;
const laneHeight = 21;
const laneMargin = 20;
const portGap = 17;
const letterWidth = 11.5;
const labelPadding = 10;
const cornerRadius = 6;

/** A text's width in letters of Chinese: a Latin letter or figure counts half. */
export function letters(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.55 : 1), 0);
}

export function layOut(source: Source): Drawing {
  const mains = source.nodes.filter((node) => node.main).sort((a, b) => a.column - b.column);
  const reached = new Set(source.edges.flatMap(({ from, to }) => [from, to]));
  const asides = source.nodes.filter((node) => !node.main && reached.has(node.id));
  const pitch = (drawingWidth - 2 * edge) / Math.max(1, mains.length);
  const mainBoxes = mains.map((node, at) => mainBox(node, at, pitch));
  const asideBoxes = placeAsides(asides, source, pitch);
  const boxes = [...mainBoxes, ...asideBoxes];
  const straight = mainBoxes.slice(1).map((box, at) => straightOn(mainBoxes[at] as Box, box));
  const ways = join(source, boxes);
  const upper = intoLanes(ways.filter((way) => !way.below));
  const lower = intoLanes(ways.filter((way) => way.below));
  const upperTop = mainTop + mainHeight + laneMargin;
  const asideTop = upperTop + upper.count * laneHeight + 8;
  for (const box of asideBoxes) box.y = asideTop + box.y;
  const asideBottom = Math.max(mainTop + mainHeight, ...asideBoxes.map((box) => box.y + box.height));
  const lowerTop = asideBottom + laneMargin;
  const dashed = [
    ...upper.ways.map((way) => drawWay(way, upperTop + way.lane * laneHeight)),
    ...lower.ways.map((way) => drawWay(way, lowerTop + way.lane * laneHeight)),
  ];
  const height = lower.count > 0 ? lowerTop + lower.count * laneHeight : asideBottom + 12;
  return { width: drawingWidth, height, boxes, straight, dashed };
}

function mainBox(node: Node, at: number, pitch: number): Box {
  const width = Math.min(116, pitch - 28);
  return { ...node, x: edge + pitch * (at + 0.5), y: mainTop, width, height: mainHeight, number: at + 1 };
}

/** Each aside below the steps it belongs to, or in the next free place. `y` is counted from the top of the asides. */
function placeAsides(asides: Node[], source: Source, pitch: number): Box[] {
  const columns = source.nodes.filter((node) => node.main).length;
  const columnOf = new Map(source.nodes.filter((node) => node.main).map((node) => [node.id, node.column]));
  const taken = new Set<string>();
  return [...asides]
    .sort((a, b) => a.column - b.column || a.row - b.row)
    .map((node) => {
      let row = 0;
      let column = middleOf(node, source, columnOf);
      while (taken.has(`${column} ${row}`)) {
        column += 1;
        if (column >= columns) [column, row] = [0, row + 1];
      }
      taken.add(`${column} ${row}`);
      columnOf.set(node.id, column);
      const width = Math.min(pitch - 10, Math.max(78, letters(node.label) * 13 + 22));
      const y = row * (asideHeight + 24);
      return { ...node, x: edge + pitch * (column + 0.5), y, width, height: asideHeight, number: null };
    });
}

/** The column in the middle of the steps that lead to an aside or come from it. */
function middleOf(node: Node, source: Source, columnOf: Map<string, number>): number {
  const columns = source.edges.flatMap(({ from, to }) => {
    const other = from === node.id ? to : to === node.id ? from : null;
    return other === null ? [] : (columnOf.get(other) ?? []);
  });
  if (columns.length === 0) return node.column;
  const middle = columns.reduce((sum, column) => sum + column, 0) / columns.length;
  return Math.round(middle - 0.01);
}

function straightOn(from: Box, to: Box): Way {
  const y = mainTop + mainHeight / 2;
  const path = `M${from.x + from.width / 2} ${y}H${to.x - to.width / 2 - 3}`;
  return { key: `${from.id} ${to.id}`, path, label: '', labelX: 0, labelY: 0 };
}

/** Ways between the same two steps become one with both words; what the main line says already is left out. */
function join(source: Source, boxes: Box[]): Joined[] {
  const onward = new Set(source.edges.filter((way) => way.kind === 'onward').map((way) => `${way.from} ${way.to}`));
  const joined = new Map<string, Joined>();
  for (const way of source.edges) {
    const key = `${way.from} ${way.to}`;
    const from = boxes.find((box) => box.id === way.from);
    const to = boxes.find((box) => box.id === way.to);
    if (onward.has(key) || !from || !to || from === to) continue;
    const earlier = joined.get(key);
    if (earlier) earlier.label = [earlier.label, way.label].filter(Boolean).join('、');
    else joined.set(key, { from, to, label: way.label, below: !from.main && !to.main });
  }
  return [...joined.values()];
}

/** Gives each way its ports and a lane in which nothing else is in the way. */
function intoLanes(ways: Joined[]): { ways: Placed[]; count: number } {
  const ports = portsOf(ways);
  const placed = ways.map((way): Placed => {
    const fromX = ports.get(portKey(way, way.from)) ?? way.from.x;
    const toX = ports.get(portKey(way, way.to)) ?? way.to.x;
    const isStraight = way.from.main !== way.to.main && Math.abs(way.from.x - way.to.x) < 1;
    const shared = way.from.main ? fromX : toX;
    return { ...way, fromX: isStraight ? shared : fromX, toX: isStraight ? shared : toX, lane: 0 };
  });
  const lanes: [number, number][][] = [];
  for (const way of [...placed].sort((a, b) => span(a) - span(b))) {
    const [left, right] = reach(way);
    const free = lanes.findIndex((lane) => lane.every(([from, to]) => right < from || left > to));
    way.lane = free === -1 ? lanes.length : free;
    lanes[way.lane] = [...(lanes[way.lane] ?? []), [left, right]];
  }
  return { ways: placed, count: lanes.length };
}

const span = (way: Placed): number => Math.abs(way.fromX - way.toX);
const portKey = (way: Joined, box: Box): string => `${way.from.id} ${way.to.id} ${box.id}`;

function reach(way: Placed): [number, number] {
  const middle = (way.fromX + way.toX) / 2;
  const half = Math.max(span(way), letters(way.label) * letterWidth + labelPadding) / 2 + 4;
  return [middle - half, middle + half];
}

/** Along each side of a box its ways side by side, in the order of where they lead. */
function portsOf(ways: Joined[]): Map<string, number> {
  const ends = ways.flatMap((way): End[] => [
    { way, node: way.from, side: sideOf(way, way.from), toward: way.to.x },
    { way, node: way.to, side: sideOf(way, way.to), toward: way.from.x },
  ]);
  const ports = new Map<string, number>();
  for (const { node, side } of ends) {
    const here = ends.filter((end) => end.node === node && end.side === side).sort((a, b) => a.toward - b.toward);
    const gap = Math.min(portGap, (node.width - 20) / here.length);
    here.forEach((end, at) => ports.set(portKey(end.way, node), node.x + (at - (here.length - 1) / 2) * gap));
  }
  return ports;
}

function sideOf(way: Joined, box: Box): 'top' | 'bottom' {
  return box.main || way.below ? 'bottom' : 'top';
}

function drawWay(way: Placed, laneY: number): Way {
  const startY = sideY(way, way.from);
  const endY = sideY(way, way.to);
  const points: [number, number][] =
    way.fromX === way.toX
      ? [
          [way.fromX, startY],
          [way.toX, endY],
        ]
      : [
          [way.fromX, startY],
          [way.fromX, laneY],
          [way.toX, laneY],
          [way.toX, endY],
        ];
  return {
    key: `${way.from.id} ${way.to.id}`,
    path: rounded(points),
    label: way.label,
    labelX: (way.fromX + way.toX) / 2,
    labelY: laneY,
  };
}

function sideY(way: Joined, box: Box): number {
  return sideOf(way, box) === 'bottom' ? box.y + box.height + 1 : box.y - 2;
}

function rounded(points: [number, number][]): string {
  return points
    .map(([x, y], at) => {
      const before = points[at - 1];
      const after = points[at + 1];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const [inX, inY] = near([x, y], before);
      const [outX, outY] = near([x, y], after);
      return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
    })
    .join('');
}

/** The point a corner's radius away from it, toward another point. */
function near([x, y]: [number, number], [otherX, otherY]: [number, number]): [number, number] {
  const length = Math.hypot(otherX - x, otherY - y);
  const part = Math.min(cornerRadius, length / 2) / (length || 1);
  return [x + (otherX - x) * part, y + (otherY - y) * part];
}
