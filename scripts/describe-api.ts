import { existsSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { readConfig } from '#platform/config';
import { createLog } from '#platform/log';
import type { createApp } from '../server/mounts.ts';
import type { openParts } from '../server/parts.ts';
import type { Scratch } from './scratch.ts';

type Opening = { openParts: typeof openParts };
type Mounts = { createApp: typeof createApp };

const HEAD = `// The API as types, made by npm run generate from the routes' own schemas. Do not edit.\n\n`;

/** The OpenAPI description of the mounted routes, and the types of its client. Null where there is no app. */
export async function describeApi(
  root: string,
  scratch: () => Promise<Scratch>,
): Promise<Record<string, string> | null> {
  const path = join(root, 'server/mounts.ts');
  if (!existsSync(path)) return null;
  const mounts = (await import(path)) as Mounts;
  const opening = (await import(join(root, 'server/parts.ts'))) as Opening;
  const { url, folder } = await scratch();
  const env = { DATABASE_URL: url, LIREN_DATA: join(folder, 'app') };
  const parts = await opening.openParts(readConfig(env, true), createLog('silent'));
  const http = await mounts.createApp(parts);
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
