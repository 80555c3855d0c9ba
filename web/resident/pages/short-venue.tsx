import { redirect, type LoaderFunctionArgs } from 'react-router';
import { api, need } from '../../lib/api.ts';

/** The short address of a venue, as it stands on its door and in groups, leads to its page. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const path = { code: params.code ?? '' };
  const venue = await need(api(context).GET('/api/v1/venues/{code}', { params: { path } }), request);
  return redirect(`/venues/${venue.areaId}/${venue.id}`);
}

/** Nothing of its own: with it, an unknown code gets the page that says so. */
export default function ShortVenue(): null {
  return null;
}
