import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Input, Switch } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import { useBindings, type Binding, type Floor, type Method } from '../methods-api.ts';
import { FloorField } from './floor-field.tsx';
import { floorGroups, keyOf, readFloors, type Bindable } from './floors.ts';

type Props = { method: Method; onClose: () => void };

/** What an area asks of the communities below: that they use the method, and what their versions may not lower. */
export function BindDrawer({ method, onClose }: Props) {
  const { area } = useSession();
  const bindings = useBindings(method.id, area.id);
  return (
    <Drawer open size={560} mask={false} onClose={onClose} title={`对下面用“${method.name.zh}”的要求`} footer={null}>
      {bindings.data ? <BindForm method={method} page={bindings.data} onClose={onClose} /> : <Waiting lines={6} />}
    </Drawer>
  );
}

function BindForm({ method, page, onClose }: Props & { page: Binding }) {
  const { area } = useSession();
  const own = page.bindings.find((binding) => binding.own);
  const [required, require] = useState(own?.required ?? false);
  const [reason, setReason] = useState(own?.reason ?? '');
  const [floors, setFloors] = useState<Record<string, Floor>>(() => readFloors(page.bindable, own));
  const { message } = App.useApp();
  const client = useQueryClient();
  const [key, renewKey] = useState(newKey);
  const bind = useMutation({
    mutationFn: () =>
      send(`areas/${area.id}/methods/${method.id}/bindings`, {
        body: { required, reason, floors: Object.values(floors) },
        key,
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['methods'] });
      void message.success(`${area.name}的要求从现在起生效`);
      onClose();
    },
    onError: () => renewKey(newKey()),
  });
  const refused = refusedOf(bind.error);
  const set = (name: string, floor: Floor | null): void => {
    const { [name]: _gone, ...others } = floors;
    setFloors(floor ? { ...others, [name]: floor } : others);
  };
  const count = Object.keys(floors).length;
  return (
    <div className="bind-form">
      <p className="row">
        <Switch id="bind-required" checked={required} onChange={require} />
        <label htmlFor="bind-required">
          <b>下面的社区都要用</b>
          <span className="mute sm">　没有采用的，从现在起照{area.name}的版本办</span>
        </label>
      </p>
      <label htmlFor="bind-reason" className="sm">
        为什么（社区会看到）
      </label>
      <Input
        id="bind-reason"
        maxLength={200}
        value={reason}
        placeholder="如：市里今年的民生实事"
        onChange={(event) => setReason(event.target.value)}
      />
      {floorGroups.map(({ title, has }) => (
        <FloorGroup
          key={title}
          title={title}
          places={page.bindable.filter(has)}
          floors={floors}
          problems={refused?.fields ?? {}}
          onSet={set}
        />
      ))}
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="row bind-foot">
        <span className="sm mute sp">
          {count > 0 ? `定了 ${count} 条底线。已经低于它的社区会列出来，改版本前不会动它。` : '没有底线。'}
        </span>
        <Button type="primary" loading={bind.isPending} onClick={() => bind.mutate()}>
          {!required && count === 0 ? '不作要求' : '定下要求'}
        </Button>
      </p>
    </div>
  );
}

type GroupProps = {
  title: string;
  places: Bindable[];
  floors: Record<string, Floor>;
  problems: Record<string, string>;
  onSet: (key: string, floor: Floor | null) => void;
};

function FloorGroup({ title, places, floors, problems, onSet }: GroupProps) {
  if (places.length === 0) return null;
  return (
    <fieldset className="setting-group">
      <legend>{title}</legend>
      {places.flatMap((place) =>
        place.rules.map((rule) => {
          const name = keyOf(place.place, rule);
          const floor = floors[name];
          const first: Floor = { place: place.place, rule, value: place.value as Floor['value'], label: place.label };
          return (
            <div key={name} className="floor">
              <Checkbox checked={floor !== undefined} onChange={() => onSet(name, floor ? null : first)}>
                {place.label}
                {rule === 'at-most' ? '，最多' : rule === 'at-least' ? '，最少' : ''}
              </Checkbox>
              {floor && place.kind !== 'kept' && (
                <FloorField place={place} value={floor.value} onChange={(value) => onSet(name, { ...floor, value })} />
              )}
              {floor && problems[place.place] && <p className="problem">{problems[place.place]}</p>}
            </div>
          );
        }),
      )}
    </fieldset>
  );
}
