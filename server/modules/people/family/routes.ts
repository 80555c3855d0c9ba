import { z } from 'zod';
import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import type { PeopleDoors } from '../scope/service.ts';
import * as service from './service.ts';

const elder = '/api/v1/areas/:areaId/people/:personId/family';
const may = (can: string) => ({ can, at: 'anywhere' as const });

export function familyRoutes(doors: PeopleDoors): Route[] {
  return [...recordedRoutes(doors), ...ownRoutes()];
}

function recordedRoutes(doors: PeopleDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: elder,
      summary: 'Consents an elder has given to family',
      tag: 'people',
      permission: may('people.read'),
      params: wire.ElderParams,
      answer: wire.ConsentList,
      handle: async ({ tx, actor, params }) => service.listConsents(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: elder,
      summary: 'Record an elder’s consent that a family member acts for her',
      tag: 'people',
      permission: may('people.write'),
      params: wire.ElderParams,
      body: wire.NewConsent,
      answer: wire.Consent,
      status: 201,
      handle: async ({ tx, actor, params, body }) =>
        service.recordConsent(tx, actor, doors, { ...params, consent: body }),
    }),
    route({
      method: 'DELETE',
      path: `${elder}/:consentId`,
      summary: 'Take a consent back on the elder’s word',
      tag: 'people',
      permission: may('people.write'),
      params: wire.ConsentParams,
      answer: wire.ConsentList,
      handle: async ({ tx, actor, params }) => service.revokeConsent(tx, actor, doors, params),
    }),
  ];
}

function ownRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/elders',
      summary: 'Elders who let me act for them',
      tag: 'people',
      permission: 'session',
      answer: wire.ConsentList,
      handle: async ({ tx, actor }) => service.listMyElders(tx, actor),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/consents',
      summary: 'Whom I let act for me',
      tag: 'people',
      permission: 'session',
      answer: wire.ConsentList,
      handle: async ({ tx, actor }) => service.listMyConsents(tx, actor),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/consents/:consentId',
      summary: 'Take my consent back, or step down as family',
      tag: 'people',
      permission: 'session',
      params: wire.OwnConsentParams,
      answer: z.object({ revoked: z.boolean() }),
      handle: async ({ tx, actor, params }) => {
        await service.revokeOwnConsent(tx, actor, params.consentId);
        return { revoked: true };
      },
    }),
  ];
}
