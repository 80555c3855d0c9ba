import type { Screen } from '#contract/matters/screen';
import { sharePercent } from '../lib/desk/share.ts';
import { Icon } from '../ui/icon.tsx';
import { periods, type Door, type Doors } from './doors.ts';
import { count, Figure } from './figure.tsx';

type Props = { screen: Screen; doors: Doors; open: (door: Door) => void };

const limitAt = 86;

/** The matters that are late the longest. */
export function LongestLate({ screen, doors, open }: Props) {
  const communities = screen.districts.flatMap((district) => district.communities);
  const at = (areaId: string) => communities.find((one) => one.id === areaId) ?? { id: areaId, name: '' };
  return (
    <section className="p">
      <h2>
        <span className="l">
          <Icon name="warn" size="xs" /> 逾期最久
        </span>
        <small>
          共{' '}
          <Figure door={doors.late()} open={open} isLate>
            {count(screen.late)}
          </Figure>{' '}
          件，已督办{' '}
          <Figure door={doors.supervised()} open={open}>
            {count(screen.supervised)}
          </Figure>{' '}
          件
        </small>
      </h2>
      <div className="ll">
        {screen.latest.map((one) => (
          <button key={one.number} type="button" onClick={() => open(doors.late(at(one.areaId)))}>
            <span className="lt">
              <Icon name="warn" size="xs" />
              逾期 {one.days} 天
            </span>
            <span className="what">
              <b>{one.title}</b>
              <small>{one.place}</small>
            </span>
            <Icon name="chevron-right" size="xs" />
          </button>
        ))}
        {screen.latest.length === 0 && <p className="nothing">现在没有逾期的事。</p>}
      </div>
    </section>
  );
}

/** How much of its limit each step uses, in the middle of all. Source: N72. */
export function StepTimes({ screen, doors, open }: Props) {
  if (!screen.method) return null;
  return (
    <section className="p">
      <h2>
        {screen.method.name.zh}每步用多久
        <small>{screen.period === 'today' ? '本月' : wordOf(screen)}中位数</small>
      </h2>
      <div className="sp2">
        {screen.steps.map((step) => (
          <div key={step.id} className="pace">
            <span>{step.label.zh}</span>
            <div className="tr">
              {step.shareOfLimit !== null && (
                <i
                  className={step.shareOfLimit >= 1 ? 'w' : undefined}
                  style={{ width: `${step.shareOfLimit * limitAt}%` }}
                />
              )}
              {step.limitText && <u style={{ left: `${limitAt}%` }} />}
            </div>
            <Figure door={doors.step(step.id, step.label.zh)} open={open}>
              {step.medianText}
            </Figure>
            <small>{step.limitText}</small>
          </div>
        ))}
        <p>白线是时限，条是用掉的份额；数字点开是现在在这一步的</p>
      </div>
    </section>
  );
}

function wordOf(screen: Screen): string {
  return periods.find((one) => one.id === screen.period)?.label ?? '';
}

/** Shares ended in time, by district, best first; each with its fraction. */
export function OnTime({ screen, doors, open }: Props) {
  const places = screen.districts.filter((one) => one.communities.length > 0);
  const sorted = [...places].sort((a, b) => shareOf(b) - shareOf(a));
  return (
    <section className="p grow">
      <h2>
        按时办结
        <small>
          {wordOf(screen)}
          {places.length > 1 ? '，按区县' : ''}
        </small>
      </h2>
      <div className="ot" style={{ gridTemplateRows: `repeat(${Math.ceil(sorted.length / 2)}, auto)` }}>
        {sorted.map((one) => (
          <div key={one.id}>
            <span>{one.name}</span>
            {one.ended > 0 ? (
              <Figure door={doors.onTime(one)} open={open}>
                {sharePercent(one.onTime, one.ended) ?? one.onTime}
              </Figure>
            ) : (
              <em>—</em>
            )}
            <small>{fractionOf(one)}</small>
          </div>
        ))}
      </div>
    </section>
  );
}

function shareOf(one: Screen['districts'][number]): number {
  return one.ended === 0 ? -1 : one.onTime / one.ended;
}

function fractionOf(one: Screen['districts'][number]): string {
  if (one.ended === 0) return '';
  return sharePercent(one.onTime, one.ended) ? `${count(one.onTime)}/${count(one.ended)}` : `/ ${count(one.ended)}`;
}
