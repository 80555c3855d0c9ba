import { App, Button } from 'antd';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { takeStep, useRecordChange, type RecordLine } from './records-api.ts';

type Props = { areaId: string; chosen: RecordLine[]; onClear: () => void };

/** What can be done with several activities at once: put forward, approve, or tell the group what is on. */
export function BatchBar({ areaId, chosen, onClear }: Props) {
  const { can, now } = useSession();
  const { message } = App.useApp();
  const steps = useRecordChange(async ({ step, ids }: { step: string; ids: string[] }) => {
    const answers = await Promise.allSettled(ids.map((id) => takeStep(areaId, id, step, null)));
    return answers.map((one) => (one.status === 'fulfilled' ? null : (refusedOf(one.reason)?.detail ?? '没有办成')));
  });
  const run = (step: string, word: string, lines: RecordLine[]): void =>
    steps.mutate(
      { step, ids: lines.map(({ id }) => id) },
      {
        onSuccess: (problems) => {
          const failed = problems.filter((one) => one !== null);
          void message[failed.length > 0 ? 'warning' : 'success'](
            `${word} ${problems.length - failed.length} 场${failed.length > 0 ? `；${failed.length} 场没办成：${failed[0]}` : ''}`,
          );
          onClear();
        },
      },
    );
  const drafts = chosen.filter(({ state }) => state === 'draft');
  const waiting = chosen.filter(({ state }) => state === 'submitted' || state === 'draft');
  const text = chosen
    .map(
      (one) =>
        `${dayName(one.startsAt, now())} ${weekdayName(one.startsAt)} ${clockTime(one.startsAt)} ${one.title}，${one.place}`,
    )
    .join('\n');
  return (
    <div className="bar2 on" role="toolbar" aria-label="批量操作">
      已选 <b>{chosen.length}</b> 场
      {can('activity.approve') && waiting.length > 0 && (
        <Button size="small" loading={steps.isPending} onClick={() => run('approve', '发布了', waiting)}>
          同意发布 {waiting.length} 场
        </Button>
      )}
      {!can('activity.approve') && drafts.length > 0 && (
        <Button size="small" loading={steps.isPending} onClick={() => run('submit', '提交了', drafts)}>
          提交审核 {drafts.length} 场
        </Button>
      )}
      <button
        type="button"
        className="plain tool row"
        onClick={() =>
          void copyText(text).then((done) =>
            done ? message.success('复制好了，去群里粘贴') : message.error('这个浏览器不让复制'),
          )
        }
      >
        <Icon name="copy" size="xs" />
        复制到群
      </button>
      <span className="sp" />
      <button type="button" className="plain tool nw mute" onClick={onClear}>
        取消选择
      </button>
    </div>
  );
}
