import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import type { BallotSummary } from '#contract/ballots';
import { BallotTurnout, ClosingTag } from '../../features/ballots/ballot-facts.tsx';
import { closedDay, grouping, unitOf } from '../../features/ballots/ballot-words.ts';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Section, Tag } from '../../ui/parts.tsx';
import '../../features/ballots/ballots.css';

const listPath = '/api/v1/areas/{areaId}/ballots';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined;
  const path = { areaId: area.id };
  const [open, closed] = await Promise.all([
    need(api(context).GET(listPath, { params: { path, query: { state: 'open', limit: 100 } } }), request),
    need(
      api(context).GET(listPath, {
        params: { path, query: { state: 'closed', limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
      request,
    ),
  ]);
  return { code: params.code ?? '', name: area.name, open: cursor ? [] : open.items, closed, isFirst: !cursor };
}

export const meta = (): { title: string }[] => [{ title: '表决' }];

export default function Ballots(): ReactNode {
  const { code, name, open, closed, isFirst } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const nothing = open.length === 0 && closed.items.length === 0;
  return (
    <>
      <Bar title={`${name} · 表决`} back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        {nothing ? (
          <Empty
            picture="ballot-box"
            title="现在没有要表决的事"
            line="有了新的表决，该您投的会发消息告诉您。结果和每一票的记录都挂在这里，谁都能自己算一遍。"
            to={`/c/${code}`}
            word="回到首页"
          />
        ) : null}
        {isFirst && !nothing ? <Section title="正在表决" note={open.length > 0 ? `${open.length} 件` : ''} /> : null}
        {isFirst && !nothing && open.length === 0 ? (
          <p className="soft">眼下没有。下一次开始了，会发消息告诉您。</p>
        ) : null}
        {open.map((ballot) => (
          <OpenCard key={ballot.id} ballot={ballot} now={now} />
        ))}
        {closed.items.length > 0 ? (
          <>
            <Section title="已经结束" note="每一件都能自己算一遍" />
            <ul className="card">
              {closed.items.map((ballot) => (
                <li key={ballot.id}>
                  <ClosedRow ballot={ballot} now={now} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {closed.nextCursor ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(closed.nextCursor)}`}>
            再看以前的
          </Link>
        ) : null}
      </main>
    </>
  );
}

function OpenCard({ ballot, now }: { ballot: BallotSummary; now: string }): ReactNode {
  const { mine } = ballot;
  const waits = mine.electors > mine.voted;
  return (
    <section className={`card pad ballot-card ${waits ? 'waits' : ''}`}>
      <p className="tags">
        <ClosingTag ballot={ballot} now={now} />
        <Tag tone="plain">{ballot.secretName}</Tag>
        {mine.electors > 0 && !waits ? (
          <Tag tone="ok" icon="check">
            您投过了
          </Tag>
        ) : null}
      </p>
      <h3>{ballot.title}</h3>
      <p className="soft">
        {[ballot.estateName, ballot.electorateName, `${ballot.closesName} 截止`].filter(Boolean).join(' · ')}
      </p>
      <div className="gap">
        <BallotTurnout ballot={ballot} />
      </div>
      <Link
        className={`btn wide big gap ${waits ? 'go' : 'line'}`}
        to={`/v/${ballot.areaId}/${ballot.id}`}
        aria-label={`${waits ? '去投票' : '看一看'}：${ballot.title}`}
      >
        {waits ? (mine.electors > 1 ? `去投票，您有 ${mine.electors - mine.voted} 户没投` : '去投票') : '看一看'}
      </Link>
    </section>
  );
}

function ClosedRow({ ballot, now }: { ballot: BallotSummary; now: string }): ReactNode {
  const passed = ballot.outcome === 'passed';
  const { turnout } = ballot;
  return (
    <Link className="row bare" to={`/v/${ballot.areaId}/${ballot.id}`}>
      <span>
        <span className="t">{ballot.title}</span>
        <span className="d num">
          <br />
          {[
            ballot.closedAt ? closedDay(ballot.closedAt, now) : '',
            turnout ? `${grouping(turnout.number)}／${grouping(turnout.of)} ${unitOf(ballot.electorateName)}参加` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <br />
        <Tag tone={passed ? 'ok' : 'plain'} icon={passed ? 'check' : 'close'}>
          {ballot.outcomeName}
        </Tag>
      </span>
      <Icon name="chevron-right" size="s" />
    </Link>
  );
}
