import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Message, MessageList } from '#contract/messages';
import { momentName } from '#shared/time';
import { ask } from '../../../../lib/desk/api.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';

const shownMax = 4;

/** Unread messages: what the street supervises, what came from the hotline, what others finished. */
export function FromAbove() {
  const list = useQuery({
    queryKey: ['messages', 'list'],
    queryFn: () => ask<MessageList>('messages', { limit: 50 }),
  });
  const unread = (list.data?.items ?? []).filter((message) => !message.readAt);
  const total = list.data?.unread ?? 0;
  return (
    <section className="card">
      <h2>
        <Icon name="mail" size="xs" />
        上级与别处来的
        {total > 0 && <span className="r">未读 {total}</span>}
      </h2>
      <div className="evs">
        {list.data && unread.length === 0 && <p className="empty sm">没有没看过的。</p>}
        {unread.slice(0, shownMax).map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </div>
    </section>
  );
}

function Row({ message }: { message: Message }) {
  const { now } = useSession();
  const number = /\d{12}-\d{4}-\d{4,7}/.exec(`${message.subject ?? ''} ${message.link ?? ''}`)?.[0];
  return (
    <div className="ev two">
      <div>
        {message.title}
        <small>
          {momentName(message.createdAt, now())} {message.body}
        </small>
      </div>
      {number && (
        <Link className="ant-btn-like" to={`/matters/${message.areaId}/${number}`}>
          去看
        </Link>
      )}
    </div>
  );
}
