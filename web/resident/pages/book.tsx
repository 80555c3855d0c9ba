import { Fragment, type ReactNode } from 'react';
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
import type { SlotPage } from '#contract/venues/bookings';
import { shanghaiDate } from '#shared/time';
import { BookingDays, BookingLengths, BookingTimes, Nearest } from '../../features/bookings/slot-picker.tsx';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Problem } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import '../../features/bookings/bookings.css';

export const handle = { comfort: true };

const slotsPath = '/api/v1/areas/{areaId}/venues/{venueId}/slots';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', venueId: params.id ?? '' };
  const { searchParams } = new URL(request.url);
  const [at, minutes] = [searchParams.get('at'), Number(searchParams.get('minutes'))];
  const day = searchParams.get('day') ?? (at ? shanghaiDate(at) : null);
  const query = { ...(day ? { day } : {}), ...(minutes > 0 ? { minutes } : {}) };
  const page: SlotPage = await need(api(context).GET(slotsPath, { params: { path, query } }), request);
  return { page, at, key: crypto.randomUUID() };
}

type Sent = {
  sentence: string;
  fields?: Record<string, string> | undefined;
  values: { time: string; title: string; people: string };
  nearest: SlotPage['nearest'];
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', venueId: params.id ?? '' };
  const form = await request.formData();
  const values = { time: textOf(form, 'time'), title: textOf(form, 'title'), people: textOf(form, 'people') };
  const wait = values.time.startsWith('wait ');
  const startsAt = values.time.replace('wait ', '');
  if (!startsAt) return data<Sent>({ sentence: '请先点一个时间。', values, nearest: [] }, { status: 422 });
  const minutes = Number(form.get('minutes'));
  const people = Number.parseInt(values.people, 10);
  const title = textOf(form, 'other') || values.title;
  const body = { startsAt, minutes, title, wait, ...(people > 0 ? { people } : {}) };
  const init = { params: { path, header: keyOf(form) }, body };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/venues/{venueId}/bookings', init);
  if (answer.data) return redirect(`/bookings/${path.areaId}/${answer.data.id}`);
  const refused = refusedBy(answer);
  if (!refused || refused.status === 401) return redirect(signInPath(request));
  const near = { params: { path, query: { near: startsAt, minutes } } };
  const nearest = refused.status === 403 ? [] : ((await maybe(api(context).GET(slotsPath, near)))?.nearest ?? []);
  const sent: Sent = { sentence: refused.detail, fields: refused.fields, values: { ...values, title }, nearest };
  return data(sent, { status: refused.status });
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const meta = ({ data: loaded }: { data?: { page: { venueName: string } } }): { title: string }[] => [
  { title: loaded ? `预约 ${loaded.page.venueName}` : '预约' },
];

const purposes = ['排练', '学习', '开会', '聚会'];

export default function BookPage(): ReactNode {
  const { page, at, key } = useLoaderData<typeof loader>();
  const sent = useActionData<Sent>();
  const { me } = useVisit();
  const picture = pictureAddress(page.venuePicture);
  const isAny = page.slots.length > 0;
  return (
    <>
      <Bar title="预约场地" back={`/venues/${page.areaId}/${page.venueId}`} />
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={picture} alt="" width="360" height="203" />
          {picture.startsWith('/illustrations/') ? <span className="mock">示意图</span> : null}
        </div>
        <h1 className="title gap">{page.venueName}</h1>
        <p className="soft">{page.venuePlace}</p>
        <ul className="tags gap">
          {page.rules.map((rule) => (
            <li key={rule} className="tag">
              {rule}
            </li>
          ))}
        </ul>
        <FormProblem sentence={sent?.sentence ?? page.refused ?? undefined} />
        <Nearest page={page} near={sent ? sent.nearest : page.nearest} />
        <h2 className="q">哪一天</h2>
        <BookingDays page={page} />
        <h2 className="q">用多久</h2>
        <BookingLengths page={page} />
        <Form method="post" reloadDocument>
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="minutes" value={page.minutes} />
          <h2 className="q">几点开始</h2>
          {isAny ? null : <p className="soft">这一天没有能订的时间，看看上面别的日子。</p>}
          {page.zones.map((zone) => (
            <p key={zone} className="hint">
              {zone}，这段时间不外借
            </p>
          ))}
          <BookingTimes page={page} chosen={sent?.values.time ?? at ?? undefined} />
          <Purpose sent={sent} capacity={page.capacity} />
          {isAny && !page.refused ? (
            <div className="foot">
              {me ? (
                <button type="submit" className="btn go wide big" data-busy="正在订…">
                  订下来
                </button>
              ) : (
                <Link className="btn go wide big" to={`/login?next=${encodeURIComponent(hereOf(page))}`}>
                  登录后预约
                </Link>
              )}
            </div>
          ) : null}
          <p className="hint gap-l">去不了就取消，让给别人。已订的时间可以候补，空出来就给您。</p>
        </Form>
      </main>
    </>
  );
}

function hereOf(page: SlotPage): string {
  return `/venues/${page.areaId}/${page.venueId}/book?day=${page.day}&minutes=${page.minutes}`;
}

/** What for, and how many: neither has to be said. */
function Purpose({ sent, capacity }: { sent: Sent | undefined; capacity: number | null }): ReactNode {
  const said = sent?.values.title ?? '';
  const isOther = said !== '' && !purposes.includes(said);
  return (
    <>
      <h2 className="q">
        做什么用<small>可以不写</small>
      </h2>
      <div className="chips top">
        {purposes.map((word) => (
          <Fragment key={word}>
            <input
              className="pick sr"
              type="radio"
              name="title"
              id={`p-${word}`}
              value={word}
              defaultChecked={said === word}
            />
            <label className="chip" htmlFor={`p-${word}`}>
              {word}
            </label>
          </Fragment>
        ))}
      </div>
      <div className="pair even gap">
        <div>
          <label className="label" htmlFor="other">
            别的用处
          </label>
          <input id="other" name="other" className="field" maxLength={60} defaultValue={isOther ? said : ''} />
        </div>
        <div>
          <label className="label" htmlFor="people">
            大约几个人
          </label>
          <input
            id="people"
            name="people"
            className="field"
            inputMode="numeric"
            placeholder={capacity ? `最多 ${capacity}` : ''}
            defaultValue={sent?.values.people}
          />
          <Problem id="people" sentence={sent?.fields?.people} />
        </div>
      </div>
    </>
  );
}
