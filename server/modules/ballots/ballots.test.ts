import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyRecord } from '#shared/recount';
import { importOwners, type PastOwner, type PastUnit } from '#modules/organisations';
import { organisationDoors } from '../../doors.ts';
import { testDatabase } from '#tests/database';
import { areas, openWorld, upload, type Answer } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, clock, database, owner, parts, advance } = world;
const { gongsheng: areaId, estate: estateId, building: buildingId } = areas;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const closesAt = '2026-11-30T16:00:00.000Z';
beforeEach(() => clock.set('2026-11-22T01:00:00.000Z'));

const ownerOf = (name: string, userId: string | null): PastOwner => ({
  ...{ name, phone: null, kind: 'person', userId, personId: null },
});
const one = ownerOf('周雪梅', as('resident').id);
const two = ownerOf('郑玉兰', as('resident2').id);
const third = ownerOf('程大友', null);
const fourth = ownerOf('谭文静', null);
const fifth = ownerOf('何秀英', as('building').id);
const unit = (n: number, owners: PastUnit['owners'], titleArea = 9000): PastUnit => ({
  ...{ id: `0197a000-0000-7000-8000-00000000090${n}`, buildingId, buildingName: '3号楼', householdId: null },
  ...{ unit: '1', room: `${n}01`, use: '住宅', titleArea, verified: null, owners },
});

beforeAll(async () => {
  await database.transaction(clock.now(), async (tx) => {
    const units = [unit(1, [one]), unit(2, [two]), unit(3, [third]), unit(4, [fourth]), unit(5, [fifth])];
    importOwners(tx, organisationDoors(parts), { areaId, estateId, totals: [], units });
  });
});

const good = (answer: Answer): any => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const nonce = (): string => randomUUID().replaceAll('-', '');
const draft = {
  ...{ title: '更换3号楼电梯', question: '是否同意动用维修资金？', electorate: 'owners', estateId },
  ...{ rule: 'owners-double-majority', closesAt },
};
const begin = async (changes: object = {}): Promise<string> => {
  const { id } = good(await as('community').post('ballots', { ...draft, ...changes }));
  expect((await as('community').post(`ballots/${id}/open`)).status).toBe(403);
  good(await as('secretary').post(`ballots/${id}/open`));
  return id;
};
const page = async (id: string, who: Parameters<typeof as>[0] = 'resident') => good(await as(who).get(`ballots/${id}`));
const electors = async (id: string, query = ''): Promise<any[]> =>
  good(await as('community').get(`ballots/${id}/electors${query}`)).items;
const lineOf = async (id: string, label: string): Promise<any> =>
  (await electors(id)).find((line) => line.label.includes(label));

describe('an owners’ ballot', () => {
  test('C39 X17: is voted on by phone and on paper, and counted again by anybody', async () => {
    const id = await begin();
    await advance(clock.now());
    const mine = (await page(id)).electors;
    expect(mine).toHaveLength(1);
    const vote = { elector: mine[0].id, choices: ['yes'], nonce: nonce() };
    const receipt = good(await as('resident').post(`ballots/${id}/votes`, vote, 'the-same-key'));
    expect(receipt.receipt).toBe(sha256(vote.nonce));
    expect(good(await as('resident').post(`ballots/${id}/votes`, vote, 'the-same-key'))).toEqual(receipt);
    const again = await as('resident').post(`ballots/${id}/votes`, { ...vote, nonce: nonce() });
    expect(again.body.code).toBe('ballot.voted-already');
    expect((await as('volunteer').post(`ballots/${id}/votes`, { ...vote, nonce: nonce() })).body.code).toBe(
      'ballot.not-elector',
    );
    const papers = good(await as('community').get(`ballots/${id}/papers`)).papers as { code: string; label: string }[];
    const read = (who: 'community' | 'community2' | 'secretary', door: string, choices: string[]) =>
      as(who).post(`ballots/${id}/papers`, { code: papers.find(({ label }) => label.includes(door))?.code, choices });
    expect(good(await read('community', '301', ['yes'])).state).toBe('once');
    expect((await read('community', '301', ['yes'])).body.code).toBe('ballot.paper-read-by-you');
    expect(good(await read('community2', '301', ['no'])).state).toBe('differ');
    expect(good(await read('secretary', '301', ['yes'])).state).toBe('done');
    expect((await read('community2', '301', ['yes'])).body.code).toBe('ballot.paper-cast');
    good(await read('community', '201', ['no']));
    good(await read('community2', '201', ['no']));
    const open = await page(id, 'secretary');
    expect(open).toMatchObject({ result: null, recordHash: null, outcome: null, turnout: { number: 3, of: 5 } });
    expect((await as('resident').get(`ballots/${id}/record`)).body.code).toBe('ballot.record-not-yet');
    const turnout = good(await as('community').get(`ballots/${id}/turnout`));
    expect(turnout.needs[0]).toMatchObject({ have: 3, of: 5, missing: 1, met: false });
    expect(turnout.votedWays.map((way: { voted: number }) => way.voted)).toEqual([1, 2]);
    const fourthMine = (await page(id, 'building')).electors[0];
    good(
      await as('building').post(`ballots/${id}/votes`, {
        elector: fourthMine.id,
        choices: ['abstain'],
        nonce: nonce(),
      }),
    );
    await advance(closesAt);
    const closed = await page(id);
    expect(closed).toMatchObject({
      state: 'closed',
      outcome: 'failed',
      result: { tookPart: { number: 4, area: 36_000 } },
    });
    const record = (await as('resident').get(`ballots/${id}/record`)).raw.toString('utf8');
    expect(await verifyRecord(record, closed.recordHash, sha256)).toMatchObject({ ok: true });
    expect(record).toContain(receipt.receipt);
    expect(record).not.toContain('周');
    const told = good(await as('resident').get('/api/v1/messages')).items.map((one: { title: string }) => one.title);
    expect(told).toEqual(expect.arrayContaining(['请您投票：更换3号楼电梯', '表决结果：更换3号楼电梯']));
    clock.set('2026-11-25T01:00:00.000Z');
    expect((await as('resident').post(`ballots/${id}/votes`, { ...vote, nonce: nonce() })).body.code).toBe(
      'ballot.closed',
    );
  });

  test('deliveries, proxies with written consent, and conflicts of interest are kept beside the votes', async () => {
    const id = await begin();
    const door = await lineOf(id, '401');
    const consentFile = await upload(as('community'));
    const proxy = { electorId: door.id, holderName: '周雪梅', userId: as('resident').id, consentFile };
    good(await as('community').post(`ballots/${id}/proxies`, proxy));
    const other = { ...proxy, electorId: (await lineOf(id, '301')).id, consentFile: await upload(as('community')) };
    expect((await as('community').post(`ballots/${id}/proxies`, other)).body.code).toBe('ballot.proxies-too-many');
    const held = (await page(id)).electors.find((elector: { proxyFor: string | null }) => elector.proxyFor !== null);
    good(await as('resident').post(`ballots/${id}/votes`, { elector: held.id, choices: ['no'], nonce: nonce() }));
    const sent = {
      electorIds: [door.id, other.electorId],
      way: 'door',
      note: '当面说明',
      proofFile: await upload(as('community')),
    };
    expect(good(await as('community').post(`ballots/${id}/deliveries`, sent)).delivered).toBe(2);
    const later = await as('community').post(`ballots/${id}/deliveries`, {
      ...sent,
      proofFile: undefined,
      at: closesAt,
    });
    expect(later.body.code).toBe('ballot.delivered-later');
    const conflict = { reason: '电梯公司的股东' };
    const own = (await page(id, 'resident2')).electors[0].id;
    expect((await as('resident').post(`ballots/${id}/electors/${own}/conflict`, conflict)).status).toBe(403);
    good(await as('resident2').post(`ballots/${id}/electors/${own}/conflict`, conflict));
    const refused = await as('resident2').post(`ballots/${id}/votes`, {
      elector: own,
      choices: ['yes'],
      nonce: nonce(),
    });
    expect(refused.body.code).toBe('ballot.excluded');
    expect(await electors(id, '?state=excluded')).toHaveLength(1);
    expect(await electors(id, '?state=undelivered')).toHaveLength(2);
    const sheet = await as('community').get(`ballots/${id}/electors.xlsx`);
    expect(sheet.raw.subarray(0, 2).toString()).toBe('PK');
    await advance(closesAt);
    expect((await page(id)).result).toMatchObject({ entitled: { number: 4 }, excluded: 1, tookPart: { number: 1 } });
  });

  test('what somebody voted stands in no stored answer, audit, message or waiting job', async () => {
    const id = await begin({ changeable: true });
    const mine = (await page(id)).electors[0].id;
    for (const choices of [['yes'], ['no'], ['abstain']])
      good(await as('resident').post(`ballots/${id}/votes`, { elector: mine, choices, nonce: nonce() }, randomUUID()));
    const kept = await owner.query<{ body: string }>(
      `select row_to_json(k)::text as body from idempotency_keys k where actor_id = $1
       union all select row_to_json(a)::text from audit a where subject = $2
       union all select row_to_json(o)::text from jobs.outbox o union all select row_to_json(m)::text from messages m`,
      [as('resident').id, `ballot:${id}`],
    );
    expect(kept.rows.length).toBeGreaterThan(3);
    for (const { body } of kept.rows) expect(body).not.toMatch(/"(yes|no|abstain)"|choices/);
    const listed = JSON.stringify([await page(id), await electors(id), good(await as('admin').get('ballots'))]);
    expect(listed).not.toMatch(/"tally"/);
    expect(await page(id, 'admin')).toMatchObject({ result: null, outcome: null });
    await advance(closesAt);
    expect((await page(id)).result.choices.find((choice: { id: string }) => choice.id === 'abstain').number).toBe(1);
  });
});

test('a draft is withdrawn, not changed; only who prepares it sees it', async () => {
  const { id } = good(await as('community').post('ballots', draft));
  expect((await as('resident').get(`ballots/${id}`)).status).toBe(404);
  expect(good(await as('resident').get('ballots')).items.map((item: { id: string }) => item.id)).not.toContain(id);
  good(await as('community').post(`ballots/${id}/withdraw`, { reason: '名册要核对' }));
  expect((await as('secretary').post(`ballots/${id}/open`)).body.code).toBe('ballot.withdrawn');
});

describe('an electorate', () => {
  test('is counted before a ballot is drafted, so that nobody drafts one for an empty register', async () => {
    const count = async (query: string) => good(await as('community').get(`ballot-electorate?${query}`));
    const owners = await count(`electorate=owners&estateId=${estateId}`);
    expect(owners).toEqual({ electors: 5, persons: 5, area: 45_000, byPhone: 3 });
    expect(await count(`electorate=owners&estateId=${areas.estateTwo}`)).toMatchObject({ electors: 0, byPhone: 0 });
    expect((await as('resident').get('ballot-electorate?electorate=owners')).status).toBe(403);
  });
});
