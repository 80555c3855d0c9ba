import { useRef } from 'react';
import { Button, Select } from 'antd';
import { Land } from '../../map/desk/ground.tsx';
import { useAreaMap } from '../../map/desk/map-api.ts';
import { toScreen } from '../../map/desk/projection.ts';
import { useView } from '../../map/desk/use-view.ts';
import type { CardProps } from './venue-form.ts';
import { Field, TextField } from './field.tsx';
import { useBuildings } from './venues-api.ts';
import '../../map/desk/map.css';

/** Where it is in words, by which building, and on the map. */
export function PlaceCard({ form, set, areaId }: CardProps & { areaId: string }) {
  const buildings = useBuildings(areaId);
  const building = buildings.data?.find((one) => one.areaId === form.buildingId);
  return (
    <section className="card">
      <h2>在哪儿</h2>
      <div className="venue-fields two">
        <TextField
          id="venue-place"
          label="怎么走"
          max={80}
          hint="北院 3 号楼南侧"
          value={form.place ?? ''}
          onChange={(place) => set({ place })}
        />
        <Field id="venue-building" label="哪栋楼（可不选）">
          <Select
            id="venue-building"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={building ? building.areaId : null}
            options={(buildings.data ?? []).map((one) => ({ value: one.areaId, label: one.label }))}
            onChange={(buildingId) => set({ buildingId: buildingId ?? null })}
          />
        </Field>
      </div>
      <PointMap form={form} set={set} areaId={areaId} house={building?.point ?? null} />
    </section>
  );
}

function PointMap({
  form,
  set,
  areaId,
  house,
}: CardProps & { areaId: string; house: readonly [number, number] | null }) {
  const map = useAreaMap(areaId);
  const frame = useRef<SVGSVGElement>(null);
  const round = (value: number): number => Number(value.toFixed(6));
  const look = useView(frame, map.data?.bbox ?? null, ([x, y]) => set({ lng: round(x), lat: round(y) }));
  const own = form.lng != null && form.lat != null ? ([form.lng, form.lat] as const) : null;
  const shown = own ?? house;
  const at = shown ? toScreen(look.view, look.size, shown) : null;
  return (
    <div className="venue-map">
      <svg
        ref={frame}
        className="map drawing"
        role="img"
        aria-label={shown ? '图上标着它的位置' : '图上还没有标它的位置'}
        onPointerDown={look.onPointerDown}
        onPointerMove={look.onPointerMove}
        onPointerUp={look.onPointerUp}
        onPointerCancel={look.onPointerUp}
      >
        <Land features={map.data?.features ?? []} view={look.view} size={look.size} chosen={null} />
        {at && <circle className="venue-dot" cx={at[0]} cy={at[1]} r={9} />}
      </svg>
      <p className="row sm mute">
        <span className="sp">{own ? '在图上点一下可以换位置' : '在图上点一下标位置；不点就用楼栋的位置'}</span>
        {own && (
          <Button type="text" size="small" onClick={() => set({ lng: null, lat: null })}>
            去掉这个点
          </Button>
        )}
      </p>
    </div>
  );
}
