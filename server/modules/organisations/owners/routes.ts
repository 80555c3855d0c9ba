import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { refuse } from '#shared/refusal';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import type { OrganisationDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import { exportColumns, exportOwners } from './export/service.ts';
import { mayNotSee } from './rules.ts';
import * as service from './service.ts';

const estate = '/api/v1/areas/:areaId/estates/:estateId';
const door = '/api/v1/areas/:areaId/doors/:doorId';
const tag = 'organisations';
const Done = z.object({ done: z.boolean() });
const reads = { can: 'owner.read' } as const;
const keeps = { can: 'owner.manage' } as const;

export function ownerRoutes(doors: OrganisationDoors): Route[] {
  return [...readingRoutes(doors), ...estateRoutes(doors), ...doorRoutes(doors), revealRoute(doors)];
}

function readingRoutes(doors: OrganisationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/owner-review',
      summary: 'Per estate: doors, title area, how many are verified, owners by number',
      tag,
      permission: reads,
      params: AreaParams,
      answer: wire.OwnerReview,
      handle: async ({ tx, params }) => service.reviewOwners(tx, doors, params),
    }),
    route({
      method: 'GET',
      path: `${estate}/doors`,
      summary: 'The doors of an estate with their owners, masked',
      tag,
      permission: reads,
      params: wire.EstateParams,
      query: wire.DoorQuery,
      answer: wire.DoorList,
      handle: async ({ tx, params, query }) => service.listDoors(tx, doors, { ...params, query }),
    }),
    route({
      method: 'POST',
      path: `${estate}/owners-export`,
      summary: 'The register of an estate as a workbook; in clear with a reason that is recorded, else masked',
      tag,
      permission: reads,
      outsideTransaction: true,
      params: wire.EstateParams,
      body: wire.OwnersExport,
      handle: async ({ tx, actor, params, body, now, reply }) => {
        if (body.reason !== null && !doors.may(actor, 'people.reveal', params.areaId)) refuse(mayNotSee);
        const rows = exportOwners(tx, actor, doors, { ...params, reason: body.reason });
        return answerSheet(reply, { name: '业主名册', columns: exportColumns, rows, now });
      },
    }),
  ];
}

function estateRoutes(doors: OrganisationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${estate}/doors`,
      summary: 'Add a door with its owners, the first of whom votes',
      tag,
      permission: keeps,
      params: wire.EstateParams,
      body: wire.DoorForm,
      answer: Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.addDoor(tx, actor, doors, { ...params, form: body });
        return { done: true };
      },
    }),
    route({
      method: 'PUT',
      path: `${estate}/totals`,
      summary: 'What a building has in all by the title plan',
      tag,
      permission: keeps,
      params: wire.EstateParams,
      body: wire.StatedTotal,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.stateTotal(tx, actor, doors, { ...params, total: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/door-verifications',
      summary: 'Mark doors as verified by the estate',
      tag,
      permission: keeps,
      params: AreaParams,
      body: wire.Verified,
      answer: z.object({ verified: z.number() }),
      handle: async ({ tx, actor, params, body }) => ({
        verified: await service.verifyDoors(tx, actor, doors, { ...params, ...body }),
      }),
    }),
  ];
}

function doorRoutes(doors: OrganisationDoors): Route[] {
  return [
    route({
      method: 'PUT',
      path: door,
      summary: 'Change use and title area of a door',
      tag,
      permission: keeps,
      params: wire.DoorParams,
      body: wire.DoorChange,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeDoor(tx, actor, doors, { ...params, change: body });
        return { done: true };
      },
    }),
    route({
      method: 'PUT',
      path: `${door}/voter`,
      summary: 'Who of the co-owners votes for a door',
      tag,
      permission: keeps,
      params: wire.DoorParams,
      body: wire.VoterChoice,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.chooseVoter(tx, actor, doors, { ...params, choice: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${door}/transfer`,
      summary: 'A door has new owners; the old ones stay in the records',
      tag,
      permission: keeps,
      params: wire.DoorParams,
      body: wire.Transfer,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.transferDoor(tx, actor, doors, { ...params, transfer: body });
        return { done: true };
      },
    }),
  ];
}

function revealRoute(doors: OrganisationDoors): Route {
  return route({
    method: 'POST',
    path: `${door}/reveal`,
    summary: 'The owners of a door in full, for a reason that is written down',
    tag,
    permission: { can: 'people.reveal' },
    params: wire.DoorParams,
    body: wire.OwnerReason,
    answer: wire.Revealed,
    handle: async ({ tx, actor, params, body }) => service.revealDoor(tx, actor, doors, { ...params, ...body }),
  });
}
