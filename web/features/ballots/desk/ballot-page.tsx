import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import { Link, useParams } from 'react-router';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ballotHref, closesSoon, closingName } from '../ballot-words.ts';
import { useBallot, type BallotPage as Ballot } from './ballots-api.ts';
import { DoorsCard } from './doors-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { ResultCard } from './result-card.tsx';
import { RuleCard } from './rule-card.tsx';
import { TurnoutCards } from './turnout-cards.tsx';
import { WithdrawDrawer } from './withdraw-drawer.tsx';
import './ballots.css';

/** One ballot at the desk: until it closes, the doors that have not voted yet; afterwards, what came out. */
export function BallotPage() {
  const { areaId = '', id = '' } = useParams();
  const found = useBallot(areaId, id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={9} />;
  const ballot = found.data;
  const isBegun = ballot.state === 'open' || ballot.state === 'closed';
  return (
    <div className="ballots ballot-desk">
      <Head ballot={ballot} />
      {ballot.withdrawnReason && <Note tone="due">这次表决撤回了：{ballot.withdrawnReason}</Note>}
      {ballot.state === 'open' && (
        <Note tone="info">选了什么，截止前谁都看不到，工作台也看不到。这里只看谁收到了、谁还没投。</Note>
      )}
      {ballot.state === 'draft' && <DraftCard ballot={ballot} />}
      {ballot.result && <ResultCard ballot={ballot} result={ballot.result} />}
      {isBegun && <TurnoutCards ballot={ballot} />}
      {isBegun && <DoorsCard ballot={ballot} />}
      <RuleCard ballot={ballot} />
    </div>
  );
}

function Head({ ballot }: { ballot: Ballot }) {
  const { now } = useSession();
  const [withdraws, withdraw] = useState(false);
  const clock = now().toISOString();
  const { state, closesAt, can } = ballot;
  const isSoon = closesAt !== null && closesSoon(closesAt, clock);
  return (
    <header className="ballot-head">
      <p className="mute sm">
        <Link className="link" to="/ballots">
          表决
        </Link>
        {' / '}
        {[ballot.estateName, ballot.electorateName, ballot.secretName].filter(Boolean).join(' · ')}
      </p>
      <div className="page-head">
        <h1>{ballot.title}</h1>
        {state === 'open' && closesAt ? (
          <Tag tone={isSoon ? 'late' : 'due'} icon="clock">
            {closingName(closesAt, clock)} · {ballot.closesName}
          </Tag>
        ) : (
          <Tag tone={ballot.outcome === 'passed' ? 'ok' : 'plain'}>{ballot.outcomeName || ballot.stateName}</Tag>
        )}
        <span className="sp" />
        {state !== 'draft' && (
          <a className="link sm" href={ballotHref(ballot)} target="_blank" rel="noreferrer">
            居民看到的样子
          </a>
        )}
        {state === 'open' && can.paper && (
          <Link to={`/ballots/${ballot.areaId}/${ballot.id}/entry`}>
            <Button icon={<Icon name="edit" size="xs" />}>录纸质票</Button>
          </Link>
        )}
        <Prints ballot={ballot} />
        {can.withdraw && <Button onClick={() => withdraw(true)}>撤回</Button>}
      </div>
      {withdraws && <WithdrawDrawer ballot={ballot} onClose={() => withdraw(false)} />}
    </header>
  );
}

/** What goes to paper: before closing the ballot papers and the sheet for the round, afterwards the notice. */
function Prints({ ballot }: { ballot: Ballot }) {
  const base = `/desk/ballots/${ballot.areaId}/${ballot.id}`;
  if (ballot.state === 'closed')
    return (
      <Button icon={<Icon name="print" size="xs" />} href={`${base}/notice`} target="_blank">
        打印结果公示
      </Button>
    );
  if (ballot.state !== 'open') return null;
  const items = [
    ...(ballot.can.paper ? [{ key: 'papers', label: '纸质票，一户半张' }] : []),
    { key: 'round', label: '上门表，按楼栋' },
  ];
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => window.open(`${base}/${key}`, '_blank') }}>
      <Button icon={<Icon name="print" size="xs" />}>打印</Button>
    </Dropdown>
  );
}
