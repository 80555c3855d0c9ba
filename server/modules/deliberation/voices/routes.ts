import { route, type Route } from '#platform/http';
import type { DeliberationDoors } from '../scope/service.ts';
import { AreaParams, Done, Made, TopicParams } from '../topics/contract.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/topics/:topicId';
const tag = 'deliberation';
const moderates = { can: 'topic.moderate' } as const;

export function voiceRoutes(doors: DeliberationDoors): Route[] {
  return [...residentRoutes(doors), ...deskRoutes(doors), ...reportRoutes(doors)];
}

function residentRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/voices`,
      summary: 'Say something to a topic; it is shown after the desk has looked at it',
      tag,
      permission: 'session',
      params: TopicParams,
      body: wire.NewVoice,
      answer: Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.sayVoice(tx, actor, doors, { ...params, voice: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${base}/reports`,
      summary: 'Report a topic or a voice to the desk',
      tag,
      permission: 'session',
      params: TopicParams,
      body: wire.NewReport,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.reportVoice(tx, actor, doors, { ...params, report: body });
        return { done: true };
      },
    }),
  ];
}

function deskRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/voices/:voiceId/decision`,
      summary: 'Show a voice, decline it, or hide one that was shown, with a reason',
      tag,
      permission: moderates,
      params: wire.VoiceParams,
      body: wire.VoiceDecision,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.decideVoice(tx, actor, doors, { ...params, decision: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/voices/:voiceId/reply`,
      summary: 'Reply below a voice',
      tag,
      permission: moderates,
      params: wire.VoiceParams,
      body: wire.VoiceReply,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.replyToVoice(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}

function reportRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/voice-queue',
      summary: 'Voices to let through and reports to look at',
      tag,
      permission: moderates,
      params: AreaParams,
      answer: wire.VoiceQueue,
      handle: async ({ tx, actor, params }) => service.readVoiceQueue(tx, actor, doors, params.areaId),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/topic-reports/:reportId/decision',
      summary: 'Let stand what was reported, or hide it with a reason',
      tag,
      permission: moderates,
      params: wire.ReportParams,
      body: wire.ReportDecision,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.decideReport(tx, actor, doors, { ...params, decision: body });
        return { done: true };
      },
    }),
  ];
}
