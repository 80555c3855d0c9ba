import { cloneElement, isValidElement, useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button, DatePicker, Input, Pagination, Select } from 'antd';
import dayjs from 'dayjs';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { BatchBar } from './batch-bar.tsx';
import { RecordTable } from './record-table.tsx';
import { states, useChoices, useRecords } from './records-api.ts';
import { YearLine } from './year-line.tsx';
import './records.css';

const pageSize = 20;

/** Everything a community holds: what waits for the secretary, what is drafted, what is public, and who came. */
export function RecordsPage() {
  const { area } = useSession();
  return isWide(area) ? (
    <Empty>活动由社区办。请在左上角选一个社区。</Empty>
  ) : (
    <CommunityRecords key={area.id} areaId={area.id} />
  );
}

function CommunityRecords({ areaId }: { areaId: string }) {
  const navigate = useNavigate();
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [ticked, tick] = useState<string[]>([]);
  const of = (name: string): string | null => search.get(name);
  const asked = Object.fromEntries(
    ['q', 'kind', 'state', 'theme', 'flag', 'from', 'to', 'seriesId'].map((name) => [name, of(name)]),
  );
  const page = Number(of('page') ?? 1);
  const records = useRecords(areaId, { ...asked, page, limit: pageSize });
  const change = (changes: Record<string, string | null>): void => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ page: null, ...changes })) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    tick([]);
    setSearch(next, { replace: true });
  };
  const refused = refusedOf(records.error);
  const items = records.data?.items ?? [];
  const chosen = items.filter(({ id }) => ticked.includes(id));
  return (
    <div className="records">
      <div className="page-head">
        <h1>活动</h1>
        <span className="sp" />
        <Link className="tool row" to="/activities/series">
          <Icon name="calendar" size="xs" />
          系列与节日
        </Link>
        <a className="tool row" href={`/api/v1/areas/${areaId}/activity-records.xlsx${queryText(asked)}`} download>
          <Icon name="excel" size="xs" />
          导出 Excel
        </a>
        {can('activity.draft') && (
          <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => void navigate('/activities/new')}>
            办活动
          </Button>
        )}
      </div>
      <YearLine areaId={areaId} change={change} />
      <Query areaId={areaId} asked={asked} change={change} />
      {refused && <RefusedPage refused={refused} retry={() => void records.refetch()} />}
      {!records.data && !refused && <Waiting lines={9} />}
      {chosen.length > 0 && <BatchBar areaId={areaId} chosen={chosen} onClear={() => tick([])} />}
      {records.data && items.length === 0 && <Empty>没有这样的活动。换个条件，或者办一场。</Empty>}
      {items.length > 0 && (
        <RecordTable items={items} ticked={ticked} onTick={tick} isOld={records.isPlaceholderData} />
      )}
      {records.data && records.data.total > pageSize && (
        <Pagination
          className="pager"
          size="small"
          current={page}
          pageSize={pageSize}
          total={records.data.total}
          showSizeChanger={false}
          itemRender={(_, type, item) => named(item, turns[type])}
          showTotal={(total) => `共 ${total} 场`}
          onChange={(to) => change({ page: String(to) })}
        />
      )}
    </div>
  );
}

const turns: Partial<Record<string, string>> = { prev: '上一页', next: '下一页' };

/** The arrows of the pager say where they lead to. */
function named(item: ReactNode, name: string | undefined): ReactNode {
  return name && isValidElement<{ 'aria-label'?: string }>(item) ? cloneElement(item, { 'aria-label': name }) : item;
}

type QueryProps = {
  areaId: string;
  asked: Record<string, string | null>;
  change: (changes: Record<string, string | null>) => void;
};

function Query({ areaId, asked, change }: QueryProps) {
  const choices = useChoices(areaId);
  const plain = (words: string[] | undefined) => (words ?? []).map((value) => ({ value, label: value }));
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={asked[name] ?? undefined}
      options={options}
      onChange={(value: string | undefined) => change({ [name]: value ?? null })}
    />
  );
  return (
    <div className="record-query" role="search" aria-label="找活动">
      <Input
        key={asked['q']}
        aria-label="名称、地点、主办"
        placeholder="名称、地点、主办"
        defaultValue={asked['q'] ?? ''}
        onPressEnter={({ currentTarget }) => change({ q: currentTarget.value.trim() || null })}
      />
      {select('state', '状态', states)}
      {select('kind', '类别', choices.data?.kinds ?? [])}
      {select('theme', '主题', plain(choices.data?.themes))}
      {select('flag', '年度指标', [
        { value: 'large', label: '较大规模' },
        { value: 'broad', label: '居民广泛参与' },
      ])}
      {select(
        'seriesId',
        '系列',
        (choices.data?.series ?? []).map(({ id, name }) => ({ value: id, label: name })),
      )}
      <DatePicker.RangePicker
        aria-label="时段"
        allowEmpty={[true, true]}
        value={[asked['from'] ? dayjs(asked['from']) : null, asked['to'] ? dayjs(asked['to']) : null]}
        onChange={(days) =>
          change({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })
        }
      />
    </div>
  );
}
