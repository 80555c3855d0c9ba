import { z } from 'zod';
import { FundParams } from '../contract.ts';
import { Question } from '../disclosures/contract.ts';

/** Questions 我要问这一笔: asked on a line of a published account, shown after somebody has looked at them, answered. */

export const QuestionParams = FundParams.extend({ questionId: z.guid() });

export const NewQuestion = z.object({
  month: z.number().int(),
  seq: z.number().int().min(1),
  words: z.string().trim().min(4, '请多写几个字，说清楚想问什么').max(500, '请再短一点，最多 500 个字'),
});
export type NewQuestion = z.infer<typeof NewQuestion>;
export const QuestionReceipt = z.object({ id: z.string() });

export const QuestionDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('show') }),
  z.object({
    decision: z.literal('decline'),
    reason: z.string().trim().min(4, '请写明原因，问的人会看到').max(300),
  }),
]);
export type QuestionDecision = z.infer<typeof QuestionDecision>;

export const QuestionAnswer = z.object({
  answer: z.string().trim().min(4, '请把答复写清楚').max(1000),
});

export const questionActions = ['moderate', 'answer'] as const;

export const DeskQuestion = Question.omit({ isMine: true }).extend({
  month: z.number(),
  monthName: z.string(),
  seq: z.number(),
  /** 付 香榭雅居 自来水管道改造工程款 */
  lineMemo: z.string(),
  lineAmount: z.number(),
  moderatedName: z.string().nullable(),
  actions: z.array(z.enum(questionActions)),
});
export type DeskQuestion = z.infer<typeof DeskQuestion>;
export const DeskQuestionList = z.object({ items: z.array(DeskQuestion) });
export type DeskQuestionList = z.infer<typeof DeskQuestionList>;
