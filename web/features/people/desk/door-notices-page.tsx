import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { DoorNotice, DoorNoticeList } from '#contract/people/contact';
import { ask, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { useBelow } from './people-api.ts';
import './door-notices.css';

/** What hangs in the hall of each building: the contact card of its grid and a QR to report from there. Source: C28. */
export function DoorNoticesPage() {
  const { area, demo } = useSession();
  const [search, setSearch] = useSearchParams();
  const grid = search.get('grid') ?? undefined;
  const grids = useBelow(area.id, 'grid').data ?? [];
  const notices = useQuery({
    queryKey: ['door-notices', area.id, grid],
    queryFn: () => ask<DoorNoticeList>(`areas/${area.id}/door-notices`, grid ? { grid } : {}),
    enabled: !isWide(area),
  });
  const refused = refusedOf(notices.error);
  if (isWide(area)) return <Empty>楼道告示由社区打印。请先在工作台左上角选一个社区。</Empty>;
  if (refused) return <RefusedPage refused={refused} retry={() => void notices.refetch()} />;
  if (!notices.data) return <Waiting />;
  const { items } = notices.data;
  return (
    <main className="door-notices">
      <h1 className="sr">楼道告示</h1>
      <div className="row bar no-print">
        <Link className="link" to="/people">
          回居民与房屋
        </Link>
        <Select
          aria-label="哪个网格"
          value={grid ?? ''}
          options={[{ value: '', label: '全社区' }, ...grids.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => setSearch(id ? { grid: id } : {})}
        />
        {items.length > 0 && (
          <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
            打印 {items.length} 张
          </Button>
        )}
        <span className="mute">A4 横向，每栋楼一张，贴在单元门口。打印框里边距选“无”。</span>
      </div>
      {items.length === 0 && (
        <Empty>
          这里还没有楼栋。<Link to="/imports/places">从 Excel 导入楼栋</Link>，再回来打印。
        </Empty>
      )}
      {items.map((one) => (
        <Sheet key={one.buildingId} notice={one} demo={demo} />
      ))}
    </main>
  );
}

function Sheet({ notice, demo }: { notice: DoorNotice; demo: boolean }) {
  const { label, url, contact } = notice;
  const { worker, telephone, officeTelephone, hours, looksAfter, emergency } = contact;
  return (
    <article className="hall-sheet">
      <header>
        <p>
          {contact.areaName}
          {contact.grid && ` · ${contact.grid.name}`}
        </p>
        <h2>{label}</h2>
      </header>
      <section className="whom">
        <h3>{worker ? '您的网格员' : '社区值班'}</h3>
        <p className="name">{worker?.name ?? contact.areaName}</p>
        {telephone && <p className="number">{telephone}</p>}
        {looksAfter && <p>管{looksAfter}</p>}
        {hours && <p>{hours} 在岗，急事随时打</p>}
        {officeTelephone && officeTelephone !== telephone && <p>社区电话 {officeTelephone}</p>}
      </section>
      <section className="scan">
        <QrCode text={url} label="扫码反映" />
        <p>
          <b>有事扫一扫</b>
          <br />
          楼号已经填好，拍张照就能报
        </p>
      </section>
      <footer>
        {emergency.map((one) => (
          <span key={one.number}>
            {one.name} <b>{one.number}</b>
          </span>
        ))}
        {demo && <small>演示数据</small>}
      </footer>
    </article>
  );
}
