import { useState } from 'react';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, Note, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { areaName, grouping, shareName } from '../ballot-words.ts';
import { electorsAddress, useDoors, useTurnout, type BallotPage, type Building } from './ballots-api.ts';
import { DeliveryBar } from './delivery-bar.tsx';
import { DoorBoard } from './door-board.tsx';
import { DoorDrawer } from './door-drawer.tsx';
import type { DoorState } from './door-words.ts';
import { TurnoutBar } from './turnout-bar.tsx';

/** Building by building: how far it is, and below the doors of the chosen one. */
export function DoorsCard({ ballot }: { ballot: BallotPage }) {
  const { areaId, id } = ballot;
  const turnout = useTurnout(areaId, id);
  const [search, setSearch] = useSearchParams();
  const buildings = turnout.data?.buildings ?? [];
  const asked = search.get('building');
  const building = buildings.find((one) => one.id === asked) ?? mostOpen(buildings);
  if (!turnout.data) return null;
  if (!building) return <Empty>名册上还没有人。</Empty>;
  return (
    <section className="card doors">
      <h2>
        按楼栋看
        <span className="r">
          <a className="link" href={electorsAddress(areaId, id, 'open', null)}>
            <Icon name="excel" size="xs" /> 没投的户，发给楼栋长
          </a>
          <a className="link" href={electorsAddress(areaId, id, 'all', null)}>
            <Icon name="excel" size="xs" /> 全部
          </a>
        </span>
      </h2>
      <div className="doors-grid">
        <Buildings
          buildings={buildings}
          chosen={building.id}
          onChoose={(one) => setSearch(one ? { building: one } : {}, { replace: true })}
        />
        <Doors key={building.id ?? ''} ballot={ballot} building={building} />
      </div>
    </section>
  );
}

const openOf = ({ electors, voted }: Building): number => electors - voted;

function mostOpen(buildings: readonly Building[]): Building | undefined {
  return buildings.reduce<Building | undefined>(
    (best, one) => (best === undefined || openOf(one) > openOf(best) ? one : best),
    undefined,
  );
}

function Buildings({
  buildings,
  chosen,
  onChoose,
}: {
  buildings: readonly Building[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  return (
    <table className="t compact buildings">
      <caption className="sr">每栋楼送达多少、投了多少</caption>
      <thead>
        <tr>
          <th>楼栋</th>
          <th className="w-bar">投了</th>
          <th className="w-left">没投</th>
        </tr>
      </thead>
      <tbody>
        {buildings.map((one) => (
          <tr key={one.id ?? ''} className={one.id === chosen ? 'open' : undefined}>
            <td>
              <button
                type="button"
                className="plain link a"
                aria-pressed={one.id === chosen}
                onClick={() => onChoose(one.id)}
              >
                {one.name || '没有分楼栋'}
              </button>
            </td>
            <td>
              <TurnoutBar part={one.voted} under={one.delivered} whole={one.electors} />
              <div className="z">
                {shareName(one.voted, one.electors)}
                {one.area > 0 && ` · ${areaName(one.votedArea)}`}
              </div>
            </td>
            <td className={openOf(one) > 0 ? 'due-text' : 'ok-text'}>
              {openOf(one) > 0 ? `${grouping(openOf(one))} 户` : '都投了'}
              {openOf(one) > 0 && one.delivered < one.electors && (
                <div className="z late-text">{grouping(one.electors - one.delivered)} 户没送达</div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Doors({ ballot, building }: { ballot: BallotPage; building: Building }) {
  const { areaId, id } = ballot;
  const doors = useDoors(areaId, id, { state: 'all', buildingId: building.id });
  const [ticked, tick] = useState<readonly string[]>([]);
  const [shown, show] = useState<DoorState | null>(null);
  const [opened, open] = useState<string | null>(null);
  const refused = refusedOf(doors.error);
  if (refused) return <Note tone="late">{refused.detail}</Note>;
  if (!doors.data) return <Waiting />;
  const items = building.id === null ? doors.data.filter((one) => one.buildingId === null) : doors.data;
  const door = items.find((one) => one.id === opened);
  const works = ballot.state === 'open' && (ballot.can.manage || ballot.can.paper);
  const reachable = items.filter(({ voted, excludedReason }) => !voted && excludedReason === null);
  return (
    <div className={doors.isPlaceholderData ? 'doors-part stale' : 'doors-part'}>
      {works && ticked.length > 0 ? (
        <DeliveryBar ballot={ballot} ticked={ticked} onDone={() => tick([])} />
      ) : (
        <p className="doors-top">
          <b>{building.name || '全部'}</b>
          <span className="mute">{grouping(items.length)} 户</span>
          <span className="sp" />
          {works && reachable.length > 0 && (
            <Button size="small" onClick={() => tick(reachable.map((one) => one.id))}>
              勾上没投的 {reachable.length} 户
            </Button>
          )}
        </p>
      )}
      <DoorBoard
        doors={items}
        buildingName={building.name}
        shown={shown}
        onShow={show}
        ticked={works ? ticked : null}
        onTick={tick}
        onOpen={open}
      />
      {door && <DoorDrawer key={door.id} ballot={ballot} door={door} onClose={() => open(null)} />}
    </div>
  );
}
