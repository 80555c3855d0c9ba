import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { monthName } from '#shared/months';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { formatFen } from '../money.ts';
import {
  useFundDoing,
  useHandovers,
  type Handover,
  type HandoverList,
  type OneFund,
  type WhichFund,
} from './months-api.ts';
import './months.css';

/** The hand-over of the books when a committee changes: counted by the books, confirmed by both. Source: C40, F23. */
export function HandoverTab({ fund: { areaId, id: fundId } }: { fund: OneFund }) {
  const handovers = useHandovers({ areaId, fundId });
  const refused = refusedOf(handovers.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void handovers.refetch()} />;
  if (!handovers.data) return <Waiting />;
  const { items, people, mayBegin } = handovers.data;
  return (
    <>
      {mayBegin && <Begin which={{ areaId, fundId }} people={people} />}
      <section className="card" aria-label="移交">
        {items.length === 0 && <Empty>还没有移交过。</Empty>}
        {items.map((handover) => (
          <One key={handover.id} which={{ areaId, fundId }} handover={handover} />
        ))}
      </section>
    </>
  );
}

function Begin({ which, people }: { which: WhichFund; people: HandoverList['people'] }) {
  const [outgoingId, setOutgoing] = useState<string>();
  const [incomingId, setIncoming] = useState<string>();
  const [reason, write] = useState('');
  const doing = useFundDoing(which);
  const refused = refusedOf(doing.error);
  const options = people.map(({ id, name, label }) => ({ value: id, label: `${name}（${label}）` }));
  return (
    <section className="card fund-handover" aria-label="开始移交">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="mute">
        业委会换届或者换人管账，先清点再移交：账上的钱、凭证、银行流水、提问和用印一样一样数清，移交的人和接手的人都确认，才算移交完。
      </p>
      <p className="row">
        <Select
          aria-label="谁移交"
          placeholder="谁移交"
          options={options}
          value={outgoingId}
          onChange={setOutgoing}
          style={{ minWidth: 180 }}
        />
        <span>移交给</span>
        <Select
          aria-label="谁接手"
          placeholder="谁接手"
          options={options}
          value={incomingId}
          onChange={setIncoming}
          style={{ minWidth: 180 }}
        />
        <Input
          value={reason}
          onChange={(event) => write(event.target.value)}
          aria-label="为什么移交"
          placeholder="为什么移交，如：业委会换届"
          maxLength={200}
          style={{ width: 240 }}
        />
        <Button
          type="primary"
          disabled={!outgoingId || !incomingId || reason.trim().length < 2}
          loading={doing.isPending}
          onClick={() => doing.mutate({ act: 'handovers', body: { outgoingId, incomingId, reason: reason.trim() } })}
        >
          清点并开始移交
        </Button>
      </p>
    </section>
  );
}

function One({ which, handover }: { which: WhichFund; handover: Handover }) {
  const { now } = useSession();
  return (
    <article className="fund-handover">
      <p>
        <Tag tone={handover.state === 'done' ? 'ok' : handover.state === 'open' ? 'due' : 'info'}>
          {handover.stateName}
        </Tag>{' '}
        <b>
          {handover.outgoingName} → {handover.incomingName}
        </b>{' '}
        <span className="mute">
          {handover.reason} · {handover.begunName}，{momentName(handover.begunAt, now())}
        </span>
      </p>
      {handover.moved && <Note tone="due">清点以后账上又有变动，请重新清点，双方再确认。</Note>}
      <Counts handover={handover} />
      <Sides handover={handover} />
      <Doing which={which} handover={handover} />
    </article>
  );
}

function Counts({ handover }: { handover: Handover }) {
  const { counted } = handover;
  const facts: [string, string][] = [
    ...counted.balances.map(({ name, balance }): [string, string] => [name, `${formatFen(balance)} 元`]),
    ['账上', `${counted.entries} 笔`],
    ['结账到', monthName(counted.closedThrough)],
    ['凭证', `${counted.vouchers} 张，照片 ${counted.papers} 张`],
    ['没办完的凭证', `${counted.waiting} 张`],
    ['没对上的银行流水', `${counted.unmatched} 笔`],
    ['没答复的提问', `${counted.questions} 条`],
    ['用印记录', `${counted.seals} 次`],
  ];
  return (
    <>
      <dl className="num">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sm mute">
        清点编码 <code>{handover.short}</code>，账簿末尾编码 <code>{counted.head.slice(0, 16)}</code>
      </p>
    </>
  );
}

function Sides({ handover }: { handover: Handover }) {
  const { now } = useSession();
  const sides = [
    ['移交的人', handover.outgoingName, handover.outgoingAt, handover.outgoingNote],
    ['接手的人', handover.incomingName, handover.incomingAt, handover.incomingNote],
  ] as const;
  return (
    <>
      {sides.map(([label, name, at, note]) => (
        <p key={label} className="sm">
          {label} {name}：{at ? `${momentName(at, now())}确认` : '还没有确认'}
          {note && `，${note}`}
        </p>
      ))}
    </>
  );
}

function Doing({ which, handover }: { which: WhichFund; handover: Handover }) {
  const [note, write] = useState('');
  const doing = useFundDoing(which);
  const refused = refusedOf(doing.error);
  const may = (action: Handover['actions'][number]): boolean => handover.actions.includes(action);
  const act = (name: string, body: object = {}): void =>
    doing.mutate({ act: `handovers/${handover.id}/${name}`, body });
  if (handover.actions.length === 0) return null;
  return (
    <>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="row">
        {(may('confirm') || may('drop')) && (
          <Input
            value={note}
            onChange={(event) => write(event.target.value)}
            aria-label="说明"
            placeholder={may('confirm') ? '有什么要说明的，可不填' : '为什么不移交了'}
            maxLength={200}
            style={{ width: 300 }}
          />
        )}
        {may('confirm') && (
          <Button type="primary" loading={doing.isPending} onClick={() => act('confirm', { note: note.trim() })}>
            数目对，确认
          </Button>
        )}
        {may('recount') && <Button onClick={() => act('recount')}>重新清点</Button>}
        {may('drop') && (
          <Button disabled={note.trim().length < 2} onClick={() => act('drop', { reason: note.trim() })}>
            不移交了
          </Button>
        )}
      </p>
    </>
  );
}
