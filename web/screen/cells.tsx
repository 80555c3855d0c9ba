import type { Screen } from '#contract/matters/screen';
import type { Door, Doors } from './doors.ts';

type Props = { screen: Screen; doors: Doors; open: (door: Door) => void };

/** Where no cells are drawn: the communities side by side. */
export function Cells({ screen, doors, open }: Props) {
  return (
    <ul className="cells">
      {screen.districts
        .flatMap((district) => district.communities)
        .map((community) => (
          <li key={community.id}>
            <b>
              <span className={community.late > 0 ? 'sign late' : 'sign ok'}>{community.late > 0 ? '▲' : '●'}</span>
              {community.name}
            </b>
            <span>
              <button type="button" className="fg" onClick={() => open(doors.open(community))}>
                在办 {community.open}
              </button>
              {community.late > 0 && (
                <button type="button" className="fg l" onClick={() => open(doors.late(community))}>
                  逾期 {community.late}
                </button>
              )}
            </span>
          </li>
        ))}
    </ul>
  );
}
