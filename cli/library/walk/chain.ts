import { parse } from 'yaml';

/** One step of a flow as the sources state it (`stated`) or as the catalogue completed it (`ours`). */
export type FlowStep = { order: number; step: string; basis: 'stated' | 'ours' };
export type FlowChain = { flow: string; chain: number; steps: FlowStep[] };

/** Reads `library/sources/flows.yaml`: per flow its chains, per chain its steps with what each rests on. */
export function readFlows(text: string): FlowChain[] {
  const flows = parse(text) as Record<string, Partial<Record<FlowStep['basis'], string>>[][]>;
  return Object.entries(flows).flatMap(([flow, chains]) =>
    chains.map((steps, at) => ({
      flow,
      chain: at + 1,
      steps: steps.map(({ stated, ours }, position) => ({
        order: position + 1,
        step: stated ?? ours ?? '',
        basis: stated === undefined ? ('ours' as const) : ('stated' as const),
      })),
    })),
  );
}

/** The flows a method's `source` cites. */
export const flowsOf = (source: string): string[] => [...new Set(source.match(/\bF\d{2}\b/g) ?? [])];

/** Of a flow's chains those a method's `source` cites: `F58` all of them, `F58/2` the second alone. */
export function chainsOf(source: string, flow: string, chains: readonly FlowChain[]): FlowChain[] {
  const cited = [...source.matchAll(/\b(F\d{2})(?:\/(\d))?/g)].filter(([, id]) => id === flow);
  const every = cited.some(([, , chain]) => chain === undefined);
  const numbers = cited.map(([, , chain]) => Number(chain));
  return chains.filter((one) => one.flow === flow && (every || numbers.includes(one.chain)));
}

const wordsOf = (step: string): string[] =>
  step
    .replaceAll(/\b(inf|opt)\.?|[()（）]/g, '')
    .split('/')
    .map((word) => word.trim())
    .filter(Boolean);

/** Whether a step of a method is a step of the source: the same words, or one named within the other. */
export const isSame = (source: string, label: string): boolean =>
  wordsOf(source).some((word) => word === label || (word.length > 1 && label.includes(word)) || (label.length > 1 && word.includes(label)));

export type Pairing = {
  rows: { source: FlowStep | null; step: string | null }[];
  /** Stated in the source and nowhere here. */
  missing: string[];
  /** Stated in this order and met in another. */
  outOfOrder: string[];
};

/** A flow's steps beside those a walk has passed: which correspond, which are ours, which are missing. */
export function pairSteps(flow: FlowChain, passed: readonly string[]): Pairing {
  const found = flow.steps.map((source) => {
    const exact = passed.find((label) => wordsOf(source.step).includes(label));
    return { source, step: exact ?? passed.find((label) => isSame(source.step, label)) ?? null };
  });
  const known = new Set(found.map(({ step }) => step));
  const own = passed.filter((label) => !known.has(label)).map((step) => ({ source: null, step }));
  const stated = found.filter(({ source, step }) => source.basis === 'stated' && step !== null);
  const places = stated.map(({ step }) => passed.indexOf(step as string));
  return {
    rows: [...found, ...own],
    missing: found.flatMap(({ source, step }) => (source.basis === 'stated' && step === null ? [source.step] : [])),
    outOfOrder: stated.flatMap(({ source }, at) => (at > 0 && (places[at] ?? 0) < (places[at - 1] ?? 0) ? [source.step] : [])),
  };
}
