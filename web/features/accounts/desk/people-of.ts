import type { Grant } from './accounts-api.ts';

export type Colleague = { userId: string; name: string; face: string | null; username: string | null; grants: Grant[] };

/** Grants gathered by person, in the order in which the list names them. */
export function colleaguesOf(grants: Grant[]): Colleague[] {
  const people = new Map<string, Colleague>();
  for (const grant of grants) {
    const { userId, name, face, username } = grant;
    const person = people.get(userId) ?? { userId, name, face, username, grants: [] };
    person.grants.push(grant);
    people.set(userId, person);
  }
  return [...people.values()];
}

const lower = 'abcdefghijkmnpqrstuvwxyz23456789';
const passwordLength = 10;

/** A first password of letters that cannot be mistaken; the colleague changes it at the first sign-in. */
export function firstPassword(random: Uint8Array): string {
  return Array.from({ length: passwordLength }, (_, at) => lower[(random[at] ?? 0) % lower.length]).join('');
}
