import { randomFillSync } from 'node:crypto';

// Asking the system for chance costs the same for one id as for hundreds.
const pool = Buffer.alloc(4096);
let used = pool.length;

/** Random bytes of the strength of `randomBytes`, for the many small needs: at most 64 at once. Never given twice. */
export function takeChance(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = Buffer.from(pool.subarray(used, used + bytes));
  pool.fill(0, used, used + bytes);
  used += bytes;
  return taken;
}
