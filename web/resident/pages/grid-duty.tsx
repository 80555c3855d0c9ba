import type { ReactNode } from 'react';
import {
  data,
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from 'react-router';
import type { DutyDay } from '#contract/duties';
import type { AskedField } from '#contract/matters';
import { DutyTag } from '../../features/duties/duty-card.tsx';
import { DutyFields } from '../../features/duties/duty-fields.tsx';
import { answersOf, findRound, sentRound, type SentRound } from '../../features/duties/record-round.ts';
import { keepsDuty } from '../../features/duties/keeps-duty.ts';
import {
  dutyField,
  fieldsOf,
  nothingFound,
  roundPath,
  waitingOf,
  type DutyRound,
} from '../../features/duties/rounds.ts';
import { nothingTyped, type Typed } from '../../features/matters/grid-fields.tsx';
import { keepPlaces } from '../../features/matters/grid-places.ts';
import { readReporting } from '../../features/matters/grid-reporting.ts';
import { GridReportFields } from '../../features/matters/grid-report-fields.tsx';
import { GridScript } from '../../features/matters/grid-script.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { api, keyOf, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import '../../features/duties/duties.css';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { comfort: true, grid: true };

export const meta = (): { title: string }[] => [{ title: '定期任务' }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const search = new URL(request.url).searchParams;
  const round = await readRound(context, request, params);
  const { starts, areaId, last } = round.first;
  const method = starts.find((one) => one.method === search.get('finding')) ?? null;
  const reporting = method ? await readReporting(context, request, { ...visit, areaId }, method.method) : null;
  const again = new Set(search.getAll('again'));
  // Who reports a finding has been round: the list stands as last time.
  const isAnswered = (field: AskedField): boolean => again.has(field.id) || (!!reporting && field.type === 'checklist');
  const answered = Object.fromEntries(
    fieldsOf(round)
      .filter((field) => isAnswered(field) && last?.[field.id] !== undefined)
      .map((field) => [`duty-${field.id}`, last?.[field.id]]),
  );
  return { round, reporting, answered, again: [...again], key: crypto.randomUUID() };
}

async function readRound(
  context: AppLoadContext,
  request: Request,
  params: LoaderFunctionArgs['params'],
): Promise<DutyRound> {
  const day = (await need(api(context).GET('/api/v1/duties/day', {}), request)) as DutyDay;
  const round = findRound(day.items, { ...params, duty: new URL(request.url).searchParams.get('duty') });
  if (!round) throw data({ detail: '今天没有这项任务了。回到今日，看看现在有哪些。' }, { status: 404 });
  return round;
}

type Said = { typed: Typed; found: Typed; sentence: string; key: string };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const asked = { context, request: new Request(request.url, { headers: request.headers }), params };
  const { round, reporting } = await loader(asked as LoaderFunctionArgs);
  const form = await request.formData();
  const sent = form.has('quick') ? quickly(round) : await answersOf(context, form, round, reporting);
  const again = (sentence: string, problems: SentRound['problems']) =>
    data<Said>(
      {
        typed: { values: sent.typed, problems, kept: sent.kept },
        found: { values: sent.finding, problems, kept: sent.keptFound },
        sentence,
        key: String(form.get('key')),
      },
      { status: 422 },
    );
  if (Object.keys(sent.problems).length > 0) return again('还差一点，看看标出来的地方。您写的都还在。', sent.problems);
  const { areaId } = round.first;
  const answer = await api(context).POST('/api/v1/areas/{areaId}/duty-records', {
    params: { path: { areaId }, header: keyOf(form) },
    body: sentRound(round, sent, reporting?.report.method.id ?? null),
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (!answer.data) return again(refused?.detail ?? '', sent.refusedFields(refused?.fields));
  const { matter } = answer.data;
  const did = encodeURIComponent(round.items.length > 1 ? round.first.setName : round.first.name);
  if (!matter) return redirect(`/grid?done=${did}#main`);
  return redirect(`/grid/m/${matter.areaId}/${matter.number}?done=${encodeURIComponent('上报')}&did=report`, {
    headers: { 'Set-Cookie': keepPlaces(request, sent.finding) },
  });
}

function quickly(round: DutyRound): SentRound {
  const answers = nothingFound(waitingOf(round)) ?? {};
  return {
    answers,
    typed: {},
    finding: {},
    kept: [],
    keptFound: [],
    problems: {},
    refusedFields: (fields) => fields ?? {},
  };
}

/** One round: its list, the answers of last time at hand, and what was found. */
export default function GridDuty(): ReactNode {
  const { round, reporting, answered, again, key } = useLoaderData<typeof loader>() as Awaited<
    ReturnType<typeof loader>
  >;
  const said = useActionData<Said>();
  const { now } = useVisit();
  const { first, items } = round;
  const typed = said?.typed ?? { ...nothingTyped, values: answered };
  const title = items.length > 1 ? first.setName : first.name;
  // What was found has pictures and words of its own.
  const fields = fieldsOf(waitingOf(round)).filter(({ optional }) => !reporting || !optional);
  return (
    <>
      <GridScript />
      <Bar title={title} back="/grid" heading />
      <main id="main" className="wrap">
        <p className="gap">
          <b>{first.subject.label}</b> {first.standsFor ? <span className="hint">代{first.standsFor}</span> : null}
        </p>
        <ul className="card of-round duty-lines gap">
          {items.map((item) => (
            <li key={item.duty}>
              <span>{item.name}</span>
              <DutyTag item={item} now={now} />
            </li>
          ))}
        </ul>
        <FormProblem sentence={said?.sentence} />
        <Finding round={round} on={reporting?.report.method.id ?? null} />
        <Form
          method="post"
          encType="multipart/form-data"
          data-draft={`grid-duty-${first.set}-${first.subject.id}-${reporting?.report.method.id ?? ''}`}
          reloadDocument
          noValidate
          {...keepsDuty(round, { fields: fields.map(dutyField), quick: null, reporting })}
        >
          <input type="hidden" name="key" value={said?.key ?? key} />
          <DutyFields
            fields={fields}
            last={first.last}
            again={(id) => pathAgain(round, reporting, again, id)}
            typed={typed}
          />
          {reporting ? (
            <GridReportFields
              report={reporting.report}
              typed={said?.found ?? nothingTyped}
              near={reporting.near}
              spots={reporting.spots}
            />
          ) : null}
          <button type="submit" className="btn go big wide gap-l" data-busy="正在记…">
            <Icon name="check" />
            {reporting ? '记下，并上报' : '记下'}
          </button>
        </Form>
      </main>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

const join = (path: string, search: string): string => `${path}${path.includes('?') ? '&' : '?'}${search}`;

function pathAgain(round: DutyRound, reporting: Loaded['reporting'], again: string[], id: string): string | null {
  if (again.includes(id)) return null;
  const search = new URLSearchParams([...again, id].map((one) => ['again', one]));
  if (reporting) search.set('finding', reporting.report.method.id);
  return join(roundPath(round), search.toString());
}

/** Whether something was found, and by which method it is to be handled. */
function Finding({ round, on }: { round: DutyRound; on: string | null }): ReactNode {
  const { starts } = round.first;
  if (starts.length === 0) return null;
  const path = roundPath(round);
  const ways = [{ method: null, name: '没发现问题' }, ...starts];
  return (
    <nav className="segments gap" aria-label="发现问题了没有">
      {ways.map(({ method, name }) => (
        <Link
          key={name}
          to={method ? join(path, `finding=${method}`) : path}
          className={method === on ? 'on' : ''}
          aria-current={method === on ? 'page' : undefined}
          replace
        >
          {method ? `发现了：${name}` : name}
        </Link>
      ))}
    </nav>
  );
}
