import { Link } from 'react-router';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { pictureAddress } from '../../../ui/picture.ts';
import type { RecordPage } from './records-api.ts';

/** An activity as it stands, its sessions one by one with who came. */
export function Facts({ page }: { page: RecordPage }) {
  const ages = agesName(page.minAge, page.maxAge);
  const series = [page.seriesName, page.edition].filter(Boolean).join(' · ');
  const rows: [string, string][] = [
    ['类别', page.kindName],
    ['主办', [page.host, ...page.organisers].join('、')],
    ['专人', page.officer || '没写'],
    ['名额', page.seats === null ? '不用报名，来就行' : `${page.seats} 人`],
    ...(ages ? [['年龄', ages] as [string, string]] : []),
    ...(page.audiences.length > 0 ? [['主要给谁', page.audiences.join('、')] as [string, string]] : []),
    ...(page.themes.length > 0 ? [['主题', page.themes.join('、')] as [string, string]] : []),
  ];
  return (
    <div className="card record-facts">
      {page.picture && <img src={pictureAddress(page.picture)} alt="" width="240" height="135" />}
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {page.seriesId && (
          <div>
            <dt>系列</dt>
            <dd>
              <Link className="fig" to={`/activities?seriesId=${page.seriesId}`}>
                {series}
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>年度指标</dt>
          <dd>
            {page.large && <Tag>较大规模</Tag>} {page.broad && <Tag>居民广泛参与</Tag>}
            {!page.large && !page.broad && <span className="faint">不计</span>}
          </dd>
        </div>
      </dl>
      {page.summary && <p className="words">{page.summary}</p>}
      <SessionTable page={page} />
    </div>
  );
}

function agesName(min: number | null, max: number | null): string | null {
  if (min === null && max === null) return null;
  if (max === null) return `满 ${min} 岁`;
  return min === null ? `${max} 岁以下（含）` : `${min}—${max} 岁`;
}

function SessionTable({ page }: { page: RecordPage }) {
  const { now } = useSession();
  return (
    <table className="t">
      <caption className="sr">场次</caption>
      <thead>
        <tr>
          <th>什么时候</th>
          <th>地点</th>
          <th className="w-count">到场（人次）</th>
        </tr>
      </thead>
      <tbody>
        {page.sessions.map((one) => (
          <tr key={one.id}>
            <td>
              {dayName(one.startsAt, now())} {weekdayName(one.startsAt)} {clockTime(one.startsAt)}—
              {clockTime(one.endsAt)}
            </td>
            <td>
              {one.place} {one.reserved && <Tag tone="ok">场地订好了</Tag>}
            </td>
            <td className="num">{one.attended + (one.headcount ?? 0) || <span className="faint">—</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
