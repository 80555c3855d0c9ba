import type { ReactNode } from 'react';
import { Form, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, maybe } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/parts.tsx';
import { faceAddress } from '../../ui/picture.ts';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { grid: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const path = { areaId: visit.areaId };
  const counts = await maybe(api(context).GET('/api/v1/areas/{areaId}/matters/counts', { params: { path } }));
  return { visit, counts, demo: context.demo };
}

export async function action({ context }: ActionFunctionArgs): Promise<Response> {
  await maybe(api(context).DELETE('/api/v1/session'));
  return redirect('/');
}

export const meta = (): { title: string }[] => [{ title: '我的' }];

/** Who she is here, her own affairs as a neighbour, and the way out. */
export default function GridMe(): ReactNode {
  const { visit, counts, demo } = useLoaderData<typeof loader>();
  const { elder } = useVisit();
  const { me } = visit;
  return (
    <>
      <GridTabs on="me" />
      <main id="main" className="wrap">
        <h1 className="title gap">我的</h1>
        <section className="card pad person gap">
          <img src={faceAddress(me.face)} alt="" width="52" height="52" />
          <div>
            <p className="n">{me.name}</p>
            {me.roles.map(({ role, areaId, label, areaName }) => (
              <p key={`${role}-${areaId}`}>
                {areaName}
                {label}
              </p>
            ))}
          </div>
          <span />
        </section>
        <div className="card gap">
          <Row
            to="/grid/matters?tab=handled"
            icon="history"
            tone="bamboo"
            title="我经手的事"
            line={counts ? `${counts.handed} 件还在别人手里` : '办过的都在这里'}
          />
          <Row to="/my" icon="list" title="我自己反映的事" line="作为邻居提的，跟着看" />
          <Row to="/" icon="home" title="社区首页" line="居民看到的样子" />
          <Row to="/me" icon="shield" title="登录着的设备" line="不认得的让它退出，也在那里改密码" />
          {visit.me.can.includes('matter.office') ? (
            <Row to="/desk" icon="building" title="电脑上的工作台" line="列表、派单、打印" />
          ) : visit.me.can.includes('fund.read') ? (
            <Row to="/desk/funds" icon="ledger" title="小区的钱" line="凭证、付款、月结，在电脑上办" />
          ) : null}
          {demo ? <Row to="/login" icon="swap" tone="apricot" title="换个身份看看" line="演示里可以当任何人" /> : null}
        </div>
        <Form method="post" action="/view" reloadDocument className="gap">
          <input type="hidden" name="next" value="/grid/me" />
          <button type="submit" className="card row" name="view" value={elder ? 'plain' : 'elder'}>
            <span className="disc">
              <Icon name="elder" />
            </span>
            <span>
              <span className="t">{elder ? '换回普通字号' : '字大一点'}</span>
              <br />
              <span className="d">{elder ? '一屏多看几样' : '字大，按钮也大'}</span>
            </span>
            <Icon name="swap" size="s" />
          </button>
        </Form>
        <Form method="post" reloadDocument className="gap-l" data-signs-out="">
          <button type="submit" className="btn quiet wide">
            <Icon name="logout" size="s" />
            退出登录
          </button>
        </Form>
      </main>
    </>
  );
}
