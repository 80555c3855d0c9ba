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
import type { TopicScope } from '#contract/deliberation/topics';
import { sendPictures } from '../../lib/send-pictures.ts';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Problem, Row } from '../../ui/parts.tsx';
import '../../features/deliberation/talk.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  if (!(await readMe(context))) throw redirect(signInPath(request));
  const path = { areaId: params.areaId ?? '' };
  const spots = await need(
    api(context).GET('/api/v1/areas/{areaId}/spots', { params: { path, query: { q: '' } } }),
    request,
  );
  const places = spots.items.filter(({ kind }) => kind === 'estate' || kind === 'building');
  return { areaId: path.areaId, places, key: crypto.randomUUID() };
}

type Said = {
  sentence: string;
  fields: Record<string, string>;
  similar: { id: string; title: string; stateName: string; supports: number }[];
  typed: Record<string, string>;
};

/** Topics that say the same are shown first; whoever still raises her own presses once more. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '' };
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const typed = Object.fromEntries(['title', 'why', 'where', 'named'].map((name) => [name, text(name)]));
  const said = (change: Partial<Said>, status: number) =>
    data<Said>({ sentence: '', fields: {}, similar: [], typed, ...change }, { status });
  if (text('sure') !== 'yes') {
    const query = { q: text('title') };
    const near = await maybe(api(context).GET('/api/v1/areas/{areaId}/similar-topics', { params: { path, query } }));
    if (near && near.items.length > 0) return said({ similar: near.items }, 200);
  }
  const { ids, problem } = await sendPictures(context, path.areaId, form.getAll('pictures'));
  if (problem) return said({ sentence: problem }, 422);
  const [scope = 'community', placeId = ''] = text('where').split('/');
  const answer = await api(context).POST('/api/v1/areas/{areaId}/topics', {
    params: { path, header: keyOf(form) },
    body: {
      title: text('title'),
      why: text('why'),
      scope: scope as TopicScope,
      placeId: placeId || null,
      images: ids,
      named: form.get('named') === 'yes',
    },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return said({ sentence: refused.detail, fields: refused.fields ?? {} }, refused.status);
  return redirect(`/topics/${path.areaId}/${answer.data?.id}`);
}

export const meta = (): { title: string }[] => [{ title: '提一个议题' }];

export default function TopicNew(): ReactNode {
  const { areaId, key } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  return (
    <>
      <Bar title="提一个议题" back={`/c/${areaId}/talk`} heading />
      <main id="main" className="wrap">
        <p className="soft">社区看过就公开，邻居来附议。附议够了，社区要答复。</p>
        <FormProblem sentence={said?.sentence} />
        {said && said.similar.length > 0 ? <Similar similar={said.similar} areaId={areaId} /> : null}
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <input type="hidden" name="key" value={key} />
          {said && said.similar.length > 0 ? <input type="hidden" name="sure" value="yes" /> : null}
          <Fields said={said} />
          <button type="submit" className="btn go wide big gap-l" data-busy="正在送…">
            {said && said.similar.length > 0 ? '不一样，还是提我的' : '提上去'}
          </button>
        </Form>
      </main>
    </>
  );
}

function Similar({ similar, areaId }: { similar: Said['similar']; areaId: string }): ReactNode {
  return (
    <section className="gap" role="status">
      <p className="card warm pad">邻居提过差不多的。附议它，比再提一个更快：</p>
      <div className="card gap">
        {similar.map(({ id, title, stateName, supports }) => (
          <Row
            key={id}
            to={`/topics/${areaId}/${id}`}
            icon="chat"
            title={title}
            line={`${stateName}，${supports} 位附议`}
          />
        ))}
      </div>
    </section>
  );
}

function Fields({ said }: { said: Said | undefined }): ReactNode {
  const { places } = useLoaderData<typeof loader>();
  const typed = said?.typed ?? {};
  const group = (kind: 'estate' | 'building') => places.filter((place) => place.kind === kind);
  return (
    <>
      <label className="label gap" htmlFor="topic-title">
        商量什么事
      </label>
      <input
        className="field"
        id="topic-title"
        name="title"
        required
        minLength={4}
        maxLength={40}
        defaultValue={typed['title']}
        placeholder="例如：东门口装一盏路灯"
      />
      <Problem id="topic-title" sentence={said?.fields['title']} />
      <label className="label gap" htmlFor="topic-why">
        为什么
      </label>
      <textarea
        className="field"
        id="topic-why"
        name="why"
        required
        minLength={4}
        maxLength={1000}
        rows={5}
        defaultValue={typed['why']}
      />
      <Problem id="topic-why" sentence={said?.fields['why']} />
      <label className="label gap" htmlFor="topic-where">
        和谁有关
      </label>
      <select className="field" id="topic-where" name="where" defaultValue={typed['where'] ?? 'community'}>
        <option value="community">全社区</option>
        <optgroup label="一个小区">
          {group('estate').map(({ areaId, label }) => (
            <option key={areaId} value={`estate/${areaId}`}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label="一栋楼">
          {group('building').map(({ areaId, label }) => (
            <option key={areaId} value={`building/${areaId}`}>
              {label}
            </option>
          ))}
        </optgroup>
      </select>
      <Problem id="topic-where" sentence={said?.fields['placeId']} />
      <label className="label gap" htmlFor="topic-pictures">
        照片（可不传，最多 3 张）
      </label>
      <input className="field" id="topic-pictures" type="file" name="pictures" accept="image/*" multiple />
      <label className="tick">
        <input type="checkbox" name="named" value="yes" defaultChecked={typed['named'] === 'yes'} />
        <span>写上我的职务（楼栋长、志愿者等；没有就写“邻居某**”）</span>
      </label>
    </>
  );
}
