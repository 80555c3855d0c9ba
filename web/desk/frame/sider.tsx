import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { ask } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Icon } from '../../ui/icon.tsx';
import { routes, type DeskRoute } from '../routes.tsx';

type Counts = { open: number; late: number };

/** The doors of the desk, in the order of `routes.tsx`; only those that work, and only for those who may. */
export function Sider({ isSlim, onFold }: { isSlim: boolean; onFold: () => void }) {
  const { area, can } = useSession();
  const counts = useQuery({
    queryKey: ['matters', area.id, 'counts'],
    queryFn: () => ask<Counts>(`areas/${area.id}/matters/counts`),
    enabled: can('matter.read'),
  });
  const doors = routes.filter((route) => route.door && (!route.door.can || can(route.door.can)));
  return (
    <nav className="sider" aria-label="工作台">
      <div className="brand">
        <span className="seal" aria-hidden="true">
          里
          <br />仁
        </span>
        <div>
          <b>里仁</b>
          <small>工作台</small>
        </div>
      </div>
      {doors
        .filter((route) => !route.door?.foot)
        .map((route, at, shown) => (
          <Door
            key={route.path}
            route={route}
            isFirst={shown.findIndex((one) => one.door?.group === route.door?.group) === at}
            isSlim={isSlim}
            counts={counts.data}
          />
        ))}
      {can('screen.read') && (
        <>
          {!isSlim && <div className="navh">大屏</div>}
          <a className="nav" href={`/screen?area=${area.id}`} title="一屏">
            <Icon name="map" size="xs" />
            <span>一屏</span>
            <em aria-hidden="true">↗</em>
          </a>
        </>
      )}
      <span className="sp" />
      {doors
        .filter((route) => route.door?.foot)
        .map((route) => (
          <Door key={route.path} route={route} isFirst={false} isSlim={isSlim} counts={undefined} />
        ))}
      <button type="button" className="nav plain" onClick={onFold} title={isSlim ? '展开 [' : '收起 ['}>
        <Icon name={isSlim ? 'chevron-right' : 'chevron-left'} size="xs" />
        <span>收起</span>
        <em>
          <kbd>[</kbd>
        </em>
      </button>
    </nav>
  );
}

type DoorProps = {
  route: DeskRoute;
  /** The first of its group that this person sees. */
  isFirst: boolean;
  isSlim: boolean;
  counts: Counts | undefined;
};

function Door({ route, isFirst, isSlim, counts }: DoorProps) {
  const { door, path, title } = route;
  if (!door) return null;
  return (
    <>
      {door.group && isFirst && (isSlim ? <hr /> : <div className="navh">{door.group}</div>)}
      <NavLink
        to={`/${path}`}
        end={path === ''}
        className={({ isActive }) => (isActive ? 'nav on' : 'nav')}
        title={title}
      >
        <Icon name={door.icon} size="xs" />
        <span>{title}</span>
        {door.count && counts && <em>{counts[door.count]}</em>}
      </NavLink>
    </>
  );
}
