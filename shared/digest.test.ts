import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '#shared/digest';

test('SHA-256 agrees with the published one for any text', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  const same = (text: string): void => {
    expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  };
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), same));
  for (const length of [55, 56, 63, 64, 119, 120]) same('里'.repeat(length).slice(0, length));
  for (const length of [55, 56, 63, 64, 119, 120]) same('a'.repeat(length));
});
