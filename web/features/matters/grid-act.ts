import { data, redirect, type AppLoadContext } from 'react-router';
import type { AskedField, MatterDetail } from '#contract/matters';
import { api, need, refusedBy, safeNext, signInPath } from '../../lib/api.ts';
import { leadWord } from './grid-job.tsx';
import { bodyOf, missingOf, readAct } from './grid-read.ts';
import { problemsByField, type Values } from './read-asked.ts';
import { sendPhotos, type Kept } from './send-photos.ts';
import { typedWords } from './typed-words.ts';

type Path = { areaId: string; number: string };

/** What a refused act leaves on the page: the sentence, and everything typed. */
export type GridSaid = {
  opened: string;
  sentence: string;
  problems: Record<string, string>;
  values: Values;
  kept: Kept[];
  reason: string;
  to: string[];
  until: string;
  into: string;
  key: string;
  /** What was typed in words, when someone else acted first. */
  mine?: string;
};

/** Sends every picture of a form; the kept ones are those of its (one) picture field. */
export async function sendAllPhotos(
  context: AppLoadContext,
  areaId: string,
  form: FormData,
  fields: AskedField[],
): Promise<{ kept: Kept[]; problems: Record<string, string> }> {
  const photos = fields.find(({ type }) => type === 'images');
  const sent = await sendPhotos(context, areaId, form, photos);
  return { kept: sent.kept, problems: photos && sent.problem ? { [photos.id]: sent.problem } : {} };
}

/** Does what a worker's form asks for, or says what is missing with everything typed still there. */
export async function actFromForm(context: AppLoadContext, request: Request, path: Path) {
  const form = await request.formData();
  const id = String(form.get('action') ?? '');
  const asked = api(context).GET('/api/v1/areas/{areaId}/matters/{number}', { params: { path } });
  const matter = (await need(asked, request)) as MatterDetail;
  const allowed = matter.actions.find((one) => one.id === id);
  const fields = allowed?.fields ?? [];
  const sent = await sendAllPhotos(context, path.areaId, form, fields);
  const typed = {
    opened: id,
    ...readAct(fields, form),
    kept: sent.kept,
    key: String(form.get('key') ?? ''),
  };
  const again = (sentence: string, problems: Record<string, string>, mine?: string) =>
    data<GridSaid>({ ...typed, sentence, problems, ...(mine === undefined ? {} : { mine }) }, { status: 422 });
  const overtaken = (sentence: string) => again(sentence, {}, typedWords(form, matter));
  if (!allowed)
    return overtaken(
      `有人先办了这件事，现在到“${matter.step.label.zh}”，等${matter.waitsFor || '归档'}。您写的还在，看看再决定。`,
    );
  const problems = { ...missingOf(allowed, typed), ...sent.problems };
  if (Object.keys(problems).length > 0) return again('还差一点，看看标出来的地方。您写的都还在。', problems);
  const answer = await api(context).POST('/api/v1/areas/{areaId}/matters/{number}/actions/{action}', {
    params: { path: { ...path, action: id }, header: { 'Idempotency-Key': typed.key } },
    body: { version: Number(form.get('version')), ...bodyOf(typed) },
  });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused?.code === 'matter.acted-first') return overtaken(refused.detail);
  if (refused) return again(refused.detail, problemsByField(refused.fields));
  const back = form.get('back') ? safeNext(String(form.get('back'))) : `/grid/m/${path.areaId}/${path.number}`;
  return redirect(`${back}?done=${encodeURIComponent(leadWord(matter, allowed))}&did=${encodeURIComponent(id)}#main`);
}
