import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describedAs, describeRoute } from './describe.ts';

type Declared = Parameters<typeof describedAs>[0];

function described(declared: Declared, config: unknown = describedAs(declared)) {
  const document = {
    url: '/things',
    schema: { body: z.object({ name: z.string() }), response: { 201: z.object({ id: z.string() }) } },
    openapiObject: { openapi: '3.1.0' },
    route: { config },
  };
  return describeRoute(document as unknown as Parameters<typeof describeRoute>[0]).schema as Record<string, unknown>;
}

describe('the description of a route', () => {
  test('a mutating route may be repeated with a key; one that opens no transaction or answers a secret may not', () => {
    expect(described({ method: 'POST', permission: 'session' })).toHaveProperty('headers.properties.Idempotency-Key');
    expect(described({ method: 'GET', permission: 'session' })).not.toHaveProperty('headers');
    expect(described({ method: 'POST', permission: 'session', outsideTransaction: true })).not.toHaveProperty(
      'headers',
    );
    expect(described({ method: 'POST', permission: 'session', secretAnswer: true })).not.toHaveProperty('headers');
  });

  test('only a public route needs no sign-in', () => {
    expect(described({ method: 'GET', permission: 'public' })).not.toHaveProperty('security');
    expect(described({ method: 'GET', permission: 'session' })).toHaveProperty('security', [{ bearer: [] }]);
  });

  test('every route refuses with a problem, beside its own answer', () => {
    const { response } = described({ method: 'POST', permission: 'public' }) as { response: Record<string, unknown> };
    expect(Object.keys(response)).toEqual(['201', '4XX']);
    expect(response).toHaveProperty(['4XX', 'content', 'application/problem+json', 'schema', 'required']);
  });

  test('what is no route of ours is left as it is', () => {
    expect(described({ method: 'GET', permission: 'public' }, {})).not.toHaveProperty('response.4XX');
  });
});
