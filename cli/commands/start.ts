import { runFromTerminal } from '../start.mjs';

/** The same as `npm start`. */
export async function run(args: string[]): Promise<void> {
  runFromTerminal(args);
}
