import type { ReactNode } from 'react';
import { Form, Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { momentName } from '#shared/time';
import { GridTabs } from '../../features/matters/grid-tabs.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Tag } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireGrid(context, request);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  return need(api(context).GET('/api/v1/messages', { params: { query } }), request);
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  await need(api(context).POST('/api/v1/messages/read-all'), request);
  return redirect('/grid/messages');
}

export const meta = (): { title: string }[] => [{ title: '消息' }];

/** On a phone, a matter a message speaks of is opened in the worker's own page, not on the desk. */
function onPhone(link: string | null): string {
  return link?.replace(/^\/desk\/matters\/(?=[^/]+\/[^/]+$)/, '/grid/m/') ?? '/grid/messages';
}

/** What she must be told: given to her, reminded, late. */
export default function GridMessages(): ReactNode {
  const { items, next, unread } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <GridTabs on="messages" />
      <main id="main" className="wrap">
        <h1 className="title gap">消息</h1>
        {unread > 0 ? (
          <Form method="post" reloadDocument className="gap">
            <button type="submit" className="btn quiet wide">
              {unread} 条没看的，都算看过
            </button>
          </Form>
        ) : null}
        {items.length === 0 ? (
          <Empty
            picture="empty-messages"
            title="还没有消息"
            line="交给您的事、催办、快到时限的，这里都会说一声。"
            to="/grid"
            word="回到今日"
          />
        ) : (
          <ul className="card gap">
            {items.map(({ id, title, body, link, urgent, createdAt, readAt }) => (
              <li key={id}>
                <Link className="row" to={onPhone(link)}>
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
                </Link>
              </li>
            ))}
          </ul>
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
