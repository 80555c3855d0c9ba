// Without 0 O 1 I L, which one mistakes for each other when copying by hand: 31 signs, 16 of them, 79 bits.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 16;

/** The number on a voter's receipt, made when the form is drawn; the server keeps only its SHA-256. Source: study/trust.md R7. */
export function newNonce(): string {
  let made = '';
  while (made.length < length)
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      // What does not fit evenly is thrown away, so that every sign is as likely as any other.
      if (byte < 248 && made.length < length) made += signs[byte % signs.length] ?? '';
  return made;
}
