import { createHmac, timingSafeEqual } from 'node:crypto';

const stepMs = 30_000;
const acceptedMs = 60_000;

/**
 * The rotating code of a door at a moment: it changes every 30 seconds. `subject` says which door (`session:<id>`,
 * `venue:<id>`). Source: issue 4, “a QR forged or older than 60 s”.
 */
export function doorPass(key: Buffer, subject: string, now: Date): string {
  const step = Math.floor(now.getTime() / stepMs);
  const text = Buffer.from(subject, 'utf8').toString('base64url');
  return `${step.toString(36)}.${text}.${sign(key, step, subject)}`;
}

/** The subject of a door's code; null when it was forged, comes from the future, or was made more than 60 seconds ago. */
export function readDoorPass(key: Buffer, pass: string, now: Date): { subject: string } | null {
  const read = /^([0-9a-z]{1,9})\.([\w-]{1,200})\.([\w-]{22})$/.exec(pass);
  if (!read) return null;
  const step = Number.parseInt(read[1] ?? '', 36);
  const subject = Buffer.from(read[2] ?? '', 'base64url').toString('utf8');
  // As written: the last sign of 22 carries bits that decoding would drop.
  if (!timingSafeEqual(Buffer.from(read[3] ?? ''), Buffer.from(sign(key, step, subject)))) return null;
  const ageMs = now.getTime() - step * stepMs;
  return ageMs >= 0 && ageMs <= acceptedMs ? { subject } : null;
}

function sign(key: Buffer, step: number, subject: string): string {
  const mac = createHmac('sha256', key).update(`door\n${step}\n${subject}`).digest();
  return mac.subarray(0, 16).toString('base64url');
}
