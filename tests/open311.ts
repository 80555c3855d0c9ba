import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import { detail, need, words } from './matters.ts';
import { gongsheng, type Answer, type World } from './world.ts';

/** Another system at the door of GeoReport v2, for tests. */

export const base = '/open311/v2';
export const here = '370303002001';
export const street = '370303002000';
export const service = 'seven-step-loop.安全隐患';

export function openPartner(world: World) {
  const { as } = world;
  const anyone = as('anonymous');
  const read = async (path: string): Promise<any> => need(await anyone.get(`${base}/${path}`)).body;
  return {
    anyone,
    read,
    requests: (query = ''): Promise<any[]> => read(`requests.json?jurisdiction_id=${here}${query}`),
    one: async (id: string): Promise<any> => (await read(`requests/${id}.json`))[0],
    codeOf: async (number: string): Promise<string> => (await detail(world, number)).traceCode,
    async makeKey(areaPath = gongsheng, who = as('secretary'), until = '2026-12-31'): Promise<any> {
      return need(await who.ask('POST', `${areaPath}/api-keys`, { body: { name: '市 12345 平台', until } })).body;
    },
    file: (form: Record<string, string>, format = 'json'): Promise<Answer> =>
      anyone.ask('POST', `${base}/requests.${format}`, {
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  };
}

export const filing = {
  jurisdiction_id: here,
  service_code: service,
  address_string: '3号楼 2单元门口',
  description: words,
};

export type Node = { name: string; nodes: Node[]; text: string };

/** XML as a tree; throws when it is not well formed. */
export function parseXml(xml: string): Node {
  const stack: Node[] = [{ name: '', nodes: [], text: '' }];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const node = { name, nodes: [], text: '' };
    stack.at(-1)?.nodes.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => void ((stack.at(-1) as Node).text += text));
  parser.on('closetag', () => void stack.pop());
  parser.write(xml).close();
  return stack[0]?.nodes[0] as Node;
}

/** What a tree of XML says, compared with JSON: an item has no name in JSON, nothing and the empty text are one. */
export function sameAs(node: Node, value: unknown): void {
  if (Array.isArray(value)) {
    expect(node.nodes).toHaveLength(value.length);
    for (const [at, inner] of value.entries()) sameAs(node.nodes[at] as Node, inner);
  } else if (typeof value === 'object' && value !== null) {
    expect(node.nodes.map((inner) => inner.name)).toEqual(Object.keys(value));
    for (const [at, inner] of Object.values(value).entries()) sameAs(node.nodes[at] as Node, inner);
  } else expect(node.text).toBe(value === null ? '' : String(value));
}
