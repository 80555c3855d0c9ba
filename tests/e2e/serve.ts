import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Serving = { address: string; said(): string; end(): Promise<void> };

const startsMs = 170_000;
const endsMs = 10_000;

/** Starts the whole app in a process of its own, with its demo city unless `--empty` is among the arguments. Refused with what it said when it does not come up. */
export async function serve(env: Record<string, string>, ...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.mjs'), ...args], {
    env: { ...process.env, NODE_ENV: 'production', LIREN_LOG: 'warn', HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const said = (): string => text;
  const end = async (): Promise<void> => {
    child.stdin.end();
    const force = setTimeout(() => child.kill('SIGKILL'), endsMs);
    await exited;
    clearTimeout(force);
  };
  for (let waitedMs = 0; waitedMs < startsMs && child.exitCode === null; waitedMs += 100) {
    const [, port] = /里仁已就绪\s+http:\/\/localhost:(\d+)/.exec(text) ?? [];
    if (port) return { address: `http://127.0.0.1:${port}`, said, end };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end();
  throw new Error(`The app did not start. It said:\n${text}`);
}
