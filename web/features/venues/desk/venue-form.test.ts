import { expect, test } from 'vitest';
import { blankVenue, bodyOf, minutesOf, weekMinutes, whyNotLine, type HoursLine } from './venue-form.ts';

const line = (weekday: number, opens: string, closes: string, zone = ''): HoursLine => ({
  weekday,
  opens,
  closes,
  zone,
});

test('times are read as people write them, and what is no time is none', () => {
  expect(['9:00', '0930', '9', '9：30', '24:00'].map(minutesOf)).toEqual([540, 570, 540, 570, 1440]);
  expect(['', '九点', '24:01', '9:60', '25'].map(minutesOf)).toEqual([null, null, null, null, null]);
});

test('N16: 8 hours a day make 56 hours, half an hour less makes 55.5, as it is typed', () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => line(weekday, '9:00', '17:00'));
  expect(weekMinutes(week) / 60).toBe(56);
  expect(weekMinutes([...week.slice(1), line(1, '9:00', '16:30')]) / 60).toBe(55.5);
  expect(weekMinutes([...week, line(1, '10:00', '12:00'), line(1, '9:00', '')]) / 60).toBe(56);
});

test('a line that lies over another is named before it is sent, and nothing typed is lost', () => {
  const hours = [line(2, '9:00', '11:30', '爱心缝纫铺'), line(2, '11:00', '12:00'), line(3, '11:00', '12:00')];
  expect(whyNotLine(hours, 1)).toBe('和 9:00—11:30 爱心缝纫铺 重叠');
  expect(whyNotLine(hours, 2)).toBeNull();
  const sent = bodyOf({ ...blankVenue, name: '百宝阁', kind: '便民百宝阁', hours });
  expect(sent).toEqual({ problem: expect.stringContaining('周二') });
});

test('sizes are sent as whole tenths of a square metre', () => {
  const sent = bodyOf({ ...blankVenue, name: '实践站', kind: '新时代文明实践站', size: 299.9 });
  expect('body' in sent && sent.body.sizeTenths).toBe(2999);
});
