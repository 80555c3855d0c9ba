import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { DraftDrawer } from './draft-drawer.tsx';
import { NoticeDrawer } from './notice-drawer.tsx';
import { NoticeTable } from './notice-table.tsx';
import { usePublicities } from './publicity-api.ts';
import './publicity.css';

/** What hangs and what waits to hang: to check and to approve first, objections to answer, proof of the board. */
export function PublicityPage() {
  const { area, can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [writes, write] = useState(false);
  const ended = search.get('view') === 'ended';
  const open = search.get('open');
  const list = usePublicities(area.id, ended);
  const refused = refusedOf(list.error);
  const view = ended ? { view: 'ended' } : {};
  const show = (id: string | null): void => {
    write(false);
    setSearch(id ? { ...view, open: id } : view, { replace: true });
  };
  return (
    <div className="publicity">
      <div className="page-head">
        <h1>公示</h1>
        <div className="tabs" role="group" aria-label="哪些公示">
          <button type="button" aria-pressed={!ended} onClick={() => setSearch({})}>
            在办
          </button>
          <button type="button" aria-pressed={ended} onClick={() => setSearch({ view: 'ended' })}>
            已结束
          </button>
        </div>
        <span className="sp" />
        <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/publicities.xlsx`}>
          导出 Excel
        </Button>
        {can('publicity.draft') && (
          <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => write(true)}>
            拟公示
          </Button>
        )}
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void list.refetch()} />}
      {!list.data && !refused && <Waiting />}
      {list.data?.items.length === 0 && (
        <section className="card">
          <Empty>{ended ? '还没有结束的公示。' : '现在没有公示在办。要大家看过才算数的事，点“拟公示”。'}</Empty>
        </section>
      )}
      {list.data && list.data.items.length > 0 && (
        <NoticeTable items={list.data.items} open={open} onOpen={show} ended={ended} />
      )}
      {open && !writes && <NoticeDrawer key={open} areaId={area.id} id={open} onOpen={show} />}
      {writes && <DraftDrawer areaId={area.id} onClose={() => write(false)} onDone={show} />}
    </div>
  );
}
