import { route, type Route } from '#platform/http';
import { FundParams } from '../contract.ts';
import type { DisclosureDoors } from '../disclosures/scope/service.ts';
import * as wire from './contract.ts';
import { answerQuestion, ask, decideQuestion, listForDesk } from './service.ts';

const base = '/api/v1/areas/:areaId/funds/:fundId/questions';
const tag = 'funds';

export function questionRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Ask about a line of a published account',
      tag,
      permission: 'session',
      params: FundParams,
      body: wire.NewQuestion,
      answer: wire.QuestionReceipt,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await ask(tx, actor, doors, { ...params, question: body }),
      }),
    }),
    route({
      method: 'GET',
      path: base,
      summary: 'The questions of a fund, what waits first',
      tag,
      permission: { can: 'fund.read', at: 'anywhere' },
      params: FundParams,
      answer: wire.DeskQuestionList,
      handle: async ({ tx, actor, params }) => listForDesk(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${base}/:questionId/moderate`,
      summary: 'Show a question, or decline it with the reason',
      tag,
      permission: { can: 'question.moderate', at: 'anywhere' },
      params: wire.QuestionParams,
      body: wire.QuestionDecision,
      answer: wire.DeskQuestionList,
      handle: async ({ tx, actor, params, body }) => {
        await decideQuestion(tx, actor, doors, { ...params, decision: body });
        return listForDesk(tx, actor, doors, params);
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:questionId/answer`,
      summary: 'Answer a question',
      tag,
      permission: { can: 'question.answer', at: 'anywhere' },
      params: wire.QuestionParams,
      body: wire.QuestionAnswer,
      answer: wire.DeskQuestionList,
      handle: async ({ tx, actor, params, body }) => {
        await answerQuestion(tx, actor, doors, { ...params, ...body });
        return listForDesk(tx, actor, doors, params);
      },
    }),
  ];
}
