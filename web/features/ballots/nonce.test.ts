import { expect, test } from 'vitest';
import { newNonce } from './nonce.ts';

test('a receipt number is 16 signs without the ones that look alike, and never the same twice', () => {
  const made = Array.from({ length: 500 }, newNonce);
  expect(made.every((one) => /^[2-9A-HJKMNP-Z]{16}$/.test(one))).toBe(true);
  expect(new Set(made).size).toBe(500);
});
