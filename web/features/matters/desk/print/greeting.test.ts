import { expect, test } from 'vitest';
import { maskName } from '#shared/masking';
import { greetingOf } from './greeting.ts';

test.each([
  ['郑**', '郑先生/女士，您好'],
  [maskName('欧阳晓东'), '欧阳先生/女士，您好'],
  ['郑晓东', '郑晓东，您好'],
  ['**', '居民朋友，您好'],
  ['', '居民朋友，您好'],
  [null, '居民朋友，您好'],
])('a reply to %s begins with %s', (name, greeting) => expect(greetingOf(name)).toBe(greeting));
