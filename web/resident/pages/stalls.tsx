import type { ReactNode } from 'react';
import {
  data,
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { activityTime } from '../../features/activities/activity-card.tsx';
import { StallCard } from '../../features/activities/stall-card.tsx';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, FormProblem, Section } from '../../ui/parts.tsx';
import '../../features/activities/programmes.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const [activity, stalls] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}', { params: { path } }), request),
    need(api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}/stalls', { params: { path } }), request),
  ]);
  return { activity, stalls, key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const form = await request.formData();
  const stallId = String(form.get('stall') ?? '');
  const base = '/api/v1/areas/{areaId}/activities/{activityId}/stalls' as const;
  const word = (name: string): string => String(form.get(name) ?? '').trim();
  const body = { name: word('name'), service: word('service'), keeper: word('keeper'), words: word('words') };
  const answer = stallId
    ? await api(context).DELETE(`${base}/{stallId}`, { params: { path: { ...path, stallId }, header: keyOf(form) } })
    : await api(context).POST(base, { params: { path, header: keyOf(form) }, body });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail, body }, { status: refused.status });
  return redirect(`/activities/${path.areaId}/${path.activityId}/stalls`);
}

export const meta = (): { title: string }[] => [{ title: '集市摊位' }];

export default function Stalls(): ReactNode {
  const { activity, stalls, key } = useLoaderData<typeof loader>();
  const { now, me } = useVisit();
  const mayAsk = stalls.actions.includes('ask');
  return (
    <>
      <Bar title="集市摊位" back={`/activities/${activity.areaId}/${activity.id}`} heading />
      <main id="main" className="wrap">
        <p className="soft">
          {activity.title} · {activityTime(activity.startsAt, now)} · {activity.place}
        </p>
        {stalls.served > 0 ? <p className="gap">这一场一共服务了 {stalls.served} 人次。</p> : null}
        {stalls.items.length === 0 ? (
          <Empty picture="market" title="还没有定下摊位" line="会理发的、会磨刀的、想换旧书的，都可以来摆一个。" />
        ) : (
          <div className="stack gap">
            {stalls.items.map((one) => (
              <StallCard key={one.id} stall={one} formKey={key} />
            ))}
          </div>
        )}
        {mayAsk ? <AskForm services={stalls.services} formKey={key} name={me?.name ?? ''} /> : null}
      </main>
    </>
  );
}

type AskProps = { services: string[]; formKey: string; name: string };

function AskForm({ services, formKey, name }: AskProps): ReactNode {
  const said = useActionData<{ sentence: string; body: Record<string, string> }>();
  const left = said?.body;
  return (
    <section id="ask">
      <Section title="我也来摆一个" note="社区答复以后才算定" />
      <FormProblem sentence={said?.sentence} />
      <Form method="post" reloadDocument className="card pad programme-form">
        <input type="hidden" name="key" value={formKey} />
        <label className="label" htmlFor="stall-service">
          做什么
        </label>
        <select className="field" id="stall-service" name="service" defaultValue={left?.['service'] ?? services[0]}>
          {services.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <label className="label" htmlFor="stall-name">
          摊位叫什么
        </label>
        <input
          className="field"
          id="stall-name"
          name="name"
          required
          minLength={2}
          maxLength={20}
          defaultValue={left?.['name']}
        />
        <label className="label" htmlFor="stall-keeper">
          谁来摆（您的称呼，或者单位、队伍）
        </label>
        <input
          className="field"
          id="stall-keeper"
          name="keeper"
          required
          maxLength={30}
          defaultValue={left?.['keeper'] ?? name}
        />
        <label className="label" htmlFor="stall-words">
          要桌子、要电，在这里说（可不填）
        </label>
        <input className="field" id="stall-words" name="words" maxLength={200} defaultValue={left?.['words']} />
        <button type="submit" className="btn go wide big gap" data-busy="正在报…">
          报这个摊位
        </button>
      </Form>
    </section>
  );
}
