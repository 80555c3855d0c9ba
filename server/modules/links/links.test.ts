import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { importBallot } from '#kernel/ballots';
import { testDatabase } from '#tests/database';
import { detail, matterAt, need } from '#tests/matters';
import { areas, openWorld, type Name } from '#tests/world';
import type { Belongs, LinkList, Story } from './contract.ts';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { as, owner, database, parts } = world;
const areaId = areas.gongsheng;

/** Rows as other modules write them; what is not named has the default of its table. */
async function put(table: string, row: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const whole = { area_id: areaId, id, ...row };
  const columns = Object.keys(whole).join(', ');
  await owner.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1::json)`,
    [JSON.stringify(whole)],
  );
  return id;
}

const topic = (change: object = {}) =>
  put('topics', {
    ...{ title: '健身广场添桌椅', why: '没处坐', scope: 'community', proposed_by: 'u1', proposer: '一位邻居' },
    ...{ proposed_at: '2026-11-01T01:00:00Z', state: 'open', ...change },
  });
const meeting = (change: object = {}) =>
  put('meetings', {
    ...{ kind: '书记下午茶', title: '桌椅放哪里', state: 'held', created_by: 'u1', created_at: '2026-11-02T01:00:00Z' },
    ...{ starts_at: '2026-11-03T01:00:00Z', ends_at: '2026-11-03T03:00:00Z', headcount: 12, ...change },
  });
const letter = (change: object = {}) =>
  put('letters', {
    ...{ title: '桌椅这样放', body: '……', signed: '社区居委会', written_by: 'u1', written_at: '2026-11-04T01:00:00Z' },
    ...{ state: 'sent', sent_at: '2026-11-04T02:00:00Z', ...change },
  });
const activity = (change: object = {}) =>
  put('activities', {
    ...{ title: '新桌椅茶话会', summary: '', kind: 'talk', place: '健身广场', host: '社区' },
    ...{
      starts_at: '2026-11-15T01:00:00Z',
      ends_at: '2026-11-15T03:00:00Z',
      state: 'published',
      published_at: '2026-11-10T01:00:00Z',
      ...change,
    },
  });
const work = (change: object = {}) =>
  put('works', {
    ...{ kind: '书画', title: '广场一角', authors_sealed: 'x', shown: false, state: 'published' },
    ...{ submitted_at: '2026-11-16T01:00:00Z', submitted_by: 'u1', decided_at: '2026-11-16T02:00:00Z', ...change },
  });

/** Drafted, approved and so posted now. */
async function notice(): Promise<string> {
  const body = {
    title: '桌椅采购结果',
    shown: [],
    body: '十套，一家供货。',
    pictures: [],
    days: 7,
    board: true,
    estateId: null,
  };
  const { id } = need(await as('community').post('publicities', body)).body;
  need(await as('secretary').post(`publicities/${id}/approve`));
  return id as string;
}

async function ballot(): Promise<string> {
  const id = randomUUID();
  const elector = { area: 0, userId: null, buildingId: null, deliveries: [], readings: [] };
  const cast = { way: 'paper', choices: ['yes'], at: '2026-11-06T01:00:00.000Z' } as const;
  await database.transaction(world.clock.now(), async (tx) =>
    importBallot(tx, parts.ballotRules, {
      ...{
        areaId,
        id,
        estateId: null,
        title: '买不买桌椅',
        question: '',
        choices: [],
        electorate: ['body:owners-committee'],
      },
      ...{ rule: 'majority-of-members', secret: false, changeable: false, paperRule: 'paper', closed: true },
      ...{ draftedBy: 'u1', openedBy: 'u1', draftedAt: '2026-11-05T01:00:00.000Z' },
      ...{ openedAt: '2026-11-05T02:00:00.000Z', closesAt: '2026-11-07T16:00:00.000Z' },
      electors: ['钱立新', '冯国强', '何秀英'].map((name, at) => ({
        ...{ ...elector, id: randomUUID(), ref: name, label: `委员 ${at + 1}`, name },
        vote: at < 2 ? cast : null,
      })),
    }),
  );
  return id;
}

const story = async (code: string): Promise<Story> => need(await as('anonymous').get(`/api/v1/stories/${code}`)).body;
const link = (number: string, kind: string, id: string, who: Name = 'community') =>
  as(who).post(`matters/${number}/links`, { kind, id, why: '同一件事' });
const belongs = async (kind: string, id: string): Promise<Belongs> =>
  need(await as('anonymous').get(`belongs?kind=${kind}&id=${id}`)).body;
const idOf = async (number: string): Promise<string> =>
  (await owner.query('select id from matters where number = $1', [number])).rows[0].id;
const kindsOf = ({ hops }: Story): string[] => hops.map(({ kind }) => kind);

let number = '';
let code = '';
beforeAll(async () => {
  number = await matterAt(world, 'archived');
  code = (await detail(world, number)).traceCode;
});

describe('the story', () => {
  test('a plain matter: its steps in order, the result with its pictures, and nothing else', async () => {
    const told = await story(code);
    expect(new Set(kindsOf(told))).toEqual(new Set(['step']));
    expect(told.hops[0]).toMatchObject({ title: '有人反映', turning: true, href: null });
    expect(told.hops.find(({ pictures }) => pictures.length > 0)?.line).toBe('已拆除飞线，教会用充电车位');
    expect(told.hops.some(({ line }) => line === '打了 5 星。')).toBe(true);
    expect(told).toMatchObject({ spent: null, agreed: null });
    const trace = need(await as('anonymous').get(`/api/v1/traces/${code}`)).body;
    expect(told.hops.map(({ title }) => title)).toEqual(
      trace.story.map(({ headline }: { headline: string }) => headline),
    );
  });

  test('C68, A17: every kind of record is a hop that opens its record, in order of time, whoever linked it when', async () => {
    const small = await matterAt(world, 'archived', { category: '环境卫生' });
    const other = await matterAt(world, 'handle');
    const made: [string, string, string][] = [
      ['work', await work(), '/works/'],
      ['activity', await activity(), '/activities/'],
      ['vote', await ballot(), '/v/'],
      ['letter', await letter(), '/letters/'],
      ['meeting', await meeting(), '/meetings/'],
      ['topic', await topic(), '/topics/'],
      ['publicity', await notice(), '/p/'],
      ['matter', await idOf(other), '/t/'],
    ];
    for (const [kind, id] of made) expect((await link(small, kind, id)).status, kind).toBe(201);
    const told = await story((await detail(world, small)).traceCode);
    const records = told.hops.filter(({ kind }) => kind !== 'step');
    expect(records.map(({ kind }) => kind)).toEqual([
      'topic',
      'meeting',
      'letter',
      'vote',
      'activity',
      'work',
      'matter',
      'publicity',
    ]);
    for (const [kind, , path] of made) expect(records.find((hop) => hop.kind === kind)?.href).toContain(path);
    const times = told.hops.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(records[3]).toMatchObject({ title: '表决通过', agreed: { number: 2, of: 3, unit: '人' } });
    expect(told.agreed).toEqual({ number: 2, of: 3, unit: '人' });
    expect(records.at(-1)).toMatchObject({ coming: true });
    for (const [kind, id] of made.filter(([kind]) => kind !== 'matter'))
      expect((await belongs(kind, id)).items, kind).toHaveLength(1);
    for (const name of ['钱立新', '冯国强', '周雪梅', 'u1']) expect(JSON.stringify(told)).not.toContain(name);
  });

  test('a topic, the meetings that talked it over, a ballot and a notice of the matter stand there by themselves', async () => {
    const own = await matterAt(world, 'handle');
    const matterId = await idOf(own);
    const [topicId, ballotId, noticeId] = [
      await topic({ state: 'in-progress', matter_id: matterId }),
      await ballot(),
      await notice(),
    ];
    const meetingId = await meeting();
    await put('meeting_items', { meeting_id: meetingId, position: 1, title: '桌椅', topic_id: topicId });
    await owner.query(`update ballots set matter_id = $2, step = 'assign' where id = $1`, [ballotId, matterId]);
    await owner.query(`update publicities set matter_id = $2, step = 'handle' where id = $1`, [noticeId, matterId]);
    const told = await story((await detail(world, own)).traceCode);
    expect(kindsOf(told)).toEqual(['topic', 'meeting', 'vote', 'step', 'step', 'publicity']);
    // The ballot stands for the step it carried; the notice still hangs and stands for none.
    expect(told.hops.map(({ step }) => step)).toEqual([null, null, 'assign', null, 'report', 'handle']);
    for (const [kind, id] of [
      ['topic', topicId],
      ['meeting', meetingId],
      ['vote', ballotId],
      ['publicity', noticeId],
    ] as const)
      expect((await belongs(kind, id)).items, kind).toEqual([
        expect.objectContaining({ href: `/t/${(await detail(world, own)).traceCode}` }),
      ]);
  });

  test('nothing restricted or unpublished is ever told, found, or linked', async () => {
    const closed = await matterAt(world, 'handle');
    const closedId = await idOf(closed);
    const hidden: [string, string][] = [
      ['topic', await topic({ state: 'waiting', title: '没公开的' })],
      ['meeting', await meeting({ state: 'planned', starts_at: null, ends_at: null, title: '没公开的' })],
      ['letter', await letter({ state: 'draft', sent_at: null, title: '没公开的' })],
      ['activity', await activity({ state: 'withdrawn', withdrawn_at: '2026-11-12T01:00:00Z', title: '没公开的' })],
      ['work', await work({ state: 'submitted', decided_at: null, title: '没公开的' })],
    ];
    const restrict = (to: string) => owner.query('update matters set visible = $2 where id = $1', [closedId, to]);
    const linked = await topic({ title: '先公开后收回' });
    expect((await link(number, 'matter', closedId)).status).toBe(201);
    expect((await link(number, 'topic', linked)).status).toBe(201);
    expect(kindsOf(await story(code))).toEqual(expect.arrayContaining(['matter', 'topic']));
    await restrict('restricted');
    await owner.query(`update topics set state = 'declined', reason = '不合适' where id = $1`, [linked]);
    expect(new Set(kindsOf(await story(code)))).toEqual(new Set(['step']));
    expect(
      (
        await as('anonymous').get(
          `/api/v1/stories/${(await owner.query('select trace_code from matters where id = $1', [closedId])).rows[0].trace_code}`,
        )
      ).body.code,
    ).toBe('trace.unknown');
    for (const [kind, id] of [...hidden, ['matter', closedId] as [string, string]]) {
      expect((await link(number, kind, id)).body.code, kind).toBe(
        kind === 'matter' ? 'link.record-unknown' : 'link.record-unknown',
      );
      const found = need(await as('community').get(`linkables?kind=${kind}&q=${encodeURIComponent('没公开')}`)).body;
      expect(found.items, kind).toEqual([]);
    }
    // What belongs to a restricted matter does not give it away.
    await owner.query(`update topics set state = 'open', reason = null where id = $1`, [linked]);
    await owner.query(`update topics set matter_id = $2 where id = $1`, [linked, closedId]);
    expect((await belongs('topic', linked)).items).toEqual([expect.objectContaining({ code })]);
  });
});

describe('links by hand', () => {
  test('DESIGN 6: a record of another community is refused, and so is one that is none', async () => {
    const elsewhere = await topic({ area_id: areas.sibling });
    expect((await link(number, 'topic', elsewhere)).body.code).toBe('link.record-unknown');
    expect((await link(number, 'topic', randomUUID())).body.code).toBe('link.record-unknown');
    const theirs = await as('sibling').post(`/api/v1/areas/${areas.sibling}/matters/${number}/links`, {
      kind: 'topic',
      id: elsewhere,
    });
    expect(theirs.body.code).toBe('matter.unknown');
    expect(
      (await as('anonymous').get(`/api/v1/areas/${areas.gridOne}/belongs?kind=topic&id=${elsewhere}`)).body.code,
    ).toBe('area.not-owner');
  });

  test('two are linked once, from whichever side and by however many at once; a matter not with itself', async () => {
    const [one, two] = [await matterAt(world, 'report'), await matterAt(world, 'report')];
    const [oneId, twoId] = [await idOf(one), await idOf(two)];
    const answers = await Promise.all([
      link(one, 'matter', twoId),
      link(two, 'matter', oneId),
      link(one, 'matter', twoId, 'secretary'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await link(one, 'matter', oneId)).body.code).toBe('link.to-itself');
    for (const [of, other] of [
      [one, twoId],
      [two, oneId],
    ] as const) {
      const list: LinkList = need(await as('community').get(`matters/${of}/links`)).body;
      expect(list.items).toHaveLength(1);
      expect(
        (await story((await detail(world, of)).traceCode)).hops.filter(
          ({ kind, id }) => kind === 'matter' && id === other,
        ),
      ).toHaveLength(1);
    }
  });

  test('a link is ended once, with a reason, by a record of its own, and may be made again; who did both is written down', async () => {
    const id = await topic();
    const { id: linkId } = need(await link(number, 'topic', id)).body;
    const end = (reason: string, who: Name = 'community') => as(who).post(`links/${linkId}/end`, { reason });
    expect((await end('')).status).toBe(400);
    expect((await end('连错了', 'resident')).status).toBe(403);
    expect((await end('连错了')).status).toBe(200);
    expect((await end('连错了')).body.code).toBe('link.unknown');
    expect((await story(code)).hops.map((hop) => hop.id)).not.toContain(id);
    expect((await belongs('topic', id)).items).toEqual([]);
    expect((await link(number, 'topic', id)).status).toBe(201);
    const { rows } = await owner.query(
      `select act from audit where act like 'link.%' and (subject = $1 or detail->>'record' = $2) order by at, id`,
      [linkId, id],
    );
    expect(rows.map(({ act }: { act: string }) => act).sort()).toEqual(['link.end', 'link.make', 'link.make']);
    const kept = await owner.query(
      'select l.id, e.reason from links l left join link_ends e on e.link_id = l.id where l.to_id = $1 order by l.nth',
      [id],
    );
    expect(kept.rows.map(({ reason }: { reason: string | null }) => reason)).toEqual(['连错了', null]);
  });

  test('the app changes and deletes neither links nor their ends; a resident links nothing', async () => {
    const no = async (statement: string) =>
      expect(database.transaction(world.clock.now(), (tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
    for (const table of ['links', 'link_ends']) {
      await no(`delete from ${table} where area_id = '${areaId}'`);
      await no(`update ${table} set by_name = '' where area_id = '${areaId}'`);
    }
    expect((await link(number, 'topic', await topic(), 'resident')).status).toBe(403);
    expect((await as('resident2').get(`matters/${number}/links`)).body.code).toBe('matter.closed-to-you');
  });
});
