import { useState } from 'react';
import { Button, Select } from 'antd';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { useLampPosts, type Spot } from './areas-api.ts';
import './plates.css';

/** QR plates for lamp-posts, four to a sheet of A4: scanned, the report form opens with the place filled in. */
export function PlatesPage() {
  const { area } = useSession();
  const posts = useLampPosts(area.id);
  const [chosen, choose] = useState<string[]>([]);
  if (!posts.data) return <Waiting />;
  if (posts.data.length === 0) return <Empty>{area.name}还没有登记灯杆。</Empty>;
  const shown = chosen.length > 0 ? posts.data.filter((one) => chosen.includes(one.code ?? '')) : posts.data;
  return (
    <main className="plates-page">
      <div className="plate-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印 {shown.length} 块
        </Button>
        <Select
          aria-label="只打这几块"
          mode="multiple"
          placeholder="只打这几块（不选是全部）"
          value={chosen}
          options={posts.data.map((one) => ({ value: one.code ?? '', label: `${one.code ?? ''} ${one.label}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={choose}
        />
        <span className="mute sm">A4 一张四块，沿线裁开，过塑后贴在灯杆上</span>
      </div>
      <h1 className="sr">灯杆码</h1>
      <div className="plates">
        {shown.map((one) => (
          <Plate key={one.code} spot={one} community={area.name} area={area.code ?? area.id} />
        ))}
      </div>
    </main>
  );
}

function Plate({ spot, community, area }: { spot: Spot; community: string; area: string }) {
  const address = `${location.origin}/report?${new URLSearchParams({ area, spot: spot.code ?? '' }).toString()}`;
  return (
    <article className="plate">
      <h2>看到不对的，扫一扫</h2>
      <QrCode text={address} label={`灯杆 ${spot.code ?? ''} 的码`} />
      <p className="plate-number">{spot.code}</p>
      <p>{spot.label}</p>
      <p className="plate-community">{community} · 拍一张就行</p>
    </article>
  );
}
