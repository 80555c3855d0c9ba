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
  /** Where the map takes pictures of the ground from, `https://…/{z}/{x}/{y}`; null: it shows paper. */
  tiles: string | null;
  /** Origins of robots of the operator's own network, which may be private. */
  robotOrigins?: string[];
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
    tiles: readTiles(env.LIREN_TILES),
    robotOrigins: (env.LIREN_ROBOT_ORIGINS ?? '').split(',').filter((one) => one !== ''),
  };
}

function readTiles(template: string | undefined): string | null {
  if (!template) return null;
  if (/^https?:\/\/[^/{}]+\//.test(template) && ['{z}', '{x}', '{y}'].every((part) => template.includes(part)))
    return template;
  throw new Error(`LIREN_TILES 应该像 https://…/{z}/{x}/{y}.png，现在是 ${template}`);
}
