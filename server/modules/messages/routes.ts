import { route, type Route } from '#platform/http';
import { Message, MessageList, MessageParams, MessageQuery, Unread } from './contract.ts';
import { countUnread, listMessages, markAllRead, markRead } from './service.ts';

export function messageRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/messages',
      summary: 'My messages from every area, newest first',
      tag: 'messages',
      permission: 'session',
      query: MessageQuery,
      answer: MessageList,
      handle: async ({ tx, actor, query }) => listMessages(tx, actor, query),
    }),
    route({
      method: 'GET',
      path: '/api/v1/messages/unread',
      summary: 'How many of my messages are unread',
      tag: 'messages',
      permission: 'session',
      answer: Unread,
      handle: async ({ tx, actor }) => ({ unread: await countUnread(tx, actor) }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/messages/:messageId/read',
      summary: 'Mark one message read',
      tag: 'messages',
      permission: 'session',
      params: MessageParams,
      answer: Message,
      handle: async ({ tx, actor, params }) => markRead(tx, actor, params.messageId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/messages/read-all',
      summary: 'Mark all my messages read',
      tag: 'messages',
      permission: 'session',
      answer: Unread,
      handle: async ({ tx, actor }) => {
        await markAllRead(tx, actor);
        return { unread: 0 };
      },
    }),
  ];
}
