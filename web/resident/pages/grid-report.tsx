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
import { behalfMissing, behalfProblems, readBehalf, type BehalfTyped } from '../../features/matters/behalf.ts';
import { sendAllPhotos } from '../../features/matters/grid-act.ts';
import { nothingTyped, type Typed } from '../../features/matters/grid-fields.tsx';
import { keepsReport } from '../../features/matters/grid-keep.ts';
import { keepPlaces } from '../../features/matters/grid-places.ts';
import { readReporting } from '../../features/matters/grid-reporting.ts';
import { readHandled, resultStepOf, thenOf } from '../../features/matters/grid-read.ts';
import { AtOnceFields, GridReportFields } from '../../features/matters/grid-report-fields.tsx';
import { GridScript } from '../../features/matters/grid-script.tsx';
import { requireGrid } from '../../features/matters/grid-visit.ts';
import { missingFrom, problemsByField } from '../../features/matters/read-asked.ts';
import { api, keyOf, maybe, refusedBy, signInPath } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import '../../features/matters/grid.css';
import '../../features/offline/offline.css';

export const handle = { comfort: true, grid: true };

export const meta = (): { title: string }[] => [{ title: '拍照上报' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await requireGrid(context, request);
  const { areaId } = visit;
  const method = new URL(request.url).searchParams.get('method');
  const [methods, reporting] = await Promise.all([
    maybe(api(context).GET('/api/v1/methods', { params: { query: { area: areaId } } })),
    readReporting(context, request, visit, method),
  ]);
  const ways = (methods?.items ?? []).filter(({ adopted }) => adopted).map(({ id, name }) => ({ id, name: name.zh }));
  return { ...reporting, ways, key: crypto.randomUUID() };
}

type Said = Typed & {
  keptAfter: Typed['kept'];
  sentence: string;
  key: string;
  atOnce: boolean;
  behalf: BehalfTyped;
};

export async function action({ context, request, params }: ActionFunctionArgs) {
  const asked = { context, request: new Request(request.url, { headers: request.headers }), params };
  const { areaId, report, near, spots } = await loader(asked as LoaderFunctionArgs);
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const resultStep = resultStepOf(report.atOnce);
  const atOnce = form.has('atOnce') && resultStep !== undefined;
  const later = atOnce ? report.atOnce.flatMap(({ fields }) => fields) : [];
  const places = [...near, ...spots];
  const [first, second] = [
    await sendAllPhotos(context, areaId, form, report.fields),
    await sendAllPhotos(context, areaId, form, later),
  ];
  const values = readHandled(report.fields, form, places);
  const results = readHandled(later, form, places);
  const behalf = readBehalf(form);
  const problems = {
    ...missingFrom(report.fields, values),
    ...missingFrom(later, results),
    ...first.problems,
    ...second.problems,
    ...behalfMissing(behalf),
  };
  const again = (sentence: string, wrong: Record<string, string>) => {
    const typed = { values: { ...values, ...results }, problems: wrong, kept: first.kept, keptAfter: second.kept };
    return data<Said>({ ...typed, behalf, sentence, key: text('key'), atOnce }, { status: 422 });
  };
  if (Object.keys(problems).length > 0) return again('还差一点，看看标出来的地方。您写的都还在。', problems);
  const answer = await api(context).POST('/api/v1/areas/{areaId}/matters', {
    params: { path: { areaId }, header: keyOf(form) },
    body: {
      method: report.method.id,
      action: report.action,
      form: values,
      then: thenOf(report.atOnce, results, atOnce),
      ...(behalf.name ? { onBehalfOf: { name: behalf.name, ...(behalf.phone ? { phone: behalf.phone } : {}) } } : {}),
    },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (!answer.data)
    return again(refused?.detail ?? '', behalfProblems(report.fields, behalf, problemsByField(refused?.fields)));
  return redirect(`/grid/m/${answer.data.areaId}/${answer.data.number}?done=${encodeURIComponent('上报')}&did=report`, {
    headers: { 'Set-Cookie': keepPlaces(request, values) },
  });
}

/** Photograph and report: on her own grid, in a resident's name where it is one, done on the spot where she has done it. */
export default function GridReport(): ReactNode {
  const { areaId, report, ways, near, spots, key } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  const typed: Typed = said ?? nothingTyped;
  return (
    <>
      <GridScript />
      <Bar title="拍照上报" back="/grid" heading>
        <span className="hint script">写到哪，存到哪</span>
      </Bar>
      <main id="main" className="wrap">
        {ways.length > 1 ? (
          <nav className="segments" aria-label="照哪种办法办">
            {ways.map(({ id, name }) => (
              <Link
                key={id}
                to={`/grid/report?method=${id}`}
                className={id === report.method.id ? 'on' : ''}
                aria-current={id === report.method.id ? 'page' : undefined}
              >
                {name}
              </Link>
            ))}
          </nav>
        ) : null}
        <p className="hint gap">{report.method.promise.zh}</p>
        <FormProblem sentence={said?.sentence} />
        <Form
          method="post"
          encType="multipart/form-data"
          data-draft={`grid-report-${areaId}-${report.method.id}`}
          reloadDocument
          noValidate
          {...keepsReport(areaId, report, [...near, ...spots])}
        >
          <input type="hidden" name="key" value={said?.key ?? key} />
          <GridReportFields report={report} typed={typed} near={near} spots={spots} />
          <AtOnceFields
            report={report}
            typed={{ ...typed, kept: said?.keptAfter ?? [] }}
            open={said?.atOnce ?? false}
          />
          <Behalf {...(said?.behalf ?? { name: '', phone: '' })} problem={typed.problems.onBehalfOf} />
          <button type="submit" className="btn go big wide gap-l" data-busy="正在发…">
            <Icon name="check" />
            上报
          </button>
        </Form>
      </main>
    </>
  );
}

/** 代报: in a resident's name; the answer goes to her. */
function Behalf({ name, phone, problem }: BehalfTyped & { problem: string | undefined }): ReactNode {
  return (
    <details className="card gap more" open={name !== '' || problem !== undefined}>
      <summary className="row">
        <span className="disc">
          <Icon name="people" />
        </span>
        <span>
          <span className="t">替居民报</span>
          <br />
          <span className="d">记在他名下，回话也告诉他</span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <div className="pad">
        <label className="label" htmlFor="behalfName">
          他怎么称呼
        </label>
        <input
          id="behalfName"
          name="behalfName"
          className="field"
          defaultValue={name}
          maxLength={40}
          autoComplete="off"
        />
        <label className="label gap" htmlFor="behalfPhone">
          他的电话<span className="hint">（可以不填）</span>
        </label>
        <input
          id="behalfPhone"
          name="behalfPhone"
          type="tel"
          inputMode="tel"
          className="field"
          defaultValue={phone}
          maxLength={20}
          autoComplete="off"
        />
        {problem ? <p className="error">{problem}</p> : null}
      </div>
    </details>
  );
}
