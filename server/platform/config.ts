import { resolve } from 'node:path';

export type Config = {
  port: number;
  dataDir: string;
  databaseUrl: string | null;
  secretFile: string;
  demo: boolean;
  /** Public address for links and QR codes; unset = the address of the request. */
  publicUrl: string | null;
  logLevel: string;
};

/** Reads the environment once, at the edge. Names and defaults are those of the guide. */
export function readConfig(env: NodeJS.ProcessEnv, demo: boolean): Config {
  const dataDir = resolve(env.LIREN_DATA ?? './data');
  return {
    port: Number(env.PORT ?? 8080),
    dataDir,
    databaseUrl: env.DATABASE_URL ?? null,
    secretFile: resolve(env.LIREN_SECRET_FILE ?? `${dataDir}/secret.key`),
    demo,
    publicUrl: env.LIREN_URL ?? null,
    logLevel: env.LIREN_LOG ?? 'info',
  };
}
