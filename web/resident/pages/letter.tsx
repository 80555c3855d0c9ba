import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { LetterPage } from '#contract/deliberation/letters';
import { AskForm, DoorsToReach, QuestionList } from '../../features/deliberation/letter-parts.tsx';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { dayName } from '#shared/time';
import { Bar, Tool } from '../../ui/bar.tsx';
import { FormProblem, Tag } from '../../ui/parts.tsx';
import '../../features/deliberation/talk.css';

export const handle = { comfort: true };

const pathOf = (params: LoaderFunctionArgs['params']) => ({ areaId: params.areaId ?? '', letterId: params.id ?? '' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = pathOf(params);
  const letter = await need(
    api(context).GET('/api/v1/areas/{areaId}/letters/{letterId}', { params: { path } }),
    request,
  );
  const said = new URL(request.url).searchParams.get('said');
  return { letter: letter as LetterPage, key: crypto.randomUUID(), said };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = pathOf(params);
  const form = await request.formData();
  const householdId = String(form.get('householdId') ?? '');
  const client = api(context);
  const asks = form.get('act') === 'ask';
  const answer = asks
    ? await client.POST('/api/v1/areas/{areaId}/letters/{letterId}/questions', {
        params: { path, header: keyOf(form) },
        body: { question: String(form.get('question') ?? '') },
      })
    : await client.PUT('/api/v1/areas/{areaId}/letters/{letterId}/doors/{householdId}', {
        params: { path: { ...path, householdId }, header: keyOf(form) },
      });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/letters/${path.areaId}/${path.letterId}${asks ? '?said=1' : ''}`);
}

export const meta = ({ data: page }: { data?: { letter: { title: string } } }): { title: string }[] => [
  { title: page?.letter.title ?? '一封信' },
];

/** 一封信: read by opening it; one may ask back. */
export default function LetterShown(): ReactNode {
  const { letter, key, said } = useLoaderData<typeof loader>();
  const problem = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const { households, app, door } = letter.reach;
  return (
    <>
      <Bar title="一封信" back={`/c/${letter.areaId}/talk`}>
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <p className="tags">
          <Tag tone="plain" icon="mail">
            写给{letter.to}
          </Tag>
        </p>
        <h1 className="title gap" data-read>
          {letter.title}
        </h1>
        <FormProblem sentence={problem?.sentence} />
        {said ? (
          <p className="card calm pad gap" role="status">
            收到了。社区回了会告诉您，别人看不到您问的。
          </p>
        ) : null}
        <p className="quote gap letter-body" data-read>
          {letter.body}
        </p>
        <p className="letter-signed">
          {letter.signed}
          <br />
          <span className="num">{letter.sentAt ? dayName(letter.sentAt, now) : ''}</span>
        </p>
        <p className="hint num">
          {households} 户里，{app} 户在手机上看了，{door} 户送到了门上
        </p>
        <QuestionList letter={letter} now={now} />
        {letter.actions.includes('ask') ? <AskForm formKey={key} /> : null}
        {letter.actions.includes('hand-over') ? <DoorsToReach letter={letter} formKey={key} /> : null}
      </main>
    </>
  );
}
