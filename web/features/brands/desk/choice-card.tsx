import { useState } from 'react';
import { Button, Input, Radio } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { dateName } from '../brand-words.ts';
import { useBrandChange, type BrandDesk } from './brand-api.ts';
import { ChoiceForm } from './choice-form.tsx';

type Choice = NonNullable<BrandDesk['choice']>;

/** The choice of a theme: voices as they stand, what was said, and a tie to be decided. */
export function ChoiceCard({ desk }: { desk: BrandDesk }) {
  const [opens, open] = useState(false);
  const { choice } = desk;
  const mayOpen = desk.actions.includes('choose') && choice?.state !== 'open';
  return (
    <section className="card choice">
      <h2>
        居民选主题
        <span className="r">
          {choice && (
            <Tag tone={choice.state === 'open' ? 'due' : 'plain'} icon="clock">
              {choice.state === 'open' ? `${dateName(choice.closesOn)}截止` : '已截止'}
            </Tag>
          )}
          {mayOpen && (
            <Button size="small" onClick={() => open(true)}>
              开一轮
            </Button>
          )}
        </span>
      </h2>
      {choice ? (
        <div className="body">
          <p className="question">
            {choice.question}
            <span className="mute"> {choice.voices} 人出声</span>
          </p>
          <Counts choice={choice} />
          {choice.reason && <Note tone="ok">社区的理由：{choice.reason}</Note>}
          {choice.state === 'tied' && <Decide desk={desk} choice={choice} />}
          <Words desk={desk} choice={choice} />
        </div>
      ) : (
        <Empty>还没有选过。列几个候选主题，请居民出声，一人一次。</Empty>
      )}
      {opens && <ChoiceForm areaId={desk.areaId} onClose={() => open(false)} />}
    </section>
  );
}

function Counts({ choice }: { choice: Choice }) {
  const most = Math.max(1, ...choice.counts.map(({ voices }) => voices));
  return (
    <ul className="counts">
      {choice.themes.map((theme) => {
        const voices = choice.counts.find(({ themeId }) => themeId === theme.id)?.voices ?? 0;
        return (
          <li key={theme.id}>
            <span>
              {theme.title}
              {theme.won && <Tag tone="ok">选中</Tag>}
            </span>
            <span className="track" aria-hidden="true">
              <i style={{ width: `${Math.round((voices / most) * 100)}%` }} />
            </span>
            <b>{voices}</b>
          </li>
        );
      })}
    </ul>
  );
}

/** A tie is decided by the community, with its reason. */
function Decide({ desk, choice }: { desk: BrandDesk; choice: Choice }) {
  const change = useBrandChange(desk.areaId);
  const [themeId, setTheme] = useState('');
  const [reason, setReason] = useState('');
  const refused = refusedOf(change.error);
  const most = Math.max(0, ...choice.counts.map(({ voices }) => voices));
  const leading = choice.themes.filter(({ id }) =>
    choice.counts.some((one) => one.themeId === id && one.voices === most),
  );
  return (
    <div className="decide">
      <Note tone="due">前面 {leading.length} 个一样多，请社区写明理由来定，理由会公开。</Note>
      <Radio.Group
        aria-label="定哪一个"
        options={leading.map(({ id, title }) => ({ value: id, label: title }))}
        value={themeId}
        onChange={(event) => setTheme(String(event.target.value))}
      />
      <Input.TextArea
        aria-label="理由"
        rows={2}
        maxLength={500}
        placeholder="为什么定这一个（至少 10 个字）"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button
        type="primary"
        disabled={!themeId || reason.trim().length < 10}
        loading={change.isPending}
        onClick={() => change.mutate({ path: `/choices/${choice.id}/decision`, body: { themeId, reason } })}
      >
        就定它
      </Button>
    </div>
  );
}

/** What residents said, to be read before it is shown. */
function Words({ desk, choice }: { desk: BrandDesk; choice: Choice }) {
  const change = useBrandChange(desk.areaId);
  if (choice.words.length === 0) return null;
  return (
    <ul className="said">
      {choice.words.map(({ id, theme, words, shown }) => (
        <li key={id}>
          <span>
            {words}
            <span className="mute"> 选“{theme}”</span>
          </span>
          {desk.actions.includes('choose') && (
            <Button
              size="small"
              type={shown ? 'text' : 'default'}
              onClick={() => change.mutate({ path: `/voices/${id}/shown`, body: { shown: !shown } })}
            >
              {shown ? '收回' : '登出来'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
