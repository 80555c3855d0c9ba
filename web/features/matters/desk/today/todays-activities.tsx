import { useQuery } from '@tanstack/react-query';
import type { Activity, ActivityList } from '#contract/activities';
import { clockTime, shanghaiDate } from '#shared/time';
import { ask } from '../../../../lib/desk/api.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Tag } from '../../../../ui/desk/tag.tsx';
import { Waiting } from '../../../../ui/desk/states.tsx';

/** What takes place here today. */
export function TodaysActivities() {
  const { area, now } = useSession();
  const today = shanghaiDate(now());
  const list = useQuery({
    queryKey: ['activities', area.id, today],
    queryFn: () => ask<ActivityList>(`areas/${area.id}/activities`, { from: today, to: today, limit: 12 }),
  });
  const items = list.data?.items ?? [];
  return (
    <section className="card">
      <h2>
        <Icon name="calendar" size="xs" />
        今天的安排
        {items.length > 0 && <span className="r">{items.length} 场</span>}
      </h2>
      <div className="evs">
        {list.isLoading && <Waiting lines={3} />}
        {list.data && items.length === 0 && <p className="empty sm">今天没有排活动。</p>}
        {items.map((activity) => (
          <Event key={activity.id} activity={activity} />
        ))}
      </div>
    </section>
  );
}

function Event({ activity }: { activity: Activity }) {
  const { state } = activity;
  const seats = activity.seats === null ? activity.stateName : `已报名 ${activity.enrolled}/${activity.seats}`;
  return (
    <div className={state === 'over' ? 'ev done' : state === 'begun' ? 'ev now' : 'ev'}>
      <time>{clockTime(activity.startsAt)}</time>
      <i aria-hidden="true" />
      <div>
        {state === 'begun' ? <b>{activity.title}</b> : activity.title}
        <small>
          {activity.place} · {state === 'over' ? `${clockTime(activity.endsAt)} 结束` : seats}
        </small>
      </div>
      {state === 'over' && (
        <Tag tone="ok" icon="check">
          已开
        </Tag>
      )}
      {state === 'begun' && <Tag>正在开</Tag>}
    </div>
  );
}
