import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { closesSoon, closingName, shareName, unitOf } from '../ballot-words.ts';
import { useBallots, type BallotFilter } from './ballots-api.ts';
import { TurnoutBar } from './turnout-bar.tsx';
import './ballots.css';

/** What is voted on in a community: what is being prepared, what is open and how far it is, what came out. */
export function BallotsPage() {
  const { area } = useSession();
  return isWide(area) ? (
    <Empty>表决按社区看。请在上面选一个社区。</Empty>
  ) : (
    <CommunityBallots key={area.id} areaId={area.id} />
  );
}

const filters: { state: BallotFilter | null; name: string }[] = [
  { state: null, name: '全部' },
  { state: 'open', name: '表决中' },
  { state: 'draft', name: '待开始' },
  { state: 'closed', name: '已结束' },
];

function CommunityBallots({ areaId }: { areaId: string }) {
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') as BallotFilter | null;
  const list = useBallots(areaId, state, search.get('cursor'));
  const refused = refusedOf(list.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const { items, nextCursor, can } = list.data;
  return (
    <div className="ballots">
      <div className="page-head">
        <h1>表决</h1>
        <div className="tabs" role="group" aria-label="按状态看">
          {filters.map((one) => (
            <button
              key={one.name}
              type="button"
              aria-pressed={one.state === state}
              onClick={() => setSearch(one.state ? { state: one.state } : {})}
            >
              {one.name}
            </button>
          ))}
        </div>
        <span className="sp" />
        {can.manage && (
          <Link to="/ballots/new">
            <Button type="primary" icon={<Icon name="plus" size="xs" />}>
              发起表决
            </Button>
          </Link>
        )}
      </div>
      <section className={list.isPlaceholderData ? 'card stale' : 'card'}>
        {items.length === 0 ? (
          <Empty>
            {state ? '这一类现在没有。' : '还没有表决。'}
            {can.manage && <Link to="/ballots/new">发起一次表决 ›</Link>}
          </Empty>
        ) : (
          <BallotTable items={items} />
        )}
      </section>
      {nextCursor && (
        <p className="more">
          <Button onClick={() => setSearch({ ...(state ? { state } : {}), cursor: nextCursor })}>再看以前的</Button>
        </p>
      )}
    </div>
  );
}

type Items = NonNullable<ReturnType<typeof useBallots>['data']>['items'];

function BallotTable({ items }: { items: Items }) {
  const { now } = useSession();
  const clock = now().toISOString();
  return (
    <table className="t">
      <caption className="sr">表决</caption>
      <thead>
        <tr>
          <th>表决</th>
          <th className="w-state">状态</th>
          <th className="w-bar">参加</th>
          <th className="w-rule">规则</th>
          <th className="w-day">截止</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <Link className="link a" to={`/ballots/${one.areaId}/${one.id}`}>
                {one.title}
              </Link>
              <div className="z">
                {[one.estateName, one.electorateName, one.secretName].filter(Boolean).join(' · ')}
              </div>
            </td>
            <td>
              <StateTag ballot={one} now={clock} />
            </td>
            <td>
              {one.turnout ? (
                <>
                  <TurnoutBar part={one.turnout.number} whole={one.turnout.of} />
                  <div className="z">
                    {shareName(one.turnout.number, one.turnout.of)}
                    {one.turnout.of < 20 && ` ${unitOf(one.electorateName)}`}
                  </div>
                </>
              ) : (
                <span className="mute">还没开始</span>
              )}
            </td>
            <td className="mute" title={one.ruleName}>
              {one.ruleName}
            </td>
            <td>{one.closesAt ? dayName(new Date(Date.parse(one.closesAt) - 1), clock) : '没有定'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StateTag({ ballot, now }: { ballot: Items[number]; now: string }) {
  if (ballot.state === 'open' && ballot.closesAt)
    return (
      <Tag tone={closesSoon(ballot.closesAt, now) ? 'late' : 'due'} icon="clock">
        {closingName(ballot.closesAt, now)}
      </Tag>
    );
  if (ballot.state === 'closed')
    return (
      <Tag tone={ballot.outcome === 'passed' ? 'ok' : 'plain'} icon={ballot.outcome === 'passed' ? 'check' : 'close'}>
        {ballot.outcomeName}
      </Tag>
    );
  return <Tag>{ballot.stateName}</Tag>;
}
