import { dayName, shanghaiParts } from '#shared/time';
import { useMinute } from '../../../../lib/desk/minute.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Empty, Waiting } from '../../../../ui/desk/states.tsx';
import { LateToday } from '../../../funds/desk/late-today.tsx';
import { useCounts, useMatterList } from '../matters-api.ts';
import { Briefing } from './briefing.tsx';
import { FiguresStrip } from './figures-strip.tsx';
import { MatterGroup, type Group } from './matter-group.tsx';
import { FromAbove } from './from-above.tsx';
import { TodaysActivities } from './todays-activities.tsx';
import './today.css';

const rowsMax = 6;
const handedMax = 5;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** What must be done next, ordered by when it is due; figures in one line of words above. */
export function TodayPage() {
  const { area, now } = useSession();
  useMinute();
  const counts = useCounts(area.id);
  const late = useMatterList(area.id, { due: 'late', limit: rowsMax });
  const today = useMatterList(area.id, { due: 'today', limit: rowsMax });
  const waiting = useMatterList(area.id, { mine: 'waiting', due: 'later', limit: rowsMax });
  const handed = useMatterList(area.id, { mine: 'handed', status: 'open', limit: 20 });
  const above = [late, today, waiting].flatMap((list) => list.data?.items ?? []);
  const elsewhere = (handed.data?.items ?? []).filter((card) => above.every((one) => one.number !== card.number));
  const groups: Group[] = [
    {
      id: 'late',
      title: '已逾期',
      icon: 'warn',
      tone: 'late',
      tab: 'late',
      count: counts.data?.late,
      items: late.data?.items ?? [],
    },
    {
      id: 'today',
      title: '今天到期',
      icon: 'clock',
      tone: 'due',
      tab: 'today',
      count: counts.data?.today,
      hint: '24:00 前',
      items: today.data?.items ?? [],
    },
    {
      id: 'waiting',
      title: '还在等我',
      icon: 'hourglass',
      tab: 'waiting',
      count: waiting.data?.next ? undefined : waiting.data?.items.length,
      hint: waiting.data?.next ? `不急于今天，先到期的 ${rowsMax} 件` : '不急于今天',
      hasMore: Boolean(waiting.data?.next),
      items: waiting.data?.items ?? [],
    },
    {
      id: 'handed',
      title: '我交出去、还没回的',
      icon: 'swap',
      tab: 'handed',
      count: counts.data?.handed,
      hint: elsewhere.length > handedMax ? `最先到期的 ${handedMax} 件` : '',
      items: elsewhere.slice(0, handedMax),
    },
  ];
  const isLoading = [late, today, waiting, handed].some((list) => list.isLoading);
  const shown = groups.filter((group) => group.items.length > 0);
  const weekday = weekdays[shanghaiParts(now()).weekday] ?? '';
  return (
    <div className="today">
      <div className="top">
        <h1>
          <span className="print-only">{area.name} </span>今日
        </h1>
        <span className="mute">
          {dayName(now(), now())} 星期{weekday} · 逾期的先看，其余按到期先后
        </span>
        <span className="sp" />
        <Briefing counts={counts.data} late={late.data?.items ?? []} today={today.data?.items ?? []} />
      </div>
      <FiguresStrip counts={counts.data} />
      <div className="grid">
        <section className="card rows" aria-label="要办的事">
          {isLoading && shown.length === 0 && <Waiting lines={10} />}
          {!isLoading && shown.length === 0 && <Empty>今天没有要办的事。有人上报、交办，会自己出现在这里。</Empty>}
          {shown.map((group, at) => (
            <MatterGroup key={group.id} group={group} isFirst={at === 0} />
          ))}
        </section>
        <div className="col">
          <LateToday />
          <TodaysActivities />
          <FromAbove />
        </div>
      </div>
    </div>
  );
}
