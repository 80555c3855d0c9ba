import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Input, Popover, Radio, Select } from 'antd';
import { dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { OwnerLines, blankOwner, type OwnerInput } from './owner-lines.tsx';
import { revealDoor, squareMetres, useChangeDoor, useChooseVoter, useTransfer, type Door } from './owners-api.ts';

const uses = ['住宅', '商业', '其他'].map((use) => ({ value: use, label: use }));

type Props = { areaId: string; door: Door; onClose: () => void };

/** One door: area and use, who of the owners votes, a sale. Names open with a reason. */
export function DoorDrawer({ areaId, door, onClose }: Props) {
  const { can, now } = useSession();
  const keeps = can('owner.manage');
  return (
    <Drawer open size={480} mask={false} onClose={onClose} title={door.label}>
      <div className="body-fields">
        <p className="mute sm">
          {squareMetres(door.titleArea)} 平方米 · {door.use} ·{' '}
          {door.verifiedAt ? `${door.verifiedByName} ${dayName(door.verifiedAt, now())}核实` : '还没有核实'} ·{' '}
          {door.hasHousehold ? '对得上住户名册' : '住户名册里还没有这一户'}
        </p>
        <Voter areaId={areaId} door={door} keeps={keeps} />
        {can('people.reveal') && <Reveal areaId={areaId} door={door} />}
        {keeps && <Measures areaId={areaId} door={door} />}
        {keeps && <Sale areaId={areaId} door={door} onDone={onClose} />}
      </div>
    </Drawer>
  );
}

function Voter({ areaId, door, keeps }: { areaId: string; door: Door; keeps: boolean }) {
  const choose = useChooseVoter(areaId, door.id);
  const refused = refusedOf(choose.error);
  return (
    <section>
      <h2 className="part">
        业主 <span className="mute">共有的由一位投票</span>
      </h2>
      <Radio.Group
        name="voter"
        disabled={!keeps || choose.isPending}
        value={door.owners.find(({ votes }) => votes)?.id}
        onChange={(event) => choose.mutate({ version: door.version, ownerId: event.target.value as string })}
      >
        {door.owners.map(({ id, name, phone, hasAccount, votes }) => (
          <div key={id} className="line">
            <Radio value={id}>
              {name} <span className="mute sm">{phone ?? '没有电话'}</span>
              {hasAccount && <span className="mute sm"> · 有账号</span>}
              {votes && <b> · 投票</b>}
            </Radio>
          </div>
        ))}
      </Radio.Group>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

const shortest = 4;

function Reveal({ areaId, door }: { areaId: string; door: Door }) {
  const [reason, setReason] = useState('');
  const asked = useMutation({ mutationFn: () => revealDoor(areaId, door.id, reason.trim()) });
  if (asked.data)
    return (
      <p>
        {asked.data.items.map(({ id, name, phone }) => (
          <b key={id} className="nw">
            {name} {phone}　
          </b>
        ))}
      </p>
    );
  const refused = refusedOf(asked.error);
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        asked.mutate();
      }}
    >
      <label htmlFor="reveal-door">为什么要看姓名和电话？会记下您的名字和时间</label>
      <Input id="reveal-door" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      {refused && <p className="problem">{refused.detail}</p>}
      <Button size="small" htmlType="submit" disabled={reason.trim().length < shortest} loading={asked.isPending}>
        查看
      </Button>
    </form>
  );
  return (
    <p>
      <Popover trigger="click" content={form} arrow={false} destroyOnHidden>
        <Button size="small">查看姓名和电话（留痕）</Button>
      </Popover>
    </p>
  );
}

function Measures({ areaId, door }: { areaId: string; door: Door }) {
  const [area, setArea] = useState(squareMetres(door.titleArea));
  const [use, setUse] = useState<Door['use']>(door.use);
  const change = useChangeDoor(areaId, door.id);
  const refused = refusedOf(change.error);
  return (
    <section>
      <h2 className="part">面积和用途</h2>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ version: door.version, use, titleArea: area });
        }}
      >
        <Input
          aria-label="专有部分面积"
          suffix="㎡"
          value={area}
          maxLength={20}
          onChange={(event) => setArea(event.target.value)}
        />
        <Select aria-label="用途" value={use} options={uses} onChange={(value: Door['use']) => setUse(value)} />
        <Button htmlType="submit" loading={change.isPending}>
          保存
        </Button>
      </form>
      <p className="mute sm">改了要重新核实。</p>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

const reasonShortest = 2;

function Sale({ areaId, door, onDone }: { areaId: string; door: Door; onDone: () => void }) {
  const [owners, setOwners] = useState<OwnerInput[]>([blankOwner]);
  const [reason, setReason] = useState('');
  const transfer = useTransfer(areaId, door.id);
  const refused = refusedOf(transfer.error);
  const isFilled = owners.every(({ name }) => name.trim() !== '') && reason.trim().length >= reasonShortest;
  return (
    <section>
      <h2 className="part">换了业主</h2>
      <OwnerLines owners={owners} onChange={setOwners} />
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          transfer.mutate({ version: door.version, owners, reason: reason.trim() }, { onSuccess: onDone });
        }}
      >
        <Input
          aria-label="怎么换的"
          placeholder="怎么换的：买卖、继承……"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button htmlType="submit" disabled={!isFilled} loading={transfer.isPending}>
          换成这些业主
        </Button>
      </form>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}
