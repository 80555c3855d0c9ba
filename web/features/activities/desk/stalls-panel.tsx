import { useState } from 'react';
import { App, AutoComplete, Button, Input, InputNumber, Popover } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { StallList } from '../../../../server/modules/activities/stalls/contract.ts';
import { ask, newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Empty } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useRecordChange, type RecordPage } from './records-api.ts';

type Stall = StallList['items'][number];
type Act = { path: string; method: 'POST' | 'PUT' | 'DELETE'; body?: unknown };

/** The stalls of a market day: who asked, who comes under which number, and how many each served. */
export function StallsPanel({ page }: { page: RecordPage }) {
  const { message } = App.useApp();
  const base = `areas/${page.areaId}/activities/${page.id}/stalls`;
  const stalls = useQuery({
    queryKey: ['activities', page.areaId, 'stalls', page.id],
    queryFn: () => ask<StallList>(base),
  });
  const change = useRecordChange(({ path, method, body }: Act) => send(`${base}${path}`, { method, body }));
  const run = (act: Act): void =>
    change.mutate(act, { onError: (error) => void message.error(refusedOf(error)?.detail ?? '没有办成') });
  if (!stalls.data) return null;
  const { items, actions, served, services } = stalls.data;
  return (
    <section className="card panel">
      <h2>
        摊位
        <span className="r">
          {items.filter(({ state }) => state === 'accepted').length} 个来摆
          {served > 0 ? ` · 服务 ${served} 人次` : ''}
        </span>
      </h2>
      {items.length === 0 && <Empty>还没有人报摊位。居民在活动页上能报，社区也可以自己加。</Empty>}
      <table className="t">
        <caption className="sr">摊位</caption>
        <tbody>
          {items.map((one) => (
            <StallLine key={one.id} stall={one} mayCount={actions.includes('count')} run={run} />
          ))}
        </tbody>
      </table>
      <AddStall services={services} onAdd={(body) => run({ path: '', method: 'POST', body })} />
    </section>
  );
}

type LineProps = { stall: Stall; mayCount: boolean; run: (act: Act) => void };

function StallLine({ stall, mayCount, run }: LineProps) {
  const tone = stall.state === 'asked' ? 'due' : stall.state === 'accepted' ? 'ok' : 'plain';
  return (
    <tr>
      <td className="w-tick num">{stall.position ?? ''}</td>
      <td>
        <span className="a">{stall.name}</span>
        <div className="z">{[stall.service, stall.keeper, stall.words].filter(Boolean).join(' · ')}</div>
      </td>
      <td className="w-state">
        <Tag tone={tone}>{stall.stateName}</Tag>
      </td>
      <td className="w-does">
        {stall.state === 'asked' && (
          <>
            <Button
              size="small"
              onClick={() => run({ path: `/${stall.id}/decision`, method: 'POST', body: { act: 'accept' } })}
            >
              同意
            </Button>{' '}
            <Refuse
              onSay={(reason) =>
                run({ path: `/${stall.id}/decision`, method: 'POST', body: { act: 'refuse', reason } })
              }
            />
          </>
        )}
        {stall.state === 'accepted' && mayCount && (
          <InputNumber
            aria-label={`${stall.name}服务了多少人次`}
            size="small"
            min={0}
            precision={0}
            suffix="人次"
            {...(stall.served === null ? {} : { defaultValue: stall.served })}
            onBlur={(event) => {
              const served = Number(event.target.value);
              if (event.target.value !== '' && served !== stall.served) {
                run({ path: `/${stall.id}/served`, method: 'PUT', body: { served } });
              }
            }}
          />
        )}
      </td>
    </tr>
  );
}

function Refuse({ onSay }: { onSay: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const form = (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSay(reason.trim());
      }}
    >
      <label htmlFor="stall-reason">为什么排不上（会告诉他）</label>
      <Input id="stall-reason" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2}>
        婉拒
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" content={form} arrow={false} destroyOnHidden>
      <Button size="small" type="text">
        婉拒
      </Button>
    </Popover>
  );
}

type New = { name: string; service: string; keeper: string };

function AddStall({ services, onAdd }: { services: string[]; onAdd: (stall: New) => void }) {
  const blank = { name: '', service: services[0] ?? '', keeper: '' };
  const [draft, setDraft] = useState<New>(blank);
  const [key, renew] = useState(newKey);
  return (
    <form
      key={key}
      className="row pad"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(draft);
        setDraft(blank);
        renew(newKey());
      }}
    >
      <AutoComplete
        aria-label="做什么"
        value={draft.service}
        options={services.map((value) => ({ value }))}
        onChange={(service: string) => setDraft({ ...draft, service })}
      />
      <Input
        aria-label="摊位叫什么"
        placeholder="摊位叫什么"
        maxLength={20}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <Input
        aria-label="谁来摆"
        placeholder="谁来摆"
        maxLength={30}
        value={draft.keeper}
        onChange={(event) => setDraft({ ...draft, keeper: event.target.value })}
      />
      <Button
        htmlType="submit"
        disabled={draft.name.trim().length < 2 || !draft.keeper.trim() || !draft.service.trim()}
      >
        加一个摊位
      </Button>
    </form>
  );
}
