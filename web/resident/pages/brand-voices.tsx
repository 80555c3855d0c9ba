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
import type { ChoicePage } from '#contract/brands/choice';
import { lastDay } from '../../features/brands/brand-words.ts';
import { ThemePicks, ThemeResults } from '../../features/brands/theme-choice.tsx';
import { readArea } from '../../lib/area.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import '../../features/brands/brands.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.areaId);
  const path = { areaId: area.id };
  const asked = api(context).GET('/api/v1/areas/{areaId}/brand/choice', { params: { path } });
  return { choice: await need(asked, request), key: crypto.randomUUID(), path: new URL(request.url).pathname };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const area = await readArea(context, request, params.areaId);
  const form = await request.formData();
  const path = { areaId: area.id, choiceId: String(form.get('choiceId') ?? '') };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/brand/choices/{choiceId}/voices', {
    params: { path, header: keyOf(form) },
    body: { themeId: String(form.get('themeId') ?? ''), words: String(form.get('words') ?? '') },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/b/${params.areaId ?? ''}/voices`);
}

export const meta = ({ data: page }: { data?: { choice: { question: string } } }): { title: string }[] => [
  { title: page?.choice.question ?? '选主题' },
];

/** Residents choose what their brand is about: one voice each, with a sentence if they like. */
export default function BrandVoices(): ReactNode {
  const { choice, key, path } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const mayVoice = choice.actions.includes('voice');
  return (
    <>
      <Bar title={`${choice.areaName} · 一社一品`} back={`/b/${choice.areaId}`} />
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {choice.question}
        </h1>
        <div className="gap">
          <p className="tags">
            <Tag tone={choice.state === 'open' ? 'wait' : 'ok'} icon="people">
              {choice.voices} 人出声
            </Tag>
            <Tag tone="plain" icon="clock">
              {choice.state === 'open' ? lastDay(choice.closesOn, now) : '已经截止'}
            </Tag>
          </p>
        </div>
        <FormProblem sentence={said?.sentence} />
        {mayVoice ? <VoiceForm choice={choice} formKey={key} /> : <Standing choice={choice} path={path} />}
        {choice.sentences.length > 0 ? (
          <>
            <Section title="大家怎么说" />
            {choice.sentences.map(({ theme, words }) => (
              <p key={words} className="said">
                {words}
                <small>选“{theme}”的邻居</small>
              </p>
            ))}
          </>
        ) : null}
        <p className="hint gap-l">一人一次。截止以前不显示谁多谁少，免得跟着选；说的话社区看过才登出来，不写名字。</p>
      </main>
    </>
  );
}

function VoiceForm({ choice, formKey }: { choice: ChoicePage; formKey: string }): ReactNode {
  return (
    <Form method="post" reloadDocument className="gap">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="choiceId" value={choice.id} />
      <ThemePicks themes={choice.themes} />
      <label className="label gap" htmlFor="words">
        想说的一句话 <span className="hint">可不填</span>
      </label>
      <input id="words" name="words" className="field" maxLength={100} placeholder="例如：我家有一台老织机，可以借" />
      <button type="submit" className="btn go wide big gap" data-busy="正在记…">
        就选它
      </button>
    </Form>
  );
}

/** Where it stands for whoever cannot choose now: chosen already, closed, not of this community, not signed in. */
function Standing({ choice, path }: { choice: ChoicePage; path: string }): ReactNode {
  const isOpen = choice.state === 'open';
  return (
    <div className="gap">
      {isOpen && choice.mine ? <p className="card calm pad">您的声音记下了。截止那天晚上看结果。</p> : null}
      {choice.state === 'tied' ? <p className="card warm pad">前面几个一样多，由社区写明理由来定。</p> : null}
      {choice.reason ? (
        <p className="card calm pad">
          <b>社区的理由：</b>
          {choice.reason}
        </p>
      ) : null}
      <div className="gap">
        <ThemeResults choice={choice} />
      </div>
      {choice.actions.includes('sign-in') ? (
        <Link className="btn go wide big gap" to={`/login?next=${encodeURIComponent(path)}`}>
          登录以后选
        </Link>
      ) : null}
      {isOpen && !choice.mine && !choice.actions.includes('sign-in') ? (
        <p className="hint gap">这是{choice.areaName}居民选的，您可以看，不能选。</p>
      ) : null}
    </div>
  );
}
