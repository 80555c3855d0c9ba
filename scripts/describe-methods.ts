import { join } from 'node:path';
import { dutySchema } from '#kernel/duties/schema';
import { standardSchema } from '#kernel/standards/schema';
import { registerSchema } from '#kernel/registers/schema';
import { mermaid, methodSchema } from '#kernel/workflow';
import { loadLibrary } from '#kernel/workflow/shelf';
import type { Method } from '#kernel-contract/workflow';

const FOLDER = 'docs/generated/methods';

function page(method: Method): string {
  return `# ${method.name.zh} ${method.name.en}

\`${method.id}\`, version ${method.version}. Source: ${method.source}. Made by npm run generate from \`library/methods/${method.id}.yaml\`.

\`\`\`mermaid
${mermaid(method).trimEnd()}
\`\`\`
`;
}

/** A page per method of the library, with its diagram. */
export async function describeMethods(root: string): Promise<Record<string, string> | null> {
  const { originals } = loadLibrary(join(root, 'library'));
  return Object.fromEntries(originals.map(({ method }) => [`${FOLDER}/${method.id}.md`, page(method)]));
}

/** The formats of library files as JSON Schemas: what an editor completes and underlines. */
export function describeMethodFormat(): Record<string, string> {
  const file = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'docs/generated/method.schema.json': file(methodSchema()),
    'docs/generated/duties.schema.json': file(dutySchema()),
    'docs/generated/standard.schema.json': file(standardSchema()),
    'docs/generated/registers.schema.json': file(registerSchema()),
  };
}
