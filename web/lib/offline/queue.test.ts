import { describe, expect, test } from 'vitest';
import { ageOf, asNote, bodyOf, nextPauseMs, nextToSend, settle, withoutPhotos, type Operation } from './queue.ts';

const hour = 3_600_000;
const now = { device: 100 * hour, heard: null };
const theirs = { by: '何秀英', at: '2026-11-20T02:00:00Z', label: '受理', step: '交办' };

function operation(id: string, rest: Partial<Operation> = {}): Operation {
  return {
    id,
    seq: Number(id.replace(/\D/g, '')),
    subject: 'matter:1',
    path: '/api/v1/areas/a/matters/1/actions/done',
    filesPath: '/api/v1/areas/a/files',
    body: { form: { result: '修好了' }, version: 3 },
    seen: 3,
    photos: [],
    made: { device: 99 * hour, heard: null },
    told: { title: '路灯不亮', label: '办结', words: '修好了', typed: [['field.result', '修好了']] },
    keeper: 'track',
    state: 'waiting',
    wasHanded: false,
    tries: 0,
    notBefore: 0,
    trouble: null,
    ...rest,
  };
}

const problem = (status: number, code: string, details?: object) => ({
  status,
  body: { code, detail: '不行', details },
});

describe('what is sent next', () => {
  test('one matter goes in the order of pressing; what is stuck or pauses holds up its own matter only', () => {
    const first = operation('1', { state: 'stuck' });
    const other = operation('3', { subject: 'matter:2' });
    expect(nextToSend([other, operation('2'), first], now)?.id).toBe('3');
    expect(nextToSend([operation('2'), operation('1')], now)?.id).toBe('1');
    expect(nextToSend([operation('1', { notBefore: now.device + 1 }), operation('2')], now)).toBeNull();
    expect(nextToSend([operation('1', { state: 'handed' }), operation('2')], now)).toBeNull();
  });

  test('a pause that a clock put back has made endless is no pause', () => {
    expect(nextToSend([operation('1', { notBefore: now.device + 24 * hour })], now)?.id).toBe('1');
  });

  test('pictures that have arrived stand in the body where they belong, with how long ago she pressed', () => {
    const photos = [
      { id: 'p', into: ['form', 'after'], name: '', type: '', fileId: 'file-1' },
      { id: 'q', into: ['then', '0', 'form', 'after'], name: '', type: '', fileId: 'file-2' },
    ];
    const body = { form: { after: ['file-0'] }, then: [{ form: {} }] };
    expect(bodyOf(operation('1', { photos, body }), now)).toEqual({
      form: { after: ['file-0', 'file-1'] },
      then: [{ form: { after: ['file-2'] } }],
      madeAgoSeconds: 3600,
    });
  });
});

describe('what an answer means', () => {
  test('done: it leaves, and what she did next on the same matter builds on the new version', () => {
    const next = operation('2');
    const note = operation('4', { body: {} });
    const others = [next, operation('3', { subject: 'matter:2' }), note, operation('5', { seen: 2 })];
    const settled = settle(operation('1'), { status: 200, body: { version: 4 } }, others, now);
    expect(settled).toMatchObject({ remove: ['1'], result: 'done' });
    expect(settled.put).toEqual([
      { ...next, seen: 4, body: { ...next.body, version: 4 } },
      { ...note, seen: 4 },
    ]);
  });

  test('after a note, which no version guards, only when nobody came in between', () => {
    const after = (version: number) =>
      settle(operation('1', { body: {} }), { status: 200, body: { version } }, [operation('2')], now);
    expect([after(4).put.length, after(5).put.length]).toEqual([1, 0]);
  });

  test('no answer, a busy server, a server away, a page that is not ours: again, each time later', () => {
    const answers = [null, problem(408, ''), problem(429, ''), problem(503, ''), { status: 200, body: null }];
    for (const answer of answers) {
      const [put] = settle(operation('1', { tries: 3 }), answer, [], now).put;
      expect(put).toMatchObject({ state: 'waiting', tries: 4, notBefore: now.device + 16_000 });
    }
    expect(nextPauseMs([operation('1', { notBefore: now.device + 7 })], now)).toBe(7);
  });

  test('a server that breaks on it eight times is shown to her', () => {
    expect(settle(operation('1', { tries: 7 }), problem(500, 'bug'), [], now).result).toBe('wait');
    expect(settle(operation('1', { tries: 8 }), problem(500, 'bug'), [], now).result).toBe('stuck');
  });

  test('somebody acted first: kept with both sides; a note that overwrites nothing is simply sent again', () => {
    const answer = problem(409, 'matter.acted-first', theirs);
    expect(settle(operation('1'), answer, [], now).put[0]).toMatchObject({
      state: 'stuck',
      trouble: { kind: 'acted-first', theirs, sentence: '不行' },
    });
    expect(settle(operation('1', { body: {} }), answer, [], now).result).toBe('wait');
  });

  test('a no is kept with everything she typed; the end of the session ends it', () => {
    const [put] = settle(operation('1'), problem(413, 'body.too-large'), [], now, true).put;
    expect(put).toMatchObject({ state: 'stuck', trouble: { kind: 'refused', photo: true }, told: { words: '修好了' } });
    expect(settle(operation('1'), problem(401, 'session.required'), [], now)).toMatchObject({
      put: [],
      result: 'ended',
    });
  });

  test('a key used for other bytes has arrived when the page’s own form carried it, and is a fault else', () => {
    const answer = problem(422, 'idempotency.key-reused');
    expect(settle(operation('1', { wasHanded: true }), answer, [], now).result).toBe('done');
    expect(settle(operation('1'), answer, [], now).result).toBe('stuck');
  });
});

describe('what she may choose', () => {
  test('改为补充说明: her words as a note under a key of their own, without a version', () => {
    const photos = [{ id: 'p', into: ['form', 'after'], name: '', type: '', fileId: 'file-1' }];
    const stuck = operation('1', { state: 'stuck', photos, trouble: { kind: 'acted-first' } as Operation['trouble'] });
    expect(asNote(stuck, 'new')).toMatchObject({
      id: 'new',
      path: '/api/v1/areas/a/matters/1/actions/track',
      body: { reason: '办结：修好了' },
      photos: [{ into: ['form', 'files'] }],
      state: 'waiting',
      trouble: null,
    });
    expect(withoutPhotos(stuck)).toMatchObject({ id: '1', photos: [], state: 'waiting' });
  });

  test('she is warned after 48 hours, and nothing stays longer than 72', () => {
    const aged = (hours: number) =>
      ageOf(operation('1', { made: { device: now.device - hours * hour, heard: null } }), now);
    expect([aged(48).warn, aged(49).warn, aged(72).over, aged(73).over]).toEqual([false, true, false, true]);
  });
});
