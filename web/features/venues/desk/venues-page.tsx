import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, Input, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useVenues, useWords, type VenueWords } from './venues-api.ts';
import { VenueTable } from './venue-table.tsx';
import './venues-desk.css';

/** Every venue and facility of a community: found by name, kind and whether it can be booked. */
export function VenuesPage() {
  const { area, can } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const words = useWords();
  const query = Object.fromEntries(search);
  const venues = useVenues(area.id, query);
  const refused = refusedOf(venues.error);
  if (isWide(area)) return <Empty>阵地由社区登记。请在左上角选一个社区。</Empty>;
  if (refused) return <RefusedPage refused={refused} retry={() => void venues.refetch()} />;
  return (
    <div className="venues">
      <div className="page-head">
        <h1>阵地</h1>
        {venues.data && <span className="mute">{venues.data.items.length} 处</span>}
        <span className="sp" />
        <a className="link sm" href={`/c/${area.code ?? area.id}/circle`} target="_blank" rel="noreferrer">
          15分钟圈
        </a>
        {can('venue.manage') && (
          <>
            <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/venues.xlsx`}>
              导出 Excel
            </Button>
            <Button icon={<Icon name="plus" size="xs" />} onClick={() => void navigate('/venues/new')}>
              登记场地
            </Button>
          </>
        )}
      </div>
      <QueryForm words={words.data} query={query} set={(next) => setSearch(next)} />
      {venues.data ? (
        <VenueTable venues={venues.data.items} weekly={words.data?.weekly ?? null} />
      ) : (
        <Waiting lines={8} />
      )}
    </div>
  );
}

type Asked = Record<string, string>;
type QueryProps = { words: VenueWords | undefined; query: Asked; set: (query: Asked) => void };

const bookings = [
  { value: 'true', label: '可以预约' },
  { value: 'false', label: '不预约' },
];

function QueryForm({ words, query, set }: QueryProps) {
  const [q, setQ] = useState(query['q'] ?? '');
  const change = (name: string, value: string | undefined): void => {
    const { [name]: _old, ...rest } = query;
    set(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <form
      className="card venue-query"
      onSubmit={(event) => {
        event.preventDefault();
        change('q', q.trim());
      }}
    >
      <Input
        allowClear
        aria-label="名称、类别、位置"
        placeholder="名称、类别、位置、归谁"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Select
        allowClear
        aria-label="类别"
        placeholder="类别"
        value={query['kind'] ?? null}
        options={(words?.kinds ?? []).map(({ name }) => ({ value: name, label: name }))}
        showSearch
        onChange={(kind) => change('kind', kind ?? undefined)}
      />
      <Select
        allowClear
        aria-label="预约"
        placeholder="预约"
        value={query['bookable'] ?? null}
        options={bookings}
        onChange={(value) => change('bookable', value ?? undefined)}
      />
      <Select
        aria-label="开着还是关了"
        value={query['closed'] ?? ''}
        options={[
          { value: '', label: '在用的' },
          { value: 'true', label: '关闭的也看' },
        ]}
        onChange={(value) => change('closed', value)}
      />
      <Button htmlType="submit">查询</Button>
      <Button
        type="text"
        onClick={() => {
          setQ('');
          set({});
        }}
      >
        重置
      </Button>
    </form>
  );
}
