import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AreaFigure } from '#contract/areas';
import { Icon } from '../../ui/icon.tsx';

type Month = { name: string; reported: number; closed: number; open: number; openLate: number };

/** The month's figures, each opening the list that adds up to it; what is late is said beside what is done. */
export function MonthFigures({ month, code }: { month: Month; code: string }): ReactNode {
  const figures = [
    { state: 'reported', name: '大家反映的', value: month.reported, tone: '' },
    { state: 'closed', name: '已经办好', value: month.closed, tone: 'good' },
    { state: 'open', name: '还在办', value: month.open, tone: '' },
  ];
  return (
    <section className="card">
      <div className="figs">
        {figures.map(({ state, name, value, tone }) => (
          <Link key={state} className="fig" to={`/c/${code}/month?state=${state}`}>
            <span className="k">{name}</span>
            <span className={`v ${tone}`}>
              {value}
              <small>件</small>
            </span>
          </Link>
        ))}
      </div>
      <p className="src">
        <Icon name="eye" size="s" />
        <span>
          按事项一件一件算出，点数字看每一件。
          <br />
          {month.reported === 0
            ? '这个月还没有人反映。'
            : month.open === 0
              ? '都办好了。'
              : month.openLate > 0
                ? `在办的里面，有 ${month.openLate} 件晚了。`
                : '在办的都没超期。'}
        </span>
      </p>
    </section>
  );
}

/** Published figures of the place as printed, 约 and 余 kept, each with its source. */
export function PublishedFigures({ figures }: { figures: AreaFigure[] }): ReactNode {
  if (figures.length === 0) return null;
  const sources = [...new Set(figures.map(({ source }) => source))];
  return (
    <section className="card">
      <div className="figs">
        {figures.slice(0, 3).map(({ id, metric, value, unit, qualifier, period }) => (
          <div key={id} className="fig">
            <span className="k">{metric}</span>
            <span className="v">
              {qualifier === '余' ? '' : <small>{qualifier}</small>}
              {value.toLocaleString('zh-CN')}
              <small>
                {qualifier === '余' ? '余' : ''}
                {unit}
              </small>
            </span>
            <span className="k">{period}</span>
          </div>
        ))}
      </div>
      <p className="src">
        <Icon name="info" size="s" />
        <span>来源：{sources.join('；')}</span>
      </p>
    </section>
  );
}
