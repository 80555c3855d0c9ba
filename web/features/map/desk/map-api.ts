import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AreaMap, Boundary, BoundariesSet, MapGround } from '#contract/areas/boundaries';
import type { MatterPoints } from '#contract/matters/map';
import { ask, send } from '../../../lib/desk/api.ts';

export type { AreaFeature, AreaMap, Boundary } from '#contract/areas/boundaries';

const mapKey = ['area-map'];

export function useAreaMap(areaId: string) {
  return useQuery({ queryKey: [...mapKey, areaId], queryFn: () => ask<AreaMap>(`areas/${areaId}/map`) });
}

export function usePoints(areaId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['matters', areaId, 'points'],
    queryFn: () => ask<MatterPoints>(`areas/${areaId}/matters/points`),
    enabled: isAsked,
  });
}

export function useGround() {
  return useQuery({ queryKey: ['map-ground'], queryFn: () => ask<MapGround>('map-ground'), staleTime: Infinity });
}

export type Drawing = { areaId: string; geojson: unknown; schematic: boolean };

/** Draws a boundary, takes one away, or draws many from a file; the map follows. */
export function useBoundaryChange() {
  const client = useQueryClient();
  const onSuccess = (): Promise<void> => client.invalidateQueries({ queryKey: mapKey });
  const draw = useMutation({
    mutationFn: ({ areaId, ...body }: Drawing) => send<AreaMap>(`areas/${areaId}/boundary`, { method: 'PUT', body }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (areaId: string) => send(`areas/${areaId}/boundary`, { method: 'DELETE' }),
    onSuccess,
  });
  const load = useMutation({
    mutationFn: ({ areaId, ...body }: Drawing) => send<BoundariesSet>(`areas/${areaId}/boundaries`, { body }),
    onSuccess,
  });
  return { draw, remove, load };
}

/** The outline as rings, whether of one piece or of several. */
export function ringsOf(boundary: Boundary): number[][][] {
  return boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
}
