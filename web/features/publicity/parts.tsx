import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { PublicityPage } from '#contract/publicity';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Problem, Section, Tag } from '../../ui/parts.tsx';

type Part = { notice: PublicityPage; now: string };

/** What hangs: labels with their lines, words, pictures. */
export function Shown({ notice }: { notice: PublicityPage }): ReactNode {
  const { shown, body, pictures } = notice;
  return (
    <div data-read>
      {shown.length > 0 ? (
        <dl className="card shown gap">
          {shown.map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              {lines.map((line, at) => (
                <dd key={`${at} ${line}`}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      ) : null}
      {body ? <p className="quote gap">{body}</p> : null}
      {pictures.map(({ id, full, width, height }) => (
        <img
          key={id}
          className="card gap"
          src={full}
          alt="公示的图"
          width={width ?? 360}
          height={height ?? 240}
          loading="lazy"
        />
      ))}
    </div>
  );
}

export type Said = { sentence: string; fields: Record<string, string>; words: string; about: 'object' | 'prove' };

type FormPart = { notice: PublicityPage; formKey: string; said: Said | undefined };

/** 我有异议: words and pictures; who cannot object reads why, with what to do. */
export function ObjectionForm({ notice, formKey, said, signIn }: FormPart & { signIn: string | null }): ReactNode {
  if (notice.state !== 'open') return null;
  const refused = said?.about === 'object' ? said : undefined;
  return (
    <section id="object">
      <Section title="我有异议" />
      <FormProblem sentence={refused?.sentence} />
      {notice.whyNotObject ? <p className="card pad soft">{notice.whyNotObject}</p> : null}
      {!notice.whyNotObject && signIn ? (
        <Link className="btn go wide big" to={signIn}>
          登录后提异议
        </Link>
      ) : null}
      {!notice.whyNotObject && !signIn ? (
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="about" value="object" />
          <label className="label" htmlFor="objection-words">
            哪里不对，为什么
          </label>
          <div className="say">
            <textarea
              className={refused?.fields['words'] ? 'field wrong' : 'field'}
              id="objection-words"
              name="words"
              rows={5}
              required
              maxLength={2000}
              defaultValue={refused?.words}
            />
            <button
              type="button"
              className="mic"
              data-do="listen"
              data-to="objection-words"
              aria-label="按住说话"
              hidden
            >
              <Icon name="mic" />
            </button>
          </div>
          <Problem id="objection-words" sentence={refused?.fields['words']} />
          <label className="label gap" htmlFor="objection-pictures">
            照片（可不传，最多 9 张）
          </label>
          <input className="field" id="objection-pictures" type="file" name="pictures" accept="image/*" multiple />
          <button type="submit" className="btn go wide big gap" data-busy="正在送…">
            提出异议
          </button>
          <p className="hint gap">社区会写明理由答复您。公示页上只有条数和答复，不写您的名字，也不登您写的话。</p>
        </Form>
      ) : null}
    </section>
  );
}

/** What the person wrote, and what became of it. */
export function OwnObjections({ notice, now }: Part): ReactNode {
  if (notice.mine.length === 0) return null;
  return (
    <>
      <Section title="您提的异议" />
      {notice.mine.map(({ number, words, at, answer, pictures }) => (
        <div key={number} className="card pad gap">
          <p className="hint num">
            第 {number} 条 · {momentName(at, now)} · 只有您和社区看得到
          </p>
          <p className="quote sunk">{words}</p>
          {pictures.length > 0 ? (
            <div className="boards gap">
              {pictures.map(({ id, small }) => (
                <img key={id} src={small} alt="您传的照片" width="160" height="132" loading="lazy" />
              ))}
            </div>
          ) : null}
          <p className="soft gap">{answer ? `答复：${answer}` : '收到了，正在等答复。'}</p>
        </div>
      ))}
    </>
  );
}

/** How many objected, and each answer, without names. */
export function Answers({ notice, now }: Part): ReactNode {
  if (notice.answers.length === 0) return null;
  return (
    <>
      <Section title="异议和答复" note={`${notice.answers.length} 条`} />
      <div className="card">
        {notice.answers.map(({ number, at, answer, upheld, answeredAt }) => (
          <div key={number} className="pad verdict">
            <p className="tags">
              <b className="num">第 {number} 条</b>
              {answeredAt === null ? (
                <Tag tone="wait">等答复</Tag>
              ) : upheld ? (
                <Tag tone="late">成立</Tag>
              ) : (
                <Tag tone="ok">不成立</Tag>
              )}
            </p>
            <p className="hint num">{momentName(at, now)} 提出</p>
            {answer ? <p className="soft gap">{answer}</p> : null}
          </div>
        ))}
      </div>
    </>
  );
}

/** The photos of the board, and, for the office, a way to add one. */
export function Proofs({ notice, now, formKey, said }: FormPart & { now: string }): ReactNode {
  const mayProve = notice.actions.includes('prove');
  if (notice.proofs.length === 0 && !mayProve) return null;
  return (
    <>
      <Section title="公示栏上" note={notice.proofs.length > 0 ? `照片 ${notice.proofs.length} 张` : '还没有照片'} />
      <div className="boards">
        {notice.proofs.map(({ picture, at }) => (
          <figure key={picture.id}>
            <img src={picture.small} alt="贴在公示栏上的样子" width="160" height="132" loading="lazy" />
            <figcaption>
              {momentName(at, now)}
              {picture.drawn ? ' · 示意图' : ''}
            </figcaption>
          </figure>
        ))}
      </div>
      {mayProve ? (
        <Form method="post" encType="multipart/form-data" reloadDocument className="gap">
          <FormProblem sentence={said?.about === 'prove' ? said.sentence : undefined} />
          <input type="hidden" name="key" value={`${formKey}-board`} />
          <input type="hidden" name="about" value="prove" />
          <label className="label" htmlFor="board-pictures">
            传公示栏照片（工作人员）
          </label>
          <input className="field" id="board-pictures" type="file" name="pictures" accept="image/*" required multiple />
          <button type="submit" className="btn line wide gap" data-busy="正在送…">
            传上去
          </button>
        </Form>
      ) : null}
    </>
  );
}

/** The hash of what hangs, short and whole, and how anybody checks it. */
export function Fingerprint({ notice }: { notice: PublicityPage }): ReactNode {
  const record = `/api/v1/areas/${notice.areaId}/publicities/${notice.id}/record`;
  return (
    <>
      <Section title="有没有被改过" />
      <div className={notice.intact ? 'card pad' : 'card warm pad'}>
        {notice.intact ? null : <p role="alert">这一页的内容和张贴时的不一样，请以公示栏上的为准，并告诉社区。</p>}
        <p className="soft">公示编码，和公示栏纸上的一样，就没有改过：</p>
        <p className="print-code big">{notice.openingShort}</p>
        <details className="gap">
          <summary>
            <span>自己核对一遍</span>
            <Icon name="chevron-right" size="s" />
          </summary>
          <p className="soft">
            编码是张贴时的原文算出来的 SHA-256。把原文下载下来，用任何校验工具算一遍（电脑上：sha256sum，或 certutil
            -hashfile 文件名 SHA256），应当得到：
          </p>
          <p className="print-code hint gap">{notice.openingHash}</p>
          <p className="gap">
            <a className="link" href={record}>
              <Icon name="download" size="s" />
              下载张贴时的原文
            </a>
          </p>
          {notice.closingHash ? (
            <>
              <p className="print-code hint gap">{notice.closingHash}</p>
              <p className="gap">
                <a className="link" href={`${record}?of=closing`}>
                  <Icon name="download" size="s" />
                  下载结束时的原文
                </a>
              </p>
            </>
          ) : null}
        </details>
      </div>
    </>
  );
}
