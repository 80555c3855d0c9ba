import { z } from 'zod';

/** The choice of a brand's theme: candidates, residents' voices, and what came out. Source: A15, F03 step 2. */

const Picture = z.string().trim().min(1).max(200);

export const NewChoice = z.strictObject({
  question: z.string().trim().min(4).max(60),
  closesOn: z.iso.date(),
  themes: z
    .array(
      z.strictObject({
        title: z.string().trim().min(2).max(30),
        why: z.string().trim().max(200).default(''),
        picture: Picture.default('tea'),
      }),
    )
    .min(2)
    .max(8),
});
export type NewChoice = z.infer<typeof NewChoice>;

export const Voice = z.strictObject({ themeId: z.guid(), words: z.string().trim().max(100).default('') });
export type Voice = z.infer<typeof Voice>;

export const Decision = z.strictObject({ themeId: z.guid(), reason: z.string().trim().max(500).default('') });
export type Decision = z.infer<typeof Decision>;

export const choiceStates = ['open', 'tied', 'decided'] as const;

export const ChoicePage = z.object({
  id: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  question: z.string(),
  closesOn: z.string(),
  state: z.enum(choiceStates),
  themes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      why: z.string(),
      /** Name of a drawn picture, or the address of one. */
      picture: z.string(),
      /** Null while the choice is open: nobody follows the crowd. */
      voices: z.number().nullable(),
      won: z.boolean(),
    }),
  ),
  /** People who have given their voice. */
  voices: z.number(),
  /** Why the community decided so, after a tie. */
  reason: z.string(),
  /** Sentences that the community has read and shows; never whose. */
  sentences: z.array(z.object({ theme: z.string(), words: z.string() })),
  /** The theme of the one who asks. */
  mine: z.string().nullable(),
  actions: z.array(z.enum(['voice', 'sign-in', 'decide'])),
});
export type ChoicePage = z.infer<typeof ChoicePage>;

/** What the desk sees besides: every sentence, to show it or not. */
export const ChoiceDesk = ChoicePage.extend({
  counts: z.array(z.object({ themeId: z.string(), voices: z.number() })),
  words: z.array(
    z.object({ id: z.string(), theme: z.string(), words: z.string(), at: z.string(), shown: z.boolean() }),
  ),
});
export type ChoiceDesk = z.infer<typeof ChoiceDesk>;

const AreaId = z.string().min(1).max(64);
export const ChoiceParams = z.object({ areaId: AreaId, choiceId: z.guid() });
export const WordsParams = z.object({ areaId: AreaId, voiceId: z.guid() });
export const Shown = z.strictObject({ shown: z.boolean() });
