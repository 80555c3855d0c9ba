import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { AccountLine, LinePage, Question } from '#contract/funds/disclosures';
import { dayName, momentName, shanghaiInstant } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Problem, Row, Section, Tag } from '../../ui/parts.tsx';
import { amountOf, linePath } from './money.ts';

/** What a line says, one thing below the other. */
export function LineFacts({ page, now }: { page: LinePage; now: string }): ReactNode {
  const { line } = page;
  const facts: [string, string][] = [
    ['日期', dayName(shanghaiInstant(line.day, 12), now)],
    ['项目', line.kindName],
    ['对方', line.party],
    ['方式', line.wayName],
    ['凭证号', line.number ?? ''],
    ['账上第几笔', `第 ${line.seq} 笔`],
  ];
  return (
    <dl className="card sums num gap" data-read>
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="plain">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** How much, with the word beside it. */
export function LineAmount({ line }: { line: AccountLine }): ReactNode {
  const amount = amountOf(line);
  const words: Record<string, string> = { 收: '收入', 支: '支出', 转: '转存', 原有: '开户时就有' };
  return (
    <div className="balance card gap" data-read>
      <p className="k">{words[amount.word]}</p>
      <p className={`big num amount ${amount.tone}`}>
        {amount.text}
        <small>元</small>
      </p>
    </div>
  );
}

/** What it corrects and what corrects it: said at both, each with the way to the other. Source: F22. */
export function Corrections({ page }: { page: LinePage }): ReactNode {
  const { corrects, correctedBy } = page.line;
  if (!corrects && !correctedBy) return null;
  return (
    <div className="card warm pad gap">
      {corrects ? (
        <p>
          这一笔是更正，更正的是
          <Link className="link" to={linePath(page.areaId, page.fundId, corrects)}>
            {corrects.name}第 {corrects.seq} 笔
          </Link>
          。原来的那一笔不改、不删。
        </p>
      ) : null}
      {correctedBy ? (
        <p>
          这一笔后来更正了，见
          <Link className="link" to={linePath(page.areaId, page.fundId, correctedBy)}>
            {correctedBy.name}第 {correctedBy.seq} 笔
          </Link>
          {correctedBy.month > page.month ? '（那个月公布以后能点开）' : ''}。
        </p>
      ) : null}
    </div>
  );
}

/** The pictures of the voucher, whole, and the project that it was paid for. */
export function Papers({ page }: { page: LinePage }): ReactNode {
  const { pictures, project } = page.line;
  return (
    <>
      {project ? (
        <div className="card gap">
          <Row
            to={`/t/${project}`}
            icon="link"
            tone="bamboo"
            title="这笔钱办的事"
            line="从提出来到办好，一步一步都能看"
          />
        </div>
      ) : null}
      <Section title="凭证" note={`${pictures.length} 张`} />
      {pictures.length === 0 ? <p className="card pad soft">这一笔没有凭证照片。</p> : null}
      {pictures.map(({ id, full, width, height, drawn }, at) => (
        <figure key={id} className="sheet-of-paper">
          <img
            className="paper-photo"
            src={full}
            alt={`第 ${at + 1} 张凭证`}
            width={width ?? 360}
            height={height ?? 480}
            loading="lazy"
          />
          {drawn ? <figcaption className="hint">示意图</figcaption> : null}
        </figure>
      ))}
    </>
  );
}

/** What was asked about this line, and what was answered. */
export function Questions({ page, now }: { page: LinePage; now: string }): ReactNode {
  const { said } = page;
  if (said.length === 0) return null;
  return (
    <>
      <Section title="大家问的" note={`${said.length} 条`} />
      <div className="card">
        {said.map((question) => (
          <div key={question.id} className="pad said">
            <p className="tags">
              <b>{question.isMine ? '您问的' : question.asker}</b>
              <QuestionTag question={question} />
            </p>
            <p className="hint num">{momentName(question.askedAt, now)}</p>
            <p className="quote sunk gap">{question.words}</p>
            {question.state === 'declined' ? <p className="soft gap">没有公开，原因：{question.reason}</p> : null}
            {question.answer ? (
              <p className="soft gap">
                {question.answeredName}答复：{question.answer}
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </>
  );
}

function QuestionTag({ question }: { question: Question }): ReactNode {
  if (question.state === 'waiting') return <Tag tone="wait">等社区看</Tag>;
  if (question.state === 'declined') return <Tag tone="plain">没有公开</Tag>;
  return question.answer ? <Tag tone="ok">已答复</Tag> : <Tag tone="wait">等业委会答复</Tag>;
}

export type Asked = { sentence: string; fields: Record<string, string>; words: string };

/** 我要问这一笔: who cannot ask reads why, with what to do. */
export function AskForm({
  page,
  formKey,
  said,
  signIn,
}: {
  page: LinePage;
  formKey: string;
  said: Asked | undefined;
  signIn: string | null;
}): ReactNode {
  if (signIn)
    return (
      <section id="ask">
        <Section title="我要问这一笔" />
        <Link className="btn go wide big" to={signIn}>
          登录后问这一笔
        </Link>
      </section>
    );
  return (
    <section id="ask">
      <Section title="我要问这一笔" />
      <FormProblem sentence={said?.sentence} />
      {page.whyNotAsk ? <p className="card pad soft">{page.whyNotAsk}</p> : null}
      {page.whyNotAsk ? null : (
        <Form method="post" reloadDocument>
          <input type="hidden" name="key" value={formKey} />
          <label className="label" htmlFor="question-words">
            想问什么
          </label>
          <div className="say">
            <textarea
              className={said?.fields['words'] ? 'field wrong' : 'field'}
              id="question-words"
              name="words"
              rows={4}
              required
              maxLength={500}
              defaultValue={said?.words}
            />
            <button
              type="button"
              className="mic"
              data-do="listen"
              data-to="question-words"
              aria-label="按住说话"
              hidden
            >
              <Icon name="mic" />
            </button>
          </div>
          <Problem id="question-words" sentence={said?.fields['words']} />
          <button type="submit" className="btn go wide big gap" data-busy="正在送…">
            问这一笔
          </button>
          <p className="hint gap">社区看过就公开，不写您的名字；业委会在下面答复，也会告诉您。不公开的，会写明原因。</p>
        </Form>
      )}
    </section>
  );
}
