import type { Method, Values } from '#kernel-contract/workflow';
import type { RouteMove, StepRoute } from '#kernel/workflow';
import type { Answer, WalkWorld } from './world.ts';

/** A way as the real API went it: how far it came, and what it said when it did not go on. */
export type Driven = { route: StepRoute; number: string; passed: string[]; stopped: string | null };

const isFile = (method: Method, id: string): boolean =>
  ['images', 'files', 'scan', 'signature'].includes(method.fields[id]?.type ?? '');

/** The form with real pictures, and the place in a real building. */
async function realForm(world: WalkWorld, method: Method, move: RouteMove): Promise<Values> {
  const form: Values = {};
  for (const [id, value] of Object.entries(move.form)) {
    const type = method.fields[id]?.type;
    if (type === 'place') form[id] = { label: '3号楼 1单元门口', areaId: world.buildingId };
    else if (isFile(method, id)) form[id] = await Promise.all([value].flat().map(() => world.upload(move.by)));
    else form[id] = value;
  }
  return form;
}

const said = ({ status, body }: Answer): string => `${status} ${body?.detail ?? body?.code ?? ''}`;

async function perform(world: WalkWorld, method: Method, move: RouteMove, number: string, other: string): Promise<Answer> {
  const form = await realForm(world, method, move);
  if (move.kind === 'begin') return world.ask(move.by, 'POST', 'matters', { method: method.id, form, action: move.action });
  const body = move.kind === 'merge' ? { into: other, reason: '重复' } : { form, reason: '走一遍看看' };
  return world.ask(move.by, 'POST', `matters/${number}/actions/${move.action}`, body);
}

/**
 * Goes a way through the API: every act a request of its actor with a session of hers, every limit a deadline the worker
 * honours. Stops at the first answer that is refused or leads elsewhere than the method says.
 */
export async function driveRoute(world: WalkWorld, method: Method, route: StepRoute, other: string): Promise<Driven> {
  const driven: Driven = { route, number: '', passed: [], stopped: null };
  for (const move of route.moves) {
    await world.advance(move.at);
    if (move.kind === 'settle') await world.settle(driven.number, move.action, move.form);
    else if (move.kind !== 'wait') {
      const answer = await perform(world, method, move, driven.number, other);
      if (answer.status >= 300) return { ...driven, stopped: `${move.action}：${said(answer)}` };
      if (move.kind === 'begin') {
        driven.number = answer.body?.number ?? '';
        driven.passed.push(method.steps[0]?.id ?? '');
      }
    }
    const here = await world.stepOf(driven.number);
    if (here !== driven.passed.at(-1)) driven.passed.push(here);
    if (here !== move.to) return { ...driven, stopped: `${move.action || '超时'}之后到了 ${here}，应当到 ${move.to}` };
  }
  return driven;
}

/** A second matter at the same place, to be named when the first is merged into it. */
async function besideIt(world: WalkWorld, method: Method, route: StepRoute): Promise<string> {
  if (route.moves.at(-1)?.kind !== 'merge') return '';
  return (await driveRoute(world, method, { ...route, moves: route.moves.slice(0, -1) }, '')).number;
}

/** Goes to a step by the shortest way that is open: a restricted matter lets itself be seen by few. */
export async function driveTo(world: WalkWorld, method: Method, ways: readonly StepRoute[]): Promise<Driven | null> {
  let first: Driven | null = null;
  for (const way of ways) {
    const driven = await driveRoute(world, method, way, await besideIt(world, method, way));
    if (driven.stopped === null) return driven;
    first ??= driven;
  }
  return first;
}

/** Where to go, with the ways there: to every end, and to every step none of these passes. */
export function chooseSteps(routes: readonly StepRoute[]): StepRoute[][] {
  const waysTo = (step: string): StepRoute[] => routes.filter((route) => route.step === step);
  const steps = [...new Set(routes.map(({ step }) => step))];
  const ends = steps.map(waysTo).filter(([way]) => way?.ending !== null);
  const chosen = [...ends];
  const farthest = steps.map(waysTo).sort(([a], [b]) => (b?.moves.length ?? 0) - (a?.moves.length ?? 0));
  for (const ways of farthest)
    if (!chosen.some(([way]) => way?.passed.includes(ways[0]?.step ?? ''))) chosen.push(ways);
  return chosen;
}
