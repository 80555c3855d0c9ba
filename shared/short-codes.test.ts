import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShortCode, shortCode } from './short-codes.ts';

test('a short code names its area and the end of its id again', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = shortCode('gshg', id);
      expect(code).toMatch(/^gshg[a-hjkmnp-z2-9]{9}$/);
      expect(readShortCode(code)).toEqual({ area: 'gshg', tail: id.slice(-10) });
      expect(readShortCode(code.toUpperCase())).toEqual({ area: 'gshg', tail: id.slice(-10) });
    }),
  );
});

test.each(['', 'gshg', 'gshg12345678', 'gshg1bcdefghj', 'gshg999999999', 'gshgabcdefghjk', '<script>'])(
  'no code: %s',
  (code) => expect(readShortCode(code)).toBeNull(),
);
