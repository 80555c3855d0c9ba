import { expect, test } from 'vitest';
import { createDemoAccounts } from '#modules/accounts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const house = await openAccountsHouse(await testDatabase(), { demo: true });

test('the demo shows its role cards, and each of them opens its page', async () => {
  const card = (username: string, title: string, role: string, areaId: string) => ({
    username,
    name: '赵敏',
    title,
    does: '每天在网格里走一圈，发现的事当场办。',
    grants: [{ role, areaId }],
  });
  await house.database.transaction(house.clock.now(), async (tx) => {
    const cards = [
      card('grid', '网格员', 'grid-worker', places.gridOne),
      card('street', '街道干部', 'street-officer', places.street),
    ];
    await createDemoAccounts(tx, { password: 'liren-demo', cards });
  });
  const { body } = await house.ask('GET', '/api/v1/demo/accounts');
  expect(body.accounts.map((one: { title: string }) => one.title)).toEqual(['网格员', '街道干部']);
  const starts = [];
  for (const { username } of body.accounts) {
    const token = await house.signIn(username, body.password);
    starts.push((await house.ask('GET', '/api/v1/me', { token })).body.start);
  }
  expect(starts).toEqual(['/grid', '/desk']);
});

test('in the demo the code can be read on the page', async () => {
  const { body } = await house.ask('POST', '/api/v1/session/code', { body: { phone: '13905337999' } });
  expect(body.demoCode).toMatch(/^\d{6}$/);
  const answer = await house.ask('POST', '/api/v1/session/phone', {
    body: { phone: '13905337999', code: body.demoCode },
  });
  expect(answer.status).toBe(200);
});
