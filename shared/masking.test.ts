import { expect, test } from 'vitest';
import { maskName, maskPhone } from './masking.ts';

test.each([
  ['周雪梅', '周**'],
  ['周敏', '周**'],
  ['欧阳明', '欧阳*'],
  ['诸葛小亮', '诸葛*'],
  ['欧阳', '欧**'],
  ['万俟娟', '万俟*'],
  ['东方红霞', '东方*'],
  ['司徒**', '司徒*'],
  ['', '**'],
])('the name %s is shown as %s: a compound surname stays whole', (name, masked) => expect(maskName(name)).toBe(masked));

test('a telephone keeps its first three and last four figures; a short number keeps none', () => {
  expect(maskPhone('13805332046')).toBe('138****2046');
  expect(maskPhone('2345678')).toBe('****');
});
