import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { titleOf } from '../../features/funds/money.ts';
import { ReckonRoom } from '../../features/funds/reckon-room.tsx';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';

declare const __RECOUNT__: string;
declare const __RECOUNT_WORKER__: string;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', fundId: params.fundId ?? '' };
  const search = new URL(request.url).searchParams;
  const month = Number(search.get('month')) || undefined;
  const query = month ? { month } : {};
  const asked = api(context).GET('/api/v1/areas/{areaId}/funds/{fundId}/account', { params: { path, query } });
  const fund = await need(asked, request);
  const { areaId, id, shown } = fund;
  const known = shown && { month: shown.month, name: shown.name, hash: shown.hash };
  return { areaId, id, title: titleOf(fund), shown: known, all: search.has('all') };
}

export const meta = ({ data }: { data?: { title: string } }): { title: string }[] => [
  { title: data ? `自己算一遍 · ${data.title}` : '自己算一遍' },
];

/** One published month of a fund, or all up to it, added up by the visitor's own phone: it may keep the page. */
export default function AccountReckon(): ReactNode {
  const { areaId, id, title, shown, all } = useLoaderData<typeof loader>();
  const here = `/f/${areaId}/${id}`;
  const base = `/api/v1/areas/${areaId}/funds/${id}/bundle`;
  return (
    <>
      <Bar title="自己算一遍" back={shown ? `${here}?month=${shown.month}` : here} />
      <main id="main" className="wrap">
        <h1 className="vote-q">{title}</h1>
        {shown ? (
          <>
            <p className="soft">{all ? `从头到${shown.name}` : `${shown.name}的账`}</p>
            <ReckonRoom
              bundle={`${base}?${all ? '' : `from=${shown.month}&`}to=${shown.month}`}
              hash={shown.hash}
              script={__RECOUNT__}
              worker={__RECOUNT_WORKER__}
              other={
                all
                  ? { to: `${here}/reckon?month=${shown.month}`, word: `只算${shown.name}` }
                  : { to: `${here}/reckon?month=${shown.month}&all=1`, word: `从头算到${shown.name}` }
              }
            />
          </>
        ) : (
          <Empty
            picture="abacus"
            title="还没到算的时候"
            line="这个账户还没有公布过账单。月结以后公布每一笔，就能在这里自己算一遍。"
            to={here}
            word="回到阳光账"
          />
        )}
      </main>
    </>
  );
}
