import { redirect, type ActionFunctionArgs } from 'react-router';
import { api, maybe, safeNext } from '../../lib/api.ts';
import { keepCookie, readMe, viewCookie } from '../../lib/visit.ts';

export function loader(): Response {
  return redirect('/');
}

/** Changes between the 长辈版 and the ordinary one: on this phone, and in the account when signed in. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const elder = form.get('view') === 'elder';
  if (await readMe(context)) await maybe(api(context).PATCH('/api/v1/me', { body: { elderMode: elder } }));
  const next = form.get('next');
  const to = typeof next === 'string' ? safeNext(next) : elder ? '/elder' : '/';
  return redirect(to, { headers: { 'Set-Cookie': keepCookie(viewCookie, elder ? 'elder' : 'plain') } });
}
