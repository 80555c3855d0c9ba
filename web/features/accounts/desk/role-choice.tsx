import { Select } from 'antd';
import type { Area } from '#contract/areas';
import { usePlaces, useRoles } from './accounts-api.ts';
import { Field } from './side-form.tsx';

export type Chosen = { role: string | null; areaId: string | null };

/** A role and the area it is held at: the role's own level decides which areas are offered. */
export function RoleChoice({
  area,
  value,
  onChange,
}: {
  area: Area;
  value: Chosen;
  onChange: (value: Chosen) => void;
}) {
  const roles = useRoles().data ?? [];
  const role = roles.find((one) => one.id === value.role);
  const places = usePlaces(area, role?.level);
  return (
    <>
      <Field id="role" label="角色">
        <Select
          id="role"
          showSearch={{ optionFilterProp: 'label' }}
          value={value.role}
          options={roles.map((one) => ({ value: one.id, label: one.label }))}
          onChange={(id: string) => onChange({ role: id, areaId: null })}
        />
      </Field>
      <Field id="role-area" label="在哪里">
        <Select
          id="role-area"
          disabled={!role}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={role && places.length === 0 ? '这里下面没有这一级' : ''}
          value={value.areaId}
          options={places.map((one) => ({ value: one.id, label: placeName(one, area) }))}
          onChange={(areaId: string) => onChange({ ...value, areaId })}
        />
      </Field>
    </>
  );
}

/** A 第一网格 is in every community: the name says which, from here down. */
function placeName(place: Area, area: Area): string {
  return place.fullName === area.fullName ? place.name : place.fullName.replace(area.fullName, '');
}
