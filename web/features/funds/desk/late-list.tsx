import { Link } from 'react-router';
import { Tag } from '../../../ui/desk/tag.tsx';
import type { LateAccounts } from './months-api.ts';
import './months.css';

/** Which accounts are late or not there yet, the latest first, and which estates have none. Source: N55, C38. */
export function LateList({ late, wide = false }: { late: LateAccounts; wide?: boolean }) {
  const shown = late.items.filter((item) => item.late > 0);
  if (shown.length === 0 && late.without.length === 0) return null;
  return (
    <section className="card late-accounts" aria-label="晚了的账">
      <h2>
        晚了的账{' '}
        <span className="mute sm">{`${late.funds} 个账户里有 ${late.lateFunds} 个，共 ${late.lateMonths} 个月`}</span>
      </h2>
      <ul>
        {shown.map(({ areaId, areaName, fundId, fundName, place, missing }) => (
          <li key={fundId}>
            <Link className="fig" to={`/funds/${areaId}/${fundId}?tab=months`}>
              {wide && `${areaName} · `}
              {place} · {fundName}
            </Link>
            {missing
              .filter(({ state }) => state === 'late')
              .slice(0, 3)
              .map(({ month, name, lateDays }) => (
                <Tag key={month} tone="late">{`${name}晚了 ${lateDays} 天`}</Tag>
              ))}
          </li>
        ))}
      </ul>
      {late.without.length > 0 && (
        <p className="sm mute">
          还没有公共收益账户的小区：
          {late.without.map(({ areaName, estateName }) => (wide ? `${areaName}${estateName}` : estateName)).join('、')}
        </p>
      )}
    </section>
  );
}
