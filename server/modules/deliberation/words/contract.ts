import { z } from 'zod';

const Name = z.string().min(1).max(20);
const Word = z.strictObject({ name: Name, en: z.string().min(1) });

/** The words of `library/deliberation.yaml`. */
export const DeliberationWords = z.strictObject({
  topics: z.strictObject({
    /** Supporters after which the office is asked to answer, until a community sets its own number. */
    supports: z.number().int().min(1).max(1000),
    answerDays: z.number().int().min(1).max(60),
    /** Methods a topic may become a matter of, the best first. */
    methods: z.array(z.string()).min(1),
  }),
  meetings: z.strictObject({
    /** Methods a conclusion may become a matter of, the best first. */
    methods: z.array(z.string()).min(1),
    /** As whose party somebody comes who holds no role. */
    residents: Name,
    /** Kinds of venues one deliberates in. */
    places: z.array(Name).min(1),
    kinds: z
      .array(
        Word.extend({
          picture: z.string(),
          parties: z.array(Name),
          /** Without whom a decision is warned about. */
          must: z.array(Name),
          source: z.string(),
        }),
      )
      .min(1),
    parties: z.array(Word.extend({ roles: z.array(z.string()) })).min(1),
  }),
});
export type DeliberationWords = z.infer<typeof DeliberationWords>;
