import type { ReactNode } from 'react';
import { data, Form, redirect, useActionData, type ActionFunctionArgs } from 'react-router';
import { GridWorkerCard } from '../../features/people/grid-worker-card.tsx';
import { api, refusedBy } from '../../lib/api.ts';
import { keepCookie, viewCookie } from '../../lib/visit.ts';
import { FormProblem, telHref } from '../../ui/parts.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { CardUse } from '../../../server/modules/people/cards/contract.ts';

type Said = { sentence: string; use?: CardUse };

/** Signs in by the code on the paper card; by pressing, since whatever previews a link fetches it as well. */
export async function action({ context, params }: ActionFunctionArgs) {
  const answer = await api(context).POST('/api/v1/cards/use', { body: { code: params.code ?? '' } });
  const refused = refusedBy(answer);
  if (refused || !answer.data)
    return data<Said>({ sentence: refused?.detail ?? '' }, { status: refused?.status ?? 400 });
  if (answer.data.state === 'waiting')
    return data<Said>({ sentence: answer.data.sentence, use: answer.data as CardUse });
  return redirect('/elder', { headers: { 'Set-Cookie': keepCookie(viewCookie, 'elder') } });
}

export const meta = (): { title: string }[] => [{ title: '家里的卡' }];

export default function CardPage(): ReactNode {
  const said = useActionData<Said>();
  const contact = said?.use?.contact;
  return (
    <main id="main" className="wrap elder">
      <div className="stack gap-l">
        <p className="center">
          <span className="seal house">里仁</span>
        </p>
        <h1 className="title center">{contact ? '等网格员核对一下' : '您家的卡'}</h1>
        {contact ? (
          <>
            <p className="card calm pad">{said?.sentence}</p>
            <GridWorkerCard contact={contact} mine />
          </>
        ) : (
          <>
            <FormProblem sentence={said?.sentence} />
            <p className="soft center">按一下就进来，不用打字，不用记密码。</p>
            <Form method="post" reloadDocument>
              <button type="submit" className="bigc">
                <span className="ro">
                  <Icon name="card" size="xl" />
                </span>
                <span className="t">进来</span>
                <Icon name="chevron-right" size="l" />
              </button>
            </Form>
          </>
        )}
        <p className="soft center">
          有急事，拨 <a href={telHref('110')}>110</a> 或 <a href={telHref('120')}>120</a>
        </p>
      </div>
    </main>
  );
}
