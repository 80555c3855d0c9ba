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
import type { Booking } from '#contract/venues/bookings';
import { clockTime } from '#shared/time';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf, type Qr } from '../../lib/qr.server.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Tag } from '../../ui/parts.tsx';
import '../../features/bookings/bookings.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', bookingId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/bookings/{bookingId}', { params: { path } });
  const booking = (await need(asked, request)) as Booking;
  const query = { near: booking.startsAt };
  const venue = { areaId: path.areaId, venueId: booking.venueId };
  const seeks = ['refused', 'cancelled'].includes(booking.state);
  const slots = seeks
    ? await maybe(api(context).GET('/api/v1/areas/{areaId}/venues/{venueId}/slots', { params: { path: venue, query } }))
    : null;
  const here = `${context.origin}/bookings/${booking.areaId}/${booking.id}`;
  const qr = booking.state === 'confirmed' && booking.checkedInAt === null ? qrOf(here) : null;
  return { booking, qr, again: (slots?.nearest ?? []).slice(0, 3), key: crypto.randomUUID() };
}

const staffActions = { confirm: '同意', 'check-in': '签到', 'no-show': '没有来' } as const;
type StaffAction = keyof typeof staffActions;

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', bookingId: params.id ?? '' };
  const form = await request.formData();
  const init = { params: { path, header: keyOf(form) } };
  const does = String(form.get('do'));
  const answer =
    does in staffActions
      ? await api(context).POST(`/api/v1/areas/{areaId}/bookings/{bookingId}/${does as StaffAction}`, init)
      : await api(context).POST('/api/v1/areas/{areaId}/bookings/{bookingId}/cancel', {
          ...init,
          body: { reason: '' },
        });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/bookings/${path.areaId}/${path.bookingId}`);
}

export const meta = (): { title: string }[] => [{ title: '我的预约' }];

const tones = {
  waiting: 'wait',
  pending: 'wait',
  confirmed: 'ok',
  done: 'plain',
  refused: 'late',
  cancelled: 'plain',
  'no-show': 'late',
} as const;

export default function BookingPage(): ReactNode {
  const { booking, qr, again, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { state, mine, areaId } = booking;
  const staff = booking.actions.filter((one): one is StaffAction => one in staffActions);
  return (
    <>
      <Bar title={mine ? '我的预约' : `${booking.holderName} 的预约`} back={mine ? '/tickets' : '/desk/bookings'} />
      <main id="main" className="wrap">
        <section className={`card pad ${state === 'waiting' || state === 'pending' ? 'waits' : ''}`}>
          <p className="tags">
            <Tag tone={tones[state]}>
              {booking.checkedInAt ? `${clockTime(booking.checkedInAt)} 签到了` : booking.stateName}
            </Tag>
          </p>
          <h1 className="book-when num" data-read>
            {booking.time}
          </h1>
          <ul className="known gap" data-read>
            <li>
              <Icon name="pin" size="s" />
              <span>
                <b>{booking.venueName}</b> {booking.venuePlace}
              </span>
            </li>
            {booking.title || booking.people ? (
              <li>
                <Icon name="people" size="s" />
                <span>{[booking.title, booking.people ? `${booking.people} 人` : ''].filter(Boolean).join(' · ')}</span>
              </li>
            ) : null}
            {booking.reason ? (
              <li>
                <Icon name="info" size="s" />
                <span>{booking.reason}</span>
              </li>
            ) : null}
          </ul>
        </section>
        <FormProblem sentence={said?.sentence} />
        <What booking={booking} qr={mine ? qr : null} />
        {again.length > 0 && mine ? (
          <section className="card gap">
            <p className="pad song">可以改订这些时间</p>
            {again.map((one) => (
              <Link
                key={one.venueId + one.startsAt}
                className="row bare"
                to={`/venues/${areaId}/${one.venueId}/book?at=${encodeURIComponent(one.startsAt)}`}
              >
                <span>
                  <span className="t num">{one.time}</span>
                  <span className="d">
                    <br />
                    {one.venueName}
                  </span>
                </span>
                <Icon name="chevron-right" size="s" />
              </Link>
            ))}
          </section>
        ) : null}
        <Form method="post" reloadDocument className="stack gap-l">
          <input type="hidden" name="key" value={key} />
          {staff.map((one) => (
            <button key={one} type="submit" name="do" value={one} className="btn line wide big" data-busy="正在记…">
              {staffActions[one]}
            </button>
          ))}
          {booking.actions.includes('cancel') ? (
            <button type="submit" name="do" value="cancel" className="btn quiet wide big" data-busy="正在取消…">
              {state === 'waiting' ? '不等了' : '去不了，让给别人'}
            </button>
          ) : null}
          {mine ? (
            <Link className="btn line wide" to={`/venues/${areaId}/${booking.venueId}/book`}>
              再订一个时间
            </Link>
          ) : null}
        </Form>
      </main>
    </>
  );
}

/** What happens next, in one sentence; and, until they came, the code a colleague at the door scans. */
function What({ booking, qr }: { booking: Booking; qr: Qr | null }): ReactNode {
  const { state, waitingPlace } = booking;
  if (state === 'waiting')
    return (
      <section className="card warm pad gap" data-read>
        <p className="song">您排在第 {waitingPlace} 位</p>
        <p>一空出来就给您，马上发短信告诉您，不用守着。</p>
      </section>
    );
  if (state === 'pending')
    return <section className="card warm pad gap">社区看过以后告诉您。这段时间先给您留着。</section>;
  if (!qr) return null;
  return (
    <section className="card pad gap center">
      <svg className="book-qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="签到码">
        <path d={qr.path} />
      </svg>
      <p className="song">到了怎么签到</p>
      <p className="soft">扫门口屏幕上的码，或者给工作人员看这一页。开始前 30 分钟起可以签到。</p>
    </section>
  );
}
