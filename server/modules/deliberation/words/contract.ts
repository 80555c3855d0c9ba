import { z } from 'zod';

/** The words of `library/deliberation.yaml`. */
export const DeliberationWords = z.strictObject({
  topics: z.strictObject({
    /** Supporters after which the office is asked to answer, until a community sets its own number. */
    supports: z.number().int().min(1).max(1000),
    answerDays: z.number().int().min(1).max(60),
    /** Methods a topic may become a matter of, the best first. */
    methods: z.array(z.string()).min(1),
  }),
});
export type DeliberationWords = z.infer<typeof DeliberationWords>;
