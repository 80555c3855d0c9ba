import { resolve } from 'node:path';
import type { MailOptions } from '#platform/mail';

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
  /** How letters leave; none without it. */
  mail?: MailOptions | null;
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
    robotOrigins: listIn(env.LIREN_ROBOT_ORIGINS),
    mail: readMail(env),
  };
}

const listIn = (text = ''): string[] => text.split(',').filter((one) => one !== '');

function readMail({ LIREN_MAIL_RELAY: relay, LIREN_MAIL_FROM: from, ...env }: NodeJS.ProcessEnv): MailOptions | null {
  if (!relay) return null;
  const domains = listIn(env.LIREN_MAIL_DOMAINS).map((one) => one.toLowerCase());
  if (/^smtps?:\/\/./.test(relay) && from?.includes('@') && domains.length > 0) return { relay, from, domains };
  throw new Error(
    '设了 LIREN_MAIL_RELAY（smtp:// 或 smtps:// 开头），还要设 LIREN_MAIL_FROM（发件邮箱）和 LIREN_MAIL_DOMAINS（可以发到哪些域名，逗号分隔）',
  );
}

function readTiles(template: string | undefined): string | null {
  if (!template) return null;
  if (/^https?:\/\/[^/{}]+\//.test(template) && ['{z}', '{x}', '{y}'].every((part) => template.includes(part)))
    return template;
  throw new Error(`LIREN_TILES 应该像 https://…/{z}/{x}/{y}.png，现在是 ${template}`);
}
