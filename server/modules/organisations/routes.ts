import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/bodies';
const one = `${base}/:bodyId`;
const tag = 'organisations';
const Done = z.object({ done: z.boolean() });
const permission = { can: 'body.manage' } as const;

export function bodyRoutes(doors: service.OrganisationDoors): Route[] {
  return [...readingRoutes(doors), ...keepingRoutes(doors), ...memberRoutes(doors)];
}

function readingRoutes(doors: service.OrganisationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Who works for us: the bodies of a community and of its estates, names only with consent',
      tag,
      permission: 'public',
      params: AreaParams,
      answer: wire.PublicBodies,
      handle: async ({ tx, params, now }) => service.readPublicBodies(tx, doors, { ...params, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/body-review',
      summary: 'Every body with members, terms, vacancies and dual posts',
      tag,
      permission,
      params: AreaParams,
      answer: wire.BodyReview,
      handle: async ({ tx, params, now }) => service.reviewBodies(tx, doors, { ...params, now }),
    }),
  ];
}

function keepingRoutes(doors: service.OrganisationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Note a new body',
      tag,
      permission,
      params: AreaParams,
      body: wire.BodyForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.foundBody(tx, actor, doors, { ...params, form: body }),
      }),
    }),
    route({
      method: 'PUT',
      path: one,
      summary: 'Change name, term, platform and how a body is reached',
      tag,
      permission,
      params: wire.BodyParams,
      body: wire.BodyChange,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeBody(tx, actor, doors, { ...params, change: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/close`,
      summary: 'Close a body; it and its members are kept',
      tag,
      permission,
      params: wire.BodyParams,
      body: wire.Reason,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.closeBody(tx, actor, doors, { ...params, reason: body.reason });
        return { done: true };
      },
    }),
  ];
}

function memberRoutes(doors: service.OrganisationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/members`,
      summary: 'Note a member; with an account she holds the role of the seat',
      tag,
      permission,
      params: wire.BodyParams,
      body: wire.NewMember,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.addMember(tx, actor, doors, { ...params, member: body }),
      }),
    }),
    route({
      method: 'PATCH',
      path: `${one}/members/:memberId`,
      summary: 'Whether a name is shown, whether she is a party member',
      tag,
      permission,
      params: wire.MemberParams,
      body: wire.MemberChange,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeMember(tx, actor, doors, { ...params, change: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/members/:memberId/leave`,
      summary: 'Note that a member has left',
      tag,
      permission,
      params: wire.MemberParams,
      body: wire.Leaving,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.leaveBody(tx, actor, doors, { ...params, leaving: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/members/:memberId/reveal`,
      summary: 'A name and telephone in full, for a reason that is written down',
      tag,
      permission: { can: 'people.reveal' },
      params: wire.MemberParams,
      body: wire.Reason,
      answer: z.object({ name: z.string(), phone: z.string().nullable() }),
      handle: async ({ tx, actor, params, body }) => service.revealMember(tx, actor, doors, { ...params, ...body }),
    }),
  ];
}
