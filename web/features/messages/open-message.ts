import { redirect, type AppLoadContext } from 'react-router';
import { api, need } from '../../lib/api.ts';
import { placeOfMessage, type Reading } from './message-place.ts';

/** Reads one message and goes to what it speaks of, or reads all and stays. */
export async function openMessage(
  context: AppLoadContext,
  request: Request,
  { reading, home }: { reading: Reading; home: string },
): Promise<Response> {
  const messageId = String((await request.clone().formData()).get('open') ?? '');
  if (messageId === 'all') {
    await need(api(context).POST('/api/v1/messages/read-all'), request);
    return redirect(home);
  }
  const asked = api(context).POST('/api/v1/messages/{messageId}/read', { params: { path: { messageId } } });
  const { link } = await need(asked, request);
  return redirect(placeOfMessage(link, reading, home));
}
