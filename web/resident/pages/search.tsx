import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { Hit } from '#contract/search';
import { findIn } from '../../features/search/ask.ts';
import { FindForm } from '../../features/search/find-form.tsx';
import { FoundList } from '../../features/search/found.tsx';
import { readArea } from '../../lib/area.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  return { name: area.name, code: params.code ?? '', found: await findIn(context, request, area.id) };
}

export const meta = (): { title: string }[] => [{ title: '搜索' }];

export default function Search(): ReactNode {
  const { name, code, found } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const path = `/c/${code}/search`;
  return (
    <>
      <Tabs on="home" />
      <Bar title={`${name} · 搜索`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        <FindForm action={path} q={found.q} />
        <FoundList {...found} now={now} path={path} areaName={name} placeOf={(hit) => placeOf(hit, code)} />
      </main>
    </>
  );
}

/** A matter of one's own opens whole, any other as its public page; at a building one may report. */
function placeOf(hit: Hit, code: string): string | null {
  if (hit.kind === 'matter') return hit.isWhole ? `/m/${hit.areaId}/${hit.number}` : `/t/${hit.traceCode}`;
  if (hit.kind === 'notice') return `/notices/${hit.areaId}/${hit.id}`;
  if (hit.kind === 'activity') return `/activities/${hit.areaId}/${hit.id}`;
  return hit.kind === 'place' && hit.state === '楼栋' ? `/report?area=${code}&building=${hit.id}` : null;
}
