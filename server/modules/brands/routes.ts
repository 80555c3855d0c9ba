import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import * as pages from './pages/service.ts';
import { NewProof, ProofParams } from './proofs/contract.ts';
import { BrandYear, NewReview } from './review/contract.ts';
import * as service from './service.ts';

type Doors = service.BrandDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/brand';
const manage = { can: 'brand.manage' } as const;
const approve = { can: 'brand.approve' } as const;
const done = z.object({ done: z.boolean() });

export function brandRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...draftRoutes(doors), ...approvalRoutes(doors), ...proofRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/brands',
      summary: 'Every brand under an area, by district',
      tag: 'brands',
      permission: 'public',
      query: wire.GalleryQuery,
      answer: wire.BrandGallery,
      handle: async ({ tx, actor, query, now }) => pages.readGallery({ reader: tx, actor, doors, now }, query.area),
    }),
    route({
      method: 'GET',
      path: base,
      summary: 'The brand of a community as it was approved',
      tag: 'brands',
      permission: 'public',
      params: AreaParams,
      answer: wire.BrandPage,
      handle: async ({ tx, actor, params, request, now }) =>
        pages.readBrandPage({ reader: tx, actor, doors, now }, { ...params, address: doors.addressOf(request) }),
    }),
    route({
      method: 'GET',
      path: `${base}/face`,
      summary: 'The brand of a community and its open choice in a few words',
      tag: 'brands',
      permission: 'public',
      params: AreaParams,
      answer: wire.BrandFace,
      handle: async ({ tx, actor, params, now }) =>
        pages.readBrandFace({ reader: tx, actor, doors, now }, params.areaId),
    }),
    route({
      method: 'GET',
      path: `${base}/year`,
      summary: 'The year of a brand with everything its figures add up to',
      tag: 'brands',
      permission: 'public',
      params: AreaParams,
      answer: BrandYear,
      handle: async ({ tx, actor, params, now }) =>
        pages.readBrandYear({ reader: tx, actor, doors, now }, params.areaId),
    }),
  ];
}

function draftRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/desk`,
      summary: 'The brand as the office sees it: draft, choice, year, proofs',
      tag: 'brands',
      permission: { can: 'brand.read' },
      params: AreaParams,
      answer: wire.BrandDesk,
      handle: async ({ tx, actor, params, now }) =>
        pages.readBrandDesk({ reader: tx, actor, doors, now }, params.areaId),
    }),
    route({
      method: 'GET',
      path: `${base}/similar`,
      summary: 'Brands of other communities close to a name',
      tag: 'brands',
      permission: manage,
      params: AreaParams,
      query: wire.SimilarQuery,
      answer: wire.SimilarList,
      handle: async ({ tx, actor, params, query, now }) => {
        const words = query.words.split(/[,，、\s]+/).filter(Boolean);
        const asked = { reader: tx, actor, doors, now };
        return { items: await pages.listSimilar(asked, { areaId: params.areaId, name: query.name, words }) };
      },
    }),
    route({
      method: 'PUT',
      path: base,
      summary: 'Keep a draft of the brand',
      tag: 'brands',
      permission: manage,
      params: AreaParams,
      body: wire.BrandChange,
      answer: done,
      handle: async ({ tx, actor, params, body }) => {
        await service.saveBrand(tx, actor, doors, { areaId: params.areaId, change: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/submission`,
      summary: 'Hand the draft to the secretary',
      tag: 'brands',
      permission: manage,
      params: AreaParams,
      answer: done,
      handle: async ({ tx, actor, params }) => {
        await service.submitBrand(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}

function approvalRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/approval`,
      summary: 'Approve the submitted brand and show it to everybody',
      tag: 'brands',
      permission: approve,
      params: AreaParams,
      answer: done,
      handle: async ({ tx, actor, params }) => {
        await service.approveBrand(tx, actor, doors, params);
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/return`,
      summary: 'Give the submitted brand back with a reason',
      tag: 'brands',
      permission: approve,
      params: AreaParams,
      body: wire.Reason,
      answer: done,
      handle: async ({ tx, actor, params, body }) => {
        await service.returnBrand(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/retirement`,
      summary: 'Take the brand down',
      tag: 'brands',
      permission: approve,
      params: AreaParams,
      body: wire.Reason,
      answer: done,
      handle: async ({ tx, actor, params, body }) => {
        await service.retireBrand(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/reviews`,
      summary: 'The yearly review of a brand',
      tag: 'brands',
      permission: { can: 'brand.review' },
      params: AreaParams,
      body: NewReview,
      answer: done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.reviewBrand(tx, actor, doors, { areaId: params.areaId, review: body });
        return { done: true };
      },
    }),
  ];
}

function proofRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/proofs`,
      summary: 'Add a proof of promotion or publicity',
      tag: 'brands',
      permission: manage,
      params: AreaParams,
      body: NewProof,
      answer: done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.addProof(tx, actor, doors, { areaId: params.areaId, proof: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/proofs/:proofId/withdrawal`,
      summary: 'Take a proof back',
      tag: 'brands',
      permission: manage,
      params: ProofParams,
      answer: done,
      handle: async ({ tx, actor, params }) => {
        await service.withdrawProof(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}
