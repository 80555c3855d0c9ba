import type { LoaderFunctionArgs } from 'react-router';
import type { Belongs, NewLink } from '#contract/links';
import { api, maybe } from '../../lib/api.ts';

/** The stories a record belongs to, for its page. */
export function readBelongs(
  context: LoaderFunctionArgs['context'],
  areaId: string,
  query: Pick<NewLink, 'kind' | 'id'>,
): Promise<Belongs | null> {
  return maybe(api(context).GET('/api/v1/areas/{areaId}/belongs', { params: { path: { areaId }, query } }));
}
