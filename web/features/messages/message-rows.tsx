import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { Message } from '#contract/messages';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';

/** What one was told, newest first. Pressing a message reads it and opens what it speaks of. */
export function MessageRows({ items, now }: { items: Message[]; now: string }): ReactNode {
  return (
    <Form method="post" reloadDocument>
      <ul className="card gap">
        {items.map(({ id, title, body, urgent, createdAt, readAt }) => (
          <li key={id}>
            <button type="submit" name="open" value={id} className="row">
              <span className={`disc ${urgent ? 'cinnabar' : readAt ? '' : 'apricot'}`}>
                <Icon name={urgent ? 'clock' : 'mail'} />
              </span>
              <span>
                <span className="t">{title}</span>
                <br />
                <span className="d">{body}</span>
                <br />
                <span className="hint num">{momentName(createdAt, now)}</span>
              </span>
              {readAt ? <Icon name="chevron-right" size="s" /> : <Tag tone="wait">新</Tag>}
            </button>
          </li>
        ))}
      </ul>
    </Form>
  );
}

/** Above the list: all of it at once. */
export function ReadAll({ unread }: { unread: number }): ReactNode {
  if (unread === 0) return null;
  return (
    <Form method="post" reloadDocument className="gap">
      <button type="submit" name="open" value="all" className="btn quiet wide">
        {unread} 条没看的，都算看过
      </button>
    </Form>
  );
}
