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
import type { ReadingWall } from '../../../server/modules/activities/readings/contract.ts';
import { readArea } from '../../lib/area.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Section } from '../../ui/parts.tsx';
import '../../features/activities/programmes.css';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const asked = api(context).GET('/api/v1/areas/{areaId}/readings', { params: { path: { areaId: area.id } } });
  return { code: params.code ?? '', wall: await need(asked, request), key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const area = await readArea(context, request, params.code);
  const form = await request.formData();
  const body = { book: String(form.get('book') ?? '').trim(), words: String(form.get('words') ?? '').trim() };
  const answer = await api(context).POST('/api/v1/areas/{areaId}/readings', {
    params: { path: { areaId: area.id }, header: keyOf(form) },
    body,
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/c/${params.code}/reading`);
}

export const meta = (): { title: string }[] => [{ title: '阅读打卡' }];

export default function Reading(): ReactNode {
  const { code, wall, key } = useLoaderData<typeof loader>();
  return (
    <>
      <Bar title="阅读打卡" back={`/c/${code}`} heading />
      <main id="main" className="wrap">
        <Mine wall={wall} formKey={key} />
        <Section
          title={`${wall.areaName}在读`}
          note={`这个月 ${wall.familiesMonth} 家，打卡 ${wall.readingsMonth} 次`}
        />
        <ul className="reading-wall">
          {wall.items.map((one) => (
            <li key={`${one.day}${one.at}${one.family}`} className="card">
              <b>《{one.book}》</b>
              <span>{one.family}</span>
              {one.words ? <p>{one.words}</p> : null}
              <small className="num">
                {one.day === wall.today ? '今天' : one.day.slice(5)}
                {one.streakDays > 1 ? ` · 连着 ${one.streakDays} 天` : ''}
              </small>
            </li>
          ))}
        </ul>
        {wall.longest.length > 0 ? <Section title="读得最久" /> : null}
        <ol className="reading-longest">
          {wall.longest.map((one, at) => (
            <li key={`${one.family}${at}`}>
              {one.family}
              <b className="num">连着 {one.streakDays} 天</b>
            </li>
          ))}
        </ol>
        {wall.books.length > 0 ? <Section title="这个月大家读的书" /> : null}
        <ol className="reading-longest">
          {wall.books.map((one) => (
            <li key={one.book}>
              《{one.book}》<b className="num">{one.families} 家</b>
            </li>
          ))}
        </ol>
      </main>
    </>
  );
}

/** One tap: the book of last time stands there already. */
function Mine({ wall, formKey }: { wall: ReadingWall; formKey: string }): ReactNode {
  const said = useActionData<{ sentence: string }>();
  const { mine } = wall;
  return (
    <section className="card pad">
      <h2>{mine?.readToday ? '今天打过卡了' : '今天，和家里人读一会儿'}</h2>
      {mine ? (
        <>
          <p className="soft">
            {mine.family}连着读了 <b className="num">{mine.streakDays}</b> 天，一共 {mine.totalDays} 天
          </p>
          <ol className="reading-days" aria-label="最近十四天">
            {mine.days.map(({ day, read }) => (
              <li key={day} className={read ? 'read' : ''}>
                <span className="sr">
                  {day.slice(5)} {read ? '读了' : '没打卡'}
                </span>
                <span aria-hidden="true">{Number(day.slice(8))}</span>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <FormProblem sentence={said?.sentence} />
      <Form method="post" reloadDocument className="programme-form">
        <input type="hidden" name="key" value={formKey} />
        <label className="label" htmlFor="book">
          读的什么书
        </label>
        <input className="field" id="book" name="book" required maxLength={40} defaultValue={mine?.lastBook} />
        <label className="label" htmlFor="words">
          一句话（可不填，会贴在墙上）
        </label>
        <input className="field" id="words" name="words" maxLength={80} />
        <button type="submit" className={`btn ${mine?.readToday ? 'quiet' : 'go'} wide big gap`} data-busy="正在打卡…">
          <Icon name="book" />
          {mine?.readToday ? '改一改今天的' : '打卡'}
        </button>
      </Form>
      <p className="hint gap">墙上只写姓，不写名。</p>
    </section>
  );
}
