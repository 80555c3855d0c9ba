import type { ReactNode } from 'react';
import { Link, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { MessageRows, ReadAll } from '../../features/messages/message-rows.tsx';
import { openMessage } from '../../features/messages/open-message.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Empty } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { grid: true };

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireGrid(context, request);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  return need(api(context).GET('/api/v1/messages', { params: { query } }), request);
}

export function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  return openMessage(context, request, { reading: 'grid', home: '/grid/messages' });
}

export const meta = (): { title: string }[] => [{ title: '消息' }];

/** What she must be told: given to her, reminded, late. */
export default function GridMessages(): ReactNode {
  const { items, next, unread } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <GridTabs on="messages" />
      <main id="main" className="wrap">
        <h1 className="title gap">消息</h1>
        <ReadAll unread={unread} />
        {items.length === 0 ? (
          <Empty
            picture="empty-messages"
            title="还没有消息"
            line="交给您的事、催办、快到时限的，这里都会说一声。"
            to="/grid"
            word="回到今日"
          />
        ) : (
          <MessageRows items={items} now={now} />
        )}
        {next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
