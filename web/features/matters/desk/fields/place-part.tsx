import { useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import type { Spot } from '#contract/areas';
import { ask } from '../../../../lib/desk/api.ts';
import type { Part } from './field-parts.tsx';
import { onlyOne } from './only-one.ts';

export type Place = { label: string; areaId?: string; point?: [number, number]; spot?: string };

const kinds: Record<Spot['kind'], string> = { building: '楼栋', estate: '小区', 'lamp-post': '灯杆', place: '地点' };

function placeOf(value: unknown): Place | null {
  if (typeof value === 'string') return { label: value };
  return value && typeof value === 'object' && 'label' in value ? (value as Place) : null;
}

/** Where: a building, an estate or a lamp-post of this area found as one types; else the words as they are. */
export function PlacePart({ id, value, onChange, areaId, problem }: Part) {
  const place = placeOf(value);
  const [typed, type] = useState(place?.label ?? '');
  const q = useDeferredValue(typed.trim());
  const spots = useQuery({
    queryKey: ['spots', areaId, q],
    queryFn: ({ signal }) => ask<{ items: Spot[] }>(`areas/${areaId}/spots`, { q }, signal),
    staleTime: 300_000,
  });
  const items = spots.data?.items ?? [];
  const write = (label: string): void => {
    type(label);
    const kept = place?.areaId && label.startsWith(place.label.slice(0, 4)) ? place : {};
    onChange(label.trim() ? { ...kept, label: label.trim() } : null);
  };
  const choose = (key: string): void => {
    const spot = items.find((one) => keyOf(one) === key);
    if (!spot) return;
    type(spot.label);
    onChange({
      label: spot.label,
      areaId: spot.areaId,
      ...(spot.point ? { point: spot.point } : {}),
      ...(spot.code ? { spot: spot.code } : {}),
    } satisfies Place);
  };
  // Somebody who wrote the place out and went on means the one it can only be.
  const settle = (): void => {
    const only = place && !place.areaId ? onlyOne(items, place.label) : null;
    if (only) choose(keyOf(only));
  };
  return (
    <>
      <AutoComplete
        id={id}
        value={typed}
        style={{ width: '100%' }}
        placeholder="写几号楼、哪个门口，或灯杆号"
        options={items.slice(0, 12).map((spot) => ({ value: keyOf(spot), label: <SpotLine spot={spot} /> }))}
        onSelect={choose}
        onBlur={settle}
        onChange={(next) => items.some((one) => keyOf(one) === next) || write(next)}
        {...(problem ? { status: 'error' as const } : {})}
      />
      {place?.areaId && <p className="hint">已对上登记的位置，网格自动带出。后面可以接着写“西侧”“3 层”。</p>}
    </>
  );
}

const keyOf = (spot: Spot): string => `${spot.areaId}/${spot.code ?? spot.label}`;

function SpotLine({ spot }: { spot: Spot }) {
  return (
    <span className="row">
      {spot.label}
      <span className="mute xs">{kinds[spot.kind]}</span>
    </span>
  );
}
