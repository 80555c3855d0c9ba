import type { ReactNode } from 'react';
import { Form, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { momentName } from '#shared/time';
import { Devices, Elders } from '../../features/accounts/my-account.tsx';
import { GridWorkerCard } from '../../features/people/grid-worker-card.tsx';
import { api, maybe, need, signInPath } from '../../lib/api.ts';
import { readMe, useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Row, Section } from '../../ui/parts.tsx';
import { faceAddress } from '../../ui/picture.ts';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  const [home, elders, sessions] = await Promise.all([
    maybe(api(context).GET('/api/v1/me/home')),
    maybe(api(context).GET('/api/v1/me/elders')),
    maybe(api(context).GET('/api/v1/sessions')),
  ]);
  return { me, home, elders: elders?.items ?? [], sessions: sessions?.sessions ?? [] };
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const deed = form.get('do');
  if (deed === 'sign-out') {
    await maybe(api(context).DELETE('/api/v1/session'));
    return redirect('/');
  }
  if (deed === 'end') {
    const path = { id: String(form.get('session')) };
    await need(api(context).DELETE('/api/v1/sessions/{id}', { params: { path } }), request);
  }
  if (deed === 'act-for')
    await need(
      api(context).POST('/api/v1/session/acting', {
        body: { elderId: String(form.get('elder')), areaId: String(form.get('area')) },
      }),
      request,
    );
  if (deed === 'act-for-me') await need(api(context).DELETE('/api/v1/session/acting'), request);
  return redirect('/me');
}

export const meta = (): { title: string }[] => [{ title: '我家' }];

export default function MePage(): ReactNode {
  const { me, home, elders, sessions } = useLoaderData<typeof loader>();
  const { now, elder } = useVisit();
  return (
    <>
      <Tabs on="me" />
      <Bar title="我家" back="/" heading />
      <main id="main" className="wrap">
        <section className="card pad person">
          <img src={faceAddress(me.face)} alt="" width="52" height="52" />
          <div>
            <p className="n">{me.name}</p>
            <p>{home?.household?.label ?? me.homeArea?.name ?? '还没登记住在哪里'}</p>
            {home?.household && home.household.members.length > 1 ? (
              <p>家里：{home.household.members.map(({ name, isMe }) => (isMe ? '您' : name)).join('、')}</p>
            ) : null}
          </div>
          <span />
        </section>
        {me.actingFor ? (
          <Form method="post" reloadDocument className="card warm pad gap">
            <p>
              您现在替<b>{me.actingFor.name}</b>办事，反映的事记在老人名下。
            </p>
            <button type="submit" name="do" value="act-for-me" className="btn quiet wide gap">
              换回自己
            </button>
          </Form>
        ) : null}
        {home?.contact ? <GridWorkerCard contact={home.contact} mine /> : null}
        <div className="card gap">
          <Row
            to="/messages"
            icon="mail"
            tone="apricot"
            title="消息"
            line={home?.unreadCount ? `${home.unreadCount} 条没看` : '都看过了'}
          />
          <Row to="/tickets" icon="activity" tone="cinnabar" title="我的票" line="报了名的活动，签到、取消、评价" />
          <Row
            to="/my"
            icon="list"
            tone="bamboo"
            title="我的事"
            line={home?.openMatterCount ? `${home.openMatterCount} 件在办` : '没有在办的'}
          />
          {me.homeArea ? (
            <Row to={`/c/${me.homeArea.id}/teams`} icon="people" tone="cinnabar" title="队伍" line="唱的跳的、帮忙的" />
          ) : null}
          {me.homeArea ? (
            <Row
              to={`/c/${me.homeArea.id}/accounts`}
              icon="ledger"
              tone="bamboo"
              title="阳光账"
              line="小区的公共收益，每一笔都能看、能问"
            />
          ) : null}
          {me.homeArea ? (
            <Row
              to={`/c/${me.homeArea.id}/bodies`}
              icon="building"
              title="谁在为我们办事"
              line="社区、业委会、物管会，怎么找"
            />
          ) : null}
          <Row to="/shifts" icon="hourglass" tone="bamboo" title="值守" line="志愿班次、换班、时长" />
          {me.start !== '/' ? (
            <Row
              to={me.start}
              icon="building"
              tone="cinnabar"
              title="去办公"
              line={me.roles.map(({ label, areaName }) => `${areaName}${label}`).join('、')}
            />
          ) : null}
        </div>
        <Form method="post" action="/view" reloadDocument className="gap">
          <button type="submit" className="card row" name="view" value={elder ? 'plain' : 'elder'}>
            <span className="disc">
              <Icon name="elder" />
            </span>
            <span>
              <span className="t">{elder ? '换回普通版' : '换成长辈版'}</span>
              <br />
              <span className="d">{elder ? '字小一点，一屏多看几样' : '字大，按钮大，一屏就几样'}</span>
            </span>
            <Icon name="swap" size="s" />
          </button>
        </Form>
        <Elders elders={elders} acting={me.actingFor?.elderId ?? null} />
        <Section title="登录着的设备" />
        <Devices sessions={sessions} usedAt={(at) => momentName(at, now)} />
        {me.username && !me.actingFor && me.way === 'password' ? (
          <div className="card gap">
            <Row to="/password?next=/me" icon="key" title="改密码" line="换好以后，别处的登录都会退出" />
          </div>
        ) : null}
        <Form method="post" reloadDocument className="gap-l">
          <button type="submit" name="do" value="sign-out" className="btn quiet wide">
            <Icon name="logout" size="s" />
            退出登录
          </button>
        </Form>
      </main>
    </>
  );
}
