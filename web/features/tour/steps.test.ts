import { describe, expect, test } from 'vitest';
import { addressOf, keepTour, readTour, tourCookie, tourSteps, type Tour } from './steps.ts';

const tour: Tour = {
  at: 3,
  areaId: 'area-1',
  since: 1,
  number: '370303001001-2026-000412',
  said: '还没做完；先按“办结”',
};

describe('where the tour stands', () => {
  test('what is kept is read again, among other cookies', () => {
    const [pair = ''] = keepTour(tour).split(';');
    expect(readTour(`liren=abc; ${pair}; liren_view=plain`)).toEqual(tour);
    expect(readTour(pair)).toEqual(tour);
  });

  test.each([
    ['no cookie', null],
    ['another cookie', 'liren-tour-2=1'],
    ['no JSON', `${tourCookie}=%7B`],
    ['no area', `${tourCookie}=${encodeURIComponent('{"at":0}')}`],
    ['a step there is not', `${tourCookie}=${encodeURIComponent('{"at":99,"areaId":"a"}')}`],
    ['ended', keepTour(null)],
  ])('%s is no tour', (_what, cookies) => {
    expect(readTour(cookies)).toBeNull();
  });

  test('ending it clears the cookie', () => {
    expect(keepTour(null)).toContain('Max-Age=0');
  });
});

describe('the steps', () => {
  test('every address is complete once the tour knows its matters', () => {
    const whole: Tour = { ...tour, trace: 'gshgabc', forgotten: '370303001001-2026-000001' };
    for (const at of tourSteps.keys()) expect(addressOf({ ...whole, at })).not.toMatch(/[{}]|\/\/|\/$/);
  });

  test('it ends on the public trace, which needs nobody signed in', () => {
    expect(tourSteps.at(-1)).toMatchObject({ id: 'trace', account: null, press: null });
  });

  test('whoever must do something is told what to press', () => {
    for (const step of tourSteps.filter(({ until }) => until)) expect(step.press).not.toBeNull();
  });
});
