import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import type { VenueList } from '#contract/venues';
import { ask } from '../../../lib/desk/api.ts';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Field } from './field.tsx';
import type { Draft } from './records-api.ts';

export function useVenues(areaId: string) {
  return useQuery({
    queryKey: ['venues', areaId, 'choices'],
    queryFn: () => ask<VenueList>(`areas/${areaId}/venues`),
    select: ({ items }) => items.filter((one) => one.closedOn === null),
  });
}

type Props = { areaId: string; draft: Draft; set: (changes: Partial<Draft>) => void };

/** A venue of the community, or any place in words. */
export function PlaceField({ areaId, draft, set }: Props) {
  const venues = useVenues(areaId).data ?? [];
  const venue = venues.find(({ id }) => id === draft.venueId);
  return (
    <Field id="activity-place" label="地点：选社区的阵地，或者直接写">
      <AutoComplete
        id="activity-place"
        placeholder="文化广场、二楼活动室，或写别处"
        value={draft.place}
        options={venues.map((one) => ({ value: one.name, label: `${one.name}（${one.place || one.kind}）` }))}
        showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
        onChange={(place: string) =>
          set({ place: place ?? '', venueId: venues.find(({ name }) => name === place)?.id ?? null })
        }
      />
      {venue && (
        <p className="sm mute place-known">
          <Tag tone="ok" icon="check">
            社区阵地
          </Tag>
          {[venue.place, venue.capacity ? `能坐 ${venue.capacity} 人` : '', venue.open?.name ?? '']
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </Field>
  );
}
