import type { AppLoadContext } from 'react-router';
import type { Refused } from './api.ts';

/** Sends chosen pictures to the files of an area; answers the ids of those that arrived, and what was wrong with another. */
export async function sendPictures(
  context: AppLoadContext,
  areaId: string,
  files: readonly FormDataEntryValue[],
): Promise<{ ids: string[]; problem: string | undefined }> {
  const ids: string[] = [];
  let problem: string | undefined;
  for (const file of files) {
    if (!(file instanceof File) || file.size === 0) continue;
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await context.fetch(`http://inside/api/v1/areas/${areaId}/files`, { method: 'POST', body });
    const said = (await answer.json()) as Partial<Refused> & { id?: string };
    if (answer.ok && said.id) ids.push(said.id);
    else problem ??= said.detail ?? '照片没有传上去，请再选一次。';
  }
  return { ids, problem };
}
