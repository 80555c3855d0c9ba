import { describe, expect, test } from 'vitest';
import { placeOfMessage } from './message-place.ts';

describe('a message opens a page of the reader’s own', () => {
  const handled = '/desk/matters/area-1/370303001001-2026-000001';
  test.each([
    [handled, 'grid', '/grid/m/area-1/370303001001-2026-000001'],
    [handled, 'desk', handled],
    [handled, 'resident', '/m/area-1/370303001001-2026-000001'],
    ['/m/area-1/370303001001-2026-000001', 'grid', '/m/area-1/370303001001-2026-000001'],
    ['/activities/area-1/a', 'grid', '/activities/area-1/a'],
    ['/desk/matters', 'grid', '/desk/matters'],
    [null, 'grid', '/messages'],
  ] as const)('%s for %s', (link, reading, place) => {
    expect(placeOfMessage(link, reading, '/messages')).toBe(place);
  });
});
