import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Area } from '#contract/areas';
import { ask } from '../../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../../lib/desk/session.tsx';
import { useMethods } from '../matters-api.ts';
import type { FilterName, Filters, QueueState } from './queue-state.ts';
import { useCategories, useSteps } from './choices.ts';

const dues = [
  { value: 'late', label: '已逾期' },
  { value: 'today', label: '今天到期' },
  { value: 'later', label: '以后到期' },
];
const channels = [
  { value: 'resident', label: '居民手机' },
  { value: 'grid-worker', label: '网格员上报' },
  { value: 'building-head', label: '楼栋长上报' },
  { value: 'community', label: '社区登记' },
  { value: 'hotline', label: '12345 转来' },
  { value: 'card', label: '一户一码' },
  { value: 'matter', label: '由别的事转来' },
  { value: 'partner', label: '其他系统' },
];
const statuses = [
  { value: 'open', label: '在办' },
  { value: 'ended', label: '已结束' },
  { value: 'done', label: '办结' },
  { value: 'refused', label: '不予受理' },
  { value: 'withdrawn', label: '已撤回' },
  { value: 'merged', label: '已并案' },
  { value: 'moved', label: '已转出' },
];
const yesNo = (yes: string, no: string): Option[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];
const stars = [5, 4, 3, 2, 1].map((star) => ({ value: String(star), label: `${star} 星` }));

type Option = { value: string; label: string };

/** Two lines of query; choices apply at once, words at Enter. */
export function QueryForm({ state, areaId }: { state: QueueState; areaId: string }) {
  const { area } = useSession();
  const { filters } = state;
  const [words, setWords] = useState(filters.q ?? '');
  const [shown, setShown] = useState(filters.q);
  const [showsMore, showMore] = useState(false);
  if (shown !== filters.q) {
    setShown(filters.q);
    setWords(filters.q ?? '');
  }
  const apply = (changes: Filters): void => state.setFilters({ ...filters, q: words.trim(), ...changes });
  const methods = useMethods(areaId);
  const steps = useSteps(filters.method, areaId);
  const choose = (name: FilterName, options: Option[], also: Filters = {}): ReactNode => (
    <Select
      id={`query-${name}`}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="全部"
      value={filters[name] ?? null}
      options={options}
      onChange={(value: string | null) => apply({ [name]: value ?? '', ...also })}
    />
  );
  return (
    <form
      className="card q"
      onSubmit={(event) => {
        event.preventDefault();
        apply({});
      }}
    >
      <Labelled id="query-q" label="关键词">
        <Input
          id="query-q"
          allowClear
          placeholder="编号、标题、地点"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Labelled>
      <Labelled id="query-method" label="工作法">
        {choose(
          'method',
          (methods.data ?? []).map((one) => ({ value: one.id, label: one.name.zh })),
          { step: '' },
        )}
      </Labelled>
      <Labelled id="query-step" label="步骤">
        {choose('step', steps)}
      </Labelled>
      <Labelled id="query-due" label="时限">
        {choose('due', dues)}
      </Labelled>
      <Labelled id="query-from" label="提出于">
        <Days id="query-from" from={filters.from} to={filters.to} onChange={(from, to) => apply({ from, to })} />
      </Labelled>
      <Labelled id="query-channel" label="来源">
        {choose('channel', channels)}
      </Labelled>
      {isWide(area) ? <Communities state={state} /> : <Grids areaId={areaId} choose={choose} />}
      {showsMore && <More filters={filters} areaId={areaId} choose={choose} apply={apply} />}
      <div className="acts">
        <button type="button" className="plain tool nw" aria-expanded={showsMore} onClick={() => showMore(!showsMore)}>
          {showsMore ? '收起' : '更多 8 项'}
        </button>
        <Button onClick={() => state.setFilters({ status: 'open' })}>重置</Button>
        <Button type="primary" htmlType="submit">
          查询
        </Button>
      </div>
    </form>
  );
}

type Choose = (name: FilterName, options: Option[], also?: Filters) => ReactNode;
type MoreProps = { filters: Filters; areaId: string; choose: Choose; apply: (changes: Filters) => void };

function More({ filters, areaId, choose, apply }: MoreProps) {
  const categories = useCategories(filters.method, areaId);
  return (
    <>
      <Labelled id="query-category" label="类别">
        {choose('category', categories)}
      </Labelled>
      <Labelled id="query-status" label="状态">
        {choose('status', statuses)}
      </Labelled>
      <Labelled id="query-stars" label="评价">
        {choose('stars', stars)}
      </Labelled>
      <Labelled id="query-onTime" label="按时">
        {choose('onTime', yesNo('每步都按时', '有一步晚了'))}
      </Labelled>
      <Labelled id="query-closedFrom" label="办结于">
        <Days
          id="query-closedFrom"
          from={filters.closedFrom}
          to={filters.closedTo}
          onChange={(closedFrom, closedTo) => apply({ closedFrom, closedTo })}
        />
      </Labelled>
      <Labelled id="query-satisfied" label="满意">
        {choose('satisfied', yesNo('满意', '不满意'))}
      </Labelled>
      <Labelled id="query-rated" label="评过没有">
        {choose('rated', yesNo('评价过', '没有评价'))}
      </Labelled>
      <Labelled id="query-inGrid" label="办到哪级">
        {choose('inGrid', yesNo('没出网格', '到了上级'))}
      </Labelled>
    </>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type DaysProps = {
  id: string;
  from: string | undefined;
  to: string | undefined;
  onChange: (from: string, to: string) => void;
};

function Days({ id, from, to, onChange }: DaysProps) {
  const { now } = useSession();
  return (
    <DatePicker.RangePicker
      id={{ start: id }}
      format="MM-DD"
      separator="至"
      allowEmpty
      placeholder={['哪天', '哪天']}
      defaultPickerValue={[dayjs(now()).subtract(1, 'month'), dayjs(now())]}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={(days) => onChange(days?.[0]?.format('YYYY-MM-DD') ?? '', days?.[1]?.format('YYYY-MM-DD') ?? '')}
    />
  );
}

function Grids({ areaId, choose }: { areaId: string; choose: Choose }) {
  const grids = useQuery({
    queryKey: ['areas-under', areaId, 'grid'],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'grid', under: areaId }),
    staleTime: 300_000,
  });
  return (
    <Labelled id="query-grid" label="网格">
      {choose(
        'grid',
        (grids.data?.items ?? []).map((grid) => ({ value: grid.id, label: grid.name })),
      )}
    </Labelled>
  );
}

function Communities({ state }: { state: QueueState }) {
  const { area } = useSession();
  const communities = useQuery({
    queryKey: ['areas-under', area.id, 'community'],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'community', under: area.id }),
    staleTime: 300_000,
  });
  return (
    <Labelled id="query-in" label="社区">
      <Select
        id="query-in"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部"
        value={state.within}
        options={(communities.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(value: string | null) => state.setWithin(value ?? null)}
      />
    </Labelled>
  );
}
