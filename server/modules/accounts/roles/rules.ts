import { capabilities } from '../contract.ts';

export type Start = '/' | '/grid' | '/desk';
export type Role = {
  id: string;
  label: string;
  /** The level of area it is held at; `any` for the administrator. */
  level: string;
  can: ReadonlySet<string>;
  start: Start;
};
export type Roles = ReadonlyMap<string, Role>;

type Entry = { label?: unknown; level?: unknown; as?: unknown; can?: unknown; start?: unknown };

const entryKeys = ['label', 'level', 'as', 'can', 'start'];
const starts = ['/', '/grid', '/desk'];

/**
 * Puts the roles of `library/names.yaml` together with what `library/roles.yaml` lets them do. A role without an entry
 * may do nothing but what its relations to a record allow. Answers what is wrong as sentences.
 */
export function readRoles(nameFile: unknown, roleFile: unknown): { roles: Roles; problems: string[] } {
  const problems: string[] = [];
  const roles = namedRoles(nameFile);
  const entries = (roleFile as { roles?: Record<string, Entry> } | null)?.roles ?? {};
  for (const [id, entry] of Object.entries(entries)) {
    const named = roles.get(id);
    const known = named ?? ownRole(id, entry);
    if (!known) {
      problems.push(`roles.yaml：没有“${id}”这个角色。请先写进 names.yaml，或者在这里写明 label 和 level。`);
      continue;
    }
    for (const key of Object.keys(entry)) {
      if (!entryKeys.includes(key)) problems.push(`roles.yaml：角色“${id}”里不认识“${key}”这一项。`);
    }
    if (entry.start !== undefined && !starts.includes(entry.start as string)) {
      problems.push(`roles.yaml：角色“${id}”的 start 只能是 ${starts.join('、')}。`);
    }
    const can = allowed(id, entries, problems, []);
    roles.set(id, { ...known, can, start: startOf(id, entries, []) });
  }
  return { roles, problems };
}

/** Roles and bodies: a seat in a body is held at an area like a role. */
function namedRoles(nameFile: unknown): Map<string, Role> {
  const roles = new Map<string, Role>();
  const named = nameFile as { roles?: Record<string, string>; bodies?: Record<string, string> } | null;
  for (const [key, level] of Object.entries({ ...named?.bodies, ...named?.roles })) {
    const [id = '', label = id] = key.split(/\s+/);
    roles.set(id, { id, label, level, can: new Set(), start: '/' });
  }
  return roles;
}

function ownRole(id: string, entry: Entry): Role | null {
  if (typeof entry.label !== 'string' || typeof entry.level !== 'string') return null;
  return { id, label: entry.label, level: entry.level, can: new Set(), start: '/' };
}

/** What a role may do, together with the role it builds on. */
function allowed(id: string, entries: Record<string, Entry>, problems: string[], seen: string[]): Set<string> {
  const entry = entries[id];
  if (!entry || seen.includes(id)) {
    problems.push(
      entry
        ? `roles.yaml：角色“${id}”绕了一圈又以自己为基础。`
        : `roles.yaml：角色“${seen.at(-1)}”以“${id}”为基础，但没有这一条。`,
    );
    return new Set();
  }
  const base = typeof entry.as === 'string' ? allowed(entry.as, entries, problems, [...seen, id]) : [];
  if (entry.can === 'all') return new Set(capabilities);
  const own = Array.isArray(entry.can) ? (entry.can as string[]) : [];
  if (seen.length === 0) problems.push(...unknownWords(id, entry.can));
  return new Set([...base, ...own]);
}

function unknownWords(id: string, can: unknown): string[] {
  if (can === undefined) return [];
  if (!Array.isArray(can)) return [`roles.yaml：角色“${id}”的 can 要写成一列，或者 all。`];
  return can
    .filter((word) => !(capabilities as readonly string[]).includes(word as string))
    .map((word) => `roles.yaml：角色“${id}”里的“${word}”不是系统认识的权限。`);
}

function startOf(id: string, entries: Record<string, Entry>, seen: string[]): Start {
  const entry = entries[id];
  if (!entry || seen.includes(id)) return '/';
  if (starts.includes(entry.start as string)) return entry.start as Start;
  return typeof entry.as === 'string' ? startOf(entry.as, entries, [...seen, id]) : '/';
}
