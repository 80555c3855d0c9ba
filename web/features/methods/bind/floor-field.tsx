import { SettingField } from '../adopt/setting-field.tsx';
import type { Floor, Setting } from '../methods-api.ts';
import type { Bindable } from './floors.ts';

type Props = { place: Bindable; value: Floor['value']; onChange: (value: Floor['value']) => void };

/** The value of a floor, with the control its place has everywhere. */
export function FloorField({ place, value, onChange }: Props) {
  if (place.kind === 'kept') return null;
  const setting: Setting = {
    path: place.place,
    label: `${place.label}的底线`,
    kind: place.kind,
    value: place.value,
    original: place.value,
  };
  return (
    <SettingField
      setting={setting}
      value={value}
      problem={null}
      onChange={(next) => onChange(next as Floor['value'])}
    />
  );
}
