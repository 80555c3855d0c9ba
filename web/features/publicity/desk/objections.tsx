import { useState } from 'react';
import { Button, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useChange, type DeskPublicityPage } from './publicity-api.ts';

type Said = DeskPublicityPage['said'][number];

/** What was said against it, and the answers; those that wait can be answered here. */
export function Objections({ areaId, page }: { areaId: string; page: DeskPublicityPage }) {
  const { now } = useSession();
  if (page.said.length === 0) return null;
  return (
    <section>
      <h3>异议 {page.said.length} 条</h3>
      {page.said.map((one) => (
        <article key={one.number} className="objection">
          <p className="row">
            <b>第 {one.number} 条</b>
            <span className="mute sm">
              {one.name} · {momentName(one.at, now())}
            </span>
            <span className="sp" />
            {one.answeredAt === null ? (
              <Tag tone="late">等答复</Tag>
            ) : (
              <Tag tone={one.upheld ? 'due' : 'ok'}>{one.upheld ? '成立' : '不成立'}</Tag>
            )}
          </p>
          <p className="words">{one.words}</p>
          <div className="publicity-pictures">
            {one.pictures.map(({ id, full, small }) => (
              <a key={id} href={full} target="_blank" rel="noreferrer" aria-label="看大图">
                <img src={small} alt="异议的照片" width="84" height="64" />
              </a>
            ))}
          </div>
          {one.answer && (
            <p className="answer">
              {one.answeredName} 答复：{one.answer}
            </p>
          )}
          {one.answeredAt === null && page.actions.includes('answer') && (
            <AnswerForm areaId={areaId} page={page} objection={one} />
          )}
        </article>
      ))}
    </section>
  );
}

type AnswerProps = { areaId: string; page: DeskPublicityPage; objection: Said };

function AnswerForm({ areaId, page, objection }: AnswerProps) {
  const [words, setWords] = useState('');
  const change = useChange(areaId);
  const refused = refusedOf(change.error);
  const id = `answer-${objection.number}`;
  const short = words.trim().length < 2;
  const answer = (upheld: boolean): void =>
    change.mutate({
      path: `/${page.id}/objections/${objection.number}/answer`,
      body: { upheld, answer: words.trim() },
    });
  return (
    <div className="publicity-foot">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <label htmlFor={id}>写明理由答复（公示页上会登出来，不要写出提异议的人）</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row">
        <span className="sp sm mute">{page.state === 'open' ? '判成立，公示马上停止' : ''}</span>
        <Button danger disabled={short} loading={change.isPending} onClick={() => answer(true)}>
          异议成立
        </Button>
        <Button type="primary" disabled={short} loading={change.isPending} onClick={() => answer(false)}>
          不成立，答复
        </Button>
      </div>
    </div>
  );
}
