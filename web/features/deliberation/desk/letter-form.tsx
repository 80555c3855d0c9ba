import { useState } from 'react';
import { Button, Drawer, Input, Select } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useBuildings, useWriteLetter, type LetterInput } from './letters-api.ts';

type Props = { areaId: string; onClose: () => void; onWritten: (id: string) => void };

/** A letter to write; it is looked at once more before it is sent. */
export function LetterForm({ areaId, onClose, onWritten }: Props) {
  const { area } = useSession();
  const [key] = useState(newKey);
  const [form, setForm] = useState<LetterInput>({ title: '', body: '', signed: area.name, buildingIds: [] });
  const buildings = useBuildings(areaId);
  const write = useWriteLetter(areaId, key);
  const refused = refusedOf(write.error);
  const set = (change: Partial<LetterInput>): void => setForm({ ...form, ...change });
  const offered = (buildings.data?.items ?? []).filter(({ kind }) => kind === 'building');
  const done = ({ id }: { id: string }): void => {
    onClose();
    onWritten(id);
  };
  return (
    <Drawer open size={520} mask={false} onClose={onClose} title="写一封信">
      <div className="talk-fields">
        <label>
          题目
          <Input value={form.title} maxLength={40} onChange={(event) => set({ title: event.target.value })} />
        </label>
        <label htmlFor="letter-to">写给哪些楼（不选，就是全社区各户）</label>
        <Select
          id="letter-to"
          mode="multiple"
          value={form.buildingIds ?? []}
          options={offered.map((one) => ({ value: one.areaId, label: one.label }))}
          optionFilterProp="label"
          onChange={(buildingIds: string[]) => set({ buildingIds })}
        />
        <label>
          信
          <Input.TextArea
            autoSize={{ minRows: 8, maxRows: 20 }}
            maxLength={4000}
            value={form.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        </label>
        <label>
          落款
          <Input value={form.signed} maxLength={40} onChange={(event) => set({ signed: event.target.value })} />
        </label>
        {refused && <Note tone="late">{refused.detail}</Note>}
        <Button
          type="primary"
          disabled={form.title.trim().length < 2 || form.body.trim().length < 10}
          loading={write.isPending}
          onClick={() => write.mutate(form, { onSuccess: done })}
        >
          写好了，再看一眼
        </Button>
      </div>
    </Drawer>
  );
}
