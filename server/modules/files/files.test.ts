import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import { addIllustrations, attachFiles, describeFiles, publishFiles } from '#modules/files';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood, type Name } from '#tests/neighbourhood';

const { ask, app, actors, clock, database, folder, owner, readable } = await openNeighbourhood(await testDatabase());
const areaId = places.gongsheng;
const boundary = 'liren-test';

const photo = (width = 2400, height = 1200) =>
  sharp({ create: { width, height, channels: 3, background: '#3f7d5c' } })
    .withExif({ IFD0: { Model: 'SecretPhone' }, IFD3: { GPSLatitude: '36/1 48/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

const form = (bytes: Buffer, name = '照片.jpg', type = 'image/jpeg') =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const upload = (bytes: Buffer, as: Name | undefined = 'resident', name?: string) =>
  ask('POST', 'files', { ...(as ? { as } : {}), headers, body: form(bytes, name) });
const see = (id: string, as?: Name, size = 'full', more: Record<string, string> = {}) =>
  ask('GET', `files/${id}?size=${size}`, { ...(as ? { as } : {}), headers: more });
const attach = (as: Name, ids: string[], subject: string) =>
  database
    .transaction(clock.now(), (tx) => attachFiles(tx, actors[as], { areaId, ids, subject }))
    .then(
      () => 'attached',
      (error: unknown) => {
        if (error instanceof RefusalError) return error.refusal.code;
        throw error;
      },
    );

let jpeg: Buffer;
beforeAll(async () => void (jpeg = await photo()));

describe('uploading', { timeout: 60_000 }, () => {
  test('a photograph is re-encoded, made smaller, and loses its place and its device', async () => {
    expect((await sharp(jpeg).metadata()).exif?.includes('SecretPhone')).toBe(true);
    const made = await upload(jpeg);
    expect(made).toMatchObject({ status: 201, body: { width: 1600, height: 800, drawn: false } });
    const full = await see(made.body.id, 'resident');
    const small = await see(made.body.id, 'resident', 'small');
    expect(full.headers['content-type']).toBe('image/webp');
    expect(await sharp(full.bytes).metadata()).toMatchObject({ format: 'webp', width: 1600 });
    expect((await sharp(full.bytes).metadata()).exif).toBeUndefined();
    expect(full.bytes.includes('SecretPhone')).toBe(false);
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 480 });
  });

  test('an Idempotency-Key stands for one picture: sent again it is answered, with another one it is refused', async () => {
    const send = (bytes: Buffer) =>
      ask('POST', 'files', {
        as: 'resident',
        headers: { ...headers, 'idempotency-key': 'one-picture' },
        body: form(bytes),
      });
    const first = await send(jpeg);
    const again = await send(jpeg);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(await send(await photo(800, 600))).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });

  test('a text that calls itself a photograph is refused in plain words, and nothing is kept', async () => {
    const before = readdirSync(folder).length;
    for (const text of ['hello', '<svg', ''])
      expect(await upload(Buffer.from(text))).toMatchObject({ status: 415, body: { code: 'file.not-a-picture' } });
    expect(readdirSync(folder)).toHaveLength(before);
  });

  test('12 MB is the limit: one byte less is looked at, 20 MB are refused with what to do', async () => {
    expect((await upload(Buffer.alloc(12_000_000 - 1))).body.code).toBe('file.not-a-picture');
    const tooLarge = await upload(Buffer.alloc(20_000_000));
    expect(tooLarge).toMatchObject({ status: 413, body: { code: 'body.too-large' } });
    expect(tooLarge.body.detail).toContain('12 MB');
  });

  test('20 MB over a real connection get the sentence too, not a broken line', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await fetch(`${address}/api/v1/areas/${areaId}/files`, {
      method: 'POST',
      headers: { ...headers, 'x-as': actors.resident.id },
      body: form(Buffer.alloc(20_000_000)),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'body.too-large' });
  });

  test('a picture of too many points, no file, another kind of body, a wrong area, nobody: each refused', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await upload(bomb)).body.code).toBe('file.not-a-picture');
    const empty = Buffer.from(`--${boundary}--\r\n`);
    expect((await ask('POST', 'files', { as: 'resident', headers, body: empty })).body.code).toBe('file.missing');
    expect((await ask('POST', 'files', { as: 'resident', body: { a: 1 } })).body.code).toBe('file.missing');
    expect(
      (await ask('POST', '/api/v1/areas/nowhere/files', { as: 'resident', headers, body: form(jpeg) })).body.code,
    ).toBe('area.unknown');
    expect((await ask('POST', 'files', { headers, body: form(jpeg) })).status).toBe(401);
  });

  test('a hostile name is kept harmless', async () => {
    const made = await upload(jpeg, 'resident', '../../<script>alert(1)</script>.jpg');
    const rows = await owner.query<{ name: string }>(`select name from files where id = $1`, [made.body.id]);
    expect(rows.rows[0]?.name).toBe('script.jpg');
  });
});

describe('who sees a picture', { timeout: 60_000 }, () => {
  test('the uploader; nobody else, who is told the same as of one that does not exist', async () => {
    const { id } = (await upload(jpeg)).body;
    expect((await see(id, 'resident')).headers['cache-control']).toBe('private, max-age=300');
    for (const as of ['other', 'community', undefined] as const)
      expect(await see(id, as)).toMatchObject({ status: 404, body: { code: 'file.unknown' } });
    expect((await see('0197a000-0000-7000-8000-00000000ffff')).body.code).toBe('file.unknown');
    expect((await see('xyz')).status).toBe(400);
    expect((await ask('GET', `/api/v1/areas/${places.neighbour}/files/${id}`, { as: 'resident' })).body.code).toBe(
      'file.unknown',
    );
  });

  test('who may see what it belongs to; everybody once it is public, kept for ever', async () => {
    const { id } = (await upload(jpeg)).body;
    await attach('resident', [id], 'matter:1');
    expect((await see(id, 'other')).status).toBe(404);
    readable.add('matter:1');
    expect((await see(id, 'other')).status).toBe(200);
    readable.delete('matter:1');
    await database.transaction(clock.now(), (tx) => publishFiles(tx, areaId, [id]));
    const seen = await see(id);
    expect(seen.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const again = await see(id, undefined, 'full', { 'if-none-match': String(seen.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
  });

  test('knowing an id does not make another’s picture one’s own', async () => {
    const { id } = (await upload(jpeg)).body;
    expect(await attach('other', [id], 'matter:2')).toBe('file.not-yours');
    expect(await attach('resident', [id, id], 'matter:3')).toBe('attached');
    expect(await attach('resident', [id], 'matter:4')).toBe('file.not-yours');
    expect(await attach('other', [id], 'matter:3')).toBe('attached');
    expect(await attach('resident', ['0197a000-0000-7000-8000-00000000ffff'], 'matter:3')).toBe('file.not-yours');
    expect(await attach('other', [], 'matter:3')).toBe('attached');
  });
});

describe('drawn pictures', () => {
  test('lead to their drawing, are marked drawn, and are described in the order asked', async () => {
    const illustrations = [
      { slug: 'charge-before', width: 800, height: 600, subject: 'matter:9' },
      { slug: 'charge-after', width: 800, height: 600, public: true },
    ];
    const [first = '', second = ''] = await database.transaction(clock.now(), (tx) =>
      addIllustrations(tx, actors.community, { areaId, illustrations }),
    );
    const seen = await see(second);
    expect(seen.status).toBe(302);
    expect(seen.headers.location).toBe('/illustrations/charge-after.svg');
    expect((await see(first)).status).toBe(404);
    const { id } = (await upload(jpeg)).body;
    const described = await describeFiles(database, areaId, [
      id,
      second,
      'ffffffff-ffff-7fff-8fff-ffffffffffff',
      first,
    ]);
    expect(described.map((one) => [one.id, one.drawn, one.small])).toEqual([
      [id, false, `/api/v1/areas/${areaId}/files/${id}?size=small`],
      [second, true, '/illustrations/charge-after.svg'],
      [first, true, '/illustrations/charge-before.svg'],
    ]);
  });
});
