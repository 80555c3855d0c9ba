import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, matches, markOf, numberPieces, piecesOf, queriesOf, textMax, vectorOf } from './rules.ts';
import { openSegmenter } from './segment/service.ts';

const cut = await openSegmenter();
const area = '0197b000-0000-7000-8000-000000abcdef';
const words = (typed: string): string[] => {
  const asked = askedOf(typed, cut);
  return 'zh' in asked ? [asked.code] : asked.words.map(({ word }) => word);
};
const holds = (text: string, typed: string): boolean => {
  const asked = askedOf(typed, cut);
  if ('zh' in asked) return false;
  const pieces = [...piecesOf(text)];
  return asked.words.every((word) =>
    word.pieces.every(({ piece, begins }) => pieces.some((one) => (begins ? one.startsWith(piece) : one === piece))),
  );
};

describe('what is asked for', () => {
  test('a question is cut into its words; small words and repeats fall away', () => {
    expect(words('电动车飞线充电')).toEqual(['电动车', '飞线', '充电']);
    expect(words('楼道里有很多杂物怎么办')).toEqual(['楼道', '杂物']);
    expect(words('网球场')).toEqual(['网球场']);
    expect(words('路灯 路灯')).toEqual(['路灯']);
  });

  test('a number stays with the sign after it', () => {
    expect(words('3号楼')).toContain('3号');
    expect(holds('北院 13 号楼', '3号楼')).toBe(false);
    for (const text of ['北院3号楼2单元', '北院 3 号楼 2 单元'])
      for (const typed of ['3号楼', '3 号楼', '北院 3 号楼'])
        expect([text, typed, holds(text, typed)]).toEqual([text, typed, true]);
  });

  test('nothing, only small words, one word too many signs: each refused in its own words', () => {
    expect(words('   ')).toEqual(['search.empty']);
    expect(words('！？')).toEqual(['search.small-words']);
    expect(words('的了吗')).toEqual(['search.small-words']);
    expect(words('怎么办')).toEqual(['search.small-words']);
    expect(words('楼'.repeat(textMax))).not.toEqual(['search.too-long']);
    expect(words('楼'.repeat(textMax + 1))).toEqual(['search.too-long']);
  });
});

describe('what is found', () => {
  test('issue 3: 飞线 finds 飞线充电, 网球场 finds the tennis court, a lone sign finds what holds it', () => {
    expect(holds('二楼私拉飞线充电', '飞线')).toBe(true);
    expect(holds('飞线充电', '充电 飞线')).toBe(true);
    expect(holds('网球场', '网球场')).toBe(true);
    expect(holds('门口路灯不亮', '灯')).toBe(true);
    expect(holds('门口路灯', '灯')).toBe(true);
    expect(holds('羽毛球馆', '网球场')).toBe(false);
  });

  test('any part of a text of two signs or more finds it, where no small word is in it', () => {
    const signs = '飞线充电路灯网球场楼道漏水停车位树枝';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signs.length - 2 }), fc.integer({ min: 2, max: 8 }), (from, length) => {
        expect(holds(signs, signs.slice(from, from + length))).toBe(true);
      }),
    );
  });

  test('width, case and spaces make no difference', () => {
    expect(holds('ＷＩＦＩ 断了', 'wifi')).toBe(true);
    expect(holds('wifi断了', 'WIF')).toBe(true);
  });

  test('without a dictionary a run is found as it stands', () => {
    const asked = askedOf('飞线充电', (text) => [text]);
    expect(asked).toMatchObject({ words: [{ pieces: [{ piece: '飞线' }, { piece: '线充' }, { piece: '充电' }] }] });
  });
});

describe('numbers', () => {
  const number = '370303001001-2026-000123';
  const pieceOf = (typed: string): string | null => {
    const asked = askedOf(typed, cut);
    return 'zh' in asked ? asked.code : asked.number;
  };

  test('a matter is found by its whole number, year and count, count, and last three or four digits', () => {
    const laid = numberPieces(number);
    for (const typed of [number, '2026-123', '2026-000123', '123', '0123', '尾号0123', '编号 123', '000123'])
      expect(laid).toContain(pieceOf(typed));
    expect(laid).toContain('#~0123');
    expect(laid).not.toContain(pieceOf('124'));
    expect(laid).not.toContain(pieceOf('2025-123'));
  });

  test('a whole number names its area', () => {
    expect(askedOf(number, cut)).toMatchObject({ number: '#2026-123', areaCode: '370303001001' });
  });

  test('the last four digits of a longer count find it too', () => {
    expect(numberPieces('370303001001-2026-0012345')).toContain(pieceOf('2345'));
  });
});

test('words are led by their area, and the title weighs more', () => {
  const vector = vectorOf({ areaId: area, title: '飞线充电', text: '飞线 东门' });
  expect(markOf(area)).toBe('abcdef');
  expect(vector.split(' ').sort()).toEqual(
    [
      "'abcdef东门':1B",
      "'abcdef充电':1A",
      "'abcdef线充':1A",
      "'abcdef电':1A",
      "'abcdef线':1B",
      "'abcdef门':1B",
      "'abcdef飞线':1A",
    ].sort(),
  );
  const asked = askedOf('灯', cut);
  if ('zh' in asked) throw new Error('refused');
  expect(queriesOf(asked, area)).toMatchObject({ all: "'abcdef灯':*", title: "'abcdef灯':*A" });
});

test('a name held in memory is found by its part; one that begins so comes first', () => {
  const asked = askedOf('北院', cut);
  if ('zh' in asked) throw new Error('refused');
  expect([matches(asked, '北院'), matches(asked, '工盛北院'), matches(asked, '南院')]).toEqual([
    'begins',
    'holds',
    null,
  ]);
});
