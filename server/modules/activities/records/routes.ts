import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { shanghaiParts } from '#shared/time';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { sheetColumns } from '../lists/rules.ts';
import * as wire from './contract.ts';
import * as choices from './choices/service.ts';
import * as service from './service.ts';

type Doors = choices.ChoiceDoors;

const base = '/api/v1/areas/:areaId/activity-records';
const tag = 'activities';

/** Activities as the office keeps them: drafts, what waits for a decision, what is public, and how many came. */
export function recordRoutes(doors: Doors): Route[] {
  return [...listRoutes(doors), ...choiceRoutes(doors), ...draftRoutes(doors), ...decisionRoutes(doors)];
}

function listRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Activities in every state, what waits for a decision first',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      query: wire.RecordQuery,
      answer: wire.RecordList,
      handle: async ({ tx, params, query }) => service.listRecords(tx, doors, { areaId: params.areaId, query }),
    }),
    route({
      method: 'GET',
      path: `${base}.xlsx`,
      summary: 'The same list as an Excel file, persons and person-times apart',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      query: wire.RecordQuery,
      handle: async ({ tx, params, query, now, reply }) => {
        const rows = service.readEveryRecord(tx, doors, { areaId: params.areaId, query });
        return answerSheet(reply, { name: '活动', columns: sheetColumns, rows, now });
      },
    }),
    route({
      method: 'GET',
      path: `${base}/:activityId`,
      summary: 'One activity in any state, what was decided on it, and what may be done now',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.RecordParams,
      answer: wire.RecordPage,
      handle: async ({ tx, actor, params, now }) => service.readRecord(tx, actor, doors, { ...params, now }),
    }),
  ];
}

function choiceRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/activity-quotas',
      summary: 'How far a year is with its large activities and those of broad participation',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
      answer: wire.YearFigures,
      handle: async ({ tx, params, query, now }) =>
        service.readYearFigures(tx, doors, {
          areaId: params.areaId,
          year: query.year ?? shanghaiParts(now).year,
          now,
        }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/activity-choices',
      summary: 'What an activity may be, where, of which series, and who sees to it',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      answer: wire.RecordChoices,
      handle: async ({ tx, params, now }) => choices.readChoices(tx, doors, { areaId: params.areaId, now }),
    }),
  ];
}

function draftRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Keep a new draft; nothing of it is public',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      body: wire.RecordInput,
      answer: wire.RecordPage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        const activityId = await service.keepDraft(tx, actor, doors, { areaId: params.areaId, activity: body });
        return service.readRecord(tx, actor, doors, { areaId: params.areaId, activityId, now });
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/:activityId`,
      summary: 'Write an activity anew; those enrolled in a public one hear of another time or place',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.RecordParams,
      body: wire.RecordInput,
      answer: wire.RecordPage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.saveRecord(tx, actor, doors, { ...params, activity: body });
        return service.readRecord(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}

type Step = (typeof service)['submitDraft'];

function step(doors: Doors, name: string, can: string, summary: string, act: Step): Route {
  return route({
    method: 'POST',
    path: `${base}/:activityId/${name}`,
    summary,
    tag,
    permission: { can },
    params: wire.RecordParams,
    answer: wire.RecordPage,
    handle: async ({ tx, actor, params, now }) => {
      await act(tx, actor, doors, params);
      return service.readRecord(tx, actor, doors, { ...params, now });
    },
  });
}

function decisionRoutes(doors: Doors): Route[] {
  return [
    step(doors, 'submit', 'activity.draft', 'Put a draft before those who approve', service.submitDraft),
    step(doors, 'recall', 'activity.draft', 'Take back what was put forward', service.recallDraft),
    step(doors, 'discard', 'activity.draft', 'Throw a draft away', service.discardDraft),
    step(doors, 'approve', 'activity.approve', 'Make an activity public', service.approveDraft),
    route({
      method: 'POST',
      path: `${base}/:activityId/return`,
      summary: 'Send a draft back to who wrote it, with a reason',
      tag,
      permission: { can: 'activity.approve' },
      params: wire.RecordParams,
      body: wire.Reason,
      answer: wire.RecordPage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.returnDraft(tx, actor, doors, { ...params, reason: body.reason });
        return service.readRecord(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}
