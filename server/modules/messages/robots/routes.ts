import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { AreaParams } from '#contract/areas';
import { NewRobot, RobotList, RobotParams } from './contract.ts';
import { addRobot, endRobot, listRobots, tryRobot, type RobotDoors } from './service.ts';

const path = '/api/v1/areas/:areaId/robots';
const tag = 'messages';
const permission = { can: 'account.manage' };

/** Robots of staff groups: added, tried, looked over and ended by who manages accounts. */
export function robotRoutes(doors: RobotDoors): Route[] {
  const { tree } = doors;
  return [
    route({
      method: 'GET',
      path,
      summary: 'Robots of staff groups that are told what waits or is late',
      tag,
      permission,
      params: AreaParams,
      answer: RobotList,
      handle: ({ tx, params }) => listRobots(tx, doors, params.areaId),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Add the robot of a group in WeCom, DingTalk or Feishu, or a mailbox',
      tag,
      permission,
      params: AreaParams,
      body: NewRobot,
      answer: RobotList,
      status: 201,
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) => addRobot(tx, doors, actor, { areaId: params.areaId, robot: body }),
    }),
    route({
      method: 'POST',
      path: `${path}/:robotId/trial`,
      summary: 'Send one message to see whether it arrives',
      tag,
      permission,
      params: RobotParams,
      answer: z.object({ queued: z.literal(true) }),
      async handle({ tx, actor, params }) {
        await tryRobot(tx, tree, actor, params);
        return { queued: true };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/:robotId`,
      summary: 'End a robot at once',
      tag,
      permission,
      params: RobotParams,
      answer: RobotList,
      handle: ({ tx, actor, params }) => endRobot(tx, doors, actor, params),
    }),
  ];
}
