import type { KeyboardEvent, ReactNode } from 'react';
import type { Screen } from '#contract/matters/screen';
import type { Door, Doors } from './doors.ts';
import { Cells } from './cells.tsx';
import { brightnessOf, landColour, shortName, viewOf } from './map-geometry.ts';

type District = Screen['districts'][number];
type Community = District['communities'][number];
type Props = { screen: Screen; doors: Doors; open: (door: Door) => void };

/** The schematic map: cells by district, a sign per community, the figures beside them. */
export function SchematicMap({ screen, doors, open }: Props) {
  const drawn = screen.districts.filter((district) => district.polygon.length > 2);
  const view = viewOf(drawn.map((district) => district.polygon));
  if (!view) return <Cells screen={screen} doors={doors} open={open} />;
  const most = Math.max(0, ...drawn.map((district) => district.open));
  return (
    <>
      <svg
        className="mm"
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="group"
        aria-label={`${screen.name}示意图`}
      >
        {drawn.map((district) => (
          <polygon
            key={district.id}
            className="land"
            points={district.polygon.map((point) => point.join(',')).join(' ')}
            style={{
              fill: landColour(district.communities.length > 0 ? brightnessOf(district.open, most) * 0.85 + 0.15 : 0),
            }}
          />
        ))}
        {drawn.map((district) => (
          <DistrictName key={district.id} district={district} doors={doors} open={open} />
        ))}
        {drawn.flatMap((district) =>
          district.communities.map((community) => (
            <Dot key={community.id} community={community} doors={doors} open={open} />
          )),
        )}
      </svg>
      <p className="lg">
        <span className="sign ok">●</span> 无逾期　<span className="sign late">▲</span> 有逾期
        <br />
        底色越亮，在办越多
        <br />
        示意图，不表示行政界线
      </p>
    </>
  );
}

function DistrictName({ district, doors, open }: { district: District } & Omit<Props, 'screen'>) {
  const [x, y] = district.labelAt;
  return (
    <text x={x} y={y} className="dn">
      {district.name}
      {district.communities.length > 0 ? (
        <Door
          door={doors.open(district)}
          words={`${district.name}在办 ${district.open}`}
          open={open}
          className="do"
          dx={9}
        >
          {district.open}
        </Door>
      ) : (
        <tspan className="dz" dx="8">
          未接入
        </tspan>
      )}
    </text>
  );
}

function Dot({ community, doors, open }: { community: Community } & Omit<Props, 'screen'>) {
  const [x, y] = community.dot;
  return (
    <g>
      {community.late > 0 ? (
        <path className="dot late" d={`M${x} ${y - 10} ${x + 9} ${y + 6}H${x - 9}z`} />
      ) : (
        <circle className="dot" cx={x} cy={y} r="6.5" />
      )}
      <text x={x + 17} y={y - 1} className="cn">
        {shortName(community.name)}
      </text>
      <text x={x + 17} y={y + 17} className="cv">
        <Door door={doors.open(community)} words={`${community.name} 在办 ${community.open}`} open={open} className="u">
          在办 {community.open}
        </Door>
        {community.late > 0 && (
          <Door
            door={doors.late(community)}
            words={`${community.name} 逾期 ${community.late}`}
            open={open}
            className="ul"
            dx={7}
          >
            逾期 {community.late}
          </Door>
        )}
      </text>
    </g>
  );
}

type DoorProps = {
  door: Door;
  /** What is read aloud: the place and the figure. */
  words: string;
  open: (door: Door) => void;
  className: string;
  dx?: number;
  children: ReactNode;
};

/** A figure inside the drawing: pressed, touched or reached by key like a button. */
function Door({ door, words, open, className, dx = 0, children }: DoorProps) {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(door);
  };
  return (
    <tspan
      role="button"
      tabIndex={0}
      className={className}
      dx={dx}
      aria-label={words}
      onClick={() => open(door)}
      onKeyDown={pressed}
    >
      {children}
    </tspan>
  );
}
