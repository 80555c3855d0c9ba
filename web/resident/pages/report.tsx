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
import { behalfMissing, behalfProblems, readBehalf } from '../../features/matters/behalf.ts';
import { partsOf, ReportFields, Similar, type Report } from '../../features/matters/report-form.tsx';
import {
  missingFrom,
  problemsByField,
  readAsked,
  type PlaceChoice,
  type Values,
} from '../../features/matters/read-asked.ts';
import { sendPhotos } from '../../features/matters/send-photos.ts';
import { prefill, type Prefilled } from '../../features/tour/prefill.ts';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { readCommunity, readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem } from '../../ui/parts.tsx';
import { Icon } from '../../ui/icon.tsx';

type Page = {
  areaId: string;
  report: Report;
  near: PlaceChoice[];
  spots: PlaceChoice[];
  onBehalf: boolean;
  prefilled: Prefilled | null;
  key: string;
};

export const handle = { comfort: true };

export const meta = (): { title: string }[] => [{ title: '我要反映' }];

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Page> {
  const url = new URL(request.url);
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  const named = url.searchParams.get('area');
  const areaId = named
    ? (await need(api(context).GET('/api/v1/areas/{areaId}', { params: { path: { areaId: named } } }), request)).id
    : await readCommunity(context, request);
  if (!areaId) throw redirect('/?choose=1');
  const path = { areaId };
  const [found, home] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/spots', { params: { path } }), request),
    maybe(api(context).GET('/api/v1/me/home')),
  ]);
  const spots = found.items.map(choiceOf);
  const [scanned, building] = [url.searchParams.get('spot'), url.searchParams.get('building')];
  const here = spots.find(({ spot, areaId: id }) => (spot !== undefined && spot === scanned) || id === building);
  const door = home?.household?.label ?? '';
  const house = spots.find(({ label, areaId: building }) => building !== areaId && door.startsWith(label));
  const at = here?.areaId ?? house?.areaId;
  const method = url.searchParams.get('method');
  const query = { ...(method ? { method } : {}), ...(at ? { building: at } : {}) };
  const asked = api(context).GET('/api/v1/areas/{areaId}/report-form', { params: { path, query } });
  const report = await need(asked, request);
  const near = [...(here ? [here] : []), ...(house ? [{ ...house, key: 'home', label: `我家 · ${house.label}` }] : [])];
  const prefilled = prefill(request, { step: 'report', areaId, fields: report.fields as Report['fields'] });
  const staff = me.can.includes('matter.register') || me.can.includes('matter.office');
  return { areaId, report, near, spots, onBehalf: staff, prefilled, key: crypto.randomUUID() };
}

type Found = { areaId: string; label: string; code: string | null; point: number[] | null };

function choiceOf({ areaId, label, code, point }: Found, index: number): PlaceChoice {
  const [lng, lat] = point ?? [];
  return {
    key: `spot-${index}`,
    label,
    areaId,
    ...(code ? { spot: code } : {}),
    ...(lng && lat ? { point: [lng, lat] } : {}),
  };
}

type Sent = {
  values: Values;
  problems: Record<string, string>;
  kept: { id: string; small: string }[];
  sentence?: string;
  key?: string;
};

export async function action({
  context,
  request,
  params,
}: ActionFunctionArgs): Promise<Response | ReturnType<typeof data<Sent>>> {
  const page = await loader({
    context,
    request: new Request(request.url, { headers: request.headers }),
    params,
  } as LoaderFunctionArgs);
  const form = await request.formData();
  const { words, photos } = partsOf(page.report.fields);
  const sent = await sendPhotos(context, page.areaId, form, photos);
  const values = readAsked(page.report.fields, form, [...page.near, ...page.spots]);
  const behalf = readBehalf(form);
  const typed = { ...values, ...labelsOf(values), behalfName: behalf.name, behalfPhone: behalf.phone };
  const problems = {
    ...missingFrom(page.report.fields, values),
    ...(photos && sent.problem ? { [photos.id]: sent.problem } : {}),
    ...behalfMissing(behalf),
  };
  if (words && !values[words.id] && sent.kept.length === 0)
    problems[words.id] = '还没说是什么事。写一句，或者拍一张都行。';
  const again = (refused: { sentence: string; problems: Record<string, string> }): ReturnType<typeof data<Sent>> =>
    data(
      {
        values: typed,
        problems: behalfProblems(page.report.fields, behalf, refused.problems),
        kept: sent.kept,
        sentence: refused.sentence,
        key: String(form.get('key')),
      },
      { status: 422 },
    );
  if (Object.keys(problems).length > 0)
    return again({ sentence: '还差一点，看看标出来的地方。您写的都还在。', problems });
  const answer = await api(context).POST('/api/v1/areas/{areaId}/matters', {
    params: { path: { areaId: page.areaId }, header: keyOf(form) },
    body: {
      method: page.report.method.id,
      action: page.report.action,
      form: values,
      ...(behalf.name ? { onBehalfOf: { name: behalf.name, ...(behalf.phone ? { phone: behalf.phone } : {}) } } : {}),
    },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (!answer.data) return again({ sentence: refused?.detail ?? '', problems: problemsByField(refused?.fields) });
  return redirect(`/m/${answer.data.areaId}/${answer.data.number}/sent`);
}

/** A place typed in words goes back into its line as it was typed. */
function labelsOf(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) =>
      value && typeof value === 'object' && 'label' in value ? [[id, value.label]] : [],
    ),
  );
}

export default function ReportPage(): ReactNode {
  const { areaId, report, near, spots, onBehalf, prefilled, key } = useLoaderData<typeof loader>();
  const sent = useActionData<Sent>();
  const known: Sent = sent ?? { values: {}, kept: [], ...prefilled, problems: {} };
  return (
    <>
      <Bar title="我要反映" back="/" heading>
        <span className="hint script">写到哪，存到哪</span>
      </Bar>
      <main id="main" className="wrap">
        <FormProblem sentence={sent?.sentence} />
        <Form method="post" encType="multipart/form-data" data-draft={`report-${areaId}`} reloadDocument noValidate>
          <input type="hidden" name="key" value={sent?.key ?? key} />
          <ReportFields report={report} sent={known} near={near} spots={spots} onBehalf={onBehalf} />
          <Similar similar={report.similar} />
          <div className="foot">
            <button type="submit" className="btn go wide big" data-busy="正在发…">
              <Icon name="check" />
              发给社区
            </button>
          </div>
        </Form>
      </main>
    </>
  );
}
