import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import { areaName, grouping, shareName, unitOf } from '../ballot-words.ts';
import { useRemind, useTurnout, type BallotPage, type TurnoutPage } from './ballots-api.ts';
import { TurnoutBar } from './turnout-bar.tsx';

/** How much is missing until the vote counts at all, and which way of reaching people works. Source: issue 4, Civil Code 278. */
export function TurnoutCards({ ballot }: { ballot: BallotPage }) {
  const found = useTurnout(ballot.areaId, ballot.id);
  const refused = refusedOf(found.error);
  if (refused) return refused.status === 403 ? null : <Note tone="late">{refused.detail}</Note>;
  if (!found.data) return <Waiting lines={3} />;
  const turnout = found.data;
  return (
    <div className="turnout-cards">
      <Missing turnout={turnout} ballot={ballot} />
      <Ways turnout={turnout} ballot={ballot} />
    </div>
  );
}

function Missing({ turnout, ballot }: { turnout: TurnoutPage; ballot: BallotPage }) {
  const unit = unitOf(ballot.electorateName);
  const asked =
    turnout.needs.length > 0
      ? turnout.needs
      : [{ by: 'number' as const, have: turnout.turnout.number, of: turnout.turnout.of, missing: 0, met: true }];
  return (
    <section className="card">
      <h2>
        {ballot.state === 'open' ? '离有效还差多少' : '参加了多少'}
        <span className="r">投了的才算参加，弃权也算参加</span>
      </h2>
      <ul className="missing">
        {asked.map((need) => {
          const isArea = need.by === 'area';
          const share = 'needs' in need ? need.needs.share : null;
          const words = isArea ? areaName(need.missing) : `${grouping(need.missing)} ${unit}`;
          return (
            <li key={need.by}>
              <p>
                <b>{isArea ? '按面积' : unit === '户' ? '按户数' : '按人数'}</b>
                <span className="sp" />
                {share === null ? (
                  <span className="mute">这条规则不要求多少人参加</span>
                ) : need.met ? (
                  <b className="enough">够了 ✓</b>
                ) : (
                  <b className="short">还差 {words}</b>
                )}
              </p>
              <TurnoutBar part={need.have} whole={need.of} {...(share ? { mark: share[0] / share[1] } : {})} />
              <p className="mute sm">
                {isArea
                  ? `${areaName(need.have)}／${areaName(need.of)}`
                  : `${shareName(need.have, need.of)}${need.of < 20 || need.have === need.of ? ` ${unit}` : ''}`}
                {share && `，要 ${share[0]}／${share[1]} 以上`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Ways({ turnout, ballot }: { turnout: TurnoutPage; ballot: BallotPage }) {
  const remind = useRemind(ballot.areaId, ballot.id);
  const refused = refusedOf(remind.error);
  const { ways, votedWays, undelivered, excluded, papers } = turnout;
  return (
    <section className="card">
      <h2>
        怎么送到的，投了没有
        {ballot.state === 'open' && ballot.can.manage && (
          <span className="r">
            <Button size="small" loading={remind.isPending} disabled={remind.isSuccess} onClick={() => remind.mutate()}>
              {remind.isSuccess ? '提醒发出去了' : '提醒能用手机投的'}
            </Button>
          </span>
        )}
      </h2>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <table className="t compact">
        <caption className="sr">每种送达方式送到多少，其中投了多少</caption>
        <thead>
          <tr>
            <th>方式</th>
            <th>送到</th>
            <th>其中投了</th>
          </tr>
        </thead>
        <tbody>
          {ways.map(({ way, name, delivered, voted }) => (
            <tr key={way}>
              <td>{name}</td>
              <td>{grouping(delivered)} 户</td>
              <td>{delivered > 0 ? shareName(voted, delivered) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ways-foot sm">
        {ballot.state === 'closed' ? (
          <span className="mute">没有送达记录的 {grouping(undelivered)} 户</span>
        ) : undelivered > 0 ? (
          <b className="late-text">{grouping(undelivered)} 户还没送达</b>
        ) : (
          <span className="ok-text">每一户都送达了</span>
        )}
        {votedWays
          .filter(({ voted }) => voted > 0)
          .map(({ way, name, voted }) => ` · ${way === 'phone' ? '手机' : name}投 ${grouping(voted)}`)}
        {excluded > 0 && ` · 回避 ${grouping(excluded)}`}
        {papers.once > 0 && <span className="due-text"> · {papers.once} 张纸票等第二个人录</span>}
        {papers.differ > 0 && <b className="late-text"> · {papers.differ} 张两次录得不一样，要第三个人看</b>}
      </p>
    </section>
  );
}
