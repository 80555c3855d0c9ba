import { route, type Route } from '#platform/http';
import type { DeliberationDoors } from '../scope/service.ts';
import { TopicParams } from '../topics/contract.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/meetings';
const tag = 'deliberation';
const manages = { can: 'meeting.manage' } as const;
const approves = { can: 'minutes.approve' } as const;

export function meetingRoutes(doors: DeliberationDoors): Route[] {
  return [
    ...readingRoutes(doors),
    ...wordRoutes(doors),
    ...planRoutes(doors),
    ...actRoutes(doors),
    ...signInRoutes(doors),
    ...checkInRoutes(doors),
    ...minutesRoutes(doors),
  ];
}

function readingRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Meetings of a community: to come, held, or for who keeps them in preparation',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      query: wire.MeetingQuery,
      answer: wire.MeetingList,
      handle: async ({ tx, actor, params, query, now }) =>
        service.listMeetings(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/:meetingId`,
      summary: 'One meeting with its agenda, who came, what was agreed, and its minutes once they are approved',
      tag,
      permission: 'public',
      params: wire.MeetingParams,
      answer: wire.MeetingPage,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readMeetingPage(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/topics/:topicId/meetings',
      summary: 'Meetings at which a topic was or will be talked over',
      tag,
      permission: 'public',
      params: TopicParams,
      answer: wire.MeetingList,
      handle: async ({ tx, params, now }) => service.listOfTopic(tx, doors, { ...params, now }),
    }),
  ];
}

function wordRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/meeting-words',
      summary: 'Kinds of meetings, parties, places to deliberate, and who may be given what was agreed',
      tag,
      permission: manages,
      params: wire.AreaParams,
      answer: wire.MeetingWords,
      handle: async ({ tx, params, now }) => service.readMeetingWords(tx, doors, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/meeting-figures',
      summary: 'A year of meetings: person-times and people apart, and how much of what was agreed is done',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      query: wire.YearQuery,
      answer: wire.MeetingFigures,
      handle: async ({ tx, params, query, now }) =>
        service.readMeetingFigures(tx, doors, { areaId: params.areaId, year: query.year, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/deliberation-places',
      summary: 'Where one deliberates: the next meeting there, meetings held, what was agreed and done',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      answer: wire.PlaceList,
      handle: async ({ tx, params, now }) => service.listPlaces(tx, doors, { areaId: params.areaId, now }),
    }),
  ];
}

function planRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Plan a meeting',
      tag,
      permission: manages,
      params: wire.AreaParams,
      body: wire.MeetingForm,
      answer: wire.Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.planMeeting(tx, actor, doors, { areaId: params.areaId, meeting: body }),
      }),
    }),
    route({
      method: 'PUT',
      path: `${base}/:meetingId`,
      summary: 'Change a meeting that was not held yet; of one that was called, the invited are told',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.MeetingForm,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeMeeting(tx, actor, doors, { ...params, meeting: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:meetingId/conclusions`,
      summary: 'Record what was agreed: it becomes a matter with an owner and a date',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.NewConclusion,
      answer: wire.Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.recordConclusion(tx, actor, doors, { ...params, conclusion: body }),
      }),
    }),
  ];
}

function actRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/:meetingId/call`,
      summary: 'Call a meeting: the invited are told and everybody sees it',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.callMeeting(tx, actor, doors, params);
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:meetingId/cancel`,
      summary: 'Cancel a meeting with a reason',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.Reason,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.cancelMeeting(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:meetingId/end`,
      summary: 'End a meeting: how many came is settled',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.Ending,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.endMeeting(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}

function signInRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/:meetingId/sign-in-pass`,
      summary: 'The code the screen of the meeting shows now; it changes every 30 seconds',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      answer: wire.SignInPass,
      handle: async ({ tx, params, request, now }) =>
        service.readSignInPass(tx, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'POST',
      path: `${base}/:meetingId/attendances`,
      summary: 'Sign in somebody without a phone',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.SignIn,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.signInByList(tx, actor, doors, { ...params, who: body });
        return { done: true };
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/:meetingId/attendances/:attendee`,
      summary: 'Take back a line of the list',
      tag,
      permission: manages,
      params: wire.AttendeeParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.dropSignIn(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}

function checkInRoutes(doors: DeliberationDoors): Route[] {
  const path = '/api/v1/areas/:areaId/meeting-check-ins/:pass';
  return [
    route({
      method: 'GET',
      path,
      summary: 'What the code of a meeting is for',
      tag,
      permission: 'session',
      params: wire.PassParams,
      answer: wire.AtMeeting,
      handle: async ({ tx, actor, params, now }) => service.readAtMeeting(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Sign in with the code of the meeting',
      tag,
      permission: 'session',
      params: wire.PassParams,
      answer: wire.AtMeeting,
      handle: async ({ tx, actor, params }) => service.signIn(tx, actor, doors, params),
    }),
  ];
}

function minutesRoutes(doors: DeliberationDoors): Route[] {
  const path = `${base}/:meetingId/minutes`;
  return [
    route({
      method: 'PUT',
      path,
      summary: 'Write the minutes of a meeting that was held',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.MinutesForm,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.draftMinutes(tx, actor, doors, { ...params, form: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${path}/check`,
      summary: 'Say that the minutes are right; not by who drafted them',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.checkMinutes(tx, actor, doors, params);
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${path}/approve`,
      summary: 'Approve checked minutes: everybody reads them from now on',
      tag,
      permission: approves,
      params: wire.MeetingParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.approveMinutes(tx, actor, doors, params);
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${path}/return`,
      summary: 'Give minutes back with what is to be mended',
      tag,
      permission: manages,
      params: wire.MeetingParams,
      body: wire.Reason,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.returnMinutes(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}
