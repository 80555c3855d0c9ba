import { existsSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { createLog, type Log } from '#platform/log';
import type { Scratch } from './scratch.ts';

type Main = { buildOpenApi?: (env: NodeJS.ProcessEnv, log: Log) => Promise<object> };

const HEAD = `// The API as types, made by npm run generate from the routes' own schemas. Do not edit.\n\n`;

/** The OpenAPI description of the mounted routes, and the types of its client. Null until the app can describe itself. */
export async function describeApi(
  root: string,
  scratch: () => Promise<Scratch>,
): Promise<Record<string, string> | null> {
  const path = join(root, 'server/main.ts');
  if (!existsSync(path)) return null;
  const { buildOpenApi } = (await import(path)) as Main;
  if (!buildOpenApi) return null;
  const { url, folder } = await scratch();
  const description = await buildOpenApi({ DATABASE_URL: url, LIREN_DATA: join(folder, 'app') }, createLog('silent'));
  // Through JSON: what is sent is described, not what lies in memory.
  const sent = JSON.parse(JSON.stringify(description)) as Parameters<typeof openapiTypes>[0];
  return {
    'docs/generated/openapi.json': `${JSON.stringify(description, null, 2)}\n`,
    'web/lib/openapi.d.ts': HEAD + astToString(await openapiTypes(sent)),
  };
}
