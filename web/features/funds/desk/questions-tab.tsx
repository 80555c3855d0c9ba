import { useState } from 'react';
import { Button, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { formatFen, linePath } from '../money.ts';
import { useFundDoing, useQuestions, type DeskQuestion, type OneFund, type WhichFund } from './months-api.ts';
import './months.css';

/** What residents asked about lines of the account: to look at first, to answer, answered. Source: C42, F22. */
export function QuestionsTab({ fund: { areaId, id: fundId } }: { fund: OneFund }) {
  const questions = useQuestions({ areaId, fundId });
  const refused = refusedOf(questions.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void questions.refetch()} />;
  if (!questions.data) return <Waiting />;
  const { items } = questions.data;
  return (
    <section className="card" aria-label="提问">
      {items.length === 0 && <Empty>还没有人提问。居民在公开的账上点“我要问这一笔”，就会到这里。</Empty>}
      {items.map((question) => (
        <One key={question.id} which={{ areaId, fundId }} question={question} />
      ))}
    </section>
  );
}

function One({ which, question }: { which: WhichFund; question: DeskQuestion }) {
  const { now } = useSession();
  const { areaId, fundId } = which;
  return (
    <article className="fund-question">
      <p>
        <StateTag question={question} />{' '}
        <a className="fig" href={linePath(areaId, fundId, question)} target="_blank" rel="noreferrer">
          {question.monthName}第 {question.seq} 笔
        </a>{' '}
        <span className="mute">
          {question.lineMemo} · {formatFen(question.lineAmount)} 元
        </span>
      </p>
      <p className="words">{question.words}</p>
      <p className="sm mute">
        {question.asker}，{momentName(question.askedAt, now())}
        {question.moderatedName && `；${question.moderatedName}${question.state === 'declined' ? '没有公开' : '公开'}`}
      </p>
      {question.reason && <p className="sm">没有公开的原因：{question.reason}</p>}
      {question.answer && (
        <p className="quote">
          {question.answeredName}答复：{question.answer}
        </p>
      )}
      {question.actions.includes('moderate') && <Moderate which={which} id={question.id} />}
      {question.actions.includes('answer') && <Answer which={which} id={question.id} />}
    </article>
  );
}

function StateTag({ question }: { question: DeskQuestion }) {
  if (question.state === 'waiting') return <Tag tone="due">等社区看</Tag>;
  if (question.state === 'declined') return <Tag tone="info">没有公开</Tag>;
  return question.answer ? <Tag tone="ok">已答复</Tag> : <Tag tone="due">等答复</Tag>;
}

function Moderate({ which, id }: { which: WhichFund; id: string }) {
  const [reason, write] = useState<string | null>(null);
  const doing = useFundDoing(which);
  const refused = refusedOf(doing.error);
  const act = (body: object): void => doing.mutate({ act: `questions/${id}/moderate`, body });
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="row">
        {reason === null ? (
          <>
            <Button type="primary" size="small" loading={doing.isPending} onClick={() => act({ decision: 'show' })}>
              公开
            </Button>
            <Button size="small" onClick={() => write('')}>
              不公开
            </Button>
          </>
        ) : (
          <>
            <Input
              value={reason}
              onChange={(event) => write(event.target.value)}
              aria-label="不公开的原因"
              placeholder="原因，问的人会看到"
              maxLength={300}
            />
            <Button
              type="primary"
              disabled={reason.trim().length < 4}
              onClick={() => act({ decision: 'decline', reason: reason.trim() })}
            >
              不公开
            </Button>
            <Button onClick={() => write(null)}>返回</Button>
          </>
        )}
      </p>
    </div>
  );
}

function Answer({ which, id }: { which: WhichFund; id: string }) {
  const [answer, write] = useState('');
  const doing = useFundDoing(which);
  const refused = refusedOf(doing.error);
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="row">
        <Input.TextArea
          value={answer}
          onChange={(event) => write(event.target.value)}
          aria-label="答复"
          placeholder="把这一笔说清楚，大家都看得到"
          autoSize={{ minRows: 2 }}
          maxLength={1000}
        />
        <Button
          type="primary"
          disabled={answer.trim().length < 4}
          loading={doing.isPending}
          onClick={() => doing.mutate({ act: `questions/${id}/answer`, body: { answer: answer.trim() } })}
        >
          答复
        </Button>
      </p>
    </div>
  );
}
