import { useState } from 'react';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useFill, type Page, type Time } from './blanks-api.ts';

const reasonMin = 4;

type Props = { areaId: string; page: Page; time: Time; onTime: (time: Time) => void };

/** What only a person can say before the file is made: the time, who asks, and why personal data leave. */
export function FillCard({ areaId, page, time, onTime }: Props) {
  const [askedBy, setAskedBy] = useState(page.askedBy);
  const [reason, setReason] = useState('');
  const fill = useFill(areaId, page.id);
  const refused = refusedOf(fill.error);
  const gives = page.asksPrivate && page.mayReveal && reason.trim().length >= reasonMin;
  return (
    <section className="card fill">
      <h2>填好带走</h2>
      <div className="fields">
        {page.asksPeriod && <TimeField page={page} time={time} onTime={onTime} />}
        <label>
          <span>谁要的（记进减负账）</span>
          <Input
            value={askedBy}
            maxLength={60}
            placeholder="例如 街道民政办"
            onChange={(event) => setAskedBy(event.target.value)}
          />
        </label>
        {page.asksPrivate && page.mayReveal && (
          <label>
            <span>为什么要带走姓名、电话这些个人信息？会记下您的名字、时间和理由</span>
            <Input
              value={reason}
              maxLength={200}
              placeholder={`至少 ${reasonMin} 个字；不写，这几列就空着`}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        {page.asksPrivate && !page.mayReveal && (
          <p className="sm mute">这张表要个人信息，您没有查看的权限，这几列会空着。</p>
        )}
        {refused && (
          <p className="refusal" role="alert">
            {refused.detail}
          </p>
        )}
        <Button
          type="primary"
          disabled={page.unclear !== ''}
          loading={fill.isPending}
          onClick={() => fill.mutate({ ...time, askedBy, ...(gives ? { reason: reason.trim() } : {}) })}
        >
          {page.asksPrivate && !gives ? '填好下载（不带个人信息）' : '填好下载'}
        </Button>
        {fill.isSuccess && <p className="sm">已经下载。打开看一遍再报，空着的格子补上。</p>}
        <p className="sm mute">人口、户数按今天在册的算；年龄按今年满多少岁算，没登记出生年份的不计入。</p>
      </div>
    </section>
  );
}

function TimeField({ page, time, onTime }: Omit<Props, 'areaId'>) {
  const set = (change: Time): void => onTime({ ...time, ...change });
  return (
    <fieldset>
      <legend>统计哪段时间</legend>
      <div className="row">
        <DatePicker
          aria-label="从哪天"
          allowClear={false}
          value={dayjs(page.from)}
          onChange={(day) => day && set({ from: day.format('YYYY-MM-DD') })}
        />
        <span>至</span>
        <DatePicker
          aria-label="到哪天"
          allowClear={false}
          value={dayjs(page.to)}
          onChange={(day) => day && set({ to: day.format('YYYY-MM-DD') })}
        />
      </div>
    </fieldset>
  );
}
