import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type LoaderFunctionArgs,
} from 'react-router';
import { clockTime, dayName } from '#shared/time';
import { readTour, type Tour } from '../features/tour/steps.ts';
import { TourBar } from '../features/tour/tour-bar.tsx';
import { api, maybe, type Refused } from '../lib/api.ts';
import { readElder, readMe, useVisit, type Visit } from '../lib/visit.ts';
import { Tabs } from '../ui/tabs.tsx';
import '../ui/tokens.css';
import '../ui/kit.css';

declare const __COMFORT__: string;
declare const __GRID_COMFORT__: string;
declare const __GRID_OFFLINE__: string;
declare const __BUILD__: string;

// The house's seal in its cinnabar, small enough to travel inside the page.
const seal =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23b5392b'/%3E%3Cpath d='M9 9h14v9H9zM9 13.500h14M16 9v14M7 23h18' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

/**
 * What a route says of itself: `comfort` takes the small script, `scripts` the hydrated page; else it ships none. `grid`: a
 * page of workers, which installs and works without network; `shell`: the one that stands in for them then.
 */
export type Handle = { comfort?: boolean; scripts?: boolean; grid?: boolean; shell?: boolean };

type Page = Visit & { nonce: string; tour: Tour | null };

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Page> {
  const me = await readMe(context);
  const homeId = me?.homeArea?.id;
  const query = { mine: 'waiting', status: 'open', limit: 20 } as const;
  const waits = homeId
    ? await maybe(api(context).GET('/api/v1/areas/{areaId}/matters', { params: { path: { areaId: homeId }, query } }))
    : null;
  return {
    demo: context.demo,
    now: context.now.toISOString(),
    elder: await readElder(context, request),
    me,
    waiting: waits?.items.length ?? 0,
    nonce: context.nonce,
    tour: context.demo ? readTour(request.headers.get('cookie')) : null,
  };
}

export function Layout({ children }: { children: ReactNode }): ReactNode {
  const { elder } = useVisit();
  const tour = useRouteLoaderData<Page>('root')?.tour;
  const handles = useMatches().map(({ handle }) => (handle ?? {}) as Handle);
  return (
    <html lang="zh-CN" className={elder ? 'elder' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="theme-color" content="#fbf8f2" />
        <link rel="icon" href={seal} />
        <Meta />
        <Links />
        {handles.some(({ comfort }) => comfort) ? <script type="module" src={__COMFORT__} /> : null}
        {handles.some(({ grid }) => grid) ? <Installable shell={handles.some(({ shell }) => shell)} /> : null}
      </head>
      <body>
        <a className="skip" href="#main">
          跳到正文
        </a>
        {tour ? <TourBar tour={tour} /> : null}
        <DemoStrip still={handles.some(({ shell }) => shell)} />
        {children}
        {handles.some(({ scripts }) => scripts) ? <Scripts /> : null}
      </body>
    </html>
  );
}

/** What makes the pages of workers an app of their own on the phone. The script is told whose session this is. */
function Installable({ shell }: { shell: boolean }): ReactNode {
  const { me } = useVisit();
  return (
    <>
      <link rel="manifest" href="/grid.webmanifest" />
      <link rel="apple-touch-icon" href="/app-icons/grid-180.png" />
      {shell ? <link rel="modulepreload" href={__COMFORT__} /> : null}
      {shell ? <link rel="modulepreload" href={__GRID_COMFORT__} /> : null}
      <script
        type="module"
        src={__GRID_OFFLINE__}
        id="grid-offline"
        data-build={__BUILD__}
        data-session={me && me.roles.length > 0 ? me.session : ''}
        data-shell={shell ? `${__COMFORT__} ${__GRID_COMFORT__}` : undefined}
      />
    </>
  );
}

/** Legal text of demo mode, on every page, with the demo's own time; without it where the page was kept. */
function DemoStrip({ still }: { still: boolean }): ReactNode {
  const { demo, now } = useVisit();
  if (!demo) return null;
  const legal = <span>演示数据，除注明出处外均为虚构</span>;
  if (still)
    return (
      <aside className="demo" aria-label="演示说明">
        {legal}
      </aside>
    );
  return (
    <aside className="demo" aria-label="演示说明">
      {legal}
      <Link to="/tour">
        <span className="on-wide">五分钟</span>走一遍
      </Link>
      <Link to="/clock" className="num">
        {dayName(now, now)} {clockTime(now)}
      </Link>
    </aside>
  );
}

export default function Root(): ReactNode {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

const titles: Partial<Record<number, string>> = { 403: '这一页不对您开放', 404: '没找到这一页' };

/** Something is not there, not ours to show, or broken: what happened in a sentence, and where to go on. */
export function ErrorBoundary(): ReactNode {
  const error = useRouteError();
  const refused = isRouteErrorResponse(error) ? ((error.data ?? {}) as Partial<Refused>) : {};
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title = titles[status] ?? (status < 500 ? '这次没办成' : '我们这边出了点问题');
  const line =
    refused.detail ??
    (status === 404
      ? '链接可能抄漏了一个字，或者这件事已经移走了。'
      : '您写的东西没有丢。过一会儿再试，急事请直接打电话。');
  return (
    <>
      <title>{title}</title>
      <Tabs />
      <main id="main" className="wrap">
        <section className="card empty gap">
          <img src="/illustrations/error-page.svg" alt="" width="180" height="120" />
          <h1 className="title">{title}</h1>
          <p className="soft">{line}</p>
          <Link className="btn go" to="/">
            回到首页
          </Link>
        </section>
      </main>
    </>
  );
}
