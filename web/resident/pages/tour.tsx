import type { ReactNode } from 'react';
import { data, Form, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { addressOf, readTour, tourSteps } from '../../features/tour/steps.ts';
import { Bar } from '../../ui/bar.tsx';
import { Row } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export function loader({ context, request }: LoaderFunctionArgs) {
  if (!context.demo) throw data({ detail: '走一遍是演示里的。这里是正式在用的。' }, { status: 404 });
  const tour = readTour(request.headers.get('cookie'));
  return { back: tour ? addressOf(tour) : null, ended: new URL(request.url).searchParams.has('ended') };
}

export const meta = (): { title: string }[] => [{ title: '五分钟走一遍' }];

/** What the tour shows, who one will be, and the button that begins it. */
export default function TourPage(): ReactNode {
  const { back, ended } = useLoaderData<typeof loader>();
  return (
    <>
      <Tabs />
      <Bar title="五分钟走一遍" back="/" />
      <main id="main" className="wrap">
        <h1 className="title">{ended ? '走到这里。想再看，随时从头来' : '一根电线，从拍下来到收走'}</h1>
        <p className="soft gap">
          一件小事，五个人接着办：居民、社区、网格员、街道、书记。每一步都是真的系统，您按一下就换一个人。不想动手，按“替我做这一步”。社区、街道、书记用的是电脑上的页面，用电脑走看得更全。
        </p>
        {back ? (
          <div className="card gap">
            <Row to={back} icon="play" tone="apricot" title="接着走" line="上次走到一半" />
          </div>
        ) : null}
        <Form method="post" action="/tour/next" reloadDocument className="gap">
          <button type="submit" className="btn go big wide" name="do" value="begin" data-busy="正在准备…">
            {back || ended ? '从头走一遍' : '开始走'}
          </button>
        </Form>
        <ol className="card gap">
          {tourSteps.map(({ id, who, sentence }, index) => (
            <li key={id} className="row bare">
              <span>
                <span className="t">
                  {index + 1}. {who}
                </span>
                <br />
                <span className="d">{sentence}</span>
              </span>
            </li>
          ))}
        </ol>
      </main>
    </>
  );
}
