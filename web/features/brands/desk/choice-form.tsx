import { useState } from 'react';
import { Button, DatePicker, Drawer, Input } from 'antd';
import dayjs from 'dayjs';
import { addDays, shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useBrandChange } from './brand-api.ts';

const themesMin = 2;
const themesMax = 8;
const usualDays = 10;
const pictures = [
  'deliberation',
  'reading',
  'choir',
  'market',
  'movie-night',
  'calligraphy',
  'dance',
  'neighbours-festival',
];

type Theme = { title: string; why: string };

/** Opens a round: a question, two to eight themes, and the last day. */
export function ChoiceForm({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const { now } = useSession();
  const change = useBrandChange(areaId);
  const [question, setQuestion] = useState('我们社区的品牌做什么');
  const [closesOn, setClosesOn] = useState(addDays(shanghaiDate(now()), usualDays));
  const [themes, setThemes] = useState<Theme[]>([
    { title: '', why: '' },
    { title: '', why: '' },
  ]);
  const refused = refusedOf(change.error);
  const filled = themes.filter(({ title }) => title.trim() !== '');
  const put = (at: number, part: Partial<Theme>): void =>
    setThemes(themes.map((theme, index) => (index === at ? { ...theme, ...part } : theme)));
  const send = (): void => {
    const drawn = filled.map((theme, at) => ({ ...theme, picture: pictures[at] ?? 'tea' }));
    change.mutate({ path: '/choices', body: { question, closesOn, themes: drawn } }, { onSuccess: onClose });
  };
  return (
    <Drawer
      open
      size={520}
      title="请居民选主题"
      onClose={onClose}
      footer={
        <div className="row">
          <span className="sp sm mute">截止前不显示谁多谁少；一样多时由社区写明理由来定</span>
          <Button type="primary" disabled={filled.length < themesMin} loading={change.isPending} onClick={send}>
            开始选
          </Button>
        </div>
      }
    >
      <div className="brand-fields">
        <label htmlFor="choice-question">问什么</label>
        <Input
          id="choice-question"
          maxLength={60}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <label htmlFor="choice-closes">哪天截止（含当天）</label>
        <DatePicker
          id="choice-closes"
          allowClear={false}
          value={dayjs(closesOn)}
          onChange={(day) => day && setClosesOn(day.format('YYYY-MM-DD'))}
        />
        {themes.map((theme, at) => (
          <div key={at} className="theme-line">
            <Input
              aria-label={`主题 ${at + 1}`}
              placeholder={`主题 ${at + 1}`}
              maxLength={30}
              value={theme.title}
              onChange={(event) => put(at, { title: event.target.value })}
            />
            <Input
              aria-label={`主题 ${at + 1} 的理由`}
              placeholder="为什么可以做"
              maxLength={200}
              value={theme.why}
              onChange={(event) => put(at, { why: event.target.value })}
            />
          </div>
        ))}
        {themes.length < themesMax && (
          <Button type="dashed" onClick={() => setThemes([...themes, { title: '', why: '' }])}>
            再加一个
          </Button>
        )}
        {refused && <Note tone="late">{refused.detail}</Note>}
      </div>
    </Drawer>
  );
}
