/** SHA-256 in plain arithmetic, so that rules and browsers can recompute a hash without a Node module (FIPS 180-4). */

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};
const fraction = (value: number): number => ((value - Math.floor(value)) * 0x100000000) | 0;
const roundWords = primes(64).map((p) => fraction(Math.cbrt(p)));
const startWords = primes(8).map((p) => fraction(Math.sqrt(p)));

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(whole.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

function schedule(view: DataView, at: number): number[] {
  const words: number[] = [];
  for (let i = 0; i < 16; i++) words.push(view.getInt32(at + i * 4));
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15] as number;
    const b = words[i - 2] as number;
    const mixA = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const mixB = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words.push(((words[i - 16] as number) + mixA + (words[i - 7] as number) + mixB) | 0);
  }
  return words;
}

function compress(state: number[], words: number[]): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const mixE = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + mixE + ((e & f) ^ (~e & g)) + (roundWords[i] as number) + (words[i] as number)) | 0;
    const mixA = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (mixA + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] as number)) | 0);
}

/** The SHA-256 of a text in UTF-8, as 64 hex digits. */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  let state = startWords;
  for (let at = 0; at < view.byteLength; at += 64) state = compress(state, schedule(view, at));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
