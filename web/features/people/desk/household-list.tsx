import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button, Checkbox, Input, Segmented } from 'antd';
import type { Household } from '#contract/people';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { CardsBar } from './cards-bar.tsx';
import { useHouseholds, type Where } from './people-api.ts';

const cardFilters = [
  { value: '', label: '全部' },
  { value: 'none', label: '没有卡' },
  { value: 'unused', label: '有卡没用过' },
];

/** Households of the place chosen beside it, and those chosen here to print cards for. */
export function HouseholdList({ areaId }: { areaId: string }) {
  const [search, setSearch] = useSearchParams();
  const where: Where = Object.fromEntries(
    (['building', 'grid', 'q', 'card', 'cursor'] as const).flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { can } = useSession();
  const households = useHouseholds(areaId, where);
  const refused = refusedOf(households.error);
  const set = (changes: Where): void => {
    const next = new URLSearchParams(search);
    next.delete('cursor');
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next);
  };
  if (refused) return <RefusedPage refused={refused} retry={() => void households.refetch()} />;
  return (
    <section className={households.isPlaceholderData ? 'card stale' : 'card'}>
      <ListQuery where={where} set={set} />
      {households.data ? (
        <HouseholdTable
          // Another page is another choice.
          key={JSON.stringify(where)}
          areaId={areaId}
          households={households.data.items}
          issues={can('card.issue')}
        />
      ) : (
        <Waiting lines={8} />
      )}
      {households.data?.items.length === 0 && (
        <Empty>
          {where.card ? '这里没有这样的户。' : '这里没有登记的户。'}{' '}
          {Object.keys(where).length > 0 && (
            <button type="button" className="plain fig" onClick={() => setSearch({})}>
              看全社区
            </button>
          )}
        </Empty>
      )}
      <div className="people-pager">
        {where.cursor && <Button onClick={() => set({})}>回第一页</Button>}
        {households.data?.next && <Button onClick={() => set({ cursor: households.data?.next ?? '' })}>下一页</Button>}
      </div>
    </section>
  );
}

function ListQuery({ where, set }: { where: Where; set: (changes: Where) => void }) {
  const [words, setWords] = useState(where.q ?? '');
  return (
    <form
      className="people-bar"
      onSubmit={(event) => {
        event.preventDefault();
        set({ q: words.trim() });
      }}
    >
      <Input
        allowClear
        aria-label="按地址找"
        placeholder="按地址找：北院 3 号楼 2 单元"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Button htmlType="submit">查询</Button>
      <span className="sp" />
      <Segmented
        aria-label="一户一码"
        value={where.card ?? ''}
        options={cardFilters}
        onChange={(card) => set({ card })}
      />
    </form>
  );
}

function HouseholdTable({ areaId, households, issues }: { areaId: string; households: Household[]; issues: boolean }) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  if (households.length === 0) return null;
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  const all = chosen.size === households.length;
  return (
    <>
      {chosen.size > 0 && <CardsBar areaId={areaId} households={[...chosen]} onDone={() => choose(new Set())} />}
      <table className="t compact">
        <caption className="sr">住户</caption>
        <thead>
          <tr>
            {issues && (
              <th className="w-check">
                <Checkbox
                  aria-label="全选这一页"
                  checked={all}
                  indeterminate={chosen.size > 0 && !all}
                  onChange={() => choose(all ? new Set() : new Set(households.map(({ id }) => id)))}
                />
              </th>
            )}
            <th>住户</th>
            <th className="w-building">楼栋</th>
            <th className="w-grid">网格</th>
            <th className="w-count">登记人数</th>
          </tr>
        </thead>
        <tbody>
          {households.map((one) => (
            <tr key={one.id}>
              {issues && (
                <td>
                  <Checkbox
                    aria-label={`选 ${one.label}`}
                    checked={chosen.has(one.id)}
                    onChange={() => toggle(one.id)}
                  />
                </td>
              )}
              <td>
                <Link className="link" to={`/people/${areaId}/${one.id}`}>
                  {one.label}
                </Link>
              </td>
              <td>{one.buildingName ?? <span className="faint">不在楼里</span>}</td>
              <td>{one.gridName ?? <span className="faint">未划网格</span>}</td>
              <td>{one.memberCount} 人</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
