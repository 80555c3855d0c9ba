import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { Button, Drawer } from 'antd';
import type { Message, MessageList, Unread } from '#contract/messages';
import { momentName } from '#shared/time';
import { ask, send } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Waiting } from '../../ui/desk/states.tsx';

/** What one has been told: the number unread, and a drawer with the messages. */
export function Bell() {
  const [isOpen, open] = useState(false);
  const unread = useQuery({ queryKey: ['messages', 'unread'], queryFn: () => ask<Unread>('messages/unread') });
  const count = unread.data?.unread ?? 0;
  return (
    <>
      <button type="button" className="plain bell" onClick={() => open(true)} aria-label={`消息，未读 ${count} 条`}>
        <Icon name="bell" size="xs" />
        {count > 0 && <b className="sm">{count}</b>}
      </button>
      <Drawer open={isOpen} onClose={() => open(false)} size={420} title="消息" mask={false} destroyOnHidden>
        <Messages onClose={() => open(false)} hasUnread={count > 0} />
      </Drawer>
    </>
  );
}

function Messages({ onClose, hasUnread }: { onClose: () => void; hasUnread: boolean }) {
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['messages', 'list'], queryFn: () => ask<MessageList>('messages', { limit: 50 }) });
  const refresh = (): void => void client.invalidateQueries({ queryKey: ['messages'] });
  const readAll = useMutation({ mutationFn: () => send('messages/read-all', { body: {} }), onSuccess: refresh });
  const readOne = useMutation({ mutationFn: (id: string) => send(`messages/${id}/read`), onSuccess: refresh });
  if (!list.data) return <Waiting />;
  if (list.data.items.length === 0) return <Empty>还没有消息。有人催办、交办、抄送给您，会在这里。</Empty>;
  return (
    <>
      {hasUnread && (
        <Button size="small" onClick={() => readAll.mutate()} loading={readAll.isPending}>
          全部标为看过
        </Button>
      )}
      <ul className="messages">
        {list.data.items.map((message) => (
          <MessageRow
            key={message.id}
            message={message}
            onOpen={() => {
              if (!message.readAt) readOne.mutate(message.id);
              onClose();
            }}
          />
        ))}
      </ul>
    </>
  );
}

function MessageRow({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const { now } = useSession();
  const navigate = useNavigate();
  const open = (): void => {
    onOpen();
    const link = deskLink(message);
    if (link) void navigate(link);
    else if (message.link) location.assign(message.link);
  };
  return (
    <li className={message.readAt ? undefined : 'new'}>
      <button type="button" className="plain" onClick={open}>
        <span className="row">
          <b className="cut">{message.title}</b>
          <span className="sp" />
          <time className="xs mute nw">{momentName(message.createdAt, now())}</time>
        </span>
        <span className="sm mute">{message.body}</span>
      </button>
    </li>
  );
}

/** A message about a matter leads to the matter on this desk. */
function deskLink(message: Message): string | null {
  const number = /\d{12}-\d{4}-\d{4,7}/.exec(`${message.subject ?? ''} ${message.link ?? ''}`)?.[0];
  return number ? `/matters/${message.areaId}/${number}` : null;
}
