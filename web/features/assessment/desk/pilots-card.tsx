import { Link } from 'react-router';
import type { PilotList } from '#contract/assessment';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { usePilots } from './assessment-api.ts';

/** The five types of culture communities and the pilots, as the source names them. */
export function PilotsCard({ standard }: { standard: string }) {
  const found = usePilots(standard);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const { themes, pilots, source } = found.data;
  if (pilots.length === 0) return <Empty>这个标准的出处没有列试点。</Empty>;
  return (
    <>
      <div className="page-head">
        <h1>五种类型和 {pilots.length} 个试点</h1>
        <span className="mute sm">出处：{source}</span>
      </div>
      <ul className="themes">
        {themes.map(({ name, kind, ways }) => (
          <li key={name} className="card">
            <h2>
              {name} <span className="mute">{kind}</span>
            </h2>
            <p>{ways.join('、')}</p>
          </li>
        ))}
      </ul>
      <Pilots pilots={pilots} />
    </>
  );
}

function Pilots({ pilots }: Pick<PilotList, 'pilots'>) {
  return (
    <section className="card pilots">
      <h2>
        试点名单
        <span className="r">原文要求每个类型 4 个试点，附件没有写哪个社区是哪个类型</span>
      </h2>
      <table className="t">
        <thead>
          <tr>
            <th scope="col" className="no">
              序号
            </th>
            <th scope="col">区县</th>
            <th scope="col">街道、镇</th>
            <th scope="col">社区</th>
            <th scope="col">类型</th>
          </tr>
        </thead>
        <tbody>
          {pilots.map((one) => (
            <tr key={one.no}>
              <td className="no">{one.no}</td>
              <td>{one.district}</td>
              <td>{one.street}</td>
              <td>
                {one.areaId ? (
                  <Link className="link" to={`/standard?area=${one.areaId}`}>
                    {one.community}
                  </Link>
                ) : (
                  one.community
                )}
              </td>
              <td>{one.theme ?? <span className="mute">原文未列</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
