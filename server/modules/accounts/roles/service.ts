import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readRoles, type Roles } from './rules.ts';

/** Reads `names.yaml` and `roles.yaml` of the library. Refuses to start, with a sentence per mistake, when they do not fit. */
export function loadRoles(libraryDir: string): Roles {
  const read = (name: string): unknown => parse(readFileSync(join(libraryDir, name), 'utf8'));
  const { roles, problems } = readRoles(read('names.yaml'), read('roles.yaml'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return roles;
}
