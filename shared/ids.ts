const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A uuid v7 for the given time (milliseconds since 1970) and 16 random bytes: sorts by time, unique by chance.
 * Time and chance are arguments so that demo data and tests are the same every time.
 */
export function uuidV7(timeMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = timeMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  for (let i = 6; i < 16; i++) bytes[i] = random[i] ?? 0;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += hexOfByte[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuidForm.test(text);
}

/** Letters that cannot be mistaken for one another when read from paper or over the telephone. */
export const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function lettersFrom(random: Uint8Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += letters[(random[i] ?? 0) % letters.length];
  return text;
}
