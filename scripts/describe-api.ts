import { existsSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { readConfig } from '#platform/config';
import { createLog } from '#platform/log';
import type { createApp, openParts } from '../server/main.ts';
import type { Scratch } from './scratch.ts';

type Main = { openParts: typeof openParts; createApp: typeof createApp };

const HEAD = `// The API as types, made by npm run generate from the routes' own schemas. Do not edit.\n\n`;

/** The OpenAPI description of the mounted routes, and the types of its client. Null where there is no app. */
export async function describeApi(
  root: string,
  scratch: () => Promise<Scratch>,
): Promise<Record<string, string> | null> {
  const path = join(root, 'server/main.ts');
  if (!existsSync(path)) return null;
  const main = (await import(path)) as Main;
  const { url, folder } = await scratch();
  const env = { DATABASE_URL: url, LIREN_DATA: join(folder, 'app') };
  const parts = await main.openParts(readConfig(env, true), createLog('silent'));
  const http = await main.createApp(parts);
  await http.ready();
  const description = http.swagger();
  await http.close();
  await parts.close();
  // Through JSON: what is sent is described, not what lies in memory.
  const sent = JSON.parse(JSON.stringify(description)) as Parameters<typeof openapiTypes>[0];
  return {
    'docs/generated/openapi.json': `${JSON.stringify(description, null, 2)}\n`,
    'web/lib/openapi.d.ts': HEAD + astToString(await openapiTypes(sent)),
  };
}
