import { redirect, type ActionFunctionArgs } from 'react-router';
import { beginTour, continueTour } from '../../features/tour/course.server.ts';
import { addressOf, keepTour, readTour, type Tour } from '../../features/tour/steps.ts';

export function loader(): Response {
  return redirect('/tour');
}

function goTo(tour: Tour): Response {
  return redirect(addressOf(tour), { headers: { 'Set-Cookie': keepTour(tour) } });
}

/** Begins, continues or ends the tour. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const deed = (await request.formData()).get('do');
  const tour = readTour(request.headers.get('cookie'));
  if (deed === 'end') return redirect('/tour?ended=1', { headers: { 'Set-Cookie': keepTour(null) } });
  if (deed === 'begin' || !tour) {
    const begun = context.demo ? await beginTour(context) : null;
    return begun ? goTo(begun) : redirect('/tour');
  }
  return goTo(await continueTour(context, tour, deed === 'for-me'));
}
