import type { Step } from '../contract.ts';
import type { Kind } from './contract.ts';
import { children } from './children/rules.ts';
import { end } from './end/rules.ts';
import { gather } from './gather/rules.ts';
import { offer } from './offer/rules.ts';
import { pay } from './pay/rules.ts';
import { publicity } from './publicity/rules.ts';
import { session } from './session/rules.ts';
import { task } from './task/rules.ts';
import { vote } from './vote/rules.ts';

/** The kinds that exist, by name. A kind that is not here is in the formats but not available yet. */
const registered: ReadonlyMap<string, Kind> = new Map(
  [task, session, gather, vote, publicity, offer, children, pay, end].map((kind) => [kind.name, kind]),
);

export function isRegistered(name: string): boolean {
  return registered.has(name);
}

/** The behaviour of a step. The checker lets no file run whose kinds are not registered. */
export function kindOf(step: Step): Kind {
  const kind = registered.get(step.kind);
  if (!kind) throw new Error(`step kind “${step.kind}” is not registered; the checker must refuse its file`);
  return kind;
}
