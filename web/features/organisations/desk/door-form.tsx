import { useState } from 'react';
import { Button, Drawer, Input, Select } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { OwnerLines, blankOwner } from './owner-lines.tsx';
import { useAddDoor, type DoorInput, type Estate } from './owners-api.ts';

/** A door noted by hand, as its title says it. */
export function DoorForm({ areaId, estate, onClose }: { areaId: string; estate: Estate; onClose: () => void }) {
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState<DoorInput>({
    buildingId: estate.buildings[0]?.id ?? '',
    unit: '',
    room: '',
    titleArea: '',
    owners: [blankOwner],
  });
  const add = useAddDoor(areaId, estate.id, key);
  const refused = refusedOf(add.error);
  const set = (change: Partial<DoorInput>): void => setForm({ ...form, ...change });
  const isFilled = form.room !== '' && form.titleArea !== '' && form.owners.every(({ name }) => name.trim() !== '');
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={`${estate.name} · 登记一个门号`}
      footer={
        <div className="row">
          <span className="sp">{refused && <Note tone="late">{refused.detail}</Note>}</span>
          <Button
            type="primary"
            disabled={!isFilled}
            loading={add.isPending}
            onClick={() => add.mutate(form, { onSuccess: onClose, onError: () => setKey(newKey()) })}
          >
            保存
          </Button>
        </div>
      }
    >
      <div className="body-fields">
        <div className="row">
          <Select
            aria-label="楼栋"
            value={form.buildingId}
            options={estate.buildings.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(buildingId: string) => set({ buildingId })}
          />
          <Input
            aria-label="单元"
            placeholder="单元"
            maxLength={20}
            value={form.unit}
            onChange={(event) => set({ unit: event.target.value })}
          />
          <Input
            aria-label="房号"
            placeholder="房号"
            maxLength={20}
            value={form.room}
            onChange={(event) => set({ room: event.target.value })}
          />
        </div>
        <Input
          aria-label="专有部分面积"
          placeholder="不动产证上的面积，像 89.52"
          suffix="㎡"
          maxLength={20}
          value={form.titleArea}
          onChange={(event) => set({ titleArea: event.target.value })}
        />
        <h2 className="part">业主</h2>
        <OwnerLines owners={form.owners} onChange={(owners) => set({ owners })} />
        <p className="mute sm">同名同电话的几套房算一位业主，面积加在一起。</p>
      </div>
    </Drawer>
  );
}
