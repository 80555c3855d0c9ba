import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { SolvedCard } from '../../features/matters/solved-card.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { state: 'solved' as const, limit: 12, ...(cursor ? { cursor } : {}) };
  const path = { areaId: area.id };
  const list = await need(
    api(context).GET('/api/v1/areas/{areaId}/public-matters', { params: { path, query } }),
    request,
  );
  return { name: area.name, code: params.code ?? '', list };
}

export const meta = (): { title: string }[] => [{ title: '身边解决的事' }];

export default function Solved(): ReactNode {
  const { name, code, list } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="home" />
      <Bar wide title="身边解决的事" back={`/c/${code}`} heading />
      <main id="main" className="wrap page">
        <p className="hint">{name}已经办好、提出的人也同意公开的事，新的在前。</p>
        {list.items.length === 0 ? (
          <Empty
            title="还没有办好的事"
            line="办好一件，这里就多一件，前后照片都在。"
            to={`/report?area=${code}`}
            word="我要反映"
          />
        ) : (
          <div className="stack gap grid3">
            {list.items.map((matter) => (
              <SolvedCard key={matter.code} matter={matter} now={now} />
            ))}
          </div>
        )}
        {list.next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(list.next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
