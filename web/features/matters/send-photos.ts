import type { AppLoadContext } from 'react-router';
import type { AskedField } from '#contract/matters';
import { sendPictures } from '../../lib/send-pictures.ts';
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
  const before = form.getAll(`${name}.id`).map(String);
  const { ids, problem } = await sendPictures(context, areaId, form.getAll(name));
  const kept = [...before, ...ids].map((id) => pictureOf(areaId, id));
  form.delete(`${name}.id`);
  for (const { id } of kept) form.append(`${name}.id`, id);
  return { kept, problem };
}

function pictureOf(areaId: string, id: string): Kept {
  return { id, small: `/api/v1/areas/${areaId}/files/${id}?size=small` };
}
