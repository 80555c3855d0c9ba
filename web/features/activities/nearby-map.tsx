import type { ReactNode } from 'react';
import type { Ground } from './ground.ts';
import type { NearbyPage } from '../../../server/modules/activities/nearby/contract.ts';

type Point = readonly [number, number];
/** Something with a place on the map; its number is that in the list below. */
type Placed = Pick<NearbyPage['items'][number], 'point' | 'place'>;
type Spot = { point: Point; numbers: number[]; name: string };

const size = { width: 360, height: 232 };
const rings = [5, 10, 15];
/** Metres of straight line for a minute on foot, as the minutes are counted. */
const metresPerMinute = 75 / 1.3;
const metresPerDegree = 111_195;

/** Where metres around the origin fall on the picture: fifteen minutes reach almost to its sides. */
function placer(origin: Point): (point: Point) => [number, number] {
  const scale = (size.width / 2 - 14) / (15 * metresPerMinute);
  const across = Math.cos((origin[1] * Math.PI) / 180);
  return ([x, y]) => [
    size.width / 2 + (x - origin[0]) * metresPerDegree * across * scale,
    size.height / 2 - (y - origin[1]) * metresPerDegree * scale,
  ];
}

/** Sessions at one place share a mark. */
function spotsOf(items: Placed[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const [at, { point, place }] of items.entries()) {
    if (!point) continue;
    const key = `${point.lng.toFixed(4)},${point.lat.toFixed(4)}`;
    const spot = spots.get(key) ?? { point: [point.lng, point.lat] as const, numbers: [], name: place };
    spot.numbers.push(at + 1);
    spots.set(key, spot);
  }
  return [...spots.values()];
}

const within = ([x, y]: [number, number]): boolean => x > 8 && x < size.width - 8 && y > 8 && y < size.height - 8;
const ringRadius = (minutes: number): number => ((size.width / 2 - 14) * minutes) / 15;

/** Where it is, drawn from points: rings of five, ten and fifteen minutes on foot, and the numbers of the list below. */
export function NearbyMap({
  origin,
  items,
  ground,
  unit = '场',
}: {
  origin: NearbyPage['origin'];
  items: Placed[];
  ground: Ground[];
  /** What the numbers count. */
  unit?: string;
}): ReactNode {
  if (!origin.point) return null;
  const place = placer([origin.point.lng, origin.point.lat]);
  const path = (outline: Point[]): string =>
    `M${outline
      .map((point) =>
        place(point)
          .map((one) => one.toFixed(1))
          .join(' '),
      )
      .join('L')}Z`;
  const spots = spotsOf(items).filter(({ point }) => within(place(point)));
  return (
    <figure className="near-map card">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`示意图：${spots.length} 处地方，都标着下面的序号`}
      >
        {ground.map(({ name, middle, outlines }) => (
          <g key={name}>
            {outlines.map((outline) => (
              <path key={path(outline)} className="near-ground" d={path(outline)} />
            ))}
            <text className="near-name" x={place(middle)[0]} y={place(middle)[1] + 22}>
              {name}
            </text>
          </g>
        ))}
        {rings.map((minutes) => (
          <circle
            key={minutes}
            className="near-ring"
            cx={size.width / 2}
            cy={size.height / 2}
            r={ringRadius(minutes)}
          />
        ))}
        {rings.map((minutes) => (
          <text
            key={minutes}
            className="near-minutes"
            x={size.width / 2 + ringRadius(minutes) - 3}
            y={size.height / 2 - 4}
          >
            {minutes} 分钟
          </text>
        ))}
        <g transform={`translate(${size.width / 2} ${size.height / 2})`} className="near-home">
          <path d="M-8 1 0-7 8 1v8h-16z" />
        </g>
        {spots.map((spot) => (
          <Mark key={spot.numbers[0]} spot={spot} at={place(spot.point)} unit={unit} />
        ))}
      </svg>
      <figcaption className="hint">从{origin.label}算起，按直线估的走路时间，示意图</figcaption>
    </figure>
  );
}

function Mark({ spot, at: [x, y], unit }: { spot: Spot; at: [number, number]; unit: string }): ReactNode {
  const words =
    spot.numbers.length > 2 ? `${spot.numbers[0]} 等 ${spot.numbers.length} ${unit}` : spot.numbers.join('·');
  const width = 16 + words.length * 7;
  return (
    <g className="near-mark" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <title>{spot.name}</title>
      <rect x={-width / 2} y={-11} width={width} height={22} rx={11} />
      <text y={4.5}>{words}</text>
    </g>
  );
}
