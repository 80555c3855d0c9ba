import { useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { Popover } from 'antd';
import { Link } from 'react-router';
import type { MatterCard } from '#contract/matters';
import type { IconName } from '../../../../icons/icons.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { matterKey, readMatter } from '../matters-api.ts';
import { BatchVerb } from '../queue/batch-verb.tsx';
import { MatterRow } from './matter-row.tsx';

export type Group = {
  id: string;
  title: string;
  icon: IconName;
  tone?: 'late' | 'due';
  tab: string;
  count: number | undefined;
  hint?: string;
  /** There are more than shown, though nobody has counted them. */
  hasMore?: boolean;
  items: MatterCard[];
};

/** Matters of one urgency, each with what is likely to be done with it. */
export function MatterGroup({ group, isFirst }: { group: Group; isFirst: boolean }) {
  const { area } = useSession();
  const details = useQueries({
    queries: group.items.map((card) => ({
      queryKey: matterKey(card.areaId, card.number),
      queryFn: () => readMatter(card.areaId, card.number),
      staleTime: 60_000,
    })),
  });
  const matters = details.flatMap((one) => (one.data ? [one.data] : []));
  return (
    <>
      <h2 className={`grp ${group.tone ?? ''}`}>
        <Icon name={group.icon} size="xs" />
        {group.title}
        <span className="n">
          {[group.count === undefined ? null : `${group.count} 件`, group.hint].filter(Boolean).join(' · ')}
        </span>
        <span className="r">
          {group.id === 'late' && <RemindAll matters={matters} />}
          {(group.hasMore || (group.count ?? 0) > group.items.length) && (
            <Link className="link" to={`/matters?tab=${group.tab}`}>
              看全部
            </Link>
          )}
        </span>
      </h2>
      {group.items.map((card, at) => (
        <MatterRow
          key={card.number}
          card={card}
          matter={details[at]?.data}
          tab={group.tab}
          isCurrent={isFirst && at === 0}
          namesArea={card.areaId !== area.id}
        />
      ))}
    </>
  );
}

/** One reminder to everybody who is late. */
function RemindAll({ matters }: { matters: Parameters<typeof BatchVerb>[0]['matters'] }) {
  const [isOpen, open] = useState(false);
  const able = matters.filter((matter) => matter.actions.some((action) => action.id === 'remind'));
  const action = able[0]?.actions.find((one) => one.id === 'remind');
  if (!action || able.length < 2) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      destroyOnHidden
      content={
        <BatchVerb
          action={action}
          matters={able}
          about={`给这 ${able.length} 件的承办人各催一次`}
          onDone={() => open(false)}
        />
      }
    >
      <button type="button" className="plain link">
        一并催办
      </button>
    </Popover>
  );
}
