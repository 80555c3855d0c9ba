import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';

/** The top of an inner page: back, name, and at most two tools. `name` is a heading only where the page has no other. */
export function Bar({
  title,
  back,
  heading = false,
  wide = false,
  children,
}: {
  title: string;
  back: string;
  heading?: boolean;
  /** Over a page that may stand in two columns. */
  wide?: boolean;
  children?: ReactNode;
}): ReactNode {
  return (
    <header className={wide ? 'bar page' : 'bar'}>
      <Link className="tool" to={back} aria-label="返回">
        <Icon name="back" />
      </Link>
      {heading ? <h1>{title}</h1> : <p className="name">{title}</p>}
      {children}
    </header>
  );
}

/** Tools of the bar that need a script, and therefore show only with one. */
export function Tool({
  does,
  label,
  icon,
}: {
  does: string;
  label: string;
  icon: 'share' | 'print' | 'sound';
}): ReactNode {
  return (
    <button type="button" className="tool script" data-do={does} aria-label={label}>
      <Icon name={icon} />
    </button>
  );
}
