import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BrandFigures } from '#contract/brands/review';
import { Icon } from '../../ui/icon.tsx';

/** The year in four figures, each opening the list it adds up to, and month by month. 人 and 人次 stand apart. */
export function YearFigures({ figures, to }: { figures: BrandFigures; to: string }): ReactNode {
  const cells = [
    { name: '办了', value: figures.held, unit: '场' },
    { name: '来过的人', value: figures.people, unit: '人' },
    { name: '一共来了', value: figures.personTimes, unit: '人次' },
    { name: '十二个月里', value: figures.monthsActive, unit: '个月有活动' },
  ];
  return (
    <section className="card">
      <div className="year4">
        {cells.map(({ name, value, unit }) => (
          <Link key={name} to={to}>
            <span>{name}</span>
            <b>
              {value}
              <small>{unit}</small>
            </b>
          </Link>
        ))}
      </div>
      <MonthBars months={figures.months} />
      {figures.warning ? (
        <p className="src">
          <Icon name="warn" size="xs" />
          <span>{figures.warning}</span>
        </p>
      ) : null}
    </section>
  );
}

const barMax = 46;

function MonthBars({ months }: { months: BrandFigures['months'] }): ReactNode {
  const most = Math.max(1, ...months.map(({ held }) => held));
  return (
    <>
      <ol className="months" aria-label="每个月办了几场">
        {months.map(({ month, held }) => (
          <li key={month} className={held === 0 ? 'none' : undefined}>
            <span className="sr">
              {Number(month.slice(5))} 月 {held} 场
            </span>
            <svg
              viewBox={`0 0 10 ${barMax}`}
              preserveAspectRatio="none"
              width="100%"
              height={barMax}
              aria-hidden="true"
            >
              <rect
                x="0"
                y={barMax - Math.max(3, (held / most) * barMax)}
                width="10"
                height={Math.max(3, (held / most) * barMax)}
                rx="1"
                fill={held === 0 ? '#e8e0d2' : '#3f7d5c'}
              />
            </svg>
          </li>
        ))}
      </ol>
      <div className="month-names num" aria-hidden="true">
        {months.map(({ month }) => (
          <span key={month}>{Number(month.slice(5))}</span>
        ))}
      </div>
    </>
  );
}
