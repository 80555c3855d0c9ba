import type { ReactNode } from 'react';
import { data, Form, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { api, need, safeNext } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const steps = [1, 8, 30];

export function loader({ context, request }: LoaderFunctionArgs) {
  if (!context.demo) throw data({ detail: '只有演示里才能快进时间。' }, { status: 404 });
  return { back: safeNext(new URL(request.headers.get('referer') ?? 'http://inside/').pathname) };
}

export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  await need(api(context).POST('/api/v1/clock/advance', { body: { days: Number(form.get('days')) } }), request);
  return redirect(safeNext(String(form.get('back'))));
}

export const meta = (): { title: string }[] => [{ title: '演示的钟' }];

/** The demo clock: what happens when nobody does anything for a day, eight, thirty. */
export default function Clock(): ReactNode {
  const { back } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Tabs />
      <Bar title="演示的钟" back={back} heading />
      <main id="main" className="wrap">
        <section className="card pad center">
          <p className="title num">{clockTime(now)}</p>
          <p className="soft">
            {dayName(now, now)} {weekdayName(now)}
          </p>
        </section>
        <p className="soft gap">
          往前拨一拨，看看没人理的事会怎样：到时限会催，晚了会告诉上级，不评价的到时归档。拨过去就拨不回来了。
        </p>
        <Form method="post" reloadDocument className="stack gap">
          <input type="hidden" name="back" value={back} />
          {steps.map((days) => (
            <button key={days} type="submit" className="btn line big wide" name="days" value={days}>
              快进 {days} 天
            </button>
          ))}
        </Form>
      </main>
    </>
  );
}
