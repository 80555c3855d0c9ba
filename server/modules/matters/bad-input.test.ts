import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, detail, finding, listed, need, report, trace, words } from '#tests/matters';
import { areas, gongsheng, multipart, openWorld, photograph, type Answer } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, owner } = world;

/** A refusal as everybody gets it: problem+json with its own code, in both languages, saying what to do. */
function expectRefusal(answer: Answer, status: number, code: string): void {
  expect(answer.body).toMatchObject({ status, code });
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body.detail).toMatch(/[一-龥]{4}.*[。？]$/);
  expect(answer.body.detailEn).toMatch(/^[ -~“”’…]{8,}$/u);
  expect(answer.body.title).toBe(answer.body.detailEn);
}

test('an unknown method', async () => {
  expectRefusal(await as('resident').post('matters', { method: 'none', form: {} }), 404, 'method.unknown');
});

test('an action that is not allowed now', async () => {
  const number = await begin(as('resident'));
  const refused = await act(as('community'), number, 'assign', { form: {} });
  expectRefusal(refused, 409, 'matter.action-not-now');
  expect(refused.body.detail).toContain('现在到了“上报”');
});

test('an action that does not exist', async () => {
  expectRefusal(await act(as('community'), await begin(as('resident')), 'fly'), 404, 'matter.action-unknown');
});

test('someone acted first: both sides are shown', async () => {
  const number = await begin(as('resident'));
  need(await act(as('grid'), number, 'accept', { version: 1 }));
  const refused = await act(as('community'), number, 'refuse', { version: 1, reason: '不归我们管' });
  expectRefusal(refused, 409, 'matter.acted-first');
  expect(refused.body.details).toEqual({
    by: '孙丽娟',
    at: '2026-11-20T01:00:00.000Z',
    label: '受理',
    step: '交办',
    version: 2,
  });
});

test('a missing field, named', async () => {
  const refused = await as('resident').post('matters', { method: 'seven-step-loop', form: { words } });
  expectRefusal(refused, 422, 'form.invalid');
  expect(Object.keys(refused.body.fields)).toEqual(['category', 'place']);
});

test('an over-long field, with by how much', async () => {
  const refused = await report(as('resident'), { words: '长'.repeat(501) });
  expectRefusal(refused, 422, 'form.invalid');
  expect(refused.body.fields).toEqual({ words: '多了 1 个字，最多 500 个字' });
  expect((await report(as('resident'), { words: '长'.repeat(500) })).status).toBe(201);
});

test('a field the step does not have', async () => {
  const refused = await report(as('resident'), { handler: 'user:x' });
  expectRefusal(refused, 422, 'form.invalid');
  expect(refused.body.fields).toHaveProperty('handler');
});

test('a photo of 20 MB', async () => {
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/files`, multipart(Buffer.alloc(20_000_000, 1))),
    413,
    'body.too-large',
  );
});

test('a file that is no picture, and a form without a file', async () => {
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/files`, multipart(Buffer.from('<svg onload="alert(1)"/>'))),
    415,
    'file.not-a-picture',
  );
  expectRefusal(await as('resident').post(`${gongsheng}/files`, { a: 1 }), 422, 'file.missing');
});

test('a hostile file name becomes a harmless one', async () => {
  const hostile = '../../etc/\u202Egnp.<script>alert(1)</script>.jpg';
  const { body } = need(await as('resident').ask('POST', `${gongsheng}/files`, multipart(await photograph(), hostile)));
  const { rows } = await owner.query('select name from files where id = $1', [body.id]);
  expect(rows[0].name).toBe('script.jpg');
});

test('HTML and hostile names are text: kept and given back as they were typed', async () => {
  const hostile = `<img src=x onerror=alert(1)>'; drop table matters;-- \${7*7} {{7*7}} \\u0000 ‮`;
  const number = await begin(as('resident'), { words: hostile, place: { label: '<b>3号楼</b>' } });
  const seen = await detail(world, number);
  expect(seen.fields.find((field: { id: string }) => field.id === 'words').text).toBe(hostile.trim());
  expect(seen.place).toBe('<b>3号楼</b>');
  expect(await listed(as('community'), `q=${encodeURIComponent(`'; drop table`)}`)).toEqual([number]);
  expect(JSON.stringify(await trace(world, seen.traceCode))).not.toContain('onerror');
});

test('a control character is refused and named', async () => {
  const refused = await report(as('resident'), { words: '你好\u0007' });
  expectRefusal(refused, 422, 'form.invalid');
  expectRefusal(await report(as('resident'), { words: 'a\u0000b' }), 400, 'input.unstorable');
  expectRefusal(await as('secretary').get('matters?q=%00'), 400, 'input.unstorable');
});

test('a wrong area in the path', async () => {
  for (const area of ['x', '0197b000-0000-7000-8000-00000000ffff', '370303002001']) {
    expectRefusal(
      await as('resident').post(`/api/v1/areas/${area}/matters`, { method: 'seven-step-loop', form: finding }),
      404,
      'area.unknown',
    );
    expectRefusal(await as('city').get(`/api/v1/areas/${area}/matters/370303002001-2026-000001`), 404, 'area.unknown');
    expectRefusal(
      await as('city').post(`/api/v1/areas/${area}/matters/370303002001-2026-000001/actions/remind`),
      404,
      'area.unknown',
    );
  }
});

test('another area’s matter', async () => {
  const number = await begin(as('resident'));
  expectRefusal(await as('city').get(`/api/v1/areas/${areas.far}/matters/${number}`), 404, 'matter.unknown');
  expectRefusal(await as('far').get(`matters/${number}`), 403, 'matter.closed-to-you');
});

test.each([
  ['malformed JSON', '{"method":', 'body.malformed', 400],
  ['an empty body', '', 'body.malformed', 400],
  ['a list instead of a form', '[]', 'input.invalid', 400],
  ['a poisoned prototype', '{"__proto__":{"admin":true},"method":"x","form":{}}', 'body.malformed', 400],
])('%s', async (_, payload, code, status) => {
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/matters`, {
      payload,
      headers: { 'content-type': 'application/json' },
    }),
    status,
    code,
  );
});

test('another media type', async () => {
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/matters`, {
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    }),
    415,
    'body.media-type',
  );
});

test('a body beyond a megabyte', async () => {
  const form = { ...finding, words: 'x'.repeat(1_100_000) };
  expectRefusal(await as('resident').post('matters', { method: 'seven-step-loop', form }), 413, 'body.too-large');
});

test('a key used again with another body', async () => {
  need(await as('resident').post('matters', { method: 'seven-step-loop', form: finding }, 'one-key'));
  expectRefusal(
    await as('resident').post('matters', { method: 'seven-step-loop', form: { ...finding, words: '别的' } }, 'one-key'),
    422,
    'idempotency.key-reused',
  );
});

test('an unknown cursor', async () => {
  for (const cursor of [
    'x',
    'bnVsbA',
    Buffer.from('["infinity","x"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ]) {
    expectRefusal(await as('secretary').get(`matters?cursor=${cursor}`), 400, 'list.cursor-invalid');
  }
  expectRefusal(await as('anonymous').get('public-matters?cursor=x'), 400, 'list.cursor-invalid');
});

test.each([
  'limit=0',
  'limit=101',
  'limit=x',
  'from=2026-02-30',
  'from=gestern',
  'status=gone',
  'grid=x',
  'due=never',
  'supervised=perhaps',
  'stars=9',
])('a query that cannot be: %s', async (query) => {
  expectRefusal(await as('secretary').get(`matters?${query}`), 400, 'input.invalid');
});

test('nobody is signed in', async () => {
  expectRefusal(await as('anonymous').get('matters'), 401, 'session.required');
  expectRefusal(
    await as('anonymous').post('matters', { method: 'seven-step-loop', form: finding }),
    403,
    'matter.not-yours-to-begin',
  );
});

test('an address that does not exist', async () => {
  expectRefusal(await as('anonymous').get('/api/v1/nothing'), 404, 'path.unknown');
});

test('deeply nested and enormous values are refused, not followed', async () => {
  const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
  const payload = `{"method":"seven-step-loop","form":{"words":${deep}}}`;
  const asked = { payload, headers: { 'content-type': 'application/json' } };
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/matters`, { ...asked, key: 'deep' }),
    400,
    'body.too-deep',
  );
  expectRefusal(
    await report(as('resident'), { place: { label: '门口', point: [1e308, -1e308] } }),
    422,
    'form.invalid',
  );
  expectRefusal(
    await report(as('resident'), { photos: Array.from({ length: 5000 }, (_, i) => `p${i}`) }),
    422,
    'form.invalid',
  );
});

test('half a character cannot be kept', async () => {
  const payload = `{"method":"seven-step-loop","form":{"words":"\\ud83d"}}`;
  expectRefusal(
    await as('resident').ask('POST', `${gongsheng}/matters`, {
      payload,
      headers: { 'content-type': 'application/json' },
    }),
    400,
    'input.unstorable',
  );
  expect((await report(as('resident'), { words: '😀 笑脸' })).status).toBe(201);
});
