import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button, Input, Select } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { below, levelWords, useChildren, type Area, type AreaPage } from './areas-api.ts';

/** What stands directly below an area, and the way to add to it. */
export function AreaTree({ area }: { area: AreaPage }) {
  const { can } = useSession();
  const children = useChildren(area.id);
  const levels = below[area.level] ?? [];
  return (
    <section className="card area-tree">
      <h2>
        <Icon name="building" size="xs" />
        下面的{levels.map((level) => levelWords[level]).join('、')}
      </h2>
      {levels.map((level) => {
        const here = (children.data ?? []).filter((one) => one.level === level);
        return (
          <div key={level}>
            <h3>
              {levelWords[level]} {here.length} 个
            </h3>
            <ul>
              {here.map((one) => (
                <li key={one.id}>
                  <Child area={one} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {can('area.manage') && levels.length > 0 && <AddArea parentId={area.id} levels={levels} />}
    </section>
  );
}

const opened = ['city', 'district', 'street', 'community'];

function Child({ area }: { area: Area }) {
  const children = useChildren(area.id);
  const count = children.data?.length ?? 0;
  const inner = below[area.level]?.[0];
  return (
    <>
      {opened.includes(area.level) ? (
        <Link className="link" to={`/settings?area=${area.id}`}>
          {area.name}
        </Link>
      ) : (
        <span>{area.name}</span>
      )}
      <span className="mute xs">
        {area.code}
        {count > 0 && inner ? `　${levelWords[inner]} ${count} 个` : ''}
        {area.level === 'grid' && count > 0 ? `：${children.data?.map((one) => one.name).join('、') ?? ''}` : ''}
      </span>
    </>
  );
}

function AddArea({ parentId, levels }: { parentId: string; levels: Area['level'][] }) {
  const client = useQueryClient();
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState({ level: levels[0] as Area['level'], name: '', code: '' });
  const add = useMutation({
    mutationFn: () => {
      const code = form.code.trim();
      return send<Area>(`areas/${parentId}/areas`, {
        body: { level: form.level, name: form.name, ...(code ? { code } : {}) },
        key,
      });
    },
    onSuccess: () => {
      setForm({ ...form, name: '', code: '' });
      setKey(newKey());
      void client.invalidateQueries({ queryKey: ['areas'] });
    },
  });
  const refused = refusedOf(add.error);
  return (
    <form
      className="add-area"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Select
        aria-label="级别"
        value={form.level}
        options={levels.map((level) => ({ value: level, label: levelWords[level] }))}
        onChange={(level: Area['level']) => setForm({ ...form, level })}
      />
      <Input
        aria-label="名称"
        placeholder="名称"
        maxLength={60}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.target.value })}
      />
      <Input
        aria-label="代码"
        placeholder="代码（可不填）"
        maxLength={18}
        value={form.code}
        onChange={(event) => setForm({ ...form, code: event.target.value })}
      />
      <Button htmlType="submit" disabled={!form.name.trim()} loading={add.isPending}>
        加上
      </Button>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </form>
  );
}
