import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IconName } from '../icons/icons.ts';
import { useVisit } from '../lib/visit.ts';
import { Icon } from './icon.tsx';

export type Tab = 'home' | 'activities' | 'my' | 'me';

const tabs: { id: Tab; to: string; word: string; icon: IconName }[] = [
  { id: 'home', to: '/', word: '首页', icon: 'home' },
  { id: 'activities', to: '/activities', word: '活动', icon: 'activity' },
  { id: 'my', to: '/my', word: '我的事', icon: 'list' },
  { id: 'me', to: '/me', word: '我家', icon: 'family' },
];

/** The four places of the phone. The badge counts what waits for this person, nothing else. */
export function Tabs({ on }: { on?: Tab }): ReactNode {
  const { waiting } = useVisit();
  return (
    <nav className="tabs" aria-label="主要页面">
      <Link to="/" className="house">
        <span className="seal house">里仁</span>里仁
      </Link>
      {tabs.map(({ id, to, word, icon }) => (
        <Link key={id} to={to} className={id === on ? 'on' : ''} aria-current={id === on ? 'page' : undefined}>
          <Icon name={icon} />
          {word}
          {id === 'my' && waiting > 0 ? (
            <span className="badge num">
              {waiting}
              <span className="sr"> 件等您</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
