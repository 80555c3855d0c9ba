import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ActivityList } from './activity-list.tsx';
import { ActivityFormDrawer } from './activity-form.tsx';
import { NoticeFormDrawer } from './notice-form.tsx';
import { NoticeList } from './notice-list.tsx';
import { PublishedDrawer } from './published-drawer.tsx';
import type { Kind } from './publishing-api.ts';
import './publishing.css';

const tabs: { id: Kind; label: string }[] = [
  { id: 'notices', label: '公告' },
  { id: 'activities', label: '活动' },
];

/** Notices and activities: what stands, what to publish, what to take back, what to paste into the group. */
export function PublishingPage() {
  const { area, can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const tab: Kind = search.get('tab') === 'activities' ? 'activities' : 'notices';
  const open = search.get('open');
  const show = (id: string | null): void => {
    write(false);
    setSearch(id ? { tab, open: id } : { tab }, { replace: true });
  };
  const mayPublish = can(tab === 'notices' ? 'notice.publish' : 'activity.publish');
  return (
    <div className="publishing">
      <div className="page-head">
        <h1>公告与活动</h1>
        <div className="tabs" role="group" aria-label="公告或活动">
          {tabs.map((one) => (
            <button key={one.id} type="button" aria-pressed={one.id === tab} onClick={() => setSearch({ tab: one.id })}>
              {one.label}
            </button>
          ))}
        </div>
        <span className="sp" />
        {mayPublish && (
          <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/${tab}.xlsx`}>
            导出 Excel
          </Button>
        )}
        {mayPublish && (
          <Button
            icon={<Icon name="plus" size="xs" />}
            onClick={() => {
              show(null);
              write(true);
            }}
          >
            {tab === 'notices' ? '写公告' : '办活动'}
          </Button>
        )}
      </div>
      {tab === 'notices' ? (
        <NoticeList areaId={area.id} open={open} onOpen={show} />
      ) : (
        <ActivityList areaId={area.id} open={open} onOpen={show} />
      )}
      {open && <PublishedDrawer key={open} kind={tab} areaId={area.id} id={open} onClose={() => show(null)} />}
      {writes && tab === 'notices' && <NoticeFormDrawer area={area} onClose={() => write(false)} onDone={show} />}
      {writes && tab === 'activities' && <ActivityFormDrawer area={area} onClose={() => write(false)} onDone={show} />}
    </div>
  );
}
