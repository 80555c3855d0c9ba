import { useState } from 'react';
import { Button } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { formatFen } from '../money.ts';
import { MonthDrawer } from './month-drawer.tsx';
import { toneOf } from './month-tone.ts';
import { useMonths, type DeskMonth, type OneFund } from './months-api.ts';
import './months.css';

/** The months of a fund, the newest first: which is late, which waits for whom, which is published. Source: N55, F22. */
export function MonthsTab({ fund: { areaId, id: fundId } }: { fund: OneFund }) {
  const months = useMonths({ areaId, fundId });
  const [open, show] = useState<number | null>(null);
  const refused = refusedOf(months.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void months.refetch()} />;
  if (!months.data) return <Waiting />;
  return (
    <div className="fund-months">
      <section className="card">
        <table className="t">
          <thead>
            <tr>
              <th className="w-month">月份</th>
              <th className="w-state">状态</th>
              <th className="w-fen">收入（元）</th>
              <th className="w-fen">支出（元）</th>
              <th className="w-fen">结余（元）</th>
              <th>谁办的</th>
              <th className="w-act">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {months.data.items.map((month) => (
              <MonthRow key={month.month} month={month} onOpen={() => show(month.month)} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="mute sm">
        月结一个月一个月来：业委会生成，监督小组核对，书记发布。发布以后账单冻结，有错在现在的月份记更正，两个月都会写明。
      </p>
      {open !== null && (
        <MonthDrawer key={open} areaId={areaId} fundId={fundId} month={open} onClose={() => show(null)} />
      )}
    </div>
  );
}

const words: Record<string, string> = { draft: '月结', check: '核对', approve: '发布' };

function MonthRow({ month, onOpen }: { month: DeskMonth; onOpen: () => void }) {
  const { now } = useSession();
  const doing = month.actions.find((action) => words[action]);
  const figure = (fen: number) => (month.disclosure ? formatFen(fen) : '');
  return (
    <tr>
      <td className="num">
        <button type="button" className="fig plain" onClick={onOpen}>
          {month.name}
        </button>
      </td>
      <td>
        <Tag tone={toneOf(month)}>{month.stateName}</Tag>
        {month.disclosure !== 'published' && month.lateDays > 0 && month.disclosure && (
          <Tag tone="late">{`晚了 ${month.lateDays} 天`}</Tag>
        )}
      </td>
      <td className="num r">{figure(month.in)}</td>
      <td className="num r">{figure(month.out)}</td>
      <td className="num r">{figure(month.closing)}</td>
      <td className="mute">
        {[month.draftedName, month.checkedName, month.approvedName].filter(Boolean).join(' → ')}
        {month.publishedAt && `，${momentName(month.publishedAt, now())}公布`}
      </td>
      <td className="r">
        <Button size="small" type={doing ? 'primary' : 'default'} onClick={onOpen}>
          {doing ? words[doing] : '看'}
        </Button>
      </td>
    </tr>
  );
}
