import { Link, matchPath, useLocation } from 'react-router';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '../../lib/desk/session.tsx';
import { Icon } from '../../ui/icon.tsx';
import { routes } from '../routes.tsx';
import { AreaSwitcher } from './area-switcher.tsx';
import { Bell } from './bell.tsx';
import { PersonMenu } from './person-menu.tsx';
import { Search } from './search.tsx';

/** Where one is, what one looks for, what one begins, what one is told, who one is. */
export function Header({ onKeys }: { onKeys: () => void }) {
  const { can } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = routes.find((route) => !route.path.includes(':') && matchPath(`/${route.path}`, pathname));
  const inside = routes.find((route) => route.door && route.path && pathname.startsWith(`/${route.path}/`));
  return (
    <header className="head">
      <AreaSwitcher />
      {here && here.path !== '' && (
        <nav className="path" aria-label="位置">
          {inside && (
            <>
              <span aria-hidden="true">/</span>
              <Link to={`/${inside.path}`}>{inside.title}</Link>
            </>
          )}
          <span aria-hidden="true">/</span>
          <b>{here.title}</b>
        </nav>
      )}
      {!here && inside && (
        <nav className="path" aria-label="位置">
          <span aria-hidden="true">/</span>
          <Link to={`/${inside.path}`}>{inside.title}</Link>
        </nav>
      )}
      <span className="sp" />
      <Search />
      {can('matter.register') && (
        <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => void navigate('/matters/new')}>
          登记一件事
        </Button>
      )}
      <Bell />
      <PersonMenu onKeys={onKeys} />
    </header>
  );
}
