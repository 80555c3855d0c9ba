import { useYearFigures } from './records-api.ts';

type Props = { areaId: string; change: (changes: Record<string, string | null>) => void };

/** The year's five large activities and fifteen of broad participation, and what waits; each figure opens its list. */
export function YearLine({ areaId, change }: Props) {
  const figures = useYearFigures(areaId);
  if (!figures.data) return <div className="year-line" aria-hidden="true" />;
  const { year, large, broad, waiting } = figures.data;
  const open = (flag: string) => () => change({ flag, state: 'published', from: `${year}-01-01`, to: `${year}-12-31` });
  return (
    <div className="year-line">
      <Quota name="较大规模的文体科普活动" quota={large} onOpen={open('large')} />
      <Quota name="居民广泛参与的文化活动" quota={broad} onOpen={open('broad')} />
      <p className="year-waiting">
        {waiting > 0 ? (
          <button type="button" className="plain fig d" onClick={() => change({ state: 'submitted' })}>
            {waiting} 场等书记审核
          </button>
        ) : (
          <span className="mute">没有等审核的</span>
        )}
      </p>
    </div>
  );
}

type QuotaProps = { name: string; quota: { held: number; planned: number; needed: number }; onOpen: () => void };

function Quota({ name, quota: { held, planned, needed }, onOpen }: QuotaProps) {
  const short = needed - held - planned;
  return (
    <div className="quota">
      <span className="mute sm">
        {name}，今年不少于 {needed} 次
      </span>
      <p>
        <button type="button" className="plain fig" onClick={onOpen}>
          {held}/{needed}
        </button>
        <span className="sm mute">
          已办 {held} 次{planned > 0 ? `，排了 ${planned} 次` : ''}
          {held >= needed ? '，够了' : short > 0 ? `，还差 ${short} 次` : '，办完就够'}
        </span>
      </p>
      <div className="quota-bar" aria-hidden="true">
        <i className="held" style={{ width: `${Math.min(100, (held / needed) * 100)}%` }} />
        <i style={{ width: `${Math.min(100 - Math.min(100, (held / needed) * 100), (planned / needed) * 100)}%` }} />
      </div>
    </div>
  );
}
