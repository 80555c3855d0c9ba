import { route, type Route } from '#platform/http';
import type { DeliberationDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/topics';
const tag = 'deliberation';
const moderates = { can: 'topic.moderate' } as const;

export function topicRoutes(doors: DeliberationDoors): Route[] {
  return [...readingRoutes(doors), ...residentRoutes(doors), ...deskRoutes(doors), ...settingRoutes(doors)];
}

function readingRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Topics of a community: public ones, my own, or for the desk those of any state',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      query: wire.TopicQuery,
      answer: wire.TopicList,
      handle: async ({ tx, actor, params, query, now }) =>
        service.listTopics(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/similar-topics',
      summary: 'Topics that a new one may be like',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      query: wire.SimilarQuery,
      answer: wire.SimilarTopics,
      handle: async ({ tx, params, query }) => service.findSimilar(tx, doors, { areaId: params.areaId, q: query.q }),
    }),
    route({
      method: 'GET',
      path: `${base}/:topicId`,
      summary: 'One topic with its voices, its steps and what I may do',
      tag,
      permission: 'public',
      params: wire.TopicParams,
      answer: wire.TopicPage,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readTopicPage(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
  ];
}

function residentRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Raise a topic; it is shown after the desk has looked at it',
      tag,
      permission: 'session',
      params: wire.AreaParams,
      body: wire.NewTopic,
      answer: wire.Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.proposeTopic(tx, actor, doors, { areaId: params.areaId, topic: body }),
      }),
    }),
    route({
      method: 'PUT',
      path: `${base}/:topicId/support`,
      summary: 'Support a topic, once',
      tag,
      permission: 'session',
      params: wire.TopicParams,
      answer: wire.Supported,
      handle: async ({ tx, actor, params }) => service.supportTopic(tx, actor, doors, params),
    }),
    route({
      method: 'DELETE',
      path: `${base}/:topicId/support`,
      summary: 'Take my support back',
      tag,
      permission: 'session',
      params: wire.TopicParams,
      answer: wire.Supported,
      handle: async ({ tx, actor, params }) => service.withdrawSupport(tx, actor, doors, params),
    }),
    ...(['PUT', 'DELETE'] as const).map((method) =>
      route({
        method,
        path: `${base}/:topicId/follow`,
        summary: method === 'PUT' ? 'Follow a topic' : 'Follow a topic no longer',
        tag,
        permission: 'session',
        params: wire.TopicParams,
        answer: wire.Done,
        handle: async ({ tx, actor, params }) => {
          await service.followTopic(tx, actor, doors, { ...params, follow: method === 'PUT' });
          return { done: true };
        },
      }),
    ),
  ];
}

function deskRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/:topicId/decision`,
      summary: 'Let a topic through, decline it with a reason, or merge it into another',
      tag,
      permission: moderates,
      params: wire.TopicParams,
      body: wire.TopicDecision,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.decideTopic(tx, actor, doors, { ...params, decision: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:topicId/matter`,
      summary: 'Begin the method for topics from a topic',
      tag,
      permission: moderates,
      params: wire.TopicParams,
      answer: wire.Begun,
      status: 201,
      handle: async ({ tx, actor, params }) => ({ number: await service.beginTopic(tx, actor, doors, params) }),
    }),
    route({
      method: 'POST',
      path: `${base}/:topicId/answer`,
      summary: 'Answer a topic',
      tag,
      permission: moderates,
      params: wire.TopicParams,
      body: wire.TopicAnswer,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.answerTopic(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:topicId/result`,
      summary: 'Close a topic with its result',
      tag,
      permission: moderates,
      params: wire.TopicParams,
      body: wire.TopicResult,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.closeTopic(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}

function settingRoutes(doors: DeliberationDoors): Route[] {
  const path = '/api/v1/areas/:areaId/topic-settings';
  return [
    route({
      method: 'GET',
      path,
      summary: 'How many supporters make the office answer, and within how many days',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      answer: wire.TopicSettings,
      handle: async ({ tx, params }) => service.readSettingsOf(tx, doors, params.areaId),
    }),
    route({
      method: 'PUT',
      path,
      summary: 'Set how many supporters make the office answer, and within how many days',
      tag,
      permission: moderates,
      params: wire.AreaParams,
      body: wire.TopicSettings,
      answer: wire.TopicSettings,
      handle: async ({ tx, actor, params, body }) => {
        await service.setTopicSettings(tx, actor, doors, { areaId: params.areaId, settings: body });
        return body;
      },
    }),
  ];
}
