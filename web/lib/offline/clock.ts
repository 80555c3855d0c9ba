/**
 * Telling how long ago something was pressed on a phone whose clock may be wrong, and may be put right in between. A clock
 * that is wrong by the same amount cancels out; one that was changed is caught between two moments the server has told.
 */

/** What this device's clock shows, and what the server's showed when it was last heard, beside this device's then. */
export type Reading = { device: number; heard: { device: number; server: number } | null };

const hourMs = 3_600_000;
/** What was read from the server may be read again without network for a day. */
export const dayKeptMs = 24 * hourMs;
/** What she did and could not send is kept three days: staff sessions that lie unused end then, too. */
export const queueKeptMs = 72 * hourMs;
/** From here on she is told that the limit comes. */
export const warnAfterMs = 48 * hourMs;

/** The network gives a little, and clocks run a little apart. */
const slackMs = 5_000;

/**
 * How long ago `made` was, in milliseconds, as seen `now`. The difference of the device's own clock, unless that cannot be:
 * it lies between nothing and what has passed by the server's clock since the server was last heard before `made`.
 */
export function agoMs(made: Reading, now: Reading): number {
  const byDevice = now.device - made.device;
  const { heard } = now;
  if (!made.heard || !heard) return Math.max(0, byDevice);
  const serverNow = heard.server + Math.max(0, now.device - heard.device);
  const longestMs = Math.max(0, serverNow - made.heard.server);
  const within = (ms: number): boolean => ms >= -slackMs && ms <= longestMs + slackMs;
  // Both guesses come from one clock: the first is right when it was changed before, the second when it was after.
  const byServer = longestMs - (made.device - made.heard.device);
  const guess = within(byDevice) ? byDevice : within(byServer) ? byServer : longestMs;
  return Math.min(Math.max(0, guess), longestMs);
}

/** Whether what was kept for a day may still be read. A clock put back does not make a day longer. */
export function isDayOver(kept: Reading, now: Reading): boolean {
  return now.device < kept.device - slackMs || agoMs(kept, now) > dayKeptMs;
}
