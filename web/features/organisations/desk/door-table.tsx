import { useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { DoorDrawer } from './door-drawer.tsx';
import { squareMetres, useDoors, useVerify, type Door, type Estate } from './owners-api.ts';

/** The buildings of an estate, and the doors of one of them with their owners. */
export function DoorTable({ areaId, estate }: { areaId: string; estate: Estate }) {
  const { can } = useSession();
  const [building, setBuilding] = useState<string | undefined>(estate.buildings[0]?.id);
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [picked, pick] = useState<string[]>([]);
  const doors = useDoors(areaId, estate.id, q === '' ? { building } : { q });
  const verify = useVerify(areaId);
  const refused = refusedOf(doors.error ?? verify.error);
  const items = doors.data?.items ?? [];
  const opened = items.find(({ id }) => id === open);
  const unverified = items.filter(({ verifiedAt }) => verifiedAt === null).map(({ id }) => id);
  return (
    <section className="card">
      <h2>
        {estate.name}
        <span className="mute">{estate.buildings.length} 栋</span>
      </h2>
      <Houses
        estate={estate}
        building={q === '' ? building : undefined}
        onChoose={(id) => {
          setQ('');
          setBuilding(id);
          pick([]);
        }}
      />
      <div className="bar">
        <Input
          aria-label="找门号"
          placeholder="找门号，像 3号楼 502"
          style={{ width: 240 }}
          onPressEnter={({ currentTarget }) => setQ(currentTarget.value.trim())}
        />
        <span className="sp" />
        {can('owner.manage') && unverified.length > 0 && (
          <>
            <Checkbox
              checked={picked.length > 0 && picked.length === unverified.length}
              onChange={(event) => pick(event.target.checked ? unverified : [])}
            >
              选中没核实的 {unverified.length} 户
            </Checkbox>
            <Button
              disabled={picked.length === 0}
              loading={verify.isPending}
              onClick={() => verify.mutate(picked, { onSuccess: () => pick([]) })}
            >
              标为已核实
            </Button>
          </>
        )}
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {!doors.data && !refused && <Waiting />}
      {doors.data && items.length === 0 && <Empty>这里还没有登记门号。可以从 Excel 导入，也可以一户一户登记。</Empty>}
      {items.length > 0 && <Rows items={items} picked={picked} open={open} onPick={pick} onOpen={setOpen} />}
      {opened && <DoorDrawer key={opened.id} areaId={areaId} door={opened} onClose={() => setOpen(null)} />}
    </section>
  );
}

type HousesProps = { estate: Estate; building: string | undefined; onChoose: (id: string) => void };

function Houses({ estate, building, onChoose }: HousesProps) {
  return (
    <div className="houses">
      {estate.buildings.map(({ id, name, doors, titleArea, verified, differs }) => (
        <button key={id} type="button" className="plain" aria-pressed={id === building} onClick={() => onChoose(id)}>
          <b>{name}</b>
          <div className="z mute">
            {doors} 户 · {squareMetres(titleArea)} ㎡ · 核实 {verified}
          </div>
          {differs && <div className="z due-text">{differs}</div>}
        </button>
      ))}
    </div>
  );
}

type RowsProps = {
  items: Door[];
  picked: string[];
  open: string | null;
  onPick: (ids: string[]) => void;
  onOpen: (id: string) => void;
};

function Rows({ items, picked, open, onPick, onOpen }: RowsProps) {
  return (
    <table className="t">
      <thead>
        <tr>
          <th>门号</th>
          <th className="w-mid">专有部分面积</th>
          <th className="w-short">用途</th>
          <th>业主（投票的在前）</th>
          <th className="w-mid">核实</th>
        </tr>
      </thead>
      <tbody>
        {items.map((door) => (
          <tr key={door.id} className={door.id === open ? 'open' : undefined}>
            <td>
              <button type="button" className="plain link a" onClick={() => onOpen(door.id)}>
                {door.label}
              </button>
            </td>
            <td>{squareMetres(door.titleArea)} ㎡</td>
            <td>{door.use}</td>
            <td>
              {door.owners.map(({ name }) => name).join('、')}
              {door.doorsOfVoter > 1 && <span className="mute"> · 在本小区有 {door.doorsOfVoter} 套，算一位</span>}
            </td>
            <td>
              {door.verifiedAt ? (
                <Tag tone="ok" icon="check">
                  {door.verifiedByName}
                </Tag>
              ) : (
                <Checkbox
                  aria-label={`没核实：${door.label}`}
                  checked={picked.includes(door.id)}
                  onChange={(event) =>
                    onPick(event.target.checked ? [...picked, door.id] : picked.filter((id) => id !== door.id))
                  }
                >
                  没核实
                </Checkbox>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
