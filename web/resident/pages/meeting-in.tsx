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
import type { AtMeeting } from '#contract/deliberation/meetings';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import '../../features/activities/activity.css';

const address = '/api/v1/areas/{areaId}/meeting-check-ins/{pass}';
const pathOf = (params: LoaderFunctionArgs['params']) => ({ areaId: params.areaId ?? '', pass: params.pass ?? '' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const meeting = await need(api(context).GET(address, { params: { path: pathOf(params) } }), request);
  return { meeting: meeting as AtMeeting, areaId: params.areaId ?? '', key: crypto.randomUUID() };
}

type Said = { meeting: AtMeeting | null; sentence: string };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const answer = await api(context).POST(address, { params: { path: pathOf(params), header: keyOf(form) } });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data<Said>({ meeting: null, sentence: refused.detail }, { status: refused.status });
  return data<Said>({ meeting: answer.data as AtMeeting, sentence: '' });
}

export const meta = (): { title: string }[] => [{ title: '会议签到' }];

/** Behind the code on the meeting's screen: one press, and she is on the list. */
export default function MeetingIn(): ReactNode {
  const { meeting: before, areaId, key } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  const meeting = said?.meeting ?? before;
  return (
    <>
      <Bar title="会议签到" back={`/meetings/${areaId}/${meeting.meetingId}`} />
      <main id="main" className="wrap">
        <section className="arrived">
          {meeting.signedIn ? (
            <span className="good">
              <Icon name="check" size="xl" />
            </span>
          ) : null}
          <h1 className="title">{meeting.signedIn ? '签到好了' : meeting.title}</h1>
          <p className="soft" role={meeting.signedIn ? 'status' : undefined}>
            {meeting.signedIn ? `${meeting.title}，按“${meeting.party}”记下了。请坐！` : meeting.place}
          </p>
        </section>
        <FormProblem sentence={said?.sentence || (meeting.signedIn ? undefined : (meeting.why ?? undefined))} />
        {meeting.signedIn || meeting.why ? (
          <Link className="btn line wide big" to={`/meetings/${areaId}/${meeting.meetingId}`}>
            看今天议什么
          </Link>
        ) : (
          <Form method="post" reloadDocument>
            <input type="hidden" name="key" value={key} />
            <button type="submit" className="btn go wide big" data-busy="正在签到…">
              我到了
            </button>
            <p className="hint center gap">按“{meeting.party}”签到</p>
          </Form>
        )}
      </main>
    </>
  );
}
