import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { dayName, momentName, weekdayName } from '#shared/time';
import type { FestivalYear, SeriesList } from '../../../../server/modules/activities/series/contract.ts';
import { ask, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pictureAddress } from '../../../ui/picture.ts';
import { SeriesDrawer } from './series-drawer.tsx';
import './records.css';

/** Our festivals of the year with what is planned for each, and the series of the community. */
export function SeriesPage() {
  const { area } = useSession();
  return isWide(area) ? (
    <Empty>系列活动由社区办。请在左上角选一个社区。</Empty>
  ) : (
    <CommunitySeries key={area.id} areaId={area.id} />
  );
}

function CommunitySeries({ areaId }: { areaId: string }) {
  const { can } = useSession();
  const [isWriting, write] = useState(false);
  const [edited, edit] = useState<SeriesList['items'][number] | null>(null);
  return (
    <div className="records">
      <div className="page-head">
        <Link className="tool" to="/activities" aria-label="回到活动">
          <Icon name="chevron-left" size="xs" />
        </Link>
        <h1>系列与节日</h1>
        <span className="sp" />
        {can('activity.draft') && (
          <Button icon={<Icon name="plus" size="xs" />} onClick={() => write(true)}>
            新建系列
          </Button>
        )}
      </div>
      <Festivals areaId={areaId} />
      <SeriesCards areaId={areaId} onEdit={edit} />
      {(isWriting || edited) && (
        <SeriesDrawer
          key={edited?.id ?? 'new'}
          areaId={areaId}
          series={edited}
          onClose={() => {
            write(false);
            edit(null);
          }}
        />
      )}
    </div>
  );
}

function Festivals({ areaId }: { areaId: string }) {
  const { now } = useSession();
  const festivals = useQuery({
    queryKey: ['activities', areaId, 'festivals'],
    queryFn: () => ask<FestivalYear>(`areas/${areaId}/festivals`),
  });
  const refused = refusedOf(festivals.error);
  if (refused) return <RefusedPage refused={refused} />;
  if (!festivals.data) return <Waiting lines={3} />;
  return (
    <section className="card festival-card">
      <h2>
        我们的节日 <span className="mute">{festivals.data.year} 年</span>
      </h2>
      <ol className="festivals">
        {festivals.data.items.map((one) => (
          <li key={one.name} className={one.daysLeft < 0 ? 'past' : undefined}>
            <img src={pictureAddress(one.picture)} alt="" width="160" height="90" loading="lazy" />
            <h3>{one.name}</h3>
            <p className="sm mute">
              {dayName(`${one.day}T04:00:00Z`, now())} {weekdayName(`${one.day}T04:00:00Z`)}
              {one.daysLeft > 0 ? ` · 还有 ${one.daysLeft} 天` : ''}
            </p>
            {one.activities.map((activity) => (
              <p key={activity.id} className="sm">
                <Link className="link" to={`/activities/${areaId}/${activity.id}`}>
                  {activity.title}
                </Link>
              </p>
            ))}
            {one.activities.length === 0 && (
              <p className="sm">{one.daysLeft < 0 ? <Tag>没办</Tag> : <Tag tone="due">还没排 · {one.custom}</Tag>}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function SeriesCards({ areaId, onEdit }: { areaId: string; onEdit: (series: SeriesList['items'][number]) => void }) {
  const { now } = useSession();
  const series = useQuery({
    queryKey: ['activities', areaId, 'series'],
    queryFn: () => ask<SeriesList>(`areas/${areaId}/series`),
  });
  if (!series.data) return <Waiting lines={5} />;
  if (series.data.items.length === 0)
    return <Empty>还没有系列。四季春晚、邻里节、老年大学，都从新建一个系列开始。</Empty>;
  return (
    <table className="t card">
      <caption className="sr">系列</caption>
      <thead>
        <tr>
          <th>系列</th>
          <th className="w-state">类别</th>
          <th className="w-count">办过</th>
          <th className="w-count">排了</th>
          <th className="w-when">下一场</th>
          <th className="w-does">做什么</th>
        </tr>
      </thead>
      <tbody>
        {series.data.items.map((one) => (
          <tr key={one.id}>
            <td>
              <a className="link a" href={`/series/${areaId}/${one.id}`} target="_blank" rel="noreferrer">
                {one.name}
              </a>
              <div className="z">{one.theme}</div>
            </td>
            <td>{one.kindName}</td>
            <td className="num">
              <Link className="fig" to={`/activities?seriesId=${one.id}&state=published`}>
                {one.held}
              </Link>
            </td>
            <td className="num">{one.planned}</td>
            <td>{one.nextAt ? momentName(one.nextAt, now()) : <span className="faint">没排</span>}</td>
            <td>
              <Link className="tool" to={`/activities/new?series=${one.id}`}>
                办下一场
              </Link>{' '}
              <button type="button" className="plain tool" onClick={() => onEdit(one)}>
                改介绍
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
