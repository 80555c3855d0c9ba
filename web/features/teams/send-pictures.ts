import type { AppLoadContext } from 'react-router';
import type { Refused } from '../../lib/api.ts';

/** Sends chosen pictures to the files of an area; answers their ids, or what was wrong with one. */
export async function sendPictures(
  context: AppLoadContext,
  areaId: string,
  files: FormDataEntryValue[],
): Promise<{ ids: string[]; problem: string | undefined }> {
  const ids: string[] = [];
  for (const file of files) {
    if (!(file instanceof File) || file.size === 0) continue;
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await context.fetch(`http://inside/api/v1/areas/${areaId}/files`, { method: 'POST', body });
    const said = (await answer.json()) as Partial<Refused> & { id?: string };
    if (!answer.ok || !said.id) return { ids, problem: said.detail ?? '照片没有传上去，请再选一次。' };
    ids.push(said.id);
  }
  return { ids, problem: undefined };
}
