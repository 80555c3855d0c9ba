import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { AccountPage } from '#contract/funds/disclosures';
import {
  Balance,
  LateWords,
  Lines,
  Months,
  PeriodFigures,
  Proof,
  Supervision,
} from '../../features/funds/account-parts.tsx';
import '../../features/funds/accounts.css';
import { KindsChart } from '../../features/funds/kinds-chart.tsx';
import { formatFen, fundPath, titleOf } from '../../features/funds/money.ts';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

const numberOf = (search: URLSearchParams, name: string): number | undefined => Number(search.get(name)) || undefined;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', fundId: params.fundId ?? '' };
  const search = new URL(request.url).searchParams;
  const [month, year, page] = ['month', 'year', 'page'].map((name) => numberOf(search, name));
  const query = { ...(month ? { month } : {}), ...(year ? { year } : {}), ...(page ? { page } : {}) };
  const asked = api(context).GET('/api/v1/areas/{areaId}/funds/{fundId}/account', { params: { path, query } });
  const fund = await need(asked, request);
  const qr = qrOf(`${context.origin}${fundPath(fund, fund.shown?.month)}`);
  return { fund, qr, asked: month ?? null };
}

export const meta = ({ data: page }: { data?: { fund: AccountPage } }): { title: string }[] => [
  { title: page ? titleOf(page.fund) : '阳光账' },
];

/** One fund: its balance, a month with every line, the months that are late. */
export default function Account(): ReactNode {
  const { fund, qr, asked } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const { shown, year } = fund;
  const missed = asked === null ? undefined : fund.months.find(({ month }) => month === asked);
  return (
    <>
      <Bar title="阳光账" back={`/c/${fund.areaId}/accounts`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {titleOf(fund)}
        </h1>
        <p className="soft num">
          {fund.areaName}
          {fund.bankName ? ` · ${fund.bankName}${fund.bankTail ? `（尾号 ${fund.bankTail}）` : ''}` : ''}
        </p>
        <div className="card gap">
          <Balance fund={fund} />
        </div>
        <LateWords missing={fund.missing} hotline={fund.hotline} now={now} />
        <p className="hint gap num">
          {fund.running.name}正在记账：到现在收入 {formatFen(fund.running.in)} 元，支出 {formatFen(fund.running.out)}{' '}
          元，月底结账、核对以后公布每一笔。
        </p>
        {shown ? (
          <>
            <Section title={`${shown.name}的账`} note="已公布" />
            <PeriodFigures period={shown} />
            <KindsChart period={shown} />
            <Lines fund={fund} shown={shown} now={now} />
          </>
        ) : null}
        {year ? <Year fund={fund} year={year} /> : null}
        {!shown && !year ? (
          <p className="card pad gap" role="status">
            {missed ? `${missed.name}的账${missed.stateName}。` : '这个账户还没有公布过账单。'}
          </p>
        ) : null}
        <button type="button" className="pill read gap script" data-do="read">
          <Icon name="sound" />
          读给我听
        </button>
        <Months fund={fund} shown={shown?.month ?? null} />
        <Supervision fund={fund} />
        {shown ? <Proof fund={fund} shown={shown} now={now} /> : null}
        <Share title={titleOf(fund)} from={`${fund.areaName} · 阳光账`} text={fund.groupText} qr={qr} />
      </main>
    </>
  );
}

function Year({ fund, year }: { fund: AccountPage; year: NonNullable<AccountPage['year']> }): ReactNode {
  return (
    <>
      <Section title={`${year.name}的账`} note={`已公布 ${year.months.length} 个月`} />
      <PeriodFigures period={year} />
      <KindsChart period={year} />
      <Section title="一个月一个月" />
      <div className="card">
        {year.months.map((month) => (
          <Link key={month.month} className="entry" to={fundPath(fund, month.month)}>
            <span className="day num">{month.name}</span>
            <span className="what num">
              收入 {formatFen(month.in)}，支出 {formatFen(month.out)}
            </span>
            <span className="amount num">
              <span className="w">结余</span> {formatFen(month.closing)}
            </span>
          </Link>
        ))}
      </div>
    </>
  );
}
