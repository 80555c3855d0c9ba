import { areas, gongsheng, upload, type Answer, type Asker, type Name, type World } from './world.ts';

/** A matter of 七步闭环 and how it is brought from step to step through the API, for tests that begin in the middle. */

export const words = '二楼窗口拉了一根线给电动车充电';
export const phone = '13805332046';

export const finding = {
  category: '安全隐患',
  place: { label: '3号楼 2单元门口', areaId: areas.building },
  words,
};

export async function report(
  who: Asker,
  form: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): Promise<Answer> {
  return who.post('matters', { method: 'seven-step-loop', form: { ...finding, ...form }, ...rest });
}

/** Reports and answers the number; throws what was refused. */
export async function begin(
  who: Asker,
  form: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
): Promise<string> {
  return need(await report(who, form, rest)).body.number as string;
}

export function need(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

export function act(who: Asker, number: string, action: string, body: Record<string, unknown> = {}): Promise<Answer> {
  return who.post(`matters/${number}/actions/${action}`, body);
}

export type Step = 'report' | 'assign' | 'handle' | 'reply' | 'rate' | 'archived';

/** Brings a matter just reported to a step of the main line, by those whose step each is. */
export async function bring(world: World, number: string, to: Step): Promise<void> {
  const { as, ids } = world;
  const line: [Step, () => Promise<Answer>][] = [
    ['report', async () => act(as('grid'), number, 'accept')],
    ['assign', async () => act(as('community'), number, 'assign', { form: { handler: `user:${ids.property}` } })],
    [
      'handle',
      async () =>
        act(as('property'), number, 'done', {
          form: { result: '已拆除飞线，教会用充电车位', after: [await upload(as('property'))] },
        }),
    ],
    [
      'reply',
      async () =>
        act(as('community'), number, 'next', {
          form: { reply: '线已经拆了，谢谢您', publish: true, headline: '3号楼飞线已拆' },
        }),
    ],
    ['rate', async () => act(as('resident'), number, 'content', { form: { stars: 5 } })],
  ];
  for (const [step, move] of line) {
    if (step === to) return;
    need(await move());
  }
}

/** Begins as the resident and brings the matter to a step. */
export async function matterAt(world: World, step: Step, form: Record<string, unknown> = {}): Promise<string> {
  const number = await begin(world.as('resident'), form);
  await bring(world, number, step);
  return number;
}

export async function detail(world: World, number: string, name: Name = 'community'): Promise<any> {
  return need(await world.as(name).get(`matters/${number}`)).body;
}

/** Numbers of the matters a list of 工盛社区 shows. */
export async function listed(who: Asker, query: string): Promise<string[]> {
  const answer = need(await who.get(`matters?${query.includes('limit=') ? '' : 'limit=100&'}${query}`));
  return answer.body.items.map((item: { number: string }) => item.number);
}

export async function messagesOf(
  who: Asker,
): Promise<{ kind: string; title: string; body: string; subject: string; urgent: boolean }[]> {
  return need(await who.get('/api/v1/messages?limit=100')).body.items;
}

export async function trace(world: World, code: string): Promise<any> {
  return need(await world.as('anonymous').get(`/api/v1/traces/${code}`)).body;
}

export const face = async (world: World): Promise<any> =>
  need(await world.as('anonymous').get(`${gongsheng}/face`)).body;
