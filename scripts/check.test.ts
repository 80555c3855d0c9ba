import { afterEach, describe, expect, test, vi } from 'vitest';

type Step = { name: string; command: string[]; needs?: string; alone?: boolean };
const { runSteps } = (await import(new URL('./check.mjs', import.meta.url).href)) as {
  runSteps(steps: Step[]): Promise<boolean>;
};

const said: string[] = [];
vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
afterEach(() => void said.splice(0));

const good: Step = { name: 'good', command: ['-e', '0'] };
const bad: Step = { name: 'bad', command: ['-e', 'console.log("the reason"); process.exit(3)'] };
const killed: Step = { name: 'killed', command: ['-e', 'process.kill(process.pid, "SIGKILL")'] };

describe('npm run check', () => {
  test('is good when every step is', async () => {
    expect(await runSteps([good, { ...good, alone: true }])).toBe(true);
    expect(said.at(-1)).toBe('check: everything is good');
  });

  test('fails when one step fails, says why, and runs the others', async () => {
    expect(await runSteps([bad, good, good, { ...good, alone: true }])).toBe(false);
    expect(said.join('\n')).toContain('the reason');
    expect(said.filter((line) => line.endsWith(' good'))).toHaveLength(3);
    expect(said.at(-1)).toBe('check: failed: bad');
  });

  test('a step that dies by a signal has failed', async () => {
    expect(await runSteps([killed])).toBe(false);
  });

  test('a step with nothing to look at says so and fails nobody', async () => {
    expect(await runSteps([{ ...bad, needs: 'no/such/file' }])).toBe(true);
    expect(said[0]).toContain('left out: no no/such/file');
  });
});
