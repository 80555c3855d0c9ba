import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lettersFrom } from '#shared/ids';

const length = 10;
const fileOf = (dataDir: string): string => join(dataDir, 'setup.code');

/** The code by which whoever started the system proves it, kept in its data folder; made at the first asking. */
export function readOrCreateSetupCode(dataDir: string): string {
  const known = readSetupCode(dataDir);
  if (known) return known;
  const code = lettersFrom(randomBytes(length), length);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileOf(dataDir), code, { mode: 0o600 });
  return code;
}

export function readSetupCode(dataDir: string): string | null {
  return existsSync(fileOf(dataDir)) ? readFileSync(fileOf(dataDir), 'utf8').trim() : null;
}
