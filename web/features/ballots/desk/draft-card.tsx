import { useState } from 'react';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useOpen, useWords, type BallotPage } from './ballots-api.ts';

const usualDays = 15;

/** Before it opens: until when, and the one act after which nothing of it changes any more. */
export function DraftCard({ ballot }: { ballot: BallotPage }) {
  const { now } = useSession();
  const today = shanghaiDate(now());
  const [last, setLast] = useState(
    ballot.closesAt ? shanghaiDate(Date.parse(ballot.closesAt) - 1) : addDays(today, usualDays),
  );
  const [estateId, setEstate] = useState<string | null>(null);
  const estates = useWords(ballot.areaId).data?.estates ?? [];
  const open = useOpen(ballot.areaId, ballot.id);
  const refused = refusedOf(open.error);
  return (
    <section className="card draft-card">
      <h2>还没开始</h2>
      <div className="ballot-fields">
        <p>
          开始以后，名册、问题、选项、规则和截止时间都定下来，印上校验码，谁也不能再改。该投的人马上收到消息，没有手机的送纸票。
        </p>
        {ballot.estateId === null && estates.length > 0 && (
          <div className="row">
            <label htmlFor="ballot-where">哪个小区的人来投</label>
            <Select
              id="ballot-where"
              value={estateId ?? ''}
              options={[{ value: '', label: '全社区' }, ...estates.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(one: string) => setEstate(one || null)}
            />
          </div>
        )}
        <div className="row">
          <label htmlFor="ballot-last">投到哪天 24:00</label>
          <DatePicker
            id="ballot-last"
            allowClear={false}
            value={dayjs(last)}
            minDate={dayjs(addDays(today, 1))}
            onChange={(day) => day && setLast(day.format('YYYY-MM-DD'))}
          />
          <span className="sp" />
          {ballot.can.open ? (
            <Button
              type="primary"
              loading={open.isPending}
              onClick={() =>
                open.mutate({
                  closesAt: shanghaiInstant(addDays(last, 1)).toISOString(),
                  ...(estateId ? { estateId } : {}),
                })
              }
            >
              开始表决
            </Button>
          ) : (
            <span className="mute">由书记开始</span>
          )}
        </div>
        {refused && <Note tone="late">{refused.detail}</Note>}
      </div>
    </section>
  );
}
