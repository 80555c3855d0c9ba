export function start(args: string[]): Promise<void>;
export function runFromTerminal(args: string[]): void;
