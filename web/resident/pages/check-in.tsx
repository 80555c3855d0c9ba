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
import { clockTime } from '#shared/time';
import type { AtDoor } from '../../../server/modules/activities/attendance/contract.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import '../../features/activities/activity.css';

export const handle = { comfort: true };

const address = '/api/v1/areas/{areaId}/check-ins/{pass}';
const pathOf = (params: LoaderFunctionArgs['params']) => ({ areaId: params.areaId ?? '', pass: params.pass ?? '' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = await need(api(context).GET(address, { params: { path: pathOf(params) } }), request);
  return { door: door as AtDoor, key: crypto.randomUUID() };
}

type Said = { door: AtDoor | null; sentence: string };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const body = { who: form.getAll('who').map(String) };
  const answer = await api(context).POST(address, {
    params: { path: pathOf(params), header: keyOf(form) },
    body,
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data<Said>({ door: null, sentence: refused.detail }, { status: refused.status });
  return data<Said>({ door: answer.data as AtDoor, sentence: '' });
}

export const meta = (): { title: string }[] => [{ title: '签到' }];

/** Behind the code of the door: one press, and she is in, with her family. */
export default function CheckInPage(): ReactNode {
  const { door, key } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  return <Door door={(said?.door ?? door) as AtDoor} sentence={said?.sentence} formKey={key} />;
}

function Door({ door, sentence, formKey }: { door: AtDoor; sentence: string | undefined; formKey: string }): ReactNode {
  const enrolled = door.party.filter((one) => one.enrolled);
  const coming = enrolled.length > 0 ? enrolled : door.party.filter((one) => one.isMe);
  const isIn = coming.every((one) => one.came);
  const { session, title } = door;
  return (
    <>
      <Bar title="签到" back={`/activities/${door.areaId}/${door.activityId}`} />
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={pictureAddress(door.picture ?? 'tea')} alt="" width="360" height="203" />
        </div>
        <section className="arrived">
          {isIn ? (
            <span className="good">
              <Icon name="check" size="xl" />
            </span>
          ) : null}
          <h1 className="title">{isIn ? '签到好了' : title}</h1>
          <p className="soft num" role={isIn ? 'status' : undefined}>
            {isIn
              ? `${title}，${coming.length > 1 ? `${coming.length} 个人都记下了` : '记下了'}。请进！`
              : `${clockTime(session.startsAt)}—${clockTime(session.endsAt)}，${session.place}`}
          </p>
        </section>
        <FormProblem sentence={sentence || (isIn ? undefined : (door.why ?? undefined))} />
        {isIn ? (
          <p className="center">
            <Link className="link" to="/tickets">
              看我的票
            </Link>
          </p>
        ) : null}
        {isIn || door.why ? null : (
          <Form method="post" reloadDocument>
            <input type="hidden" name="key" value={formKey} />
            {coming.map(({ who }) => (
              <input key={who} type="hidden" name="who" value={who} />
            ))}
            <button type="submit" className="btn go wide big" data-busy="正在签到…">
              {coming.length > 1 ? `我们 ${coming.length} 个人到了` : '我到了'}
            </button>
            {enrolled.length === 0 ? <p className="hint center gap">您没有报名，有空位就能进</p> : null}
          </Form>
        )}
      </main>
    </>
  );
}
