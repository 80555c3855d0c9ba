import type { ReactNode } from 'react';
import { Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { MatterCard } from '#contract/matters';
import { dayName } from '#shared/time';
import { statusWords } from '../../features/matters/matter-words.ts';
import { api, need, signInPath } from '../../lib/api.ts';
import { readCommunity, readMe, useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section, Tag } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export const handle = { comfort: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  const areaId = me.actingFor?.areaId ?? me.homeArea?.id ?? (await readCommunity(context, request));
  if (!areaId) throw redirect('/?choose=1');
  const list = (mine: 'waiting' | 'reported') =>
    need(
      api(context).GET('/api/v1/areas/{areaId}/matters', {
        params: { path: { areaId }, query: { mine, limit: 50, sort: mine === 'waiting' ? 'due' : 'created' } },
      }),
      request,
    );
  const [waiting, reported] = await Promise.all([list('waiting'), list('reported')]);
  const waits = waiting.items.filter(({ status }) => status === 'open');
  const rest = reported.items.filter(({ number }) => !waits.some((one) => one.number === number));
  return {
    areaId,
    waits,
    running: rest.filter(({ status }) => status === 'open'),
    ended: rest.filter(({ status }) => status !== 'open'),
  };
}

export const meta = (): { title: string }[] => [{ title: '我的事' }];

export default function My(): ReactNode {
  const { areaId, waits, running, ended } = useLoaderData<typeof loader>() as Record<
    'waits' | 'running' | 'ended',
    MatterCard[]
  > & { areaId: string };
  const { now } = useVisit();
  const isEmpty = waits.length + running.length + ended.length === 0;
  return (
    <>
      <Tabs on="my" />
      <Bar title="我的事" back="/" heading />
      <main id="main" className="wrap" data-live={areaId}>
        {isEmpty ? (
          <Empty
            picture="empty-matters"
            title="您还没有反映过事情"
            line="路不平、灯不亮、邻里有难处，都可以说。"
            to="/report"
            word="我要反映"
          />
        ) : (
          <Link className="btn go wide big" to="/report">
            我要反映
          </Link>
        )}
        <List title="等您看看" matters={waits} now={now} waits />
        <List title="正在办" matters={running} now={now} />
        <List title="办完的" matters={ended} now={now} />
      </main>
    </>
  );
}

function List({
  title,
  matters,
  now,
  waits = false,
}: {
  title: string;
  matters: MatterCard[];
  now: string;
  waits?: boolean;
}): ReactNode {
  if (matters.length === 0) return null;
  return (
    <>
      <Section title={title} note={`${matters.length} 件`} />
      <div className={waits ? 'card waits' : 'card'}>
        {matters.map((matter) => (
          <MatterRow key={matter.number} matter={matter} now={now} waits={waits} />
        ))}
      </div>
    </>
  );
}

function MatterRow({ matter, now, waits }: { matter: MatterCard; now: string; waits: boolean }): ReactNode {
  const picture = matter.after ?? matter.photo;
  const late = matter.dueState === 'late' && matter.status === 'open';
  return (
    <Link className={picture ? 'row' : 'row bare'} to={`/m/${matter.areaId}/${matter.number}`}>
      {picture ? <img className="thumb" src={picture} alt="" width="64" height="48" loading="lazy" /> : null}
      <span>
        <span className="t">{matter.title}</span>
        <br />
        <span className="d num">
          {matter.status === 'open'
            ? `到“${matter.step.label.zh}”，等${waits ? '您' : matter.waitsFor}`
            : `${dayName(matter.closedAt ?? matter.updatedAt, now)}${matter.stars ? ` · 您评了 ${matter.stars} 星` : ''}`}
        </span>
      </span>
      <Tag tone={late ? 'late' : waits ? 'wait' : matter.status === 'open' ? 'plain' : 'ok'}>
        {late
          ? matter.dueText.replace('逾期', '晚了')
          : matter.status === 'open'
            ? matter.dueText
            : statusWords[matter.status]}
      </Tag>
    </Link>
  );
}
