import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { clockTime, dayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { inFours } from './ballot-words.ts';

type Receipt = { nonce: string; number: number; at: string; title: string; label: string; secret: boolean };

/** The slip one keeps: the number nobody else knows, and how to find it among all votes afterwards. */
export function BallotReceipt({
  receipt,
  closesName,
  now,
  here,
  list,
  next,
}: {
  receipt: Receipt;
  closesName: string;
  now: string;
  here: string;
  list: string;
  /** The next door of this person that has not voted. */
  next: { label: string; href: string } | null;
}): ReactNode {
  const { nonce, number, at, title, label, secret } = receipt;
  return (
    <>
      <section className="receipt" data-read>
        <img src="/illustrations/ballot-receipt.svg" alt="" width="180" height="102" />
        <h1 className="title">投好了</h1>
        <p className="soft gap">您的回执号</p>
        <b className="number" id="receipt-number">
          {inFours(nonce)}
        </b>
        <p className="soft">
          {secret
            ? '这个号只给您，系统里不存，记录里也没有您的名字。请拍下来或抄下来。'
            : '这个号只给您，系统里不存。请拍下来或抄下来。'}
        </p>
        <dl>
          <div>
            <dt>表决</dt>
            <dd>{title}</dd>
          </div>
          <div>
            <dt>投票人</dt>
            <dd>{label}</dd>
          </div>
          {secret ? null : (
            <div>
              <dt>选票号</dt>
              <dd className="num">{number}</dd>
            </div>
          )}
          <div>
            <dt>时间</dt>
            <dd className="num">
              {dayName(at, now)} {clockTime(at)}
            </dd>
          </div>
        </dl>
      </section>
      <div className="after-receipt">
        {next ? (
          <section className="card warm pad">
            <p className="song">您还有一户没投</p>
            <a className="btn go wide big gap" href={next.href}>
              接着投 {next.label}
            </a>
          </section>
        ) : null}
        <div className="pair even gap script no-print">
          <button type="button" className="btn line big" data-do="copy" data-from="receipt-number">
            <Icon name="copy" />
            复制号码
          </button>
          <button type="button" className="btn line big" data-do="print">
            <Icon name="print" />
            打印
          </button>
        </div>
        <section className="card pad gap">
          <h2>以后怎么查自己这一票</h2>
          <p className="soft gap">
            {closesName} 截止，之后公布全部记录。在结果页点“自己算一遍”，填上回执号，就能看到您这一票在里面、算对了。
          </p>
          <Link className="link" to={here}>
            回到这次表决
            <Icon name="chevron-right" size="s" />
          </Link>
          <br />
          <Link className="link" to={list}>
            看别的表决
            <Icon name="chevron-right" size="s" />
          </Link>
        </section>
      </div>
    </>
  );
}
