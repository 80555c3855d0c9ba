import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Area } from '#contract/areas';
import type { AskedRobot, Robot, RobotList } from '#contract/messages/robots';
import { ask, send } from '../../../lib/desk/api.ts';

export type { AskedRobot, Robot, RobotList };

const listKey = (area: Area) => ['robots', area.id];

/** Robots of the groups of an area; a grid, an estate or a building has none of its own. */
export function useRobots(area: Area) {
  return useQuery({
    queryKey: listKey(area),
    queryFn: () => ask<RobotList>(`areas/${area.id}/robots`),
    enabled: area.ownerId === area.id,
  });
}

type Change = { path?: string; method?: 'POST' | 'DELETE'; body?: AskedRobot };

/** Adds, tries or ends one; the list asks again. */
export function useRobotChange(area: Area) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path = '', ...asked }: Change) => send(`areas/${area.id}/robots${path}`, asked),
    onSuccess: () => void client.invalidateQueries({ queryKey: listKey(area) }),
  });
}
