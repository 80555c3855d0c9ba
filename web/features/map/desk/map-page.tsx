import { useRef, useState } from 'react';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { clustersOf, type Cluster } from './clusters.ts';
import { Dots } from './dots.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { Land, Tiles } from './ground.tsx';
import { useAreaMap, useGround, usePoints, type AreaFeature } from './map-api.ts';
import { Outline } from './outline.tsx';
import type { Position } from './projection.ts';
import { ClusterPanel, PlacesPanel } from './side-panel.tsx';
import { useOutline } from './use-outline.ts';
import { useView } from './use-view.ts';
import './map.css';

type Target = { id: string; name: string };

/** The map of an area: its boundaries, its open matters as dots, and the pen to draw with. */
export function MapPage() {
  const { area } = useSession();
  const map = useAreaMap(area.id);
  const refused = refusedOf(map.error);
  const [drawn, draw] = useState<Target | null>(null);
  if (refused) return <RefusedPage refused={refused} retry={() => void map.refetch()} />;
  if (!map.data) return <Waiting lines={8} />;
  const stop = (): void => draw(null);
  return <Canvas key={`${area.id} ${drawn?.id ?? ''}`} map={map.data} drawn={drawn} onDraw={draw} onStop={stop} />;
}

type Props = {
  map: { features: AreaFeature[]; bbox: readonly [number, number, number, number] | null };
  drawn: Target | null;
  onDraw: (target: Target) => void;
  onStop: () => void;
};

function Canvas({ map, drawn, onDraw, onStop }: Props) {
  const { area, can } = useSession();
  const points = usePoints(area.id, can('matter.read'));
  const ground = useGround();
  const own = map.features.find((one) => one.id === drawn?.id);
  const outline = useOutline(cornersOf(own));
  const [cluster, choose] = useState<Cluster | null>(null);
  const frame = useRef<SVGSVGElement>(null);
  const look = useView(frame, own?.bbox ?? map.bbox, (at) => {
    if (drawn) outline.add(at);
    else choose(null);
  });
  const { view, size } = look;
  const dots = drawn ? [] : clustersOf(points.data?.items ?? [], view, size);
  const tiles = ground.data?.tiles ?? null;
  return (
    <div className="map-page">
      <h1 className="sr">地图</h1>
      <div className="map-frame">
        <svg
          ref={frame}
          className={drawn ? 'map drawing' : 'map'}
          role="group"
          aria-label={`${area.name}地图`}
          onPointerDown={look.onPointerDown}
          onPointerMove={look.onPointerMove}
          onPointerUp={look.onPointerUp}
          onPointerCancel={look.onPointerUp}
        >
          {tiles && <Tiles template={tiles} view={view} size={size} />}
          <Land features={map.features.filter((one) => one !== own)} view={view} size={size} chosen={null} />
          <Dots clusters={dots} chosen={cluster} onChoose={choose} />
          {drawn && (
            <Outline
              corners={outline.corners}
              view={view}
              size={size}
              onMove={outline.move}
              onAdd={(after, to) => outline.add(to, after)}
            />
          )}
        </svg>
        <div className="map-tools">
          <button type="button" aria-label="放大" onClick={() => look.zoom(1)}>
            +
          </button>
          <button type="button" aria-label="缩小" onClick={() => look.zoom(-1)}>
            −
          </button>
        </div>
        <Legend isSchematic={map.features.some((one) => one.properties.schematic)} isCut={points.data?.cut ?? false} />
      </div>
      <aside className="card map-side">
        {drawn ? (
          <DrawPanel target={drawn} outline={outline} isDrawn={own !== undefined} onDone={onStop} />
        ) : cluster ? (
          <ClusterPanel points={cluster.points} onClose={() => choose(null)} />
        ) : (
          <PlacesPanel
            features={map.features}
            dots={points.data?.items.length ?? 0}
            onShow={(feature) => look.show(feature.bbox)}
            onDraw={onDraw}
          />
        )}
      </aside>
    </div>
  );
}

/** The corners of the first ring; what has several pieces or holes is drawn anew. */
function cornersOf(feature: AreaFeature | undefined): Position[] {
  if (feature?.geometry.type !== 'Polygon') return [];
  return (feature.geometry.coordinates[0] ?? []).slice(0, -1).map(([x = 0, y = 0]): Position => [x, y]);
}

function Legend({ isSchematic, isCut }: { isSchematic: boolean; isCut: boolean }) {
  return (
    <p className="map-legend">
      <span className="late">▲ 有逾期</span>
      <span className="today">◆ 今天到期</span>
      <span>● 在办</span>
      {isSchematic && <span>示意图，不表示行政界线</span>}
      {isCut && <span>只画了最近的 2000 件</span>}
    </p>
  );
}
