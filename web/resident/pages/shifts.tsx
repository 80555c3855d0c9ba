import type { ReactNode } from 'react';
import {
  data,
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { TurnAct } from '#contract/teams/shifts';
import { SlotRow } from '../../features/teams/slot-row.tsx';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { readCommunity, useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, FormProblem, Section } from '../../ui/parts.tsx';
import '../../features/teams/teams.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const areaId = search.get('area') ?? (await readCommunity(context, request));
  if (!areaId) throw redirect('/?choose=1');
  const skill = search.get('skill');
  const path = { areaId };
  const query = { days: 21, ...(skill ? { skill } : {}) };
  const list = await need(api(context).GET('/api/v1/areas/{areaId}/shifts', { params: { path, query } }), request);
  return { areaId, skill, list, key: crypto.randomUUID() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const areaId = text('area');
  const header = keyOf(form);
  const deed = text('do');
  const answer =
    deed === 'sign'
      ? await api(context).POST('/api/v1/areas/{areaId}/shifts/{shiftId}/turns', {
          params: { path: { areaId, shiftId: text('shift') }, header },
          body: { day: text('day') },
        })
      : await api(context).POST('/api/v1/areas/{areaId}/shift-turns/{turnId}', {
          params: { path: { areaId, turnId: text('turn') }, header },
          body: { do: deed } as TurnAct,
        });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(new URL(request.url).pathname + new URL(request.url).search);
}

export const meta = (): { title: string }[] => [{ title: '值守' }];

export default function Shifts(): ReactNode {
  const { areaId, skill, list, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const isMine = (slot: (typeof list.items)[number]): boolean => slot.turns.some(({ mine }) => mine);
  const isOffered = (slot: (typeof list.items)[number]): boolean =>
    slot.turns.some(({ actions }) => actions.includes('take'));
  const parts = [
    { title: '您的班', slots: list.items.filter(isMine) },
    { title: '有人想换班', slots: list.items.filter((slot) => !isMine(slot) && isOffered(slot)) },
    { title: '还缺人', slots: list.items.filter((slot) => !isMine(slot) && !isOffered(slot) && slot.maySign) },
  ].filter(({ slots }) => slots.length > 0);
  return (
    <>
      <Bar title="值守" back="/me" heading />
      <main id="main" className="wrap">
        <p className="soft num">
          {list.myMinutes > 0
            ? `您已经值守 ${Math.round(list.myMinutes / 6) / 10} 小时，辛苦了。`
            : '每周抽一两个小时，站里就有人。'}
        </p>
        <FormProblem sentence={said?.sentence} />
        {list.skills.length > 0 ? (
          <nav className="chips gap" aria-label="按特长看">
            {[null, ...list.skills].map((one) => (
              <Link
                key={one ?? ''}
                className={one === skill ? 'chip on' : 'chip'}
                aria-current={one === skill ? 'page' : undefined}
                to={`?area=${areaId}${one ? `&skill=${encodeURIComponent(one)}` : ''}`}
              >
                {one ? `会${one}` : '全部'}
              </Link>
            ))}
          </nav>
        ) : null}
        {parts.length === 0 ? (
          <Empty picture="team-volunteers" title="这几周的班都有人了" line="过几天再来看看，有人想换班这里会写出来。" />
        ) : null}
        {parts.map(({ title, slots }) => (
          <section key={title}>
            <Section title={title} note={`${slots.length} 个`} />
            <ul className="card slots">
              {slots.map((slot) => (
                <li key={`${slot.shiftId}${slot.day}`}>
                  <Form method="post" reloadDocument>
                    <input type="hidden" name="area" value={areaId} />
                    <input type="hidden" name="key" value={`${key}-${slot.shiftId}-${slot.day}`} />
                    <SlotRow slot={slot} now={now} />
                  </Form>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  );
}
