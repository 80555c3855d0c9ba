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
import { sendPictures } from '../../lib/send-pictures.ts';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Problem } from '../../ui/parts.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  const [words, mine] = await Promise.all([
    need(api(context).GET('/api/v1/work-words'), request),
    maybe(api(context).GET('/api/v1/me/teams')),
  ]);
  const areaId = params.areaId ?? '';
  const teams = (mine?.items ?? []).filter((team) => team.areaId === areaId && team.standing !== 'asked');
  return { me, words, teams, areaId, key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const areaId = params.areaId ?? '';
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const { ids, problem } = await sendPictures(context, areaId, form.getAll('pictures'));
  if (problem) return data({ sentence: problem, fields: {} as Record<string, string> }, { status: 422 });
  const answer = await api(context).POST('/api/v1/areas/{areaId}/works', {
    params: { path: { areaId }, header: keyOf(form) },
    body: {
      kind: text('kind'),
      title: text('title'),
      authors: text('authors'),
      shown: form.get('shown') === 'yes',
      teamId: text('team') || null,
      theme: text('theme'),
      body: text('body'),
      images: ids,
      media: text('media') || null,
      topic: '',
      topicNumber: null,
      heritage: '',
      madeOn: null,
    },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail, fields: refused.fields ?? {} }, { status: refused.status });
  return redirect(`/works/${areaId}/${answer.data?.id}`);
}

export const meta = (): { title: string }[] => [{ title: '交一件作品' }];

export default function WorkNew(): ReactNode {
  const { me, words, teams, areaId, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string; fields: Record<string, string> }>();
  return (
    <>
      <Bar title="交一件作品" back={`/c/${areaId}/works`} heading />
      <main id="main" className="wrap">
        <p className="soft">书记看过以后挂到作品墙上，挂上了会告诉您。</p>
        <FormProblem sentence={said?.sentence} />
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <input type="hidden" name="key" value={key} />
          <label className="label gap" htmlFor="work-title">
            叫什么名字
          </label>
          <input className="field" id="work-title" name="title" required maxLength={60} />
          <Choice name="kind" label="是哪一种" words={words.kinds} required />
          <label className="label gap" htmlFor="work-authors">
            谁做的
          </label>
          <input className="field" id="work-authors" name="authors" required maxLength={60} defaultValue={me.name} />
          <label className="tick">
            <input type="checkbox" name="shown" value="yes" />
            <span>名字可以写出来（不勾，墙上就不写名字）</span>
          </label>
          <label className="label gap" htmlFor="work-body">
            歌词、台词，或者几句说明
          </label>
          <textarea className="field" id="work-body" name="body" maxLength={6000} rows={6} />
          <Problem id="work-body" sentence={said?.fields['body']} />
          <label className="label gap" htmlFor="work-pictures">
            照片（可不传，最多 9 张）
          </label>
          <input className="field" id="work-pictures" type="file" name="pictures" accept="image/*" multiple />
          <label className="label gap" htmlFor="work-media">
            能听能看的网址（可不填，https 开头）
          </label>
          <input className="field" id="work-media" name="media" type="url" maxLength={300} />
          <Choice name="theme" label="关于什么（可不选）" words={words.themes} />
          {teams.length > 0 ? (
            <>
              <label className="label gap" htmlFor="work-team">
                哪支队伍的（可不选）
              </label>
              <select className="field" id="work-team" name="team">
                <option value="">自己做的</option>
                {teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </>
          ) : null}
          <button type="submit" className="btn go wide big gap-l" data-busy="正在送…">
            交上去
          </button>
        </Form>
      </main>
    </>
  );
}

function Choice({
  name,
  label,
  words,
  required = false,
}: {
  name: string;
  label: string;
  words: string[];
  required?: boolean;
}): ReactNode {
  return (
    <>
      <label className="label gap" htmlFor={`work-${name}`}>
        {label}
      </label>
      <select className="field" id={`work-${name}`} name={name} required={required}>
        {required ? null : <option value="">不选</option>}
        {words.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    </>
  );
}
