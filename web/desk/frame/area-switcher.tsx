import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Input, Popover } from 'antd';
import type { Area } from '#contract/areas';
import { ask } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Waiting } from '../../ui/desk/states.tsx';

type Choice = { id: string; name: string; where: string };

/** The area looked at, and the others within one's roles. */
export function AreaSwitcher() {
  const { area, ancestors } = useSession();
  const [isOpen, open] = useState(false);
  const where = ancestors.filter((one) => one.level !== 'city').map((one) => one.name);
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={open}
      arrow={false}
      destroyOnHidden
      content={<AreaList onChosen={() => open(false)} />}
    >
      <button type="button" className="plain area" aria-haspopup="dialog" aria-expanded={isOpen}>
        <b>{area.name}</b>
        <Icon name="chevron-down" size="xs" />
        <span className="faint sm nw">{where.join(' · ')}</span>
      </button>
    </Popover>
  );
}

function useChoices(text: string): { own: Choice[]; under: Choice[]; isLoading: boolean } {
  const { me, area } = useSession();
  const top = me.roles.find((role) => ['city', 'district', 'street'].includes(role.level));
  const own = [...new Map(me.roles.map((role) => [role.areaId, role])).values()].map((role) => ({
    id: role.areaId,
    name: role.areaName,
    where: `${role.path.slice(1, -1).join(' · ')} ${role.label}`.trim(),
  }));
  const under = useQuery({
    queryKey: ['areas-under', top?.areaId, text],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'community', under: top?.areaId, q: text }),
    enabled: top !== undefined,
    staleTime: 300_000,
  });
  const listed = (under.data?.items ?? []).map((one) => ({ id: one.id, name: one.name, where: placeOf(one) }));
  const mine = own.some((one) => one.id === area.id)
    ? own
    : [{ id: area.id, name: area.name, where: '现在看的' }, ...own];
  return { own: mine.filter((one) => one.name.includes(text)), under: listed, isLoading: under.isLoading };
}

function placeOf(area: Area): string {
  return area.fullName.endsWith(area.name) ? area.fullName.slice(0, -area.name.length) : area.fullName;
}

function AreaList({ onChosen }: { onChosen: () => void }) {
  const { area, setAreaId } = useSession();
  const [text, setText] = useState('');
  const { own, under, isLoading } = useChoices(text.trim());
  const choices = [...own, ...under.filter((one) => own.every((mine) => mine.id !== one.id))];
  return (
    <div className="areas">
      <Input
        autoFocus
        size="small"
        placeholder="找辖区"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul aria-label="辖区">
        {choices.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="plain"
              aria-current={one.id === area.id}
              onClick={() => {
                setAreaId(one.id);
                onChosen();
              }}
            >
              <b>{one.name}</b>
              <small>{one.where}</small>
              {one.id === area.id && <Icon name="check" size="xs" />}
            </button>
          </li>
        ))}
      </ul>
      {isLoading && <Waiting lines={3} />}
      {!isLoading && choices.length === 0 && <p className="mute sm">您的辖区里没有“{text}”。</p>}
    </div>
  );
}
