import { isEnd, stateOf } from '#kernel/registers';
import { recordForm, type Register, type RegisterMove, type RegisterState } from '#kernel-contract/registers';
import type { Field, Json, Values } from '#kernel-contract/workflow';
import { pairSteps, type FlowChain, type Pairing } from './chain.ts';
import type { WalkWorld } from './world.ts';

/** A way through the life of a record, as the API went it: the states it came into, and what it said when it did not go on. */
export type LifeDriven = { to: string; passed: string[]; stopped: string | null };

/** How one register went: a record driven to each of its states, and its states beside the steps of the flow. */
export type RegisterWalked = {
  register: Register;
  driven: LifeDriven[];
  unreached: string[];
  pairings: { chain: FlowChain; pairing: Pairing }[];
};

type Way = { moves: RegisterMove[]; passed: string[] };

/** Every way from the first state to another that passes no state twice. */
function waysTo(register: Register, to: string): Way[] {
  const found: Way[] = [];
  const go = (at: RegisterState, way: Way): void => {
    if (at.id === to) found.push(way);
    else
      for (const move of at.moves) {
        const next = stateOf(register, move.to);
        if (next && !way.passed.includes(next.id))
          go(next, { moves: [...way.moves, move], passed: [...way.passed, next.id] });
      }
  };
  const [first] = register.states;
  if (first) go(first, { moves: [], passed: [first.id] });
  return found;
}

/** How many states of the main line a way passes in their order. */
function inOrder(register: Register, way: Way): number {
  const line = register.states.filter(({ main }) => main).map(({ id }) => id);
  const places = way.passed.map((id) => line.indexOf(id)).filter((place) => place >= 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1)) ? places.length : 0;
}

/** The way that keeps closest to the main line. */
const bestWay = (register: Register, to: string): Way | undefined =>
  waysTo(register, to).toSorted(
    (a, b) => inOrder(register, b) - inOrder(register, a) || a.moves.length - b.moves.length,
  )[0];

const aCount = 12;

function sample(field: Field, today: string, words: (field: string) => string[]): Json {
  const [word = '样例'] = field.of ? words(field.id) : [];
  const byType: Record<string, Json> = {
    count: aCount,
    number: aCount,
    money: aCount,
    percent: aCount,
    date: today,
    datetime: `${today}T02:00:00.000Z`,
    yesno: true,
    consent: true,
    rating: 5,
    tags: ['书法'],
    place: { label: '小广场' },
    phone: '13900000001',
    choice: field.many ? [word] : word,
    checklist: [word],
  };
  return byType[field.type] ?? `样例${field.label.zh}`;
}

function sampleForm(world: WalkWorld, register: Register, forms: readonly string[], name: string): Values {
  const today = world.parts.clock.now().toISOString().slice(0, 10);
  const asked = forms.flatMap((form) => register.asking.forms[form]?.fields ?? []);
  const filled = asked
    .filter((field) => !field.optional && field.is === undefined)
    .map((field) => [field.id, sample(field, today, (id) => register.asking.fields[id]?.of ?? [])] as const);
  return { ...Object.fromEntries(filled), ...(forms.includes(recordForm) ? { who: name } : {}) };
}

async function driveLife(world: WalkWorld, register: Register, to: string, way: Way): Promise<LifeDriven> {
  const base = `/api/v1/areas/${world.areaIds[register.level] ?? world.communityId}/registers/${register.id}/records`;
  const keeper = (by: readonly string[]): string =>
    by.map((role) => world.cast(`role:${role}`)).find((id) => id !== null) ?? '';
  const first = register.states[0];
  const forms = [recordForm, ...(first?.forms ?? [])];
  const entered = await world.ask(keeper(register.by), 'POST', base, { form: sampleForm(world, register, forms, `样例${to}`) });
  const driven: LifeDriven = { to, passed: [first?.id ?? ''], stopped: null };
  if (entered.status >= 300) return { ...driven, passed: [], stopped: `${entered.status} ${entered.body?.detail ?? ''}` };
  for (const [version, move] of way.moves.entries()) {
    const target = stateOf(register, move.to);
    const form = sampleForm(world, register, target?.forms ?? [], '');
    const path = `${base}/${entered.body?.id ?? ''}`;
    const body = { form, version: version + 1 };
    const answer = await world.ask(keeper(target?.by ?? []), 'POST', `${path}/moves/${move.id}`, body);
    if (answer.status >= 300)
      return { ...driven, stopped: `${move.label.zh}：${answer.status} ${answer.body?.detail ?? ''}` };
    const seen = await world.ask(keeper(register.by), 'GET', path);
    const here = seen.body?.state?.id ?? '';
    driven.passed.push(here);
    if (here !== move.to) return { ...driven, stopped: `${move.label.zh}之后到了 ${here}，应当到 ${move.to}` };
  }
  return driven;
}

/** Drives a record of its own to each state of a register through the API, and lays the states beside the flow's steps. */
export async function walkRegister(world: WalkWorld, register: Register, chains: FlowChain[]): Promise<RegisterWalked> {
  const driven: LifeDriven[] = [];
  for (const { id } of register.states.slice(1)) {
    const way = bestWay(register, id);
    if (way) driven.push(await driveLife(world, register, id, way));
  }
  const arrived = driven.filter(({ stopped }) => stopped === null);
  const [longest] = arrived
    .map(({ passed }) => ({ moves: [], passed }))
    .toSorted((a, b) => inOrder(register, b) - inOrder(register, a));
  const others = arrived.flatMap(({ passed }) => passed).filter((id) => !longest?.passed.includes(id));
  const passed = [...(longest?.passed ?? []), ...new Set(others)].map((id) => stateOf(register, id)?.label.zh ?? id);
  return {
    register,
    driven,
    unreached: register.states
      .slice(1)
      .filter(({ id }) => !arrived.some(({ to }) => to === id))
      .map(({ label }) => label.zh),
    pairings: chains.map((chain) => ({ chain, pairing: pairSteps(chain, passed) })),
  };
}

/** The ways of a register in words. */
export function registerWays({ register, driven }: RegisterWalked): string[] {
  return driven.map(({ to, passed, stopped }) => {
    const state = stateOf(register, to);
    const chain = passed.map((id) => stateOf(register, id)?.label.zh ?? id).join(' → ');
    const where = state && isEnd(state) ? `终点「${state.label.zh}」` : `状态「${state?.label.zh ?? to}」`;
    return `  ${stopped === null ? '✓' : '✗'} ${where}：${chain}${stopped === null ? '' : `\n      停在这里：${stopped}`}`;
  });
}
