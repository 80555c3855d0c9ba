import { beforeAll, describe, expect, test } from 'vitest';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { openWorld, type Answer, type Asker } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { as, owner } = world;
const { chair, deputy, member, auditor } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
beforeAll(async () => {
  fund = await openPublicRevenue(world);
});

const begin = (who: Asker, [outgoing, incoming]: [Asker, Asker] = [chair, deputy]): Promise<Answer> =>
  who.post(`${fund.path}/handovers`, { outgoingId: outgoing.id, incomingId: incoming.id, reason: '业委会换届' });
const act = (who: Asker, id: string, name: string, body: object = {}): Promise<Answer> =>
  who.post(`${fund.path}/handovers/${id}/${name}`, body);
/** The hand-over that is under way, or the one named. */
const first = ({ body }: Answer, id?: string) =>
  body.items.find((one: { id: string; state: string }) => (id ? one.id === id : one.state === 'open'));

describe('hand-over of the books', { timeout: 60_000 }, () => {
  test('everything is counted by the books, two people agree, and then it is done', async () => {
    expect((await begin(chair, [chair, chair])).body.code).toBe('handover.same-person');
    expect((await begin(chair, [chair, as('resident')])).body.code).toBe('handover.person-unknown');
    expect((await begin(auditor)).status).toBe(403);
    const begun = await begin(chair);
    const { id, counted } = first(begun);
    expect(counted).toMatchObject({ vouchers: 0, waiting: 0, seals: 0, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(counted.balances.map(({ balance }: { balance: number }) => balance).toSorted()).toEqual([1_000_000, 20_000]);
    expect((await begin(chair)).body.code).toBe('handover.open-already');
    expect((await act(member, id, 'confirm')).body.code).toBe('handover.not-yours');
    expect(first(await act(chair, id, 'confirm', { note: '账本、凭证都在柜子里' }))).toMatchObject({ state: 'open' });
    expect((await act(chair, id, 'confirm')).body.code).toBe('handover.confirmed-already');
    const done = first(await act(deputy, id, 'confirm'), id);
    expect(done).toMatchObject({ state: 'done', outgoingNote: '账本、凭证都在柜子里', actions: [] });
    expect((await act(chair, id, 'drop', { reason: '不交了' })).body.code).toBe('handover.ended');
  });

  test('what was posted since the count is seen: nobody confirms figures that are no longer true', async () => {
    const { id, hash } = first(await begin(chair));
    await act(chair, id, 'confirm');
    const income = { kind: 'income', way: 'bank', day: '2026-11-18', amount: '42', memo: '停车费', receiptNo: 'S-9' };
    const posted = await member.post(`${fund.path}/vouchers`, {
      ...{ ...income, party: '地面停车 42 户', accountId: fund.accounts['停车费'] },
    });
    expect(posted.body, JSON.stringify(posted.body)).toMatchObject({ state: 'posted' });
    expect((await act(deputy, id, 'confirm')).body.code).toBe('handover.books-moved');
    const anew = first(await act(deputy, id, 'recount'));
    expect(anew).toMatchObject({ moved: false, outgoingAt: null, counted: { vouchers: 1 } });
    expect(anew.hash).not.toBe(hash);
    expect((await act(deputy, id, 'confirm')).status).toBe(200);
    expect(first(await act(chair, id, 'confirm'), id)).toMatchObject({ state: 'done' });
  });

  test('the database lets nobody hand over to himself, nor be done without both', async () => {
    const { id } = first(await begin(chair));
    const alone = owner.query(`update fund_handovers set incoming_id = outgoing_id where id = $1`, [id]);
    await expect(alone).rejects.toThrow(/fund_handovers_two_people/);
    const early = owner.query(`update fund_handovers set state = 'done', ended_at = now() where id = $1`, [id]);
    await expect(early).rejects.toThrow(/fund_handovers_done_by_both/);
    expect(first(await act(chair, id, 'drop', { reason: '人选还没有定' }), id)).toMatchObject({ state: 'dropped' });
  });
});
