import { describe, expect, test } from 'vitest';
import { hasCertificate } from './rules.ts';

const over = new Date('2026-06-01T10:00:00Z');
const course = (sessionCount: number, came: number) => ({
  ...{ kind: 'course', endsAt: over.toISOString() },
  ...{ sessionCount, came },
});

describe('the certificate of a course', () => {
  test('is for a course of two sessions or more, not for a single one', () => {
    expect(hasCertificate(course(1, 1), over)).toBe(false);
    expect(hasCertificate(course(2, 2), over)).toBe(true);
    expect(hasCertificate({ ...course(2, 2), kind: 'lecture' }, over)).toBe(false);
  });

  test('is for two thirds of the sessions, not for less', () => {
    expect([hasCertificate(course(3, 2), over), hasCertificate(course(3, 1), over)]).toEqual([true, false]);
    expect([hasCertificate(course(2, 1), over), hasCertificate(course(2, 0), over)]).toEqual([false, false]);
  });

  test('is there when the last session is over, and not before', () => {
    expect(hasCertificate(course(3, 3), over)).toBe(true);
    expect(hasCertificate(course(3, 3), new Date(over.getTime() - 1))).toBe(false);
  });
});
