import { Link } from 'react-router';
import { Tag } from '../../ui/desk/tag.tsx';
import { useHandling } from './figures-api.ts';

/** The average handling time of the community against what a good place has reported; it opens the matters it is made of. */
export function HandlingLine({ areaId, from, to }: { areaId: string; from: string; to: string }) {
  const { data } = useHandling(areaId, { from, to });
  if (!data) return null;
  const { averageText, benchmarkText, counted, isWithin } = data;
  const door = `/matters?${new URLSearchParams({ status: 'done', closedFrom: from, closedTo: to }).toString()}`;
  return (
    <section className="card handling">
      <h2>平均办理时长</h2>
      <p>
        {isWithin === null ? (
          '这段时间没有办结的事。'
        ) : (
          <>
            <b className="big">{averageText}</b>
            <Tag tone={isWithin ? 'ok' : 'plain'} icon={isWithin ? 'check' : 'clock'}>
              {isWithin ? `在标杆 ${benchmarkText}以内` : `标杆是 ${benchmarkText}以内`}
            </Tag>
            <span className="mute sm">
              从提出到办结，所有工作法一起算，
              <Link className="fig" to={door}>
                办结的 {counted} 件
              </Link>
              。标杆是纳如社区公布的成效，作参照，不是时限。
            </span>
          </>
        )}
      </p>
    </section>
  );
}
