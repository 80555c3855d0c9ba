import { z } from 'zod';

/** A voice 我来说两句: what a neighbour says to a topic, shown after the desk has looked at it. */

export const voiceKinds = ['for', 'against', 'suggestion'] as const;
export type VoiceKind = (typeof voiceKinds)[number];
export const voiceKindNames: Record<VoiceKind, string> = { for: '赞成', against: '有顾虑', suggestion: '建议' };
export const voiceStates = ['waiting', 'shown', 'declined', 'hidden'] as const;
export type VoiceState = (typeof voiceStates)[number];

export const Voice = z.object({
  id: z.string(),
  kind: z.enum(voiceKinds),
  kindName: z.string(),
  body: z.string(),
  speaker: z.string(),
  saidAt: z.string(),
  state: z.enum(voiceStates),
  /** Why it is not shown; for who said it and the desk. */
  reason: z.string().nullable(),
  reply: z.string().nullable(),
  repliedAt: z.string().nullable(),
  isMine: z.boolean(),
});
export type Voice = z.infer<typeof Voice>;

const AreaId = z.string().min(1).max(64);
export const VoiceParams = z.object({ areaId: AreaId, topicId: z.guid(), voiceId: z.guid() });
export const ReportParams = z.object({ areaId: AreaId, reportId: z.guid() });
const Line = z.string().trim();
export const NewVoice = z.object({
  kind: z.enum(voiceKinds),
  body: Line.min(2, '请写几个字').max(500, '请再短一点，最多 500 个字'),
  named: z.boolean().default(false),
});
export type NewVoice = z.infer<typeof NewVoice>;
export const VoiceDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('show') }),
  z.object({
    decision: z.enum(['decline', 'hide']),
    reason: Line.min(4, '请写明原因，写的人会看到').max(300),
  }),
]);
export type VoiceDecision = z.infer<typeof VoiceDecision>;
export const VoiceReply = z.object({ reply: Line.min(2).max(1000) });
export const NewReport = z.object({
  voiceId: z.guid().nullable().default(null),
  reason: Line.min(2, '请说说哪里不妥').max(300),
});
export type NewReport = z.infer<typeof NewReport>;
export const ReportDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('keep') }),
  z.object({ decision: z.literal('hide'), reason: Line.min(4, '请写明原因，写的人会看到').max(300) }),
]);
export type ReportDecision = z.infer<typeof ReportDecision>;

/** What waits for the desk: voices to let through, and what was reported. */
export const VoiceQueue = z.object({
  voices: z.array(Voice.extend({ topicId: z.string(), topicTitle: z.string() })),
  reports: z.array(
    z.object({
      id: z.string(),
      topicId: z.string(),
      topicTitle: z.string(),
      voiceId: z.string().nullable(),
      /** What was written there. */
      body: z.string(),
      author: z.string(),
      reason: z.string(),
      reportedAt: z.string(),
    }),
  ),
});
export type VoiceQueue = z.infer<typeof VoiceQueue>;
