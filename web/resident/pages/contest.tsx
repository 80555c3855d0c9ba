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
import { limitName } from '#shared/time';
import { WorkCard } from '../../features/activities/work-card.tsx';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, FormProblem, Section, Tag } from '../../ui/parts.tsx';
import '../../features/activities/programmes.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/activities/{activityId}/contest', { params: { path } });
  return { contest: await need(asked, request), key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', activityId: params.id ?? '' };
  const form = await request.formData();
  const word = (name: string): string => String(form.get(name) ?? '').trim();
  const body = { title: word('title'), words: word('words'), band: word('band'), signed: word('signed') };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/activities/{activityId}/contest/entries', {
    params: { path, header: keyOf(form) },
    body,
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail, body }, { status: refused.status });
  return redirect(`/contests/${path.areaId}/${path.activityId}`);
}

export const meta = ({ data: page }: { data?: { contest: { title: string } } }): { title: string }[] => [
  { title: page?.contest.title ?? '作品展' },
];

/** The exhibition of a contest, age band by age band; while it takes entries, the form to hand one in. */
export default function Contest(): ReactNode {
  const { contest, key } = useLoaderData<typeof loader>();
  const { now, me } = useVisit();
  const tone = contest.stage === 'open' ? 'wait' : contest.stage === 'judged' ? 'ok' : 'plain';
  return (
    <>
      <Bar title="作品展" back={`/activities/${contest.areaId}/${contest.activityId}`} />
      <main id="main" className="wrap">
        <h1 className="title">{contest.title}</h1>
        <p className="tags gap">
          <Tag tone={tone}>{contest.stageName}</Tag>
          <span className="soft">
            {contest.stage === 'open'
              ? `${limitName(contest.entriesUntil, now)} 截止`
              : `收到 ${contest.entries.length} 件，${contest.jurors.length} 位评委各打各的分`}
          </span>
        </p>
        {contest.summary ? <p className="quote gap">{contest.summary}</p> : null}
        {contest.actions.includes('enter') ? (
          <HandIn bands={contest.bands.map(({ name }) => name)} formKey={key} name={me?.name ?? ''} />
        ) : null}
        {contest.entries.length === 0 ? (
          <Empty picture="paper-cutting" title="还没有作品" line="第一件作品会挂在最前面。" />
        ) : null}
        {contest.bands
          .filter(({ entries }) => entries > 0)
          .map(({ name, entries }) => (
            <section key={name}>
              <Section title={name} note={`${entries} 件`} />
              <div className="works">
                {contest.entries
                  .filter((one) => one.band === name)
                  .map((one) => (
                    <WorkCard key={one.id} work={one} />
                  ))}
              </div>
            </section>
          ))}
      </main>
    </>
  );
}

function HandIn({ bands, formKey, name }: { bands: string[]; formKey: string; name: string }): ReactNode {
  const said = useActionData<{ sentence: string; body: Record<string, string> }>();
  const left = said?.body;
  return (
    <section>
      <Section title="交一件作品" note="每人最多三件" />
      <FormProblem sentence={said?.sentence} />
      <Form method="post" reloadDocument className="card pad programme-form">
        <input type="hidden" name="key" value={formKey} />
        <label className="label" htmlFor="work-title">
          作品名
        </label>
        <input className="field" id="work-title" name="title" required maxLength={30} defaultValue={left?.['title']} />
        <label className="label" htmlFor="work-band">
          组别
        </label>
        <select className="field" id="work-band" name="band" defaultValue={left?.['band'] ?? bands[0]}>
          {bands.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <label className="label" htmlFor="work-signed">
          展出时署什么名
        </label>
        <input
          className="field"
          id="work-signed"
          name="signed"
          required
          maxLength={20}
          defaultValue={left?.['signed'] ?? name}
        />
        <label className="label" htmlFor="work-words">
          说说这件作品（原件交到社区，工作人员会拍照挂上来）
        </label>
        <textarea
          className="field"
          id="work-words"
          name="words"
          rows={3}
          maxLength={300}
          defaultValue={left?.['words']}
        />
        <button type="submit" className="btn go wide big gap" data-busy="正在交…">
          交作品
        </button>
      </Form>
    </section>
  );
}
