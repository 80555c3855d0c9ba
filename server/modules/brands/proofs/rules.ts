import { proofKindNames, type Proof } from './contract.ts';

type Kept = Omit<Proof, 'kind' | 'kindName'> & { kind: string };

/** A proof as it crosses the wire. */
export function toProof({ id, kind, title, givenBy, givenOn, link, pictures }: Kept): Proof {
  const known = kind as Proof['kind'];
  return { id, kind: known, kindName: proofKindNames[known], title, givenBy, givenOn, link, pictures };
}
