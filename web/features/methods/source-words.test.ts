import { expect, test } from 'vitest';
import { sourceInWords } from './source-words.ts';

test.each([
  ['C73 · 前进街道 (C:L620), F33, N65; 类别取自 B18 与各地案例中的事由', '前进街道；类别取自各地案例中的事由'],
  ['C83 · 前进街道 (C:L634–L636), F39, N73', '前进街道'],
  ['D21 D23 D24 · 罗定市 (D:L126–L132), F52', '罗定市'],
  ['前进街道供稿 C:L634–L636', '前进街道供稿'],
  ['工盛社区自己摸索的 12345 办法', '工盛社区自己摸索的 12345 办法'],
])('the source %s is read as %s', (source, words) => expect(sourceInWords(source)).toBe(words));
