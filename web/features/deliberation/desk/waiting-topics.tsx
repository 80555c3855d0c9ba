import { useEffect, useState } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useDecideTopic, useTopics, type TopicDecision } from './topics-api.ts';

type Props = { open: string | null; onOpen: (id: string) => void };

/** What waits to be looked at: opened with the arrow keys, ticked, let through or declined several at once. */
export function WaitingTopics({ open, onOpen }: Props) {
  const { area, now } = useSession();
  const topics = useTopics(area.id, 'waiting');
  const [ticked, tick] = useState<string[]>([]);
  const items = topics.data?.items ?? [];
  const ids = items.map(({ id }) => id);
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, .ant-drawer')) return;
      const step =
        event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
      const next = ids[Math.max(0, ids.indexOf(open ?? '') + step)];
      if (step === 0 || !next) return;
      event.preventDefault();
      onOpen(next);
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  });
  const refused = refusedOf(topics.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void topics.refetch()} />;
  if (!topics.data) return <Waiting />;
  if (items.length === 0)
    return (
      <section className="card">
        <Empty>没有等审核的议题。居民提了新的，会在这里等您看。</Empty>
      </section>
    );
  const standing = ticked.filter((id) => ids.includes(id));
  return (
    <section className="card">
      {standing.length > 0 && <Batch areaId={area.id} ids={standing} onDone={() => tick([])} />}
      <ul className="waiting-topics">
        {items.map((topic) => (
          <li key={topic.id} className={topic.id === open ? 'line open' : 'line'}>
            <Checkbox
              aria-label={`选中 ${topic.title}`}
              checked={ticked.includes(topic.id)}
              onChange={({ target }) =>
                tick(target.checked ? [...ticked, topic.id] : ticked.filter((id) => id !== topic.id))
              }
            />
            <button type="button" className="plain link a" onClick={() => onOpen(topic.id)}>
              {topic.title}
            </button>
            <span className="mute sm">
              {topic.concerns} · {topic.proposer} · {momentName(topic.proposedAt, now())}
            </span>
          </li>
        ))}
      </ul>
      <p className="mute sm hint-line">按 J、K 或上下键逐个打开；看完选公开、不列入，或者合并。</p>
    </section>
  );
}

function Batch({ areaId, ids, onDone }: { areaId: string; ids: string[]; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const [failed, setFailed] = useState<string | null>(null);
  const decide = useDecideTopic(areaId);
  const all = async (decision: TopicDecision): Promise<void> => {
    setFailed(null);
    const results = await Promise.allSettled(ids.map((id) => decide.mutateAsync({ id, decision })));
    const bad = results.filter((one) => one.status === 'rejected');
    if (bad.length === 0) return onDone();
    setFailed(`${bad.length} 个没有办成：${refusedOf(bad[0]?.reason)?.detail ?? ''}`);
  };
  return (
    <div className="row batch">
      <b>选了 {ids.length} 个</b>
      <Button type="primary" loading={decide.isPending} onClick={() => void all({ decision: 'approve' })}>
        都公开
      </Button>
      <Input
        aria-label="不列入的原因"
        placeholder="不列入的原因（提的人会看到）"
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        disabled={reason.trim().length < 4}
        loading={decide.isPending}
        onClick={() => void all({ decision: 'decline', reason: reason.trim() })}
      >
        都不列入
      </Button>
      {failed && <Note tone="late">{failed}</Note>}
    </div>
  );
}
