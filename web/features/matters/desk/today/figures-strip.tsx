import { Link } from 'react-router';
import { addDays, shanghaiDate, shanghaiParts } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import type { Counts } from '../matters-api.ts';

/** Percent with one decimal, whole where it is all of them; below twenty cases only the fraction is said. */
export function share(part: number, whole: number): string {
  const casesMin = 20;
  if (whole < casesMin) return '';
  return `，${part === whole ? '100' : ((part / whole) * 100).toFixed(1)}%`;
}

/** Figures in words; each is a door to exactly the matters it counts. */
export function FiguresStrip({ counts }: { counts: Counts | undefined }) {
  const { now } = useSession();
  if (!counts) return <div className="strip" />;
  const today = shanghaiDate(now());
  const monday = addDays(today, -((shanghaiParts(now()).weekday + 6) % 7));
  const month = `${today.slice(0, 7)}-01`;
  return (
    <div className="strip">
      <span>
        逾期
        <Figure to="tab=late" value={counts.late} tone="l" />件
      </span>
      <span>
        今天到期
        <Figure to="tab=today" value={counts.today} tone="d" />件
      </span>
      <span>
        等我办
        <Figure to="tab=waiting" value={counts.waiting} />件
      </span>
      <span>
        我交出去、还没回的
        <Figure to="tab=handed" value={counts.handed} />件
      </span>
      <span>
        全部在办
        <Figure to="tab=open" value={counts.open} />件
      </span>
      <span>
        本周新增
        <Figure to={`from=${monday}`} value={counts.newThisWeek} /> · 办结
        <Figure to={`status=done&closedFrom=${monday}&sort=closed`} value={counts.closedThisWeek} />
      </span>
      <span>
        本月按时办结
        <Figure to={`status=done&closedFrom=${month}&onTime=yes&sort=closed`} value={counts.onTimeThisMonth} />
        <span className="faint">/</span>
        <Figure to={`status=done&closedFrom=${month}&sort=closed`} value={counts.closedThisMonth} />件
        {share(counts.onTimeThisMonth, counts.closedThisMonth)}
      </span>
    </div>
  );
}

function Figure({ to, value, tone }: { to: string; value: number; tone?: 'l' | 'd' }) {
  return (
    <Link className={tone && value > 0 ? `fig ${tone}` : 'fig'} to={`/matters?${to}`}>
      {value}
    </Link>
  );
}
