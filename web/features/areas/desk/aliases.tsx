import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { AreaPage } from './areas-api.ts';

/** How else the name is written, so that a search finds the place under each. Source: X21. */
export function Aliases({ area }: { area: AreaPage }) {
  const { can } = useSession();
  const client = useQueryClient();
  const known = Array.isArray(area.details['aliases']) ? (area.details['aliases'] as string[]) : [];
  const [aliases, choose] = useState(known);
  const save = useMutation({
    mutationFn: () => send(`areas/${area.id}/aliases`, { method: 'PUT', body: { aliases }, key: newKey() }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['area', area.id] }),
  });
  const refused = refusedOf(save.error);
  if (!can('area.manage')) {
    return known.length > 0 ? <p className="card pad sm">又写作 {known.join('、')}</p> : null;
  }
  const changed = aliases.join() !== known.join();
  return (
    <section className="card">
      <h2>
        <Icon name="search" size="xs" />
        又写作
        <span className="r">别人常写的别名、错字，搜到也是这里</span>
      </h2>
      <div className="pad row">
        <Select
          aria-label="又写作"
          mode="tags"
          className="aliases"
          value={aliases}
          onChange={choose}
          open={false}
          suffixIcon={null}
          tokenSeparators={['、', '，', ',', ' ']}
          placeholder="例如 歧阳社区，打一个按一次回车"
        />
        <Button disabled={!changed} loading={save.isPending} onClick={() => save.mutate()}>
          保存
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}
