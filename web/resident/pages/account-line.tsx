import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { Supervision } from '../../features/funds/account-parts.tsx';
import '../../features/funds/accounts.css';
import {
  AskForm,
  Corrections,
  LineAmount,
  LineFacts,
  Papers,
  Questions,
  type Asked,
} from '../../features/funds/line-parts.tsx';
import { fundPath } from '../../features/funds/money.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { areaId = '', fundId = '', month = '', seq = '' } = params;
  const path = { areaId, fundId, month: Number(month), seq: Number(seq) };
  const asked = api(context).GET('/api/v1/areas/{areaId}/funds/{fundId}/account/{month}/lines/{seq}', {
    params: { path },
  });
  const page = await need(asked, request);
  const sent = new URL(request.url).searchParams.has('sent');
  return { page, sent, key: crypto.randomUUID(), signIn: signInPath(request) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { areaId = '', fundId = '', month = '', seq = '' } = params;
  const form = await request.formData();
  const words = String(form.get('words') ?? '').trim();
  const answer = await api(context).POST('/api/v1/areas/{areaId}/funds/{fundId}/questions', {
    params: { path: { areaId, fundId }, header: keyOf(form) },
    body: { month: Number(month), seq: Number(seq), words },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) {
    const said: Asked = { sentence: refused.detail, fields: refused.fields ?? {}, words };
    return data(said, { status: refused.status });
  }
  return redirect(`/f/${areaId}/${fundId}/${month}/${seq}?sent=1#main`);
}

export const meta = ({ data: found }: { data?: { page: { line: { memo: string } } } }): { title: string }[] => [
  { title: found?.page.line.memo ?? '这一笔' },
];

/** One line of an account: how much, the voucher, the project, what was asked about it. */
export default function AccountLinePage(): ReactNode {
  const { page, sent, key, signIn } = useLoaderData<typeof loader>();
  const said = useActionData<Asked>();
  const { now, me } = useVisit();
  return (
    <>
      <Bar title="这一笔" back={fundPath({ areaId: page.areaId, id: page.fundId }, page.month)}>
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <h1 className="title" data-read>
          {page.line.memo}
        </h1>
        <p className="soft num">
          {page.areaName} · {page.fundName} · {page.monthName}
        </p>
        {sent ? (
          <p className="card calm pad gap" role="status">
            您问的收到了，社区看过就公开，业委会来答复。有了回话会告诉您。
          </p>
        ) : null}
        <LineAmount line={page.line} />
        <Corrections page={page} />
        <LineFacts page={page} now={now} />
        <Papers page={page} />
        <Questions page={page} now={now} />
        <AskForm page={page} formKey={key} said={said} signIn={me ? null : `${signIn}%23ask`} />
        <Supervision fund={page} />
      </main>
    </>
  );
}
