import { useState } from 'react';
import { Button, DatePicker, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import { useConclude, useMeetingWords, type MeetingPage } from './meetings-api.ts';

const tones: Record<MeetingPage['agreed'][number]['state'], Tone> = {
  doing: 'plain',
  late: 'late',
  done: 'ok',
  stopped: 'info',
};

/** What was agreed here, and what earlier meetings agreed that is not settled. */
export function AgreedCard({ page }: { page: MeetingPage }) {
  return (
    <section className="card">
      <h2>会上定的事</h2>
      <Lines items={page.agreed} areaId={page.areaId} />
      {page.actions.includes('conclude') && <Conclude page={page} />}
      {page.followUps.length > 0 && (
        <>
          <h2>接着问的事 · 以前定的，还没办完</h2>
          <Lines items={page.followUps} areaId={page.areaId} />
        </>
      )}
    </section>
  );
}

function Lines({ items, areaId }: { items: MeetingPage['agreed']; areaId: string }) {
  return (
    <ul>
      {items.map((one) => (
        <li key={one.id} className="line talk-line">
          <p>
            <Tag tone={tones[one.state]}>{one.stateName}</Tag>{' '}
            <a href={`/desk/matters/${areaId}/${one.number}`}>{one.title}</a>
          </p>
          <p className="mute sm">
            {one.ownerName} · {one.dueOn} 前{one.from && ` · ${one.from}`}
            {one.result && ` · ${one.result}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Conclude({ page }: { page: MeetingPage }) {
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<Dayjs | null>(null);
  const words = useMeetingWords(page.areaId);
  const conclude = useConclude(page.areaId, page.id);
  const refused = refusedOf(conclude.error);
  const isReady = title.trim().length >= 4 && owner !== null && due !== null;
  const clear = (): void => {
    setTitle('');
    setOwner(null);
  };
  return (
    <div className="talk-line">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Input
        aria-label="定了办什么"
        placeholder="定了办什么"
        maxLength={60}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="row">
        <Select
          aria-label="谁来办"
          placeholder="谁来办"
          className="sp"
          showSearch={{ optionFilterProp: 'label' }}
          value={owner}
          options={(words.data?.owners ?? []).map(({ key, name, title: post }) => ({
            value: key,
            label: `${name} · ${post}`,
          }))}
          onChange={setOwner}
        />
        <DatePicker aria-label="哪天办完" placeholder="哪天办完" value={due} onChange={setDue} />
        <Button
          type="primary"
          disabled={!isReady}
          loading={conclude.isPending}
          onClick={() =>
            conclude.mutate(
              { title: title.trim(), owner: owner ?? '', dueOn: due?.format('YYYY-MM-DD') ?? '' },
              { onSuccess: clear },
            )
          }
        >
          记下来，交办
        </Button>
      </div>
    </div>
  );
}
