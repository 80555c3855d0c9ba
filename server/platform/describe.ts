import type { FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** What the description needs to know of a route beyond its shapes; kept in the route's `config`. */
export type Described = { open: boolean; repeatable: boolean };

type Declared = { method: string; permission: unknown; outsideTransaction?: boolean; secretAnswer?: boolean };

export function describedAs(one: Declared): Described {
  return {
    open: one.permission === 'public',
    repeatable: one.method !== 'GET' && !one.outsideTransaction && !one.secretAnswer,
  };
}

const problem = {
  type: 'object',
  description: 'RFC 9457 problem with a stable code',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    detailEn: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    details: { type: 'object', additionalProperties: true },
    instance: { type: 'string' },
  },
};

const key = {
  type: 'object',
  properties: {
    'Idempotency-Key': {
      type: 'string',
      maxLength: 200,
      description: 'A request repeated with the same key and body is done once and answered the same.',
    },
  },
};

type Document = Parameters<typeof jsonSchemaTransform>[0] & { route: { config?: unknown } };

/** Describes a route: its shapes, who must sign in, the key that makes it repeatable, and how it refuses. */
export function describeRoute(document: Document): { schema: FastifySchema; url: string } {
  const { schema, url } = jsonSchemaTransform(document) as { schema: FastifySchema & { hide?: boolean }; url: string };
  const described = document.route.config as Partial<Described> | undefined;
  if (schema.hide || described?.open === undefined) return { schema, url };
  const response = (schema.response ?? {}) as Record<string, unknown>;
  return {
    url,
    schema: {
      ...schema,
      ...(described.repeatable ? { headers: key } : {}),
      ...(described.open ? {} : { security: [{ bearer: [] }] }),
      response: {
        ...(Object.keys(response).length > 0 ? response : { 200: { description: 'Done' } }),
        '4XX': { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
      },
    },
  };
}
