import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../../ui/icon.tsx';

/** A door of the home page: the answer stands before the button. */
export type Tile = { to: string; icon: IconName; tone: 'bamboo' | 'apricot' | 'cinnabar'; name: string; line: string };

/** To report comes first and is the largest; each tile says what is behind it now. */
export function Tiles({ reportTo, tiles }: { reportTo: string; tiles: Tile[] }): ReactNode {
  return (
    <nav className="acts" aria-label="常用的事">
      <Link className="act1" to={reportTo}>
        <span>
          <span className="t">我要反映</span>
          <span className="d">拍一张，说一句，三步就好</span>
        </span>
        <span className="o">
          <Icon name="camera" />
        </span>
        <span className="o">
          <Icon name="mic" />
        </span>
      </Link>
      {tiles.map(({ to, icon, tone, name, line }) => (
        <Link key={to} className="act" to={to}>
          <span className={tone}>
            <Icon name={icon} size="l" />
          </span>
          <span className="t">{name}</span>
          <span className="d">{line}</span>
        </Link>
      ))}
    </nav>
  );
}
