import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { clockTime, shanghaiDate } from '#shared/time';
import { refusedOf, send } from '../../lib/desk/api.ts';
import { useMinute } from '../../lib/desk/minute.ts';
import { useSession } from '../../lib/desk/session.tsx';

const leaps = [1, 8, 30];
const settleMs = 3000;

/** Says that the data is invented, and moves the demo's clock: what is late afterwards is late everywhere. */
export function DemoStrip() {
  const { now } = useSession();
  useMinute();
  const client = useQueryClient();
  const { message } = App.useApp();
  const leap = useMutation({
    mutationFn: (days: number) => send('clock/advance', { body: { days } }),
    onSuccess: async (_, days) => {
      await client.invalidateQueries();
      // What has fallen due meanwhile is worked off behind the answer.
      setTimeout(() => void client.invalidateQueries(), settleMs);
      void message.success(`演示时钟往前走了 ${days} 天，到期的都按规矩处理了`);
    },
    onError: (error) => void message.error(refusedOf(error)?.detail),
  });
  return (
    <div className="demo" role="region" aria-label="演示">
      <span>演示数据，除注明出处外均为虚构</span>
      <span className="sp" />
      <span>
        演示时钟 {shanghaiDate(now())} {clockTime(now())}
      </span>
      <span className="clk">
        快进
        {leaps.map((days) => (
          <button key={days} type="button" disabled={leap.isPending} onClick={() => leap.mutate(days)}>
            {leap.isPending && leap.variables === days ? '…' : `${days} 天`}
          </button>
        ))}
      </span>
    </div>
  );
}
