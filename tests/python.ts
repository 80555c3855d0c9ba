import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const verifier = join(import.meta.dirname, '../docs/verify/verify.py');
const judge = join(import.meta.dirname, 'verify/judge.py');
const INSTALLED = ['/usr/bin/python3', '/usr/local/bin/python3', '/opt/homebrew/bin/python3'];

/** The installed Python: `$PYTHON` when set, else the system's; undefined when there is none (Debian: python3). */
export function findPython(): string | undefined {
  return process.env.PYTHON || INSTALLED.find((path) => existsSync(path));
}

export type Asked = { kind: 'ballot' | 'audit' | 'accounts'; text: string; published?: string; kept?: string };
export type Judged = { ok: boolean; reasons: string[]; firstBad: number | null };

/** Lets docs/verify/verify.py judge texts, all in one start; `without`: checks taken out of it first. */
export function judgeWithPython(asked: readonly Asked[], without: readonly string[] = []): Judged[] {
  const python = findPython();
  if (!python) throw new Error('Python 3 is not installed (Debian: python3)');
  const input = asked.map((one) => `${JSON.stringify(one)}\n`).join('');
  const said = execFileSync(python, [judge, verifier, ...without], { input, maxBuffer: 1e9, timeout: 170_000 });
  return said
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Judged);
}

/** Runs verify.py on files as anybody would: what it said and its exit code. */
export function runVerifier(files: readonly string[]): { said: string; code: number } {
  try {
    const said = execFileSync(findPython() ?? 'python3', ['-B', verifier, ...files], {
      timeout: 170_000,
      maxBuffer: 1e8,
    });
    return { said: said.toString('utf8'), code: 0 };
  } catch (error) {
    const { stdout, status } = error as { stdout: Buffer; status: number };
    return { said: stdout.toString('utf8'), code: status };
  }
}
