import type { Binding, Floor } from '../methods-api.ts';

export type Bindable = Binding['bindable'][number];

export const keyOf = (place: string, rule: string): string => `${place} ${rule}`;

/** The form as it stands: what is asked already, by place and rule. */
export function readFloors(bindable: Bindable[], own: Binding['bindings'][number] | undefined): Record<string, Floor> {
  const labelOf = (place: string): string => bindable.find((one) => one.place === place)?.label ?? place;
  return Object.fromEntries(
    (own?.floors ?? [])
      .filter(({ place }) => bindable.some((one) => one.place === place))
      .map(({ place, rule, value }) => [
        keyOf(place, rule),
        { place, rule, value: value as Floor['value'], label: labelOf(place) },
      ]),
  );
}

export const floorGroups: { title: string; has: (one: Bindable) => boolean }[] = [
  { title: '最多几天', has: ({ place }) => place.startsWith('limits.') },
  { title: '数额', has: ({ place }) => place.startsWith('params.') },
  { title: '不能少的步骤', has: ({ place }) => place.startsWith('steps.') },
  { title: '不能少公开的', has: ({ place }) => place.startsWith('shows.') },
  { title: '不能少问的', has: ({ place }) => place.startsWith('fields.') },
];
