import type { KeyboardEvent } from 'react';
import { signOf, type Cluster } from './clusters.ts';

type Props = { clusters: Cluster[]; chosen: Cluster | null; onChoose: (cluster: Cluster) => void };

/** Matters as dots: a sign for how they stand, a number where several lie together. Each opens its list. */
export function Dots({ clusters, chosen, onChoose }: Props) {
  return (
    <g>
      {clusters.map((cluster) => (
        <Dot
          key={cluster.points[0]?.number}
          cluster={cluster}
          isChosen={chosen?.points[0]?.number === cluster.points[0]?.number}
          onChoose={onChoose}
        />
      ))}
    </g>
  );
}

type DotProps = { cluster: Cluster; isChosen: boolean; onChoose: (cluster: Cluster) => void };

function Dot({ cluster, isChosen, onChoose }: DotProps) {
  const { at, points, late } = cluster;
  const [x, y] = at;
  const { tone, sign, word } = signOf(cluster);
  const words = `${points.length} 件，${word}${late > 0 ? ` ${late} 件` : ''}：${points[0]?.title ?? ''}`;
  const radius = points.length === 1 ? 11 : Math.min(24, 13 + Math.sqrt(points.length) * 2);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(cluster);
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={words}
      className={`dot ${tone}${isChosen ? ' chosen' : ''}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => onChoose(cluster)}
      onKeyDown={pressed}
    >
      <title>{words}</title>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y + 4}>
        {points.length === 1 ? sign : points.length}
      </text>
      {points.length > 1 && late > 0 && (
        <text x={x + radius - 1} y={y - radius + 8} className="more">
          ▲
        </text>
      )}
    </g>
  );
}
