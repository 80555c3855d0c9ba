import type { Screen } from '#contract/matters/screen';
import { clockTime } from '#shared/time';
import { Icon } from '../ui/icon.tsx';
import { periods, type Door, type Doors } from './doors.ts';
import { count, Figure } from './figure.tsx';

type Props = { screen: Screen; doors: Doors; open: (door: Door) => void };

/** What came in, what ended, what is open and what is late. */
export function Totals({ screen, doors, open }: Props) {
  const period = periods.find((one) => one.id === screen.period) ?? periods[0];
  return (
    <section className="p">
      <h2>
        {period.label}
        <small>带箭头的数字点开看名单</small>
      </h2>
      <div className="big">
        <div>
          <Figure door={doors.created()} open={open}>
            {count(screen.created)}
          </Figure>
          <span>
            新增事项，{period.before} {count(screen.createdBefore)}
          </span>
        </div>
        <div className="o">
          <Figure door={doors.closed()} open={open}>
            {count(screen.closed)}
          </Figure>
          <span>
            办结，{period.before} {count(screen.closedBefore)}
          </span>
        </div>
        <div>
          <Figure door={doors.open()} open={open}>
            {count(screen.open)}
          </Figure>
          <span>在办</span>
        </div>
        <div className="l">
          <Figure door={doors.late()} open={open} isLate>
            {count(screen.late)}
          </Figure>
          <span>
            <Icon name="warn" size="xs" /> 逾期
            {screen.open >= 20 && screen.late > 0 && `，占在办 ${((screen.late / screen.open) * 100).toFixed(1)}%`}
          </span>
        </div>
      </div>
    </section>
  );
}

/** Where new matters came from, longest bar first. */
export function Sources({ screen, doors, open }: Props) {
  const most = Math.max(1, ...screen.channels.map((one) => one.count));
  return (
    <section className="p">
      <h2>
        新增从哪里来<small>合计 {count(screen.created)}</small>
      </h2>
      <div className="sources">
        {screen.channels.map((one) => (
          <div key={one.channel} className="src">
            <span>{one.name}</span>
            <i style={{ width: `${(one.count / most) * 100}%` }} />
            <Figure door={doors.channel(one.channel, one.name)} open={open}>
              {count(one.count)}
            </Figure>
          </div>
        ))}
        {screen.channels.length === 0 && <p className="nothing">这段时间还没有新增的事。</p>}
      </div>
    </section>
  );
}

/** What else goes on: activities and those who come, then where it is late, or in a single community what happened last. */
export function Happening({ screen, doors, open }: Props) {
  const communities = screen.districts.flatMap((one) => one.communities);
  return (
    <section className="p grow">
      <h2>社区里正在发生</h2>
      <div className="kv">
        <div>
          活动与课程
          <b>
            {count(screen.activities)}
            <small>场，报名 {count(screen.enrolments)} 人次</small>
          </b>
        </div>
        <div>
          上级督办、还在办
          <b>
            <Figure door={doors.supervised()} open={open}>
              {count(screen.supervised)}
            </Figure>
            <small>件</small>
          </b>
        </div>
      </div>
      {communities.length > 1 ? (
        <LateCommunities communities={communities} doors={doors} open={open} />
      ) : (
        <JustNow happening={screen.happening} />
      )}
    </section>
  );
}

const rowsMax = 6;
type Communities = { communities: Screen['districts'][number]['communities'] } & Pick<Props, 'doors' | 'open'>;

/** Communities with something late, the most first; each opens what is late there. */
function LateCommunities({ communities, doors, open }: Communities) {
  const late = communities.filter((one) => one.late > 0).sort((a, b) => b.late - a.late);
  return (
    <>
      <h2>
        有逾期的社区
        <small>
          {late.length} / {communities.length} 个{late.length > rowsMax ? '，最多的几个' : ''}
        </small>
      </h2>
      <div className="late-places">
        {late.slice(0, rowsMax).map((one) => (
          <div key={one.id}>
            <span>{one.name.replace(/社区$/, '')}</span>
            <Figure door={doors.late(one)} open={open} isLate>
              {count(one.late)}
            </Figure>
          </div>
        ))}
      </div>
      {late.length === 0 && <p className="nothing">现在没有逾期的事。</p>}
    </>
  );
}

function JustNow({ happening }: Pick<Screen, 'happening'>) {
  return (
    <>
      <h2>刚刚</h2>
      <ul className="just-now">
        {happening.slice(0, rowsMax).map((one) => (
          <li key={one.at + one.text}>
            <time>{clockTime(one.at)}</time>
            {one.text}
          </li>
        ))}
        {happening.length === 0 && <li>今天还没有动静。</li>}
      </ul>
    </>
  );
}
