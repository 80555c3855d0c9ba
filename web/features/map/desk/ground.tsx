import type { AreaFeature } from './map-api.ts';
import { ringsOf } from './map-api.ts';
import { tilesOf, toScreen, type Position, type Size, type View } from './projection.ts';

/** Pictures of the ground, where there are any. */
export function Tiles({ template, view, size }: { template: string; view: View; size: Size }) {
  return (
    <g aria-hidden="true">
      {tilesOf(view, size).map((tile) => (
        <image
          key={tile.key}
          href={template
            .replaceAll('{z}', String(tile.z))
            .replaceAll('{x}', String(((tile.column % 2 ** tile.z) + 2 ** tile.z) % 2 ** tile.z))
            .replaceAll('{y}', String(tile.row))}
          x={tile.x}
          y={tile.y}
          width={tile.size + 0.5}
          height={tile.size + 0.5}
        />
      ))}
    </g>
  );
}

type LandProps = { features: AreaFeature[]; view: View; size: Size; chosen: string | null };

/** Boundaries, the widest below; names where there is room. */
export function Land({ features, view, size, chosen }: LandProps) {
  return (
    <g>
      {features.map((feature) => {
        const path = ringsOf(feature.geometry)
          .map(
            (ring) =>
              `M${ring.map((point) => toScreen(view, size, point as unknown as Position).join(' ')).join('L')}Z`,
          )
          .join('');
        const [west, south, east, north] = feature.bbox;
        const [left, top] = toScreen(view, size, [west, north]);
        const [right, bottom] = toScreen(view, size, [east, south]);
        const { level, name } = feature.properties;
        const isTop = level !== 'grid' && level !== 'micro-grid';
        const isWide = right - left > name.length * 13 && bottom - top > 26;
        return (
          <g key={feature.id}>
            <path d={path} fillRule="evenodd" className={`land-${level}${chosen === feature.id ? ' chosen' : ''}`} />
            {isWide && (
              <text x={left + 8} y={isTop ? top + 17 : bottom + 14} className={`name-${level}`}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
