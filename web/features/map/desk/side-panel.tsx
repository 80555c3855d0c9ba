import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from 'antd';
import type { Area } from '#contract/areas';
import type { MatterPoint } from '#contract/matters/map';
import { ask, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBoundaryChange, type AreaFeature } from './map-api.ts';

/** The matters of a dot. */
export function ClusterPanel({ points, onClose }: { points: MatterPoint[]; onClose: () => void }) {
  return (
    <>
      <div className="map-head">
        <h2>这里在办 {points.length} 件</h2>
        <button type="button" className="plain" aria-label="关上" onClick={onClose}>
          <Icon name="close" size="xs" />
        </button>
      </div>
      <ul className="map-list">
        {points.map((one) => (
          <li key={one.number}>
            <Link to={`/matters/${one.areaId}/${one.number}`}>{one.title}</Link>
            <small>
              <span className={one.dueState === 'late' ? 'late' : undefined}>{one.dueText}</span>
              {[one.stepName, one.place].filter(Boolean).map((word) => ` · ${word}`)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

type Props = {
  features: AreaFeature[];
  dots: number;
  onShow: (feature: AreaFeature) => void;
  onDraw: (target: { id: string; name: string }) => void;
};

/** The places of an area: those drawn are shown where they lie, the others wait for the pen. */
export function PlacesPanel({ features, dots, onShow, onDraw }: Props) {
  const { area, can } = useSession();
  const children = useQuery({
    queryKey: ['areas', area.id, 'children'],
    queryFn: () => ask<{ items: Area[] }>('areas', { parent: area.id }),
  });
  const places = [area, ...(children.data?.items ?? []).filter(({ level }) => level !== 'building')];
  const byId = new Map(features.map((one) => [one.id, one]));
  return (
    <>
      <div className="map-head">
        <h2>{area.name}</h2>
        <span className="mute">{dots > 0 ? `图上在办 ${dots} 件` : '还没有带位置的事'}</span>
      </div>
      <ul className="map-list">
        {places.map((place) => {
          const feature = byId.get(place.id);
          return (
            <li key={place.id} className="map-place">
              {feature ? (
                <button type="button" className="plain fig" onClick={() => onShow(feature)}>
                  {place.name}
                </button>
              ) : (
                <span>{place.name}</span>
              )}
              <small>{feature ? (feature.properties.schematic ? '示意' : '已画') : '没有边界'}</small>
              <span className="sp" />
              {can('area.draw') && (
                <button type="button" className="plain fig light" onClick={() => onDraw(place)}>
                  {feature ? '改边界' : '画边界'}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {can('area.draw') && <FileOfMany areaId={area.id} />}
    </>
  );
}

/** Many boundaries from one file, each found by name or code. */
function FileOfMany({ areaId }: { areaId: string }) {
  const { load } = useBoundaryChange();
  const picker = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    load.mutate({ areaId, geojson: parsed(await file.text()), schematic: false });
    if (picker.current) picker.current.value = '';
  };
  const problem = refusedOf(load.error)?.detail;
  return (
    <div className="map-file">
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,.geojson,application/geo+json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button size="small" loading={load.isPending} onClick={() => picker.current?.click()}>
        导入一批 GeoJSON
      </Button>
      <p className="mute sm">
        每一块按 name 或 code 对上名称、代码。坐标要 WGS-84；从高德、腾讯、百度地图上取的点是 GCJ-02 或
        BD-09，会偏几百米，请先转换。
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {load.data && (
        <p role="status">
          画好了 {load.data.set.length} 块
          {load.data.unknown.length > 0 && `；没对上的：${load.data.unknown.slice(0, 5).join('、')}`}。
        </p>
      )}
    </div>
  );
}

/** What a file holds; a text that is no JSON goes on as it is, and the server says what is wrong. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 100);
  }
}
