import { expect, test } from 'vitest';
import { harmlessName, idOfDrawn, illustrationOf, isDrawn } from './rules.ts';

test.each([
  ['照片.jpg', '照片.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\a.png', 'a.png'],
  ['<img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
  ['a\u0000b\u202egpj.exe\n', 'abgpj.exe'],
  ['.htaccess', 'htaccess'],
  ['', ''],
  ['长'.repeat(200), '长'.repeat(80)],
])('the name %j becomes %j', (name, harmless) => expect(harmlessName(name)).toBe(harmless));

test('only a plain slug of a drawn picture leads elsewhere', () => {
  const of = (sha256: string, mediaType = 'image/svg+xml') => illustrationOf({ sha256, mediaType });
  expect(of('illustration:charge-before')).toBe('/illustrations/charge-before.svg');
  for (const slug of ['../x', 'a/b', '//evil.cn', 'A', '-a', 'a-', '']) expect(of(`illustration:${slug}`)).toBeNull();
  expect(of('illustration:a', 'image/webp')).toBeNull();
});

test('a drawn picture is told from a photograph by its id', () => {
  const photograph = '0197c000-0000-7000-8009-000000000000';
  expect(isDrawn(photograph)).toBe(false);
  expect(idOfDrawn(photograph)).toBe('0197c000-0000-8000-8009-000000000000');
  expect(isDrawn(idOfDrawn(photograph))).toBe(true);
});
