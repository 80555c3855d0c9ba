import { useSearchParams } from 'react-router';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../ui/desk/states.tsx';
import { Shares, StepTimes } from './charts.tsx';
import { Groups } from './groups.tsx';
import { HandlingLine } from './handling-line.tsx';
import { useAdopted, useFigures, type Asked, type Figures } from './figures-api.ts';
import { namedPeriods } from './periods.ts';
import './figures.css';

const methodFirst = 'seven-step-loop';

/** How a method goes here: time per step, shares, and where matters come from; every figure opens its list. */
export function FiguresPage() {
  const { area, now } = useSession();
  const [search, setSearch] = useSearchParams();
  const adopted = useAdopted(area.id);
  const methods = adopted.data ?? [];
  const periods = namedPeriods(now());
  const first = methods.find((one) => one.id === methodFirst) ?? methods[0];
  const method = search.get('method') ?? first?.id;
  const from = search.get('from') ?? periods[2]?.from ?? '';
  const to = search.get('to') ?? periods[2]?.to ?? '';
  const asked: Asked | null = method ? { method, from, to } : null;
  const figures = useFigures(area.id, asked);
  const refused = refusedOf(figures.error) ?? refusedOf(adopted.error);
  const set = (changes: Partial<Asked>): void =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries({ method, from, to, ...changes })) if (value) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  if (refused) return <RefusedPage refused={refused} retry={() => void figures.refetch()} />;
  return (
    <div className="figures">
      <div className="page-head">
        <h1>统计</h1>
        <Select
          aria-label="工作法"
          className="method-choice"
          {...(method ? { value: method } : {})}
          options={methods.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(value: string) => set({ method: value })}
        />
        <div className="periods" role="group" aria-label="时段">
          {periods.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.from === from && one.to === to}
              onClick={() => set({ from: one.from, to: one.to })}
            >
              {one.label}
            </button>
          ))}
        </div>
        <DatePicker.RangePicker
          aria-label="自选时段"
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          maxDate={dayjs(periods[0]?.to)}
          onChange={(days) =>
            days?.[0] && days[1] && set({ from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') })
          }
        />
      </div>
      <HandlingLine areaId={area.id} from={from} to={to} />
      {figures.data ? (
        <Charts figures={figures.data} isOld={figures.isPlaceholderData} />
      ) : (
        <Body waits={asked !== null || adopted.isPending} />
      )}
    </div>
  );
}

function Body({ waits }: { waits: boolean }) {
  return waits ? <Waiting lines={9} /> : <Empty>这里还没有采用工作法，没有可以统计的事。</Empty>;
}

function Charts({ figures, isOld }: { figures: Figures; isOld: boolean }) {
  const door = (query: Record<string, string>): string =>
    `/matters?${new URLSearchParams({ method: figures.method, ...query }).toString()}`;
  const created = { from: figures.from, to: figures.to };
  return (
    <div className={isOld ? 'chart-grid stale' : 'chart-grid'}>
      <StepTimes figures={figures} door={door} />
      <Shares figures={figures} door={door} />
      <Groups
        title="是什么事"
        what="提得"
        groups={figures.byCategory.map((one) => ({
          name: one.category,
          count: one.count,
          to: door({ ...created, category: one.category }),
        }))}
      />
      <Groups
        title="从哪里来"
        what="来得"
        groups={figures.byChannel.map((one) => ({
          name: one.name,
          count: one.count,
          to: door({ ...created, channel: one.channel }),
        }))}
      />
    </div>
  );
}
