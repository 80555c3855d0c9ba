import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Hit } from '#contract/search';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { findIn } from '../../features/search/ask.ts';
import { FindForm } from '../../features/search/find-form.tsx';
import { FoundList } from '../../features/search/found.tsx';
import { useVisit } from '../../lib/visit.ts';
import '../../features/matters/grid.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { areaId } = await requireGrid(context, request);
  return { found: await findIn(context, request, areaId) };
}

export const meta = (): { title: string }[] => [{ title: '搜索' }];

/** Everything a grid worker may open, found by its words. */
export default function GridSearch(): ReactNode {
  const { found } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <GridTabs on="matters" />
      <main id="main" className="wrap">
        <h1 className="title gap">搜索</h1>
        <FindForm action="/grid/search" q={found.q} />
        <FoundList {...found} now={now} path="/grid/search" areaName="这个社区" placeOf={placeOf} />
      </main>
    </>
  );
}

function placeOf(hit: Hit): string | null {
  if (hit.kind === 'matter') return hit.isWhole ? `/grid/m/${hit.areaId}/${hit.number}` : `/t/${hit.traceCode}`;
  if (hit.kind === 'notice') return `/notices/${hit.areaId}/${hit.id}`;
  if (hit.kind === 'activity') return `/activities/${hit.areaId}/${hit.id}`;
  return hit.kind === 'household' ? `/grid/households/${hit.id}` : null;
}
