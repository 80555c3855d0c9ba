export type Build = { id: string; zh: string; en: string; command: string[]; output: string; prefixes: string[] };
export const root: string;
export const builds: Build[];
export function isFresh(build: Build): boolean;
export function runBuild(build: Build, signal?: AbortSignal): Promise<void>;
export function runQuietly(program: string, args: string[], signal?: AbortSignal): Promise<string>;
