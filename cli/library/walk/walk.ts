import { routesThrough, type loadLibrary } from '#kernel/workflow';
import { loadRegisters } from '#kernel/registers/shelf';
import type { Register } from '#kernel-contract/registers';
import type { Method } from '#kernel-contract/workflow';
import { chainsOf, flowsOf, pairSteps, type FlowChain, type Pairing } from './chain.ts';
import { chooseSteps, driveTo, type Driven } from './drive.ts';
import { registerWays, type RegisterWalked } from './register.ts';
import type { WalkWorld } from './world.ts';

/** Monday morning in the first year whose days off are known. */
export const walkStart = (years: ReadonlySet<string>): string => `${[...years].sort()[0] ?? '2026'}-03-02T01:00:00.000Z`;

/** How one method went: each way as the API went it, the ends nobody reached, and its steps beside those of the flow. */
export type Walked = {
  method: Method;
  driven: Driven[];
  unreached: string[];
  pairings: { chain: FlowChain; pairing: Pairing }[];
};

const labelOf = (method: Method, id: string): string => method.steps.find((step) => step.id === id)?.label.zh ?? id;

/** Drives a method to every end and every step through the API, and lays its steps beside the flow's. */
export async function walkMethod(world: WalkWorld, method: Method, chains: FlowChain[]): Promise<Walked> {
  const { calendar } = world.parts.context.shelf;
  const routes = routesThrough(method, calendar, { from: walkStart(calendar.years), cast: world.cast });
  const driven: Driven[] = [];
  for (const ways of chooseSteps(routes)) {
    const there = await driveTo(world, method, ways);
    if (there) driven.push(there);
  }
  const arrived = new Set(driven.filter(({ stopped }) => stopped === null).map(({ route }) => route.step));
  const ends = method.steps.filter((step) => step.kind === 'end');
  const done = driven.find(({ route }) => route.ending === 'done')?.passed ?? [];
  const others = driven.flatMap(({ passed }) => passed).filter((id) => !done.includes(id));
  const passed = [...done, ...new Set(others)].map((id) => labelOf(method, id));
  return {
    method,
    driven,
    unreached: ends.filter((step) => !arrived.has(step.id)).map((step) => step.label.zh),
    pairings: chains.map((chain) => ({ chain, pairing: pairSteps(chain, passed) })),
  };
}

/** True when every end was reached and no step the source states is missing or out of its order. */
export const isWhole = ({ driven, unreached, pairings }: Walked | RegisterWalked): boolean =>
  unreached.length === 0 &&
  driven.every(({ stopped }) => stopped === null) &&
  pairings.every(({ pairing }) => pairing.missing.length === 0 && pairing.outOfOrder.length === 0);

const endingNames: Record<string, string> = {
  done: '办结',
  refused: '不予办理',
  withdrawn: '撤回',
  merged: '并案',
  moved: '转出',
};

function waysOf({ method, driven }: Walked): string[] {
  return driven.map(({ route, passed, stopped }) => {
    const chain = passed.map((id) => labelOf(method, id)).join(' → ');
    const where = route.ending ? `结局「${labelOf(method, route.step)}」（${endingNames[route.ending] ?? route.ending}）` : `旁路「${labelOf(method, route.step)}」`;
    return `  ${stopped === null ? '✓' : '✗'} ${where}：${chain}${stopped === null ? '' : `\n      停在这里：${stopped}`}`;
  });
}

const wide = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - wide(text)));

function besideOf({ pairings }: Pick<Walked, 'pairings'>): string[] {
  return pairings.flatMap(({ chain, pairing }) => [
    `  ${padded(`${chain.flow}${chain.chain > 1 ? ` 第 ${chain.chain} 条` : ''} 的步骤`, 30)}${padded('依据', 10)}这里的步骤`,
    ...pairing.rows.map(({ source, step }) => {
      const basis = source === null ? '我们的' : source.basis === 'stated' ? '原文' : '整理时补';
      const here = step ?? (source?.basis === 'stated' ? '✗ 没有' : '—（没有单独一步）');
      return `  ${padded(source === null ? '—' : `${source.order}. ${source.step}`, 30)}${padded(basis, 10)}${here}`;
    }),
    ...pairing.outOfOrder.map((step) => `  ✗ 「${step}」的次序和原文不同`),
  ]);
}

/** A walk in words. */
export function walkText(walked: Walked | RegisterWalked): string {
  const { id, name, version } = 'method' in walked ? walked.method : walked.register;
  return [
    `${name.zh}（${id} 第 ${version} 版）`,
    ...('method' in walked ? waysOf(walked) : registerWays(walked)),
    ...walked.unreached.map((one) => `  ✗ 「${one}」走不到`),
    '',
    ...besideOf(walked),
    '',
  ].join('\n');
}

/** The registers of a library folder that cite a flow and whose records have a life to walk. */
export function registersOf(flow: string, folder: string): Register[] {
  return loadRegisters(folder)
    .originals.map(({ register }) => register)
    .filter((register) => register.states.length > 0 && flowsOf(register.source).includes(flow));
}

/** Every flow that registers with states cite. */
export function registerFlows(folder: string): string[] {
  const registers = loadRegisters(folder).originals.map(({ register }) => register);
  return [
    ...new Set(registers.filter(({ states }) => states.length > 0).flatMap(({ source }) => flowsOf(source))),
  ].sort();
}

/** The methods of the library that cite a flow, each with the chains of the flow it cites. */
export function methodsOf(
  flow: string,
  library: ReturnType<typeof loadLibrary>,
  flows: FlowChain[],
): { method: Method; chains: FlowChain[] }[] {
  return library.originals
    .map(({ method }) => method)
    .filter((method) => flowsOf(method.source).includes(flow))
    .map((method) => ({ method, chains: chainsOf(method.source, flow, flows) }));
}
