import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { HouseholdForm } from './household-form.tsx';
import { useHouseholds, type Where } from './people-api.ts';
import { PersonFinder } from './person-finder.tsx';
import { PlaceTree } from './place-tree.tsx';
import { WaitingCards } from './waiting-cards.tsx';
import './people.css';

/** Households by grid and building, and whoever lives there by telephone, citizen number, name or tag. */
export function HouseholdsPage() {
  const { area, can } = useSession();
  const [adds, add] = useState(false);
  if (isWide(area)) {
    return <Empty>居民和房屋由社区登记。请在左上角选一个社区。</Empty>;
  }
  return (
    <div className="people">
      <div className="page-head">
        <h1>居民与房屋</h1>
        <PersonFinder areaId={area.id} />
        <span className="sp" />
        {can('people.write') && (
          <Button icon={<Icon name="plus" size="xs" />} onClick={() => add(true)}>
            加一户
          </Button>
        )}
      </div>
      <WaitingCards areaId={area.id} />
      <div className="people-grid">
        <PlaceTree areaId={area.id} />
        <Households areaId={area.id} />
      </div>
      {adds && <HouseholdForm areaId={area.id} onClose={() => add(false)} />}
    </div>
  );
}

function Households({ areaId }: { areaId: string }) {
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const where: Where = Object.fromEntries(
    (['building', 'grid', 'q', 'cursor'] as const).flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
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
      </form>
      {households.data ? <HouseholdTable areaId={areaId} households={households.data.items} /> : <Waiting lines={8} />}
      {households.data?.items.length === 0 && (
        <Empty>
          这里没有登记的户。{' '}
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

type Rows = { areaId: string; households: NonNullable<ReturnType<typeof useHouseholds>['data']>['items'] };

function HouseholdTable({ areaId, households }: Rows) {
  if (households.length === 0) return null;
  return (
    <table className="t compact">
      <caption className="sr">住户</caption>
      <thead>
        <tr>
          <th>住户</th>
          <th className="w-building">楼栋</th>
          <th className="w-grid">网格</th>
          <th className="w-count">登记人数</th>
        </tr>
      </thead>
      <tbody>
        {households.map((one) => (
          <tr key={one.id}>
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
  );
}
