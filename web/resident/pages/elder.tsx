import type { ReactNode } from 'react';
import { Form, Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { surnameOf } from '#shared/masking';
import { dayName, shanghaiDate, weekdayName } from '#shared/time';
import { activityTime } from '../../features/activities/activity-card.tsx';
import { ballotHref } from '../../features/ballots/ballot-words.ts';
import { accountWords } from '../../features/funds/account-strip.tsx';
import { isToday, noticeLine } from '../../features/notices/notice-row.tsx';
import { firstToEnd, leftWords } from '../../features/publicity/publicity-strip.tsx';
import type { IconName } from '../../icons/icons.ts';
import { readArea } from '../../lib/area.ts';
import { api, maybe } from '../../lib/api.ts';
import { readCommunity, readMe, useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { telHref } from '../../ui/parts.tsx';
import { faceAddress } from '../../ui/picture.ts';

export const handle = { comfort: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await readMe(context);
  const home = me ? await maybe(api(context).GET('/api/v1/me/home')) : null;
  const areaId = home?.area?.id ?? (await readCommunity(context, request));
  if (!areaId) throw redirect('/?choose=1');
  const path = { areaId };
  const [area, contact, publicities, accounts, notices, activities] = await Promise.all([
    readArea(context, request, areaId),
    home?.contact ?? maybe(api(context).GET('/api/v1/areas/{areaId}/grid-worker', { params: { path } })),
    maybe(api(context).GET('/api/v1/areas/{areaId}/publicities', { params: { path, query: { limit: 20 } } })),
    maybe(api(context).GET('/api/v1/areas/{areaId}/public-accounts', { params: { path } })),
    home?.notices ??
      maybe(api(context).GET('/api/v1/areas/{areaId}/notices', { params: { path, query: { limit: 3 } } })),
    home?.activities ??
      maybe(api(context).GET('/api/v1/areas/{areaId}/activities', { params: { path, query: { limit: 3 } } })),
  ]);
  const waits = me
    ? await maybe(api(context).GET('/api/v1/areas/{areaId}/ballots', { params: { path, query: { state: 'mine' } } }))
    : null;
  const listOf = <T,>(found: T[] | { items: T[] } | null): T[] => (Array.isArray(found) ? found : (found?.items ?? []));
  const now = context.now.toISOString();
  const today = shanghaiDate(now);
  return {
    name: area.name,
    code: area.code ?? area.id,
    contact,
    ballot: waits?.items.find(({ mine }) => mine.electors > mine.voted) ?? null,
    open: publicities?.open ?? 0,
    ending: firstToEnd(publicities),
    money: accounts && accounts.items.length > 0 ? accountWords(accounts) : null,
    notice: listOf(notices).find((one) => isToday(one, now)) ?? null,
    events: listOf(activities).filter(({ startsAt }) => shanghaiDate(startsAt) === today),
    next: listOf(activities)[0] ?? null,
    family: home?.household?.members.filter(({ isMe }) => !isMe).length ?? 0,
  };
}

export const meta = ({ data: page }: { data?: { name: string } }): { title: string }[] => [
  { title: `${page?.name ?? ''} · 长辈版` },
];

const urgent = ['110', '120'];

/** An old person's page: few things, huge, the voice first. */
export default function ElderPage(): ReactNode {
  const { name, code, contact, open, ending, money, ballot, notice, events, next } = useLoaderData<typeof loader>();
  const { now, waiting, me } = useVisit();
  return (
    <>
      <header className="wrap elder-head">
        <div>
          <h1 className="title">{name}</h1>
          <p className="soft">
            {dayName(now, now)} {weekdayName(now)}
          </p>
        </div>
        <button type="button" className="pill read script" data-do="read">
          <Icon name="sound" />
          读给我听
        </button>
      </header>
      <main id="main" className="wrap stack" data-read>
        {contact?.worker && contact.telephone ? (
          <a className="bigc person-call" href={telHref(contact.telephone)}>
            <img src={faceAddress(contact.worker.face)} alt="" width="72" height="72" />
            <span>
              <span className="t">打给小{surnameOf(contact.worker.name)}</span>
              <span>网格员，{contact.onDutyUntil ? '今天在岗' : '急事可以打'}</span>
            </span>
            <Icon name="phone" size="xl" />
          </a>
        ) : null}
        {ballot ? (
          <Link className="bigw" to={ballotHref(ballot)}>
            <span className="disc cinnabar">
              <Icon name="ballot" />
            </span>
            <span>
              <span className="t">等您投票</span>
              <span className="d">
                {ballot.title}，{ballot.closesName} 截止
              </span>
            </span>
          </Link>
        ) : null}
        <Link className="bigc" to={`/report?area=${code}`}>
          <span className="ro">
            <Icon name="mic" size="xl" />
          </span>
          <span>
            <span className="t">我要反映</span>
            <span>按一下，说出来就行</span>
          </span>
        </Link>
        {notice ? (
          <Big
            to={`/notices/${notice.areaId}/${notice.id}`}
            icon="bell"
            tone="apricot"
            title={notice.title}
            line={noticeLine(notice, now)}
          />
        ) : null}
        {ending ? (
          <Big
            to={`/c/${code}/publicity`}
            icon="eye"
            tone="apricot"
            title={`公示中 ${open} 件`}
            line={`${ending.title}，${leftWords(ending)}`}
          />
        ) : null}
        <Big
          to={`/c/${code}/activities`}
          icon="activity"
          tone="bamboo"
          title="今天有什么"
          line={
            events.length > 0
              ? events.map(({ title }) => title).join('、')
              : next
                ? `${activityTime(next.startsAt, now)}，${next.title}`
                : '今天没有活动'
          }
        />
        {money ? <Big to={`/c/${code}/accounts`} icon="ledger" tone="bamboo" title="阳光账" line={money} /> : null}
        <Big
          to="/my"
          icon="list"
          tone="cinnabar"
          title="我的事"
          line={waiting > 0 ? `有 ${waiting} 件办好了，请您看看` : me ? '没有等您的' : '登录了就能看'}
        />
        <div className="pair even">
          {me ? (
            <Link className="half" to="/me">
              <Icon name="family" />
              我家
            </Link>
          ) : (
            <Link className="half" to="/login">
              <Icon name="user" />
              登录
            </Link>
          )}
          <Form method="post" action="/view" reloadDocument>
            <button type="submit" className="half" name="view" value="plain">
              <Icon name="swap" />
              换普通版
            </button>
          </Form>
        </div>
        <p className="soft center">
          有急事，拨{' '}
          {urgent.map((number, index) => (
            <span key={number}>
              {index > 0 ? ' 或 ' : ''}
              <a className="link" href={telHref(number)}>
                <b>{number}</b>
              </a>
            </span>
          ))}
        </p>
      </main>
    </>
  );
}

function Big({
  to,
  icon,
  tone,
  title,
  line,
}: {
  to: string;
  icon: IconName;
  tone: string;
  title: string;
  line: string;
}): ReactNode {
  return (
    <Link className="bigw" to={to}>
      <span className={`disc ${tone}`}>
        <Icon name={icon} />
      </span>
      <span>
        <span className="t">{title}</span>
        <span className="d">{line}</span>
      </span>
    </Link>
  );
}
