import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AccountLine, AccountPage, FundCard, MonthState, PublishedMonth } from '#contract/funds/disclosures';
import { dayName, momentName, shanghaiInstant } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Section, Tag, telHref } from '../../ui/parts.tsx';
import { amountOf, formatFen, fundPath, linePath } from './money.ts';

/** What is on it now, large. */
export function Balance({ fund }: { fund: FundCard }): ReactNode {
  return (
    <div className="balance" data-read>
      <p className="k">现在账上有</p>
      <p className="big num">
        {formatFen(fund.balance)}
        <small>元</small>
      </p>
    </div>
  );
}

/** Months that are late, said plainly: which, since when, and whom to ask. */
export function LateWords({
  missing,
  hotline,
  now,
}: {
  missing: MonthState[];
  hotline?: string;
  now: string;
}): ReactNode {
  const late = missing.filter(({ state }) => state === 'late');
  const latest = late.at(-1);
  if (!latest) return null;
  return (
    <div className="card warm pad gap" role="status">
      <p>
        <Tag tone="late" icon="warn">
          {`晚了 ${latest.lateDays} 天`}
        </Tag>{' '}
        <b className="num">
          {late
            .map(({ name }) => name)
            .reverse()
            .join('、')}
        </b>
        的账还没有公布。
      </p>
      <p className="soft gap num">
        应在 {dayName(shanghaiInstant(latest.due, 12), now)}前公布，社区和街道都看得到它晚了。
        {hotline ? (
          <>
            您也可以打监督热线{' '}
            <a className="link" href={telHref(hotline)}>
              {hotline}
            </a>
            。
          </>
        ) : null}
      </p>
    </div>
  );
}

/** What came in, went out and is left, of a month or a year. */
export function PeriodFigures({
  period,
}: {
  period: { name: string; opening: number; in: number; out: number; other: number; closing: number };
}): ReactNode {
  const opening = period.opening + period.other;
  return (
    <section className="card gap" aria-label={`${period.name}的收支`} data-read>
      <dl className="sums num">
        <div>
          <dt>{period.other === 0 ? '月初结余' : '开户时就有'}</dt>
          <dd>{formatFen(opening)}</dd>
        </div>
        <div className="in">
          <dt>收入</dt>
          <dd>+ {formatFen(period.in)}</dd>
        </div>
        <div className="out">
          <dt>支出</dt>
          <dd>- {formatFen(period.out)}</dd>
        </div>
        <div className="left-over">
          <dt>结余</dt>
          <dd>
            {formatFen(period.closing)}
            <small>元</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** Every line, the earliest first; each opens its voucher and what was asked about it. */
export function Lines({ fund, shown, now }: { fund: AccountPage; shown: PublishedMonth; now: string }): ReactNode {
  return (
    <>
      <Section title="一笔一笔" note={`${shown.lineCount} 笔`} />
      {shown.lines.length === 0 ? <p className="card pad soft">这个月没有收支。</p> : null}
      <div className="card">
        {shown.lines.map((line) => (
          <EntryRow
            key={line.seq}
            line={line}
            to={linePath(fund.areaId, fund.id, { month: shown.month, seq: line.seq })}
            now={now}
          />
        ))}
      </div>
      {shown.pages > 1 ? (
        <nav className="pair even gap" aria-label="翻页">
          {shown.page > 1 ? (
            <Link className="btn quiet" to={`?month=${shown.month}&page=${shown.page - 1}`}>
              上一页
            </Link>
          ) : null}
          {shown.page < shown.pages ? (
            <Link className="btn quiet" to={`?month=${shown.month}&page=${shown.page + 1}`}>
              再看后面的
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

function EntryRow({ line, to, now }: { line: AccountLine; to: string; now: string }): ReactNode {
  const amount = amountOf(line);
  const [first] = line.pictures;
  const more = [line.kindName, line.party, line.number ? `凭证 ${line.number}` : ''].filter(Boolean).join(' · ');
  return (
    <Link className="entry" to={to}>
      <span className="day num">{dayName(shanghaiInstant(line.day, 12), now)}</span>
      <span className="what">
        <span className="t">{line.memo}</span>
        <span className="d">{more}</span>
        <span className="marks">
          {line.corrects ? <Tag tone="wait">{`更正${line.corrects.name}第 ${line.corrects.seq} 笔`}</Tag> : null}
          {line.correctedBy ? <Tag tone="late">{`已在${line.correctedBy.name}更正`}</Tag> : null}
          {line.questions > 0 ? <Tag tone="plain">{`问过 ${line.questions} 次`}</Tag> : null}
          {line.project ? <Tag tone="ok">有项目</Tag> : null}
        </span>
      </span>
      <span className={`amount num ${amount.tone}`}>
        <span className="w">{amount.word}</span> {amount.text}
      </span>
      {first ? (
        <img src={first.small} alt={`凭证，共 ${line.pictures.length} 张`} width="44" height="44" loading="lazy" />
      ) : null}
    </Link>
  );
}

/** The months to choose, the newest first, late ones said. */
export function Months({ fund, shown }: { fund: AccountPage; shown: number | null }): ReactNode {
  const years = [...new Set(fund.months.map(({ month }) => Math.floor(month / 100)))];
  return (
    <>
      <Section title="看别的月份" />
      <nav className="months" aria-label="月份">
        {fund.months
          .filter(({ state }) => state !== 'running')
          .map(({ month, name, state, stateName }) =>
            state === 'published' ? (
              <Link
                key={month}
                className={month === shown ? 'month on' : 'month'}
                to={fundPath(fund, month)}
                aria-current={month === shown ? 'page' : undefined}
              >
                {name}
              </Link>
            ) : (
              <span key={month} className={`month ${state}`}>
                {name}
                <small>{stateName}</small>
              </span>
            ),
          )}
      </nav>
      <p className="gap">
        {years.map((year) => (
          <Link key={year} className="link year" to={`/f/${fund.areaId}/${fund.id}?year=${year}`}>
            {`${year}年全年`}
          </Link>
        ))}
      </p>
    </>
  );
}

/** Who made the account of a month, who checked it, who published it, and how anybody sees that it is unchanged. */
export function Proof({ fund, shown, now }: { fund: AccountPage; shown: PublishedMonth; now: string }): ReactNode {
  const base = `/api/v1/areas/${fund.areaId}/funds/${fund.id}/account/${shown.month}`;
  return (
    <>
      <Section title="谁记的，谁核对的" />
      <div className={shown.intact ? 'card pad' : 'card warm pad'}>
        {shown.intact ? null : <p role="alert">这一页的内容和公布时的不一样，请以公示栏上的为准，并告诉社区。</p>}
        <p className="soft">
          {shown.draftedName}记账，监督小组 {shown.checkedName} 核对，{shown.approvedName}发布，
          {momentName(shown.publishedAt, now)}公布。公布以后不能改，有错在后面的月份更正，两处都写明。
        </p>
        {shown.checkedNote ? <p className="quote sunk gap">监督小组：{shown.checkedNote}</p> : null}
        <p className="soft gap">账单编码，和公示栏纸上的一样，就没有改过：</p>
        <p className="print-code big">{shown.short}</p>
        <Link className="btn go wide gap no-print" to={`/f/${fund.areaId}/${fund.id}/reckon?month=${shown.month}`}>
          自己算一遍
        </Link>
        <details className="gap">
          <summary>
            <span>下载这个月的账</span>
            <Icon name="chevron-right" size="s" />
          </summary>
          <p className="gap">
            <a className="link" href={`${base}/sheet.xlsx`}>
              <Icon name="excel" size="s" />
              Excel 表格
            </a>
          </p>
          <p className="gap">
            <a className="link" href={`${base}/statement`}>
              <Icon name="download" size="s" />
              公布时的原文
            </a>
          </p>
          <p className="soft gap">原文用任何校验工具算一遍 SHA-256，应当得到：</p>
          <p className="print-code hint">{shown.hash}</p>
        </details>
      </div>
    </>
  );
}

/** Where to say that something is wrong: telephone and box. Source: C42. */
export function Supervision({ fund }: { fund: Pick<AccountPage, 'hotline' | 'opinionBox'> }): ReactNode {
  if (!fund.hotline && !fund.opinionBox) return null;
  return (
    <section className="card pad gap" aria-label="监督">
      {fund.hotline ? (
        <p>
          监督热线：
          <a className="link num" href={telHref(fund.hotline)}>
            {fund.hotline}
          </a>
        </p>
      ) : null}
      {fund.opinionBox ? <p>意见箱：{fund.opinionBox}</p> : null}
    </section>
  );
}
