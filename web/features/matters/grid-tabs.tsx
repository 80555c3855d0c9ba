import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../../ui/icon.tsx';

export type GridTab = 'today' | 'matters' | 'messages' | 'me';

const places: { id: GridTab; to: string; word: string; icon: IconName }[] = [
  { id: 'today', to: '/grid', word: '今日', icon: 'list' },
  { id: 'matters', to: '/grid/matters', word: '事项', icon: 'chat' },
  { id: 'messages', to: '/grid/messages', word: '消息', icon: 'mail' },
  { id: 'me', to: '/grid/me', word: '我的', icon: 'user' },
];

/** The four places of whoever goes about the neighbourhood, with the camera in the middle. The badge is what waits for her. */
export function GridTabs({ on, waiting = 0 }: { on?: GridTab; waiting?: number }): ReactNode {
  const door = ({ id, to, word, icon }: (typeof places)[number]): ReactNode => (
    <Link key={id} to={to} className={id === on ? 'on' : ''} aria-current={id === on ? 'page' : undefined}>
      <Icon name={icon} />
      {word}
      {id === 'today' && waiting > 0 ? (
        <span className="badge num">
          {waiting}
          <span className="sr"> 件等您</span>
        </span>
      ) : null}
    </Link>
  );
  return (
    <nav className="tabs five" aria-label="主要页面">
      <Link to="/grid" className="house">
        <span className="seal house">里仁</span>里仁
      </Link>
      {places.slice(0, 2).map(door)}
      <Link to="/grid/report" className="cam">
        <span>
          <Icon name="camera" size="l" />
        </span>
        拍照上报
      </Link>
      {places.slice(2).map(door)}
    </nav>
  );
}
