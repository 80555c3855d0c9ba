import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { Note, RefusedPage, Waiting } from '../../../../ui/desk/states.tsx';
import { matterKey, readMatter } from '../matters-api.ts';
import { Reply } from './reply.tsx';
import { Slip } from './slip.tsx';
import './print.css';

/** Slips or replies of one or several matters, a sheet each; the same pages on screen and on paper. */
export function PrintPage() {
  const { paper = 'slip', areaId = '', numbers = '' } = useParams();
  const list = numbers.split(',').filter(Boolean);
  const matters = useQueries({
    queries: list.map((number) => ({ queryKey: matterKey(areaId, number), queryFn: () => readMatter(areaId, number) })),
  });
  const refusals = matters.flatMap((one, at) => {
    const refused = refusedOf(one.error);
    return refused ? [{ number: list[at] ?? '', refused }] : [];
  });
  const found = matters.flatMap((one) => (one.data ? [one.data] : []));
  if (matters.some((one) => one.isLoading)) return <Waiting />;
  const [first] = refusals;
  if (found.length === 0 && first) return <RefusedPage refused={first.refused} />;
  const Sheet = paper === 'reply' ? Reply : Slip;
  return (
    <main className="papers">
      <div className="row bar no-print">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印 {found.length} 张
        </Button>
        <span className="mute">A4 纵向，黑白就行。打印框里边距选“默认”，缩放选 100%。</span>
        {refusals.map(({ number, refused }) => (
          <Note key={number} tone="late">
            {number}：{refused.detail}
          </Note>
        ))}
      </div>
      {found.map((matter, at) => (
        <Sheet key={matter.number} matter={matter} page={at + 1} pages={found.length} />
      ))}
    </main>
  );
}
