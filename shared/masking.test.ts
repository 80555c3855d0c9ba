import { expect, test } from 'vitest';
import { maskName, maskParty, maskPhone } from './masking.ts';

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

test('who paid or was paid: units by their name, persons by their surname', () => {
  const firms = ['恒泰物业', '绿意园林', '顺安水电', '铁塔公司', '车站街道办', '某某商行', '便民理发店'];
  expect(firms.map(maskParty)).toEqual(firms);
  expect(['李长河', ' 欧阳明 ', '李勇', '']).toSatisfy(
    (names: string[]) => names.map(maskParty).join() === '李**,欧阳*,李**,',
  );
});

test('a long name set apart by a dot is a neighbour’s, unless a word of it says that it is a unit’s', () => {
  expect(['阿依古丽·买买提', '古丽娜尔•艾买提', '艾买提·热合曼商店', '地面停车专户'].map(maskParty)).toEqual([
    '阿**',
    '古**',
    '艾买提·热合曼商店',
    '地面停车专户',
  ]);
});
