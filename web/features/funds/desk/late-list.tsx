import { Link } from 'react-router';
import { placedName } from '#shared/placed-name';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useLateAccounts, type LateAccounts } from './months-api.ts';
import './months.css';

const monthsShown = 3;

/** Which accounts are late or not there yet, the latest first, and which estates have none. Source: N55, C38. */
export function LateFunds() {
  const { area, can } = useSession();
  const late = useLateAccounts(area.id, can('fund.read'));
  if (!late.data || (late.data.lateMonths === 0 && late.data.without.length === 0)) return null;
  return <LateList late={late.data} wide={isWide(area)} />;
}

function LateList({ late, wide }: { late: LateAccounts; wide: boolean }) {
  const shown = late.items.filter((item) => item.late > 0);
  return (
    <section className="card late-accounts" aria-label="晚了的账">
      <h2>
        晚了的账{' '}
        <span className="mute sm">{`${late.funds} 个账户里有 ${late.lateFunds} 个，共 ${late.lateMonths} 个月`}</span>
      </h2>
      <ul>
        {shown.map((fund) => (
          <LateRow key={fund.fundId} fund={fund} wide={wide} />
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

function LateRow({ fund, wide }: { fund: LateAccounts['items'][number]; wide: boolean }) {
  const months = fund.missing.filter(({ state }) => state === 'late');
  const more = months.length - monthsShown;
  return (
    <li>
      <Link className="fig" to={`/funds/${fund.areaId}/${fund.fundId}?tab=months`}>
        {wide && `${fund.areaName} · `}
        {placedName(fund.place, fund.fundName)}
      </Link>
      {months.slice(0, monthsShown).map(({ month, name, lateDays }) => (
        <Tag key={month} tone="late">{`${name}晚了 ${lateDays} 天`}</Tag>
      ))}
      {more > 0 && <span className="mute"> 还有 {more} 个月</span>}
    </li>
  );
}
