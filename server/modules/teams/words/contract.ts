import { z } from 'zod';
import type { TeamSort } from '../contract.ts';

const Words = z.array(z.string().min(1).max(12)).min(1);

/** The words of `library/teams.yaml`: fields by sort, skills, kinds of works and their themes. */
export const TeamWords = z.strictObject({
  sorts: z.strictObject({ 文化: Words, 体育: Words, 志愿: Words } satisfies Record<TeamSort, unknown>),
  skills: Words,
  works: Words,
  themes: Words,
});
export type TeamWords = z.infer<typeof TeamWords>;
