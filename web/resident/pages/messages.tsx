import type { ReactNode } from 'react';
import { Form, Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { momentName } from '#shared/time';
import { api, need } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Tag } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get('cursor');
  const query = { limit: 30, ...(cursor ? { cursor } : {}) };
  return need(api(context).GET('/api/v1/messages', { params: { query } }), request);
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  await need(api(context).POST('/api/v1/messages/read-all'), request);
  return redirect('/messages');
}

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
        {unread > 0 ? (
          <Form method="post" reloadDocument>
            <button type="submit" className="btn quiet wide">
              {unread} 条没看的，都算看过
            </button>
          </Form>
        ) : null}
        {items.length > 0 ? (
          <ul className="card gap">
            {items.map(({ id, title, body, link, urgent, createdAt, readAt }) => (
              <li key={id}>
                <Link className="row" to={link ?? '/messages'}>
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
        ) : null}
        {next ? (
          <Link className="btn quiet wide gap" to={`?cursor=${encodeURIComponent(next)}`}>
            再看一些
          </Link>
        ) : null}
      </main>
    </>
  );
}
