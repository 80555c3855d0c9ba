import { Checkbox } from 'antd';
import { Empty } from '../../../ui/desk/states.tsx';
import type { ElectorLine } from './ballots-api.ts';
import { countDoors, doorName, doorNames, doorSigns, doorStates, stateOf, type DoorState } from './door-words.ts';

/** The doors of a building as a board of plates, each with its state as sign and word; one filters, ticks and opens them. */
export function DoorBoard({
  doors,
  buildingName,
  shown,
  onShow,
  ticked,
  onTick,
  onOpen,
}: {
  doors: readonly ElectorLine[];
  buildingName: string;
  shown: DoorState | null;
  onShow: (state: DoorState | null) => void;
  /** Null where nothing may be done with several doors. */
  ticked: readonly string[] | null;
  onTick: (ids: readonly string[]) => void;
  onOpen: (id: string) => void;
}) {
  const counts = countDoors(doors);
  const visible = shown === null ? doors : doors.filter((door) => stateOf(door) === shown);
  return (
    <>
      <div className="door-states" role="group" aria-label="按状态看">
        <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
          全部 {doors.length}
        </button>
        {doorStates
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <button key={state} type="button" aria-pressed={shown === state} onClick={() => onShow(state)}>
              <i className={`door-sign ${state}`} aria-hidden="true">
                {doorSigns[state]}
              </i>
              {doorNames[state]} {counts[state]}
            </button>
          ))}
      </div>
      {visible.length === 0 && <Empty>这一类里没有了。</Empty>}
      <ul className="door-board">
        {visible.map((door) => {
          const state = stateOf(door);
          const name = doorName(door.label, buildingName);
          const isTicked = ticked?.includes(door.id) ?? false;
          const mayTick = ticked !== null && (state === 'undelivered' || state === 'delivered');
          return (
            <li key={door.id} className={`door ${state}${isTicked ? ' ticked' : ''}`}>
              {mayTick && (
                <Checkbox
                  aria-label={`勾上 ${name}`}
                  checked={isTicked}
                  onChange={() => onTick(isTicked ? ticked.filter((id) => id !== door.id) : [...ticked, door.id])}
                />
              )}
              <button type="button" className="plain" onClick={() => onOpen(door.id)}>
                <b>{name}</b>
                <small>
                  <i className={`door-sign ${state}`} aria-hidden="true">
                    {doorSigns[state]}
                  </i>
                  {state === 'voted' ? door.votedWay || doorNames.voted : doorNames[state]}
                </small>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
