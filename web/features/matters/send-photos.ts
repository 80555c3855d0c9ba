import type { AppLoadContext } from 'react-router';
import type { AskedField } from '#contract/matters';
import type { Refused } from '../../lib/api.ts';
import { inputName } from './read-asked.ts';

export type Kept = { id: string; small: string };

/** Sends the pictures of a form to the files of an area and puts their ids into the form, so that none is sent twice. */
export async function sendPhotos(
  context: AppLoadContext,
  areaId: string,
  form: FormData,
  field: AskedField | undefined,
): Promise<{ kept: Kept[]; problem: string | undefined }> {
  if (!field) return { kept: [], problem: undefined };
  const name = inputName(field);
  const kept: Kept[] = form.getAll(`${name}.id`).map((id) => pictureOf(areaId, String(id)));
  let problem: string | undefined;
  for (const file of form.getAll(name)) {
    if (!(file instanceof File) || file.size === 0) continue;
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await context.fetch(`http://inside/api/v1/areas/${areaId}/files`, { method: 'POST', body });
    if (answer.ok) kept.push(pictureOf(areaId, ((await answer.json()) as { id: string }).id));
    else problem = ((await answer.json()) as Partial<Refused>).detail ?? '照片没有传上去，请再选一次。';
  }
  form.delete(`${name}.id`);
  for (const { id } of kept) form.append(`${name}.id`, id);
  return { kept, problem };
}

function pictureOf(areaId: string, id: string): Kept {
  return { id, small: `/api/v1/areas/${areaId}/files/${id}?size=small` };
}
