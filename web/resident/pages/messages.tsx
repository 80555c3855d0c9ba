import type { ReactNode } from 'react';
import { Link, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import type { Reading } from '../../features/messages/message-place.ts';
import { MessageRows, ReadAll } from '../../features/messages/message-rows.tsx';
import { openMessage } from '../../features/messages/open-message.ts';
import { api, need } from '../../lib/api.ts';
import { readMe, useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  return need(api(context).GET('/api/v1/messages', { params: { query } }), request);
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const start = (await readMe(context))?.start ?? '/';
  return openMessage(context, request, { reading: readings[start], home: '/messages' });
}

const readings: Record<'/' | '/grid' | '/desk', Reading> = { '/': 'resident', '/grid': 'grid', '/desk': 'desk' };

export const meta = (): { title: string }[] => [{ title: '消息' }];

export default function Messages(): ReactNode {
  const { items, next, unread } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="me" />
      <Bar title="消息" back="/me" heading />
      <main id="main" className="wrap">
        {items.length === 0 ? (
          <Empty
            picture="empty-messages"
            title="还没有消息"
            line="您反映的事每走一步，这里都会告诉您。"
            to="/report"
            word="我要反映"
          />
        ) : null}
        <ReadAll unread={unread} />
        {items.length > 0 ? <MessageRows items={items} now={now} /> : null}
        {next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
