import { Button, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { clockTime, dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBallot, useDoors, useTurnout, type Building, type ElectorLine } from './ballots-api.ts';
import { doorName, doorNames, stateOf } from './door-words.ts';
import './papers.css';

/** The sheet for the door-to-door round: per building the doors that have not voted, with room to write. No names on paper. */
export function RoundPage() {
  const { areaId = '', id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const buildingId = search.get('building');
  const ballot = useBallot(areaId, id);
  const turnout = useTurnout(areaId, id);
  const doors = useDoors(areaId, id, { state: 'open', buildingId });
  const refused = refusedOf(ballot.error ?? turnout.error ?? doors.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void doors.refetch()} />;
  if (!ballot.data || !turnout.data || !doors.data) return <Waiting />;
  const open = doors.data;
  const buildings = turnout.data.buildings.filter(({ id: one }) => open.some((door) => door.buildingId === one));
  return (
    <main className="ballot-papers">
      <h1 className="sr">上门表</h1>
      <div className="paper-bar no-print">
        <Link className="link" to={`/ballots/${areaId}/${id}`}>
          回表决
        </Link>
        <Select
          aria-label="哪一栋"
          value={buildingId ?? ''}
          options={[
            { value: '', label: '全部楼栋' },
            ...turnout.data.buildings.flatMap(({ id: one, name }) => (one ? [{ value: one, label: name }] : [])),
          ]}
          onChange={(one: string) => setSearch(one ? { building: one } : {})}
        />
        {open.length > 0 && (
          <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
            打印
          </Button>
        )}
        <span className="mute">A4 竖向，一栋一页起。纸上只有门牌，没有姓名电话。</span>
      </div>
      {open.length === 0 && <Empty>没有还没投的户，不用上门了。</Empty>}
      {buildings.map((building) => (
        <Sheet
          key={building.id ?? ''}
          title={ballot.data.title}
          closesName={ballot.data.closesName}
          building={building}
          doors={open.filter((door) => door.buildingId === building.id)}
        />
      ))}
    </main>
  );
}

function Sheet({
  title,
  closesName,
  building,
  doors,
}: {
  title: string;
  closesName: string;
  building: Building;
  doors: readonly ElectorLine[];
}) {
  const { now, me, demo } = useSession();
  const printed = now();
  return (
    <article className="round-sheet">
      <h2>{building.name || '名册'} 上门表</h2>
      <p>
        {title} · {closesName} 截止 · 已投 {building.voted}／{building.electors} 户，下面是没投的 {doors.length} 户
      </p>
      <table>
        <caption className="sr">{building.name} 没投的户</caption>
        <thead>
          <tr>
            <th scope="col">票号</th>
            <th scope="col">门牌</th>
            <th scope="col">现在</th>
            <th scope="col">哪天送到</th>
            <th scope="col">见到了谁，怎么说</th>
            <th scope="col">签收</th>
          </tr>
        </thead>
        <tbody>
          {doors.map((door) => (
            <tr key={door.id}>
              <td>{door.number}</td>
              <td>{doorName(door.label, building.name)}</td>
              <td>{doorNames[stateOf(door)]}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="printed">
        {me.name} 打印于 {dayName(printed, printed)} {clockTime(printed)}，用完交回社区登记送达
        {demo && ' · 演示数据'}
      </p>
    </article>
  );
}
