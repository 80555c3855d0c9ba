import { redirect, type LoaderFunctionArgs } from 'react-router';
import { api, need } from '../../lib/api.ts';

/** The short address of a notice, as it stands in groups and on paper, leads to its page. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const path = { code: params.code ?? '' };
  const notice = await need(api(context).GET('/api/v1/notices/{code}', { params: { path } }), request);
  return redirect(`/notices/${notice.areaId}/${notice.id}`);
}

/** Nothing of its own: with it, an unknown code gets the page that says so. */
export default function ShortNotice(): null {
  return null;
}
