import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { IconName } from '../icons/icons.ts';
import { Icon } from './icon.tsx';

/** What is wrong with one field, in words, below it. */
export function Problem({ id, sentence }: { id: string; sentence: string | undefined }): ReactNode {
  if (!sentence) return null;
  return (
    <p className="error" id={`${id}-problem`} role="alert">
      <Icon name="warn" size="s" />
      <span>{sentence}</span>
    </p>
  );
}

/** A sentence that belongs to the whole form, above it. */
export function FormProblem({ sentence }: { sentence: string | undefined }): ReactNode {
  if (!sentence) return null;
  return (
    <div className="card warm pad gap" role="alert">
      {sentence}
    </div>
  );
}

type Tone = 'ok' | 'wait' | 'late' | 'plain';

export function Tag({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }): ReactNode {
  return (
    <span className={`tag ${tone}`}>
      {icon ? <Icon name={icon} size="xs" /> : null}
      <span>{children}</span>
    </span>
  );
}

export function Section({ title, more, note }: { title: string; more?: string; note?: string }): ReactNode {
  return (
    <div className="h">
      <h2>{title}</h2>
      {more ? (
        <Link to={more} aria-label={`${title}，看全部`}>
          看全部
        </Link>
      ) : note ? (
        <span className="hint">{note}</span>
      ) : null}
    </div>
  );
}

/** One row of a list: where it leads, what it is, one line. */
export function Row({
  to,
  icon,
  tone = '',
  title,
  line,
  children,
}: {
  to: string;
  icon: IconName;
  tone?: 'apricot' | 'bamboo' | 'cinnabar' | '';
  title: ReactNode;
  line?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <Link className="row" to={to}>
      <span className={`disc ${tone}`}>
        <Icon name={icon} />
      </span>
      <span>
        <span className="t">{title}</span>
        {line ? (
          <span className="d">
            <br />
            {line}
          </span>
        ) : null}
        {children}
      </span>
      <Icon name="chevron-right" size="s" />
    </Link>
  );
}

/** Nothing here yet: what could be here, and the one thing to do. */
export function Empty({
  picture = 'tea',
  title,
  line,
  to,
  word,
}: {
  picture?: string;
  title: string;
  line: string;
  to?: string;
  word?: string;
}): ReactNode {
  return (
    <section className="card empty gap">
      <img src={`/illustrations/${picture}.svg`} alt="" width="148" height="83" />
      <h2>{title}</h2>
      <p className="soft">{line}</p>
      {to && word ? (
        <Link className="btn line" to={to}>
          {word}
        </Link>
      ) : null}
    </section>
  );
}

/** A telephone number to press. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}
