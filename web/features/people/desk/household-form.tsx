import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, Drawer, Input, Select } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useBelow, usePeopleChange, type Household, type HouseholdForm as Form } from './people-api.ts';

/** Adds a household: a building with unit and room, or an address in words where there is no building. */
export function HouseholdForm({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [form, setForm] = useState<Form>({});
  const buildings = useBelow(areaId, 'building').data ?? [];
  const estates = useBelow(areaId, 'estate').data ?? [];
  const save = usePeopleChange(() => send<Household>(`areas/${areaId}/households`, { body: form, key }));
  const refused = refusedOf(save.error);
  const options = buildings.map((one) => ({
    value: one.id,
    label: `${estates.find((estate) => estate.id === one.details['estateId'])?.name ?? ''} ${one.name}`.trim(),
  }));
  const set = (changes: Form): void => setForm({ ...form, ...changes });
  const isReady = form.buildingId ? Boolean(form.room?.trim()) : Boolean(form.label?.trim());
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title="加一户"
      footer={
        <div className="people-foot">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <div className="row">
            <span className="sp sm mute">存好以后在这一户里加人</span>
            <Button
              type="primary"
              disabled={!isReady}
              loading={save.isPending}
              onClick={() =>
                save.mutate(undefined, { onSuccess: (one) => void navigate(`/people/${areaId}/${one.id}`) })
              }
            >
              保存
            </Button>
          </div>
        </div>
      }
    >
      <div className="people-fields">
        <div className="people-field">
          <label htmlFor="household-building">楼栋（没有楼栋的，写下面的地址）</label>
          <Select
            id="household-building"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            value={form.buildingId ?? null}
            onChange={(buildingId: string | null) => {
              const { buildingId: _old, ...rest } = form;
              setForm(buildingId ? { ...rest, buildingId } : rest);
            }}
          />
        </div>
        {form.buildingId ? (
          <div className="two">
            <div className="people-field">
              <label htmlFor="household-unit">单元（可不填）</label>
              <Input
                id="household-unit"
                maxLength={20}
                value={form.unit ?? ''}
                onChange={(event) => set({ unit: event.target.value })}
              />
            </div>
            <div className="people-field">
              <label htmlFor="household-room">室</label>
              <Input
                id="household-room"
                maxLength={20}
                value={form.room ?? ''}
                onChange={(event) => set({ room: event.target.value })}
              />
            </div>
          </div>
        ) : (
          <div className="people-field">
            <label htmlFor="household-label">地址</label>
            <Input
              id="household-label"
              maxLength={80}
              value={form.label ?? ''}
              onChange={(event) => set({ label: event.target.value })}
            />
          </div>
        )}
      </div>
    </Drawer>
  );
}
