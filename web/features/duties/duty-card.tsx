import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { DutyItem } from '#contract/duties';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';
import { keepsDuty } from './keeps-duty.ts';
import { findingPath, isWaiting, nothingFound, roundPath, waitingOf, type DutyRound } from './rounds.ts';

/** How a duty stands: a sign and words, never colour alone. */
export function DutyTag({ item, now }: { item: DutyItem; now: string }): ReactNode {
  if (item.state === 'done')
    return (
      <Tag tone="ok" icon="check">
        {item.done ? momentName(item.done.at, now).replace(/^今天 /, '') : ''} 做了
      </Tag>
    );
  if (item.state === 'excused')
    return (
      <Tag tone="plain" icon="pause">
        请假
      </Tag>
    );
  return (
    <Tag tone={item.state === 'late' ? 'late' : 'wait'} icon="clock">
      {item.state === 'late' ? '过了时候' : item.byText}
    </Tag>
  );
}

/** A round that waits to be done: what it is, where, and one press where nothing was found. */
export function DutyCard({ round, formKey, now }: { round: DutyRound; formKey: string; now: string }): ReactNode {
  const { first, items } = round;
  const waiting = items.filter(isWaiting);
  const path = roundPath(round);
  const quick = nothingFound(waitingOf(round));
  return (
    <article className={first.state === 'late' ? 'card job overdue' : 'card job'}>
      <div className="top">
        <h3 className="t">
          <Link to={path}>{items.length > 1 ? first.setName : first.name}</Link>
        </h3>
        {items.length === 1 ? (
          <DutyTag item={first} now={now} />
        ) : (
          <Tag tone="wait">{`${items.length - waiting.length}／${items.length}`}</Tag>
        )}
      </div>
      <p className="meta">
        <Icon name={first.does.includes('patrol') ? 'walk' : 'chat'} size="s" />
        <span>{first.subject.label}</span>
        {first.standsFor ? <span className="pt">代{first.standsFor}</span> : null}
      </p>
      {items.length > 1 ? (
        <ul className="of-round">
          {items.map((item) => (
            <li key={item.duty}>
              <span>{item.name}</span>
              <DutyTag item={item} now={now} />
            </li>
          ))}
        </ul>
      ) : null}
      <div className={quick ? 'do n2' : 'do n1'}>
        <Link className={quick ? 'btn quiet' : 'btn go'} to={quick ? findingPath(round) : path}>
          {quick ? (first.starts.length > 0 ? '发现了问题' : '记一笔') : '记一笔'}
        </Link>
        {quick ? (
          <Form
            method="post"
            action={path}
            reloadDocument
            {...keepsDuty(round, { fields: [], quick, reporting: null })}
          >
            <input type="hidden" name="key" value={`${formKey}-${first.set}-${first.subject.id}-${first.duty}`} />
            <button type="submit" className="btn go wide" name="quick" value="1" data-busy="正在记…">
              今天没发现问题
            </button>
          </Form>
        ) : null}
      </div>
    </article>
  );
}

/** A duty that is done or excused, as a line. */
export function DutyLine({ item, now }: { item: DutyItem; now: string }): ReactNode {
  return (
    <li>
      <span>
        {item.name} <span className="hint">{item.subject.label}</span>
      </span>
      <DutyTag item={item} now={now} />
    </li>
  );
}
