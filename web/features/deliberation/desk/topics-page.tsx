import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { ReportsCard } from './reports-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { TopicDrawer } from './topic-drawer.tsx';
import { useTopics, useVoiceQueue, type Topic, type TopicState } from './topics-api.ts';
import { VoicesCard } from './voices-card.tsx';
import { WaitingTopics } from './waiting-topics.tsx';
import './talk-desk.css';

const tabs = [
  { id: 'waiting', label: '等审核' },
  { id: 'voices', label: '意见' },
  { id: 'reports', label: '举报' },
  { id: 'open', label: '正在听意见' },
  { id: 'in-progress', label: '正在议' },
  { id: 'answered', label: '已答复' },
  { id: 'closed', label: '有结果' },
  { id: 'declined', label: '未列入' },
  { id: 'merged', label: '已合并' },
] as const;
type Tab = (typeof tabs)[number]['id'];

/** Topics on the desk: what residents raised and said is looked at, answered, and begun. */
export function TopicsPage() {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const tab: Tab = tabs.find(({ id }) => id === search.get('tab'))?.id ?? 'waiting';
  const open = search.get('open');
  const queue = useVoiceQueue(area.id);
  const waiting = useTopics(area.id, 'waiting');
  const counts: Partial<Record<Tab, number>> = {
    waiting: waiting.data?.items.length ?? 0,
    voices: queue.data?.voices.length ?? 0,
    reports: queue.data?.reports.length ?? 0,
  };
  const show = (id: string | null): void => setSearch(id ? { tab, open: id } : { tab });
  return (
    <div className="talk-desk">
      <div className="page-head">
        <h1>议题</h1>
        <div className="tabs" role="group" aria-label="哪些议题">
          {tabs.map(({ id, label }) => (
            <button key={id} type="button" aria-pressed={id === tab} onClick={() => setSearch({ tab: id })}>
              {label}
              {(counts[id] ?? 0) > 0 && <em> {counts[id]}</em>}
            </button>
          ))}
        </div>
        <span className="sp" />
        <Button href={`/c/${area.id}/talk`} target="_blank">
          看议一议
        </Button>
      </div>
      {tab === 'waiting' ? (
        <WaitingTopics onOpen={show} open={open} />
      ) : tab === 'voices' ? (
        <VoicesCard areaId={area.id} />
      ) : tab === 'reports' ? (
        <ReportsCard areaId={area.id} />
      ) : (
        <TopicTable state={tab} open={open} onOpen={show} />
      )}
      {tab === 'open' && <SettingsCard areaId={area.id} />}
      {open && <TopicDrawer key={open} areaId={area.id} id={open} onClose={() => show(null)} />}
    </div>
  );
}

type Shown = { state: TopicState; open: string | null; onOpen: (id: string) => void };

function TopicTable({ state, open, onOpen }: Shown) {
  const { area } = useSession();
  const topics = useTopics(area.id, state);
  const refused = refusedOf(topics.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void topics.refetch()} />;
  if (!topics.data) return <Waiting />;
  return (
    <section className="card">
      {topics.data.items.length === 0 ? (
        <Empty>这里还没有议题。</Empty>
      ) : (
        <Rows items={topics.data.items} open={open} onOpen={onOpen} />
      )}
    </section>
  );
}

function Rows({ items, open, onOpen }: { items: Topic[]; open: string | null; onOpen: (id: string) => void }) {
  const { now } = useSession();
  return (
    <table className="t">
      <caption className="sr">议题</caption>
      <thead>
        <tr>
          <th>议题</th>
          <th className="w-mid">和谁有关</th>
          <th className="w-short">附议</th>
          <th className="w-short">意见</th>
          <th className="w-mid">提出</th>
          <th>接下来</th>
        </tr>
      </thead>
      <tbody>
        {items.map((topic) => (
          <tr key={topic.id} className={topic.id === open ? 'open' : undefined}>
            <td>
              <button type="button" className="plain link a" onClick={() => onOpen(topic.id)}>
                {topic.title}
              </button>
              <div className="z">{topic.proposer}</div>
            </td>
            <td>{topic.concerns}</td>
            <td>{topic.supports} 位</td>
            <td>{topic.voices} 条</td>
            <td>{momentName(topic.proposedAt, now())}</td>
            <td className="mute">{topic.next}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
