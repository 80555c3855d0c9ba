import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { BallotResult } from '#contract/ballots';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { StoryCode } from '../../links/desk/story-code.tsx';
import { areaName, ballotHref, closedDay, grouping, unitOf } from '../ballot-words.ts';
import { useBallot, type BallotPage } from './ballots-api.ts';
import './papers.css';

/** The result for the board: what came out, by which rule, and the hash against which anybody can check the record. */
export function NoticePage() {
  const { areaId = '', id = '' } = useParams();
  const found = useBallot(areaId, id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const ballot = found.data;
  return (
    <main className="ballot-papers">
      <h1 className="sr">结果公示</h1>
      <div className="paper-bar no-print">
        <Link className="link" to={`/ballots/${areaId}/${id}`}>
          回表决
        </Link>
        {ballot.result && (
          <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
            打印
          </Button>
        )}
        <span className="mute">A4 竖向，贴在公示栏和各单元门口。</span>
      </div>
      {ballot.result ? (
        <Notice ballot={ballot} result={ballot.result} />
      ) : (
        <Empty>{ballot.closesName} 截止以后才有结果，到时再打印。</Empty>
      )}
    </main>
  );
}

function Notice({ ballot, result }: { ballot: BallotPage; result: BallotResult }) {
  const { area, now, demo } = useSession();
  const unit = unitOf(ballot.electorateName);
  const hasArea = result.tookPart.area > 0;
  const url = location.origin + ballotHref(ballot);
  return (
    <article className="result-notice">
      <p className="from">
        {[area.name, ballot.estateName].filter(Boolean).join(' · ')}
        {demo && <small>演示数据</small>}
      </p>
      <h2>表决结果公示</h2>
      <p className="asked">{ballot.question || ballot.title}</p>
      <p className="outcome">{result.sentence}</p>
      <table>
        <caption className="sr">各选项得多少</caption>
        <thead>
          <tr>
            <th scope="col">选项</th>
            <th scope="col">{unit === '户' ? '户数' : '人数'}</th>
            {hasArea && <th scope="col">面积</th>}
          </tr>
        </thead>
        <tbody>
          {result.choices.map((choice) => (
            <tr key={choice.id}>
              <td>
                {choice.label}
                {choice.won && ' ✓'}
              </td>
              <td>
                {grouping(choice.number)}／{grouping(result.tookPart.number)} {unit}
              </td>
              {hasArea && (
                <td>
                  {areaName(choice.area)}／{areaName(result.tookPart.area)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ol>
        {result.checks.map((check) => (
          <li key={`${check.about} ${check.by}`}>
            {check.met ? '✓' : '✗'} {check.sentence}
          </li>
        ))}
      </ol>
      <footer>
        <QrCode text={`${url}/recount`} label="扫码自己算一遍" />
        <div>
          <p>
            <b>扫码自己算一遍</b>，每一票的记录都能下载。有回执号的，能找到自己那一票。
          </p>
          <p className="hash">校验码 {ballot.recordHash}</p>
          {ballot.closedAt && (
            <p>
              {closedDay(ballot.closedAt, now().toISOString())} 截止 · {ballot.ruleName}
            </p>
          )}
        </div>
      </footer>
      <StoryCode areaId={ballot.areaId} kind="vote" id={ballot.id} />
    </article>
  );
}
