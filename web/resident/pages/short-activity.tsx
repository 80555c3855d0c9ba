import { redirect, type LoaderFunctionArgs } from 'react-router';
import { api, need } from '../../lib/api.ts';

/** The short address of an activity, as it stands in groups and on paper, leads to its page. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const path = { code: params.code ?? '' };
  const activity = await need(api(context).GET('/api/v1/activities/{code}', { params: { path } }), request);
  return redirect(`/activities/${activity.areaId}/${activity.id}`);
}

/** Nothing of its own: with it, an unknown code gets the page that says so. */
export default function ShortActivity(): null {
  return null;
}
