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
import { api, keyOf, refusedBy, signInPath } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem } from '../../ui/parts.tsx';

export const handle = { comfort: true };

/** Behind the code at a door. Opening a page changes nothing, so one press says that somebody is here. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  return { name: me.name, key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { areaId = '', pass = '' } = params;
  const form = await request.formData();
  const init = { params: { path: { areaId }, header: keyOf(form) }, body: { pass } };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/venues/check-in', init);
  if (answer.data) return redirect(`/bookings/${areaId}/${answer.data.id}`);
  const refused = refusedBy(answer);
  if (!refused || refused.status === 401) return redirect(signInPath(request));
  return data({ sentence: refused.detail }, { status: refused.status });
}

export const meta = (): { title: string }[] => [{ title: '签到' }];

export default function DoorPage(): ReactNode {
  const { name, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  return (
    <>
      <Bar title="场地签到" back="/tickets" />
      <main id="main" className="wrap">
        <h1 className="title gap">{name}，您到了吗？</h1>
        <p className="soft">点一下，就记下您用过这次预约。</p>
        <FormProblem sentence={said?.sentence} />
        <Form method="post" reloadDocument className="gap-l">
          <input type="hidden" name="key" value={key} />
          <button type="submit" className="btn go wide big" data-busy="正在记…">
            我到了，签到
          </button>
        </Form>
      </main>
    </>
  );
}
