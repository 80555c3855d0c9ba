import { Link } from 'react-router';
import { clockTime, momentName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import type { RecordLine } from './records-api.ts';

const tones: Record<RecordLine['state'], Tone> = {
  draft: 'plain',
  submitted: 'due',
  published: 'ok',
  withdrawn: 'plain',
};

type Props = { items: RecordLine[]; ticked: string[]; onTick: (ids: string[]) => void; isOld: boolean };

/** One line per activity; 人 and 人次 stand in columns of their own. */
export function RecordTable({ items, ticked, onTick, isOld }: Props) {
  const all = items.every(({ id }) => ticked.includes(id));
  return (
    <table className={`t card${isOld ? ' stale' : ''}`}>
      <caption className="sr">活动</caption>
      <thead>
        <tr>
          <th className="w-tick">
            <input
              type="checkbox"
              aria-label="全选这一页"
              checked={all}
              onChange={() => onTick(all ? [] : items.map(({ id }) => id))}
            />
          </th>
          <th>活动</th>
          <th className="w-when">什么时候</th>
          <th className="w-place">地点</th>
          <th className="w-officer">专人</th>
          <th className="w-flags">年度指标</th>
          <th className="w-count">报名</th>
          <th className="w-count">到场（人）</th>
          <th className="w-count">到场（人次）</th>
          <th className="w-state">状态</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Line
            key={one.id}
            one={one}
            isTicked={ticked.includes(one.id)}
            onTick={(isTicked) => onTick(isTicked ? [...ticked, one.id] : ticked.filter((id) => id !== one.id))}
          />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = { one: RecordLine; isTicked: boolean; onTick: (isTicked: boolean) => void };

function Line({ one, isTicked, onTick }: LineProps) {
  const { now } = useSession();
  const series = one.seriesName ? [one.seriesName, one.edition].filter(Boolean).join(' ') : null;
  return (
    <tr className={isTicked ? 'sel' : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`选中 ${one.title}`}
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
        />
      </td>
      <td>
        <Link className="link a" to={`/activities/${one.areaId}/${one.id}`}>
          {one.title}
        </Link>
        <div className="z">{[one.kindName, series, one.host].filter(Boolean).join(' · ')}</div>
      </td>
      <td>
        {momentName(one.startsAt, now())}
        <div className="z">{one.sessionCount > 1 ? `共 ${one.sessionCount} 场` : `到 ${clockTime(one.endsAt)}`}</div>
      </td>
      <td title={one.place}>{one.place}</td>
      <td>{one.officer || <span className="faint">没写</span>}</td>
      <td>
        {one.large && <Tag>较大规模</Tag>} {one.broad && <Tag>广泛参与</Tag>}
      </td>
      <td className="num">
        {one.seats === null ? <span className="faint">不用报</span> : `${one.enrolled}/${one.seats}`}
      </td>
      <td className="num">{counted(one.people)}</td>
      <td className="num">{counted(one.personTimes)}</td>
      <td>
        <Tag tone={tones[one.state]} {...(one.state === 'submitted' ? { icon: 'hourglass' as const } : {})}>
          {one.stateName}
        </Tag>
      </td>
    </tr>
  );
}

const counted = (count: number) => (count > 0 ? count : <span className="faint">—</span>);
