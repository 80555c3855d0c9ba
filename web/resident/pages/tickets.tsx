import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { PastTicket, TicketCard } from '../../features/activities/ticket-card.tsx';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import type { Ticket, TicketList } from '../../../server/modules/activities/tickets/contract.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, FormProblem, Row, Section } from '../../ui/parts.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import '../../features/activities/activity.css';

export const handle = { comfort: true };

const firstMax = 12;
const pastMax = 12;

/** Where staff who scan a ticket find its owner on the list of the door. */
const doorPath = ({ activity, session, attendee }: Ticket): string =>
  `/grid/attendance/${activity.areaId}/${activity.id}/${session.id}?who=${encodeURIComponent(attendee)}`;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const [tickets, booked] = await Promise.all([
    need(api(context).GET('/api/v1/me/tickets'), request),
    maybe(api(context).GET('/api/v1/me/bookings')),
  ]);
  const { coming, past } = tickets as TicketList;
  const isAhead = ({ state, endsAt }: { state: string; endsAt: string }): boolean =>
    ['waiting', 'pending', 'confirmed'].includes(state) && Date.parse(endsAt) > context.now.getTime();
  const next = coming.find(({ state }) => state === 'enrolled') ?? null;
  return {
    coming: coming.slice(0, firstMax),
    past: past.slice(0, pastMax),
    next: next && `${next.session.id} ${next.attendee}`,
    qr: next && qrOf(context.origin + doorPath(next)),
    bookings: (booked?.items ?? []).filter(isAhead),
    key: crypto.randomUUID(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const path = { areaId: String(form.get('area')), activityId: String(form.get('activity')) };
  const query = { who: String(form.get('cancel')) };
  const address = '/api/v1/areas/{areaId}/activities/{activityId}/enrolment';
  const answer = await api(context).DELETE(address, { params: { path, query, header: keyOf(form) } });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect('/tickets');
}

export const meta = (): { title: string }[] => [{ title: '我的票' }];

/** My tickets and those of my family: the next with its code, the others below, then what is over. */
export default function TicketsPage(): ReactNode {
  const { coming, past, bookings, next, qr, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  return (
    <>
      <Tabs on="activities" />
      <Bar title="我的票" back="/activities" heading />
      <main id="main" className="wrap">
        <FormProblem sentence={said?.sentence} />
        {coming.length + bookings.length === 0 ? (
          <Empty
            picture="empty-activities"
            title="还没有报名"
            line="看看这几天有什么，走几步就到。"
            to="/activities"
            word="去看活动"
          />
        ) : null}
        {(coming as Ticket[]).map((ticket) => (
          <TicketCard
            key={`${ticket.activity.id} ${ticket.attendee}`}
            ticket={ticket}
            qr={next === `${ticket.session.id} ${ticket.attendee}` ? qr : null}
            now={now}
            formKey={key}
          />
        ))}
        {bookings.length > 0 ? (
          <>
            <Section title="订的场地" />
            <div className="card">
              {bookings.map(({ id, areaId, venueName, time, stateName }) => (
                <Row
                  key={id}
                  to={`/bookings/${areaId}/${id}`}
                  icon="building"
                  tone="bamboo"
                  title={venueName}
                  line={<span className="num">{`${time} · ${stateName}`}</span>}
                />
              ))}
            </div>
          </>
        ) : null}
        {past.length > 0 ? (
          <>
            <Section title="参加过的" note={`${past.length} 场`} />
            <div className="card">
              {(past as Ticket[]).map((ticket) => (
                <PastTicket key={`${ticket.activity.id} ${ticket.attendee}`} ticket={ticket} now={now} />
              ))}
            </div>
          </>
        ) : null}
      </main>
    </>
  );
}
