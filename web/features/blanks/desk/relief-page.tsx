import { Link } from 'react-router';
import type { Relief } from '#contract/blanks';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { listPath, useRelief, type Filter } from './blanks-api.ts';
import './blanks.css';

/** What the upper level asked for, what was filled for you and what had to be typed: counted, month by month. */
export function ReliefPage() {
  const { area } = useSession();
  const found = useRelief(area.id);
  const refused = refusedOf(found.error);
  if (area.level !== 'community') return <p className="pad">请在左上角选一个社区，再看它的减负账。</p>;
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting lines={6} />;
  return (
    <div className="blanks">
      <div className="page-head">
        <h1>减负账</h1>
        <nav className="kinds" aria-label="填表和减负账">
          <Link to="/blanks">填表</Link>
          <Link to="/relief" aria-current="page">
            减负账
          </Link>
        </nav>
      </div>
      <p className="mute">
        只数在这里填过的表。格子是表里空着、要人填的格子；“替您填了”是系统照登记的内容填上的，其余要您动手。没有折算成小时。
      </p>
      <Months relief={found.data} />
      <Again relief={found.data} />
    </div>
  );
}

function Months({ relief }: { relief: Relief }) {
  if (relief.months.length === 0)
    return (
      <section className="card">
        <Empty>这一年还没有在这里填过表。</Empty>
      </section>
    );
  return (
    <section className="card">
      <h2>每个月要了多少、替您填了多少</h2>
      <table className="t">
        <thead>
          <tr>
            <th>月份</th>
            <th>表</th>
            <th>要的项</th>
            <th>要填的格子</th>
            <th>替您填了</th>
            <th>还要动手</th>
          </tr>
        </thead>
        <tbody>
          {relief.months.map(({ month, blanks, columns, asked, filled }) => (
            <tr key={month}>
              <td>
                {month.slice(0, 4)}年{Number(month.slice(5))}月
              </td>
              <td>
                <Count of={blanks} unit="张" filter={{ month }} />
              </td>
              <td>
                <Count of={columns} unit="项" filter={{ month }} />
              </td>
              <td>
                <Count of={asked} unit="格" filter={{ month }} />
              </td>
              <td>
                <Count of={filled} unit="格" filter={{ month }} />
              </td>
              <td>
                <Count of={asked - filled} unit="格" filter={{ month, typed: 'yes' }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Count({ of, unit, filter }: { of: number; unit: string; filter: Filter }) {
  return (
    <Link className="fig" to={listPath(filter)}>
      {of.toLocaleString('en-US')} {unit}
    </Link>
  );
}

function Again({ relief }: { relief: Relief }) {
  if (relief.again.length === 0) return null;
  return (
    <section className="card">
      <h2>一年里要过不止一次的</h2>
      <table className="t">
        <thead>
          <tr>
            <th>要的项</th>
            <th>几张表要过</th>
            <th>系统里有没有</th>
          </tr>
        </thead>
        <tbody>
          {relief.again.map(({ heading, times, from }) => (
            <tr key={heading}>
              <td>{heading}</td>
              <td>
                <Count of={times} unit="张" filter={{ heading }} />
              </td>
              <td>{from ?? <span className="due-text">没有，次次要人填</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
