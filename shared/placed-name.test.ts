import { expect, test } from 'vitest';
import { placedName } from './placed-name.ts';

test('a fund is called by its estate once, whatever its own name says of it', () => {
  expect(placedName('工盛北院', '公共收益')).toBe('工盛北院公共收益');
  expect(placedName('工盛北院', '工盛北院公共收益')).toBe('工盛北院公共收益');
  expect(placedName('工盛社区', '社区公益金')).toBe('工盛社区公益金');
  expect(placedName('工盛北院', '院灯专款')).toBe('工盛北院院灯专款');
  expect(placedName('', '公共收益')).toBe('公共收益');
  expect(placedName('工盛北院', '工盛北院')).toBe('工盛北院');
});
