import { useEffect, useRef } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { MatterCard } from '#contract/matters';
import { ask, queryText, refusedOf } from '../lib/desk/api.ts';
import { Icon } from '../ui/icon.tsx';
import type { Door } from './doors.ts';

type List = { items: MatterCard[]; next: string | null };
const pageSize = 50;

/** The list behind a figure, over the map. No names of persons stand on a wall. */
export function OverList({ door, onClose }: { door: Door; onClose: (() => void) | null }) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), [door]);
  const list = useInfiniteQuery({
    queryKey: ['matters', door.areaId, 'behind', door.query],
    queryFn: ({ pageParam, signal }) =>
      ask<List>(`areas/${door.areaId}/matters`, { ...door.query, limit: pageSize, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last: List) => last.next ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const refused = refusedOf(list.error);
  return (
    <section className="p over" role={onClose ? 'dialog' : 'region'} aria-label={door.title}>
      <h2>
        {door.title}
        {list.data && (
          <span className="n">
            {items.length}
            {list.hasNextPage ? '+' : ''} 件
          </span>
        )}
        <small>
          <a href={`/desk/matters${queryText({ ...door.query, area: door.areaId })}`}>在工作台看 ↗</a>
          {onClose && (
            <button type="button" ref={close} className="close" onClick={onClose}>
              <Icon name="close" size="xs" /> 回来 <kbd>Esc</kbd>
            </button>
          )}
        </small>
      </h2>
      <div className="rows" tabIndex={0} role="region" aria-label={`${door.title}的名单`}>
        <ul>
          {items.map((one) => (
            <Row key={one.areaId + one.number} matter={one} />
          ))}
        </ul>
        {refused && <p className="nothing">{refused.detail}</p>}
        {list.isPending && <p className="nothing">正在取名单</p>}
        {list.data && items.length === 0 && <p className="nothing">现在没有。</p>}
        {list.hasNextPage && (
          <button type="button" className="more" onClick={() => void list.fetchNextPage()}>
            再看 {pageSize} 件
          </button>
        )}
      </div>
    </section>
  );
}

function Row({ matter }: { matter: MatterCard }) {
  const isLate = matter.dueState === 'late';
  return (
    <li>
      <span className={isLate ? 'lt' : 'lt calm'}>
        {isLate && <Icon name="warn" size="xs" />}
        {matter.status === 'open' ? matter.dueText : matter.statusName}
      </span>
      <span className="what">
        <b>{matter.title}</b>
        <small>{[matter.areaName, matter.category, matter.channelName].filter(Boolean).join(' · ')}</small>
      </span>
      <span className="step">
        {matter.method.name.zh} · {matter.step.label.zh}
      </span>
    </li>
  );
}
