import type { AppLoadContext } from 'react-router';
import { readMe } from '../../lib/visit.ts';
import {
  doForVisitor,
  findForgotten,
  findReported,
  hasLeapt,
  putPicture,
  readClock,
  readMatter,
  signInAs,
  withToken,
  type As,
} from './deeds.server.ts';
import { tourSteps, type Tour } from './steps.ts';

/** A new tour: signed in as its first person, with the picture for the first form. Null outside demo mode. */
export async function beginTour(context: AppLoadContext): Promise<Tour | null> {
  const first = await signInAs(context, tourSteps[0]?.account ?? '');
  if (!first) return null;
  const tour = { at: 0, areaId: first.homeId, since: context.now.getTime() };
  return withPhoto(tour, await putPicture(first.as, tour.areaId, 'before'));
}

/**
 * Leads on when the step is done (`forMe`: after doing it), signing in as the next person; else says what is missing. The earlier
 * session is left to end by itself: ending it here would send a desk that is still open to the sign-in page.
 */
export async function continueTour(context: AppLoadContext, tour: Tour, forMe: boolean): Promise<Tour> {
  const step = tourSteps[tour.at];
  const next = tourSteps[tour.at + 1];
  if (!step || !next) return tour;
  const as = await asPersonOf(context, step.account);
  if (!as) return { ...tour, said: '这个演示账号登录不了，过一会儿再试。' };
  const checked = await stepped(as, tour, forMe);
  if (checked.said) return checked;
  return enterStep(context, { ...checked, at: tour.at + 1 }, as);
}

/** The step as the visitor has done it; else done for her where she wants that. */
async function stepped(as: As, tour: Tour, forMe: boolean): Promise<Tour> {
  const step = tourSteps[tour.at];
  if (!forMe || !step) return checkStep(as, tour);
  if (step.until) {
    const before = await checkStep(as, tour);
    if (!before.said) return before;
  }
  const failed = await doForVisitor(as, tour, step);
  return failed ? { ...tour, said: failed } : checkStep(as, tour);
}

async function asPersonOf(context: AppLoadContext, account: string | null): Promise<As | null> {
  if (account === null) return withToken(context, null);
  const me = await readMe(context);
  if (me?.username === account) return withToken(context, null);
  return (await signInAs(context, account))?.as ?? null;
}

/** The tour with what the step has brought, or with the sentence that says what is still to do. */
async function checkStep(as: As, tour: Tour): Promise<Tour> {
  const { said: _, ...quiet } = tour;
  const step = tourSteps[tour.at];
  if (!step) return quiet;
  if (step.id === 'report') {
    const reported = await findReported(as, tour);
    return reported ? { ...quiet, ...reported } : { ...quiet, said: `还没发出去，先按“${step.press}”。` };
  }
  if (step.id === 'leap') {
    return (await hasLeapt(as, tour)) ? quiet : { ...quiet, said: `钟还没拨，先在下面这条里按“${step.press}”。` };
  }
  if (!step.until) return quiet;
  const matter = await readMatter(as, tour);
  const reached = matter?.line.find(({ id }) => id === step.until)?.state;
  if (reached === 'now' || reached === 'done') return quiet;
  return { ...quiet, said: `还没做完，现在到“${matter?.step.label.zh ?? ''}”，先按“${step.press}”。` };
}

/** Signs in as the step's person and lays ready what its form needs. */
async function enterStep(context: AppLoadContext, tour: Tour, before: As): Promise<Tour> {
  const step = tourSteps[tour.at];
  const { photo: _, ...plain } = tour;
  if (!step || step.account === null) return plain;
  const same = step.account === tourSteps[tour.at - 1]?.account;
  const as = same ? before : (await signInAs(context, step.account))?.as;
  if (!as) return { ...plain, said: '这个演示账号登录不了，过一会儿再试。' };
  if (step.id === 'handle') return withPhoto(plain, await putPicture(as, tour.areaId, 'after'));
  if (step.id !== 'leap') return plain;
  const now = await readClock(as);
  const forgotten = await findForgotten(as, tour, now);
  return { ...plain, leapFrom: now, ...(forgotten ? { forgotten } : {}) };
}

function withPhoto(tour: Tour, photo: string | undefined): Tour {
  return photo ? { ...tour, photo } : tour;
}
