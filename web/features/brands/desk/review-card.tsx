import { useState } from 'react';
import { Button, Input, Radio } from 'antd';
import type { BrandFigures } from '#contract/brands/review';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useBrandChange, type BrandDesk } from './brand-api.ts';

/** The year in computed figures, each opening its list; the reviews of the district below it. */
export function ReviewCard({ desk, figures }: { desk: BrandDesk; figures: BrandFigures }) {
  const cells = [
    ['活动', figures.held, '场'],
    ['参加的人', figures.people, '人'],
    ['参加人次', figures.personTimes, '人次'],
    ['有活动的月份', figures.monthsActive, '个月'],
  ] as const;
  return (
    <section className="card">
      <h2>
        这一年
        <span className="r mute">
          {figures.from} 至 {figures.to}
        </span>
      </h2>
      <div className="year">
        {cells.map(([name, value, unit]) => (
          <a
            key={name}
            href={`/b/${desk.areaId}/year`}
            target="_blank"
            rel="noreferrer"
            className={desk.shown ? '' : 'dead'}
          >
            <span className="mute">{name}</span>
            <b>{value}</b>
            <span className="mute">{unit}</span>
          </a>
        ))}
      </div>
      {figures.warning && (
        <div className="body">
          <Note tone="due">{figures.warning}</Note>
        </div>
      )}
      {desk.reviews.map(({ year, verdict, words, byName }) => (
        <p key={year} className="body review">
          <Tag tone={verdict === 'passed' ? 'ok' : 'due'} icon={verdict === 'passed' ? 'check' : 'warn'}>
            {year} 年{verdict === 'passed' ? '复核通过' : '提醒整改'}
          </Tag>
          {words} <span className="mute">{byName}</span>
        </p>
      ))}
      {desk.actions.includes('review') && <ReviewForm areaId={desk.areaId} />}
    </section>
  );
}

function ReviewForm({ areaId }: { areaId: string }) {
  const change = useBrandChange(areaId);
  const [verdict, setVerdict] = useState('passed');
  const [words, setWords] = useState('');
  const refused = refusedOf(change.error);
  return (
    <div className="body decide">
      <Radio.Group
        aria-label="年度复核"
        optionType="button"
        options={[
          { value: 'passed', label: '复核通过' },
          { value: 'warned', label: '提醒整改' },
        ]}
        value={verdict}
        onChange={(event) => setVerdict(String(event.target.value))}
      />
      <Input.TextArea
        aria-label="复核意见"
        rows={2}
        maxLength={500}
        placeholder="复核意见"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button loading={change.isPending} onClick={() => change.mutate({ path: '/reviews', body: { verdict, words } })}>
        写下复核
      </Button>
    </div>
  );
}
