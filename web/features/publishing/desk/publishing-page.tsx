import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { NoticeFormDrawer } from './notice-form.tsx';
import { NoticeList } from './notice-list.tsx';
import { PublishedDrawer } from './published-drawer.tsx';
import './publishing.css';

/** Notices: what stands, what to publish, what to take back, what to paste into the group. */
export function PublishingPage() {
  const { area, can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const open = search.get('open');
  const show = (id: string | null): void => {
    write(false);
    setSearch(id ? { open: id } : {}, { replace: true });
  };
  return (
    <div className="publishing">
      <div className="page-head">
        <h1>公告</h1>
        <span className="sp" />
        {can('notice.publish') && (
          <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/notices.xlsx`}>
            导出 Excel
          </Button>
        )}
        {can('notice.publish') && (
          <Button
            icon={<Icon name="plus" size="xs" />}
            onClick={() => {
              show(null);
              write(true);
            }}
          >
            写公告
          </Button>
        )}
      </div>
      <NoticeList areaId={area.id} open={open} onOpen={show} />
      {open && <PublishedDrawer key={open} areaId={area.id} id={open} onClose={() => show(null)} />}
      {writes && <NoticeFormDrawer area={area} onClose={() => write(false)} onDone={show} />}
    </div>
  );
}
