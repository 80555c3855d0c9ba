import type { Refusal } from '#shared/refusal';

// The first of the lists of leaked passwords that are eight characters or longer, here and abroad.
const known = new Set(
  `12345678 123456789 1234567890 11111111 00000000 88888888 66666666 99999999 12341234 11223344 87654321 147258369
   123123123 789456123 password password1 passw0rd qwertyui qwertyuiop qwer1234 1qaz2wsx 1q2w3e4r abc12345 abcd1234 a1234567
   a12345678 a123456789 aa123456 zxcvbnm1 iloveyou woaini1314 woaini520 52013140 5201314520 aini1314 qq123456 admin123
   admin888 liren123 shequ123`.split(/\s+/),
);

/** Why a password may not be chosen: known to everybody, one character, or the user name itself. Source: ASVS 6.2.4. */
export function whyWeak(password: string, username: string): Refusal | null {
  const plain = password.toLowerCase();
  const weak = known.has(plain) || new Set(plain).size < 4 || plain === username.toLowerCase();
  if (!weak) return null;
  return {
    code: 'password.weak',
    status: 422,
    zh: '这个密码太容易猜到。请换一个别人想不到的，比如几个不相干的词连在一起。',
    en: 'This password is easy to guess. Choose another.',
    fields: { password: '太容易猜到' },
  };
}
