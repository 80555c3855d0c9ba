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
import { momentName } from '#shared/time';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { areaId } = await requireGrid(context, request);
  const path = { areaId, householdId: params.householdId ?? '' };
  const [household, cards] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/households/{householdId}', { params: { path } }), request),
    need(api(context).GET('/api/v1/areas/{areaId}/households/{householdId}/cards', { params: { path } }), request),
  ]);
  return { household, cards: cards.items, confirmed: new URL(request.url).searchParams.has('confirmed') };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { areaId } = await requireGrid(context, request);
  const form = await request.formData();
  const path = { areaId, cardId: String(form.get('card') ?? '') };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/cards/{cardId}/confirm', { params: { path } });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/grid/households/${params.householdId}?confirmed=1`);
}

export const meta = (): { title: string }[] => [{ title: '一户一码' }];

/** One household and its cards: the first use of each waits for the word of whoever knows the people. */
export default function GridHousehold(): ReactNode {
  const { household, cards, confirmed } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const waiting = cards.filter(({ state }) => state === 'waiting');
  const others = cards.filter(({ state }) => state !== 'waiting');
  return (
    <>
      <Bar title="一户一码" back="/grid" />
      <main id="main" className="wrap">
        <h1 className="title">{household.label}</h1>
        <p className="hint">
          {[household.gridName, `${household.memberCount} 口人`].filter(Boolean).join(' · ')}
          {household.members.length > 0 ? ` · ${household.members.map(({ name }) => name).join('、')}` : ''}
        </p>
        <FormProblem sentence={said?.sentence} />
        {confirmed ? (
          <p className="card calm pad gap" role="status">
            确认好了。住户再扫一次，就能打开。
          </p>
        ) : null}
        {waiting.map((card) => (
          <section key={card.id} className="card waits pad gap">
            <h2>{card.personName ?? '这一户'}的卡，头一回用</h2>
            <p className="soft gap">
              {card.firstUsedAt ? `${momentName(card.firstUsedAt, now)} 扫的码。` : ''}
              先打个电话或者上门问一句，是本人在用再确认；不是，就告诉社区停用这张卡。
            </p>
            <Form method="post" reloadDocument>
              <button type="submit" className="btn go big wide gap" name="card" value={card.id} data-busy="正在确认…">
                <Icon name="check" />
                是本人在用，确认
              </button>
            </Form>
          </section>
        ))}
        {others.length > 0 ? (
          <>
            <Section title="这一户的卡" />
            <ul className="card">
              {others.map((card) => (
                <li key={card.id} className="row">
                  <span className="disc">
                    <Icon name="qr" />
                  </span>
                  <span>
                    <span className="t">{card.personName ?? '全户共用'}</span>
                    <br />
                    <span className="d num">{momentName(card.lastUsedAt ?? card.issuedAt, now)}</span>
                  </span>
                  <Tag tone={card.state === 'confirmed' ? 'ok' : 'plain'}>{card.stateName}</Tag>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {cards.length === 0 ? <p className="card pad gap soft">这一户还没有卡。要办一张，请社区打印。</p> : null}
      </main>
    </>
  );
}
