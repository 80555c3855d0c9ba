import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Balance, LateWords } from '../../features/funds/account-parts.tsx';
import '../../features/funds/accounts.css';
import { formatFen, fundPath, titleOf } from '../../features/funds/money.ts';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const asked = api(context).GET('/api/v1/areas/{areaId}/public-accounts', { params: { path: { areaId: area.id } } });
  return { name: area.name, code: params.code ?? '', ...(await need(asked, request)) };
}

export const meta = (): { title: string }[] => [{ title: '阳光账' }];

/** The public money of a community: every fund, what is on it, and what is late. */
export default function Accounts(): ReactNode {
  const { name, code, items } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · 阳光账`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        <p className="soft">大家的钱，一笔一笔写在这里。每月公布，凭证能点开看，有疑问可以问。</p>
        {items.length === 0 ? (
          <Empty title="这里还没有公共收益账户" line="开了账户，每一笔收入和支出都会写在这里。" />
        ) : null}
        {items.map((fund) => (
          <section key={fund.id} className="card pad gap" aria-label={titleOf(fund)}>
            <h2>{titleOf(fund)}</h2>
            <Balance fund={fund} />
            <p className="soft center num">
              {fund.latest ? (
                <>
                  {fund.latest.name}：<span className="keep">收入 {formatFen(fund.latest.in)} 元，</span>
                  <span className="keep">支出 {formatFen(fund.latest.out)} 元</span>
                </>
              ) : (
                '第一个月的账还没有公布。'
              )}
            </p>
            <LateWords missing={fund.missing} now={now} />
            <Link className="btn line wide gap" to={fundPath(fund)}>
              看{fund.place}的每一笔
            </Link>
          </section>
        ))}
      </main>
    </>
  );
}
